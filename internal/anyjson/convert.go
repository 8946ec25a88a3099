// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package anyjson

import (
	"context"
	"encoding/json"
	"fmt"
	"math/big"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/types/basetypes"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// JSON returns the value as a plain JSON value. Whatever is not known yet, the
// value itself or a part of it, is an [Unknown] there.
func (v Value) JSON(ctx context.Context) (any, error) {
	return toJSON(ctx, v)
}

// FromJSON returns a plain JSON value as Terraform writes the same thing in a
// configuration: objects, tuples and numbers of full precision.
func FromJSON(ctx context.Context, v any) (Value, error) {
	switch v.(type) {
	case nil:
		return NewNull(), nil
	case Unknown:
		return NewUnknown(), nil
	}

	a, err := fromJSON(ctx, v)
	if err != nil {
		return NewNull(), err
	}

	return Value{basetypes.NewDynamicValue(a)}, nil
}

func fromJSON(ctx context.Context, v any) (attr.Value, error) {
	switch v := v.(type) {
	case nil:
		return basetypes.NewDynamicNull(), nil
	case Unknown:
		return basetypes.NewDynamicUnknown(), nil
	case bool:
		return basetypes.NewBoolValue(v), nil
	case string:
		return basetypes.NewStringValue(v), nil
	case json.Number:
		f, err := parseNumber(v)
		if err != nil {
			return nil, err
		}

		return basetypes.NewNumberValue(f), nil
	case map[string]any:
		return objectFromJSON(ctx, v)
	case []any:
		return tupleFromJSON(ctx, v)
	case Set:
		// A set's elements need one type, which JSON does not promise. [Keep]
		// gives a set back to whoever had one.
		return tupleFromJSON(ctx, v)
	default:
		return nil, fmt.Errorf("%T is not a plain JSON value", v)
	}
}

func objectFromJSON(ctx context.Context, members map[string]any) (attr.Value, error) {
	values := make(map[string]attr.Value, len(members))

	for key, member := range members {
		value, err := fromJSON(ctx, member)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", key, err)
		}

		values[key] = value
	}

	return newObject(ctx, values)
}

func newObject(ctx context.Context, values map[string]attr.Value) (attr.Value, error) {
	types := make(map[string]attr.Type, len(values))
	for key, value := range values {
		types[key] = value.Type(ctx)
	}

	object, diags := basetypes.NewObjectValue(types, values)
	if diags.HasError() {
		return nil, fmt.Errorf("object: %s", diags[0].Detail())
	}

	return object, nil
}

func tupleFromJSON(ctx context.Context, elements []any) (attr.Value, error) {
	values := make([]attr.Value, len(elements))
	types := make([]attr.Type, len(elements))

	for i, element := range elements {
		value, err := fromJSON(ctx, element)
		if err != nil {
			return nil, fmt.Errorf("[%d]: %w", i, err)
		}

		values[i], types[i] = value, value.Type(ctx)
	}

	tuple, diags := basetypes.NewTupleValue(types, values)
	if diags.HasError() {
		return nil, fmt.Errorf("tuple: %s", diags[0].Detail())
	}

	return tuple, nil
}

// toJSON goes through Terraform's own value type, which has six kinds of values
// where the framework has a dozen.
func toJSON(ctx context.Context, v attr.Value) (any, error) {
	t, err := v.ToTerraformValue(ctx)
	if err != nil {
		return nil, err
	}

	return terraformToJSON(t)
}

func terraformToJSON(t tftypes.Value) (any, error) {
	if !t.IsKnown() {
		return Unknown{}, nil
	}

	if t.IsNull() {
		return nil, nil
	}

	switch typ := t.Type(); {
	case typ.Is(tftypes.Bool):
		var b bool
		err := t.As(&b)

		return b, err
	case typ.Is(tftypes.String):
		var s string
		err := t.As(&s)

		return s, err
	case typ.Is(tftypes.Number):
		var f big.Float
		if err := t.As(&f); err != nil {
			return nil, err
		}

		return formatNumber(&f), nil
	case typ.Is(tftypes.Object{}), typ.Is(tftypes.Map{}):
		return membersToJSON(t)
	case typ.Is(tftypes.Set{}):
		elements, err := elementsToJSON(t)

		return Set(elements), err
	case typ.Is(tftypes.List{}), typ.Is(tftypes.Tuple{}):
		return elementsToJSON(t)
	default:
		return nil, fmt.Errorf("%s has no JSON form", typ)
	}
}

func membersToJSON(t tftypes.Value) (map[string]any, error) {
	var members map[string]tftypes.Value
	if err := t.As(&members); err != nil {
		return nil, err
	}

	out := make(map[string]any, len(members))

	for key, member := range members {
		v, err := terraformToJSON(member)
		if err != nil {
			return nil, err
		}

		out[key] = v
	}

	return out, nil
}

func elementsToJSON(t tftypes.Value) ([]any, error) {
	var elements []tftypes.Value
	if err := t.As(&elements); err != nil {
		return nil, err
	}

	out := make([]any, len(elements))

	for i, element := range elements {
		v, err := terraformToJSON(element)
		if err != nil {
			return nil, err
		}

		out[i] = v
	}

	return out, nil
}
