// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package anyjson

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/types/basetypes"
)

// Keep returns next in the spelling of prior: prior itself where both mean the
// same, and else, if both are objects or maps, next with every member of prior
// that still means the same, null members included. One field that drifted thus
// does not show all its neighbours as changed. A null keeps the type that prior's has,
// without which Terraform refuses what was applied.
//
// State must go through Keep before it is set: Terraform's SDK takes a list and
// a tuple of the same elements for equal values, so that the framework never
// asks for their meaning and the type changes underneath.
func Keep(ctx context.Context, prior, next Value) Value {
	if prior.IsNull() && next.IsNull() {
		return prior
	}

	if prior.IsNull() || prior.IsUnknown() || next.IsNull() || next.IsUnknown() {
		return next
	}

	// An error here means a value that has no JSON form. It cannot be compared,
	// so next stands as it is.
	if same, err := sameMeaning(ctx, prior, next); err == nil && same {
		return prior
	}

	before, ok := membersOf(prior)
	if !ok {
		return next
	}

	now, ok := membersOf(next)
	if !ok {
		return next
	}

	merged, err := likePrior(ctx, prior, keepMembers(ctx, before, now))
	if err != nil {
		return next
	}

	return Value{basetypes.NewDynamicValue(merged)}
}

func keepMembers(ctx context.Context, before, now map[string]attr.Value) map[string]attr.Value {
	out := make(map[string]attr.Value, len(now))

	for key, value := range now {
		out[key] = value

		if old, ok := before[key]; ok {
			if same, err := sameMeaning(ctx, old, value); err == nil && same {
				out[key] = old
			}
		}
	}

	for key, old := range before {
		if _, ok := now[key]; !ok && isNull(old) {
			out[key] = old
		}
	}

	return out
}

// likePrior builds a map again if prior was one and its element type still fits.
func likePrior(ctx context.Context, prior Value, members map[string]attr.Value) (attr.Value, error) {
	if m, ok := prior.UnderlyingValue().(basetypes.MapValue); ok {
		if rebuilt, diags := basetypes.NewMapValue(m.ElementType(ctx), members); !diags.HasError() {
			return rebuilt, nil
		}
	}

	return newObject(ctx, members)
}

func membersOf(v Value) (map[string]attr.Value, bool) {
	switch u := v.UnderlyingValue().(type) {
	case basetypes.ObjectValue:
		return u.Attributes(), !u.IsNull() && !u.IsUnknown()
	case basetypes.MapValue:
		return u.Elements(), !u.IsNull() && !u.IsUnknown()
	default:
		return nil, false
	}
}

func isNull(v attr.Value) bool {
	if d, ok := v.(basetypes.DynamicValue); ok {
		return Value{d}.IsNull()
	}

	return v.IsNull()
}
