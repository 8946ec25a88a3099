// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package anyjson

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/types/basetypes"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

var (
	_ basetypes.DynamicTypable                    = Type{}
	_ basetypes.DynamicValuableWithSemanticEquals = Value{}
)

// Type is a dynamic attribute type whose values are compared by their JSON meaning.
type Type struct{ basetypes.DynamicType }

// Value is a value of [Type].
type Value struct{ basetypes.DynamicValue }

// NewNull returns the null value.
func NewNull() Value { return Value{basetypes.NewDynamicNull()} }

// NewUnknown returns the unknown value.
func NewUnknown() Value { return Value{basetypes.NewDynamicUnknown()} }

// Equal reports whether o is the same type.
func (t Type) Equal(o attr.Type) bool {
	_, ok := o.(Type)

	return ok
}

// String names the type in diagnostics.
func (t Type) String() string { return "anyjson.Type" }

// ValueFromDynamic wraps a dynamic value.
func (t Type) ValueFromDynamic(_ context.Context, v basetypes.DynamicValue) (basetypes.DynamicValuable, diag.Diagnostics) {
	return Value{v}, nil
}

// ValueFromTerraform reads a value as Terraform sends it.
func (t Type) ValueFromTerraform(ctx context.Context, in tftypes.Value) (attr.Value, error) {
	v, err := t.DynamicType.ValueFromTerraform(ctx, in)
	if err != nil {
		return nil, err
	}

	d, ok := v.(basetypes.DynamicValue)
	if !ok {
		return nil, fmt.Errorf("expected a dynamic value, got %T", v)
	}

	return Value{d}, nil
}

// ValueType returns an empty [Value].
func (t Type) ValueType(context.Context) attr.Value { return Value{} }

// Type returns [Type].
func (v Value) Type(context.Context) attr.Type { return Type{} }

// IsNull reports whether there is no value. A null may have a type: that of
// `var.on ? { a = 1 } : null` is an object's.
func (v Value) IsNull() bool { return v.DynamicValue.IsNull() || v.IsUnderlyingValueNull() }

// Equal reports whether o is exactly the same value, types included.
func (v Value) Equal(o attr.Value) bool {
	other, ok := o.(Value)

	return ok && v.DynamicValue.Equal(other.DynamicValue)
}

// DynamicSemanticEquals reports whether other has the same JSON meaning.
//
// The framework asks this only about the results of Create, Read and Update,
// and it never sees a list that replaced a tuple: use [Keep] as well.
func (v Value) DynamicSemanticEquals(ctx context.Context, other basetypes.DynamicValuable) (bool, diag.Diagnostics) {
	o, diags := other.ToDynamicValue(ctx)
	if diags.HasError() {
		return false, diags
	}

	same, err := sameMeaning(ctx, v, Value{o})
	if err != nil {
		diags.AddError("Unable to Compare Values", err.Error())
	}

	return same, diags
}

func sameMeaning(ctx context.Context, a, b attr.Value) (bool, error) {
	x, err := toJSON(ctx, a)
	if err != nil {
		return false, err
	}

	y, err := toJSON(ctx, b)
	if err != nil {
		return false, err
	}

	return Equal(x, y), nil
}
