// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package export

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/defaults"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// said tells whether a configuration has to say the attribute so that a plan changes nothing:
// not what cannot be configured, is null, or is what comes of leaving it out.
func said(ctx context.Context, a schema.Attribute, v tftypes.Value) (bool, error) {
	settable := a.IsRequired() || a.IsOptional()
	if v.IsNull() || !settable || a.IsSensitive() || a.IsWriteOnly() || a.GetDeprecationMessage() != "" {
		return false, nil
	}

	if a.IsRequired() || !a.IsComputed() {
		return true, nil
	}

	if d := defaultOf(ctx, a); d != nil {
		same, err := d.ToTerraformValue(ctx)

		return !same.Equal(v), err
	}

	return !empty(v), nil
}

// defaultOf returns what an attribute is where nobody says it, or nil.
func defaultOf(ctx context.Context, a schema.Attribute) attr.Value {
	switch a := a.(type) {
	case interface{ StringDefaultValue() defaults.String }:
		if d := a.StringDefaultValue(); d != nil {
			var r defaults.StringResponse

			d.DefaultString(ctx, defaults.StringRequest{}, &r)

			return r.PlanValue
		}
	case interface{ BoolDefaultValue() defaults.Bool }:
		if d := a.BoolDefaultValue(); d != nil {
			var r defaults.BoolResponse

			d.DefaultBool(ctx, defaults.BoolRequest{}, &r)

			return r.PlanValue
		}
	case interface{ Int64DefaultValue() defaults.Int64 }:
		if d := a.Int64DefaultValue(); d != nil {
			var r defaults.Int64Response

			d.DefaultInt64(ctx, defaults.Int64Request{}, &r)

			return r.PlanValue
		}
	case interface{ SetDefaultValue() defaults.Set }:
		if d := a.SetDefaultValue(); d != nil {
			var r defaults.SetResponse

			d.DefaultSet(ctx, defaults.SetRequest{}, &r)

			return r.PlanValue
		}
	case interface{ ObjectDefaultValue() defaults.Object }:
		if d := a.ObjectDefaultValue(); d != nil {
			var r defaults.ObjectResponse

			d.DefaultObject(ctx, defaults.ObjectRequest{}, &r)

			return r.PlanValue
		}
	}

	return nil
}

// empty tells of an empty text, list, set, map or object.
func empty(v tftypes.Value) bool {
	switch t := v.Type(); {
	case t.Is(tftypes.String):
		var s string

		return v.As(&s) == nil && s == ""
	case t.Is(tftypes.Map{}), t.Is(tftypes.Object{}):
		var all map[string]tftypes.Value

		return v.As(&all) == nil && len(all) == 0
	case t.Is(tftypes.Set{}), t.Is(tftypes.List{}):
		var all []tftypes.Value

		return v.As(&all) == nil && len(all) == 0
	}

	return false
}

// prune leaves in the members of a nested attribute what a configuration has to say of them.
func prune(ctx context.Context, a schema.Attribute, v tftypes.Value) (tftypes.Value, error) {
	var members map[string]schema.Attribute

	switch a := a.(type) {
	case schema.SingleNestedAttribute:
		return pruneObject(ctx, a.Attributes, v)
	case schema.ListNestedAttribute:
		members = a.NestedObject.Attributes
	case schema.SetNestedAttribute:
		members = a.NestedObject.Attributes
	default:
		return v, nil
	}

	var all []tftypes.Value
	if err := v.As(&all); err != nil {
		return v, err
	}

	for i := range all {
		var err error
		if all[i], err = pruneObject(ctx, members, all[i]); err != nil {
			return v, err
		}
	}

	types := make([]tftypes.Type, 0, len(all))
	for _, e := range all {
		types = append(types, e.Type())
	}

	return tftypes.NewValue(tftypes.Tuple{ElementTypes: types}, all), nil
}

func pruneObject(ctx context.Context, attributes map[string]schema.Attribute, v tftypes.Value) (tftypes.Value, error) {
	var all map[string]tftypes.Value
	if err := v.As(&all); err != nil || v.IsNull() {
		return v, err
	}

	kept, types := map[string]tftypes.Value{}, map[string]tftypes.Type{}

	for name, member := range all {
		is, err := said(ctx, attributes[name], member)
		if err != nil {
			return v, err
		}

		if !is {
			continue
		}

		pruned, err := prune(ctx, attributes[name], member)
		if err != nil {
			return v, err
		}

		if attributes[name].IsComputed() && empty(pruned) {
			continue // nothing of an object that the service fills in had to be said
		}

		kept[name], types[name] = pruned, pruned.Type()
	}

	return tftypes.NewValue(tftypes.Object{AttributeTypes: types}, kept), nil
}
