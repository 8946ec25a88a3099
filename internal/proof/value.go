// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// Attrs is a configuration, or what a state holds, in plain Go: nil, bool, string, int,
// float64, []any, map[string]any, and [Unknown]. An attribute that is left out is null. For
// a dynamic attribute, a [tftypes.Value] stands for what HCL's functions make: lists, maps
// and sets where a literal gives tuples and objects, and numbers of any length.
type Attrs map[string]any

// Unknown is a value that is known only after an apply.
var Unknown = unknown{}

type unknown struct{}

// toTerraform makes a Terraform value of the type, as core would from HCL.
func toTerraform(t tftypes.Type, v any) (tftypes.Value, error) {
	if t.Is(tftypes.DynamicPseudoType) {
		if _, is := v.(unknown); is || v == nil {
			return plain(t, v), nil
		}

		t = inferred(v)
	}

	switch v := v.(type) {
	case nil, unknown:
		return plain(t, v), nil
	case tftypes.Value:
		if v.Type().Equal(t) {
			return v, nil
		}

		return toTerraform(t, fromTerraform(v))
	case Attrs:
		return toTerraform(t, map[string]any(v))
	case []string:
		all := make([]any, 0, len(v))
		for _, s := range v {
			all = append(all, s)
		}

		return toTerraform(t, all)
	case int:
		return tftypes.NewValue(t, big.NewFloat(float64(v))), nil
	case float64:
		f, _, err := big.ParseFloat(fmt.Sprint(v), 10, 512, big.ToNearestEven)

		return tftypes.NewValue(t, f), err
	case []any:
		return elements(t, v)
	case map[string]any:
		return members(t, v)
	}

	if err := tftypes.ValidateValue(t, v); err != nil {
		return tftypes.Value{}, err
	}

	return tftypes.NewValue(t, v), nil
}

// canonical sorts the elements of sets, and keeps one of each: core's sets have no order,
// so what a provider is sent, and what it answers, are compared without one.
func canonical(v tftypes.Value) tftypes.Value {
	sorted, err := tftypes.Transform(v, func(_ *tftypes.AttributePath, v tftypes.Value) (tftypes.Value, error) {
		if !v.Type().Is(tftypes.Set{}) || v.IsNull() || !v.IsKnown() {
			return v, nil
		}

		all := elementsOf(v)
		slices.SortStableFunc(all, func(a, b tftypes.Value) int { return strings.Compare(a.String(), b.String()) })

		return tftypes.NewValue(v.Type(), slices.CompactFunc(all, func(a, b tftypes.Value) bool { return a.IsFullyKnown() && a.Equal(b) })), nil
	})
	if err != nil {
		return v
	}

	return sorted
}

func plain(t tftypes.Type, v any) tftypes.Value {
	if v == nil {
		return tftypes.NewValue(t, nil)
	}

	return tftypes.NewValue(t, tftypes.UnknownValue)
}

func elements(t tftypes.Type, v []any) (tftypes.Value, error) {
	all := make([]tftypes.Value, 0, len(v))

	for i, e := range v {
		var element tftypes.Type

		switch t := t.(type) {
		case tftypes.List:
			element = t.ElementType
		case tftypes.Set:
			element = t.ElementType
		case tftypes.Tuple:
			element = t.ElementTypes[i]
		default:
			return tftypes.Value{}, fmt.Errorf("a list given for %s", t)
		}

		value, err := toTerraform(element, e)
		if err != nil {
			return value, err
		}

		all = append(all, value)
	}

	return tftypes.NewValue(t, all), tftypes.ValidateValue(t, all)
}

func members(t tftypes.Type, v map[string]any) (tftypes.Value, error) {
	all := map[string]tftypes.Value{}

	switch t := t.(type) {
	case tftypes.Map:
		for name, e := range v {
			value, err := toTerraform(t.ElementType, e)
			if err != nil {
				return value, err
			}

			all[name] = value
		}
	case tftypes.Object:
		for name := range v {
			if _, ok := t.AttributeTypes[name]; !ok {
				return tftypes.Value{}, fmt.Errorf("no attribute %q", name)
			}
		}

		for name, attribute := range t.AttributeTypes {
			value, err := toTerraform(attribute, v[name])
			if err != nil {
				return value, fmt.Errorf("%s: %w", name, err)
			}

			all[name] = value
		}
	default:
		return tftypes.Value{}, fmt.Errorf("an object given for %s", t)
	}

	return tftypes.NewValue(t, all), tftypes.ValidateValue(t, all)
}

// inferred is the type that HCL gives a literal.
func inferred(v any) tftypes.Type {
	switch v := v.(type) {
	case tftypes.Value:
		return v.Type()
	case bool:
		return tftypes.Bool
	case string:
		return tftypes.String
	case int, float64:
		return tftypes.Number
	case []any:
		t := tftypes.Tuple{ElementTypes: []tftypes.Type{}} // nil would equal no tuple
		for _, e := range v {
			t.ElementTypes = append(t.ElementTypes, inferred(e))
		}

		return t
	case Attrs:
		return inferred(map[string]any(v))
	case map[string]any:
		t := tftypes.Object{AttributeTypes: map[string]tftypes.Type{}}
		for name, e := range v {
			t.AttributeTypes[name] = inferred(e)
		}

		return t
	}

	return tftypes.DynamicPseudoType
}

// fromTerraform makes plain Go of a Terraform value; sets come sorted by their text.
func fromTerraform(v tftypes.Value) any {
	switch {
	case v.IsNull():
		return nil
	case !v.IsKnown():
		return Unknown
	}

	var (
		b    bool
		s    string
		n    *big.Float
		list []tftypes.Value
		m    map[string]tftypes.Value
	)

	switch {
	case v.As(&b) == nil:
		return b
	case v.As(&s) == nil:
		return s
	case v.As(&n) == nil:
		if i, accuracy := n.Int64(); accuracy == big.Exact {
			return int(i)
		}

		f, _ := n.Float64()

		return f
	case v.As(&list) == nil:
		all := make([]any, 0, len(list))
		for _, e := range list {
			all = append(all, fromTerraform(e))
		}

		if v.Type().Is(tftypes.Set{}) {
			slices.SortFunc(all, func(a, b any) int {
				if fmt.Sprint(a) < fmt.Sprint(b) {
					return -1
				}

				return 1
			})
		}

		return all
	case v.As(&m) == nil:
		all := map[string]any{}
		for name := range maps.Keys(m) {
			all[name] = fromTerraform(m[name])
		}

		return all
	}

	return nil
}
