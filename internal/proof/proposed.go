// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// proposed is what core proposes: the configuration, with what the provider computed
// before where the configuration says nothing. Core leaves write-only values in it.
func proposed(schema *tfprotov6.Schema, config, prior tftypes.Value) tftypes.Value {
	if config.IsNull() {
		return config
	}

	return canonical(proposedObject(schema.Block.Attributes, config, prior))
}

func proposedObject(schema []*tfprotov6.SchemaAttribute, config, prior tftypes.Value) tftypes.Value {
	if config.IsNull() || !config.IsKnown() {
		return config
	}

	configured, before := attributes(config), attributes(prior)
	all := map[string]tftypes.Value{}

	for _, a := range schema {
		all[a.Name] = proposedAttribute(a, configured[a.Name], orNull(before, a))
	}

	return tftypes.NewValue(config.Type(), all)
}

func proposedAttribute(a *tfprotov6.SchemaAttribute, config, prior tftypes.Value) tftypes.Value {
	switch {
	case a.Computed && config.IsNull():
		// Core infers that a value with something that is not computed was configured.
		if a.Optional && a.NestedType != nil && holdsConfigured(a.NestedType, prior) {
			return config
		}

		return prior
	case a.NestedType == nil || config.IsNull() || !config.IsKnown():
		return config
	}

	nested := a.NestedType.Attributes

	switch a.NestedType.Nesting {
	case tfprotov6.SchemaObjectNestingModeSingle:
		return proposedObject(nested, config, prior)
	case tfprotov6.SchemaObjectNestingModeMap:
		before := attributes(prior)
		all := map[string]tftypes.Value{}

		for name, e := range attributes(config) {
			all[name] = proposedObject(nested, e, before[name])
		}

		return tftypes.NewValue(config.Type(), all)
	case tfprotov6.SchemaObjectNestingModeList:
		before, all := elementsOf(prior), elementsOf(config)

		for i := range all {
			if i < len(before) {
				all[i] = proposedObject(nested, all[i], before[i])
			}
		}

		return tftypes.NewValue(config.Type(), all)
	}

	return proposedSet(nested, config, prior)
}

// proposedSet pairs each element with the first of before that may have come from it.
func proposedSet(nested []*tfprotov6.SchemaAttribute, config, prior tftypes.Value) tftypes.Value {
	before, all := elementsOf(prior), elementsOf(config)
	used := make([]bool, len(before))

	for i, e := range all {
		var from tftypes.Value

		for j, b := range before {
			if !used[j] && cameFrom(nested, b, e) {
				from, used[j] = b, true

				break
			}
		}

		all[i] = proposedObject(nested, e, from)
	}

	return tftypes.NewValue(config.Type(), all)
}

// cameFrom tells whether only computed values were added to a configuration.
func cameFrom(schema []*tfprotov6.SchemaAttribute, prior, config tftypes.Value) bool {
	if config.Equal(prior) {
		return true
	}

	if config.IsNull() || prior.IsNull() || !config.IsKnown() {
		return false
	}

	was, is := attributes(prior), attributes(config)

	for _, a := range schema {
		p, c := was[a.Name], is[a.Name]

		switch {
		case c.Equal(p), a.Computed && c.IsNull():
		case a.NestedType == nil || c.IsNull() || p.IsNull() || !c.IsKnown():
			return false
		default:
			if !eachCameFrom(a.NestedType, p, c) {
				return false
			}
		}
	}

	return true
}

func eachCameFrom(o *tfprotov6.SchemaObject, prior, config tftypes.Value) bool {
	switch o.Nesting {
	case tfprotov6.SchemaObjectNestingModeSingle:
		return cameFrom(o.Attributes, prior, config)
	case tfprotov6.SchemaObjectNestingModeList:
		p, c := elementsOf(prior), elementsOf(config)
		if len(p) != len(c) {
			return false
		}

		for i := range p {
			if !cameFrom(o.Attributes, p[i], c[i]) {
				return false
			}
		}

		return true
	case tfprotov6.SchemaObjectNestingModeMap:
		p, c := attributes(prior), attributes(config)
		if len(p) != len(c) {
			return false
		}

		for name := range p {
			if _, ok := c[name]; !ok || !cameFrom(o.Attributes, p[name], c[name]) {
				return false
			}
		}

		return true
	}

	return false // sets within sets must be equal
}

// holdsConfigured tells whether anything in a nested value is not computed.
func holdsConfigured(o *tfprotov6.SchemaObject, v tftypes.Value) bool {
	if v.IsNull() || !v.IsKnown() {
		return false
	}

	for _, e := range objectsOf(o, v) {
		for _, a := range o.Attributes {
			member := attributes(e)[a.Name]

			switch {
			case member.IsNull():
			case !a.Computed:
				return true
			case a.NestedType != nil && holdsConfigured(a.NestedType, member):
				return true
			}
		}
	}

	return false
}

// objectsOf are the objects in a nested value, whatever its nesting.
func objectsOf(o *tfprotov6.SchemaObject, v tftypes.Value) []tftypes.Value {
	switch o.Nesting {
	case tfprotov6.SchemaObjectNestingModeSingle:
		return []tftypes.Value{v}
	case tfprotov6.SchemaObjectNestingModeMap:
		var all []tftypes.Value
		for _, e := range attributes(v) {
			all = append(all, e)
		}

		return all
	}

	return elementsOf(v)
}

func orNull(all map[string]tftypes.Value, a *tfprotov6.SchemaAttribute) tftypes.Value {
	if v, ok := all[a.Name]; ok {
		return v
	}

	return tftypes.NewValue(a.ValueType(), nil)
}

// attributes are the members of an object or a map.
func attributes(v tftypes.Value) map[string]tftypes.Value {
	var all map[string]tftypes.Value
	if v.Type() == nil || v.IsNull() || !v.IsKnown() || v.As(&all) != nil {
		return nil
	}

	return all
}

// elementsOf are the elements of a list, a set or a tuple, in a slice of the caller's own.
func elementsOf(v tftypes.Value) []tftypes.Value {
	var all []tftypes.Value
	if v.Type() == nil || v.IsNull() || !v.IsKnown() || v.As(&all) != nil {
		return nil
	}

	return append([]tftypes.Value{}, all...)
}
