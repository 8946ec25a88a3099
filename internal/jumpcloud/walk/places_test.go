// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"maps"
	"slices"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

// at puts a value into a copy of nested attributes.
func at(v any, path []string, value any) any {
	if len(path) == 0 {
		return value
	}

	all := object{}

	switch v := v.(type) {
	case acctest.Attrs:
		maps.Copy(all, v)
	case object:
		maps.Copy(all, v)
	}

	all[path[0]] = at(all[path[0]], path[1:], value)

	return all
}

func attrsAt(attrs acctest.Attrs, path []string, value any) acctest.Attrs {
	all, _ := at(attrs, path, value).(object)

	return all
}

func isSet(v any, path []string) bool {
	if len(path) == 0 {
		return v != nil
	}

	switch v := v.(type) {
	case acctest.Attrs:
		return isSet(v[path[0]], path[1:])
	case object:
		return isSet(v[path[0]], path[1:])
	}

	return false
}

// place is an attribute, with the names of those around it.
type place struct {
	path []string
	a    *tfprotov6.SchemaAttribute
}

// places are all attributes that a configuration may set, but for those in lists and sets.
func places(schema []*tfprotov6.SchemaAttribute, around []string) []place {
	var all []place

	for _, a := range schema {
		if !a.Required && !a.Optional {
			continue
		}

		path := append(slices.Clone(around), a.Name)
		all = append(all, place{path, a})

		if a.NestedType != nil && a.NestedType.Nesting == tfprotov6.SchemaObjectNestingModeSingle {
			all = append(all, places(a.NestedType.Attributes, path)...)
		}
	}

	return all
}

// holdingNull is a collection with nothing but a null in it, if the attribute is one.
func (p place) holdingNull() (any, bool) {
	t := p.a.ValueType()

	switch {
	case t.Is(tftypes.Map{}):
		return object{"a": nil}, true
	case t.Is(tftypes.List{}), t.Is(tftypes.Set{}):
		return []any{nil}, true
	}

	return nil, false
}
