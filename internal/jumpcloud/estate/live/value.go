// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package live

import (
	"encoding/json"
	"fmt"
	"math/big"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// value is a value as encoding/json takes it. One that is unknown is an error, since a data
// source leaves none.
func value(v tftypes.Value) (any, error) {
	if v.IsNull() {
		return nil, nil //nolint:nilnil // null is a value here
	}

	if !v.IsKnown() {
		return nil, fmt.Errorf("a value of type %s is unknown", v.Type())
	}

	switch t := v.Type(); {
	case t.Is(tftypes.String):
		return primitive[string](v)
	case t.Is(tftypes.Bool):
		return primitive[bool](v)
	case t.Is(tftypes.Number):
		var n big.Float

		err := v.As(&n)

		return json.Number(n.Text('f', -1)), err
	case t.Is(tftypes.Object{}), t.Is(tftypes.Map{}):
		return members(v)
	default:
		return elements(v)
	}
}

func primitive[T any](v tftypes.Value) (any, error) {
	var out T

	err := v.As(&out)

	return out, err
}

func members(v tftypes.Value) (any, error) {
	var in map[string]tftypes.Value
	if err := v.As(&in); err != nil {
		return nil, err
	}

	out := map[string]any{}

	for name, member := range in {
		plain, err := value(member)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}

		out[name] = plain
	}

	return out, nil
}

func elements(v tftypes.Value) (any, error) {
	var in []tftypes.Value
	if err := v.As(&in); err != nil {
		return nil, err
	}

	out := make([]any, 0, len(in))

	for _, element := range in {
		plain, err := value(element)
		if err != nil {
			return nil, err
		}

		out = append(out, plain)
	}

	return out, nil
}
