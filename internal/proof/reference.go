// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// Config is the resources and data sources of a configuration by address, such as
// "thing.one" or "data.things.all". Besides a block's own
// arguments it takes some that HCL reserves: "depends_on" (addresses), "provider" (an
// alias of [Core.Aliases]) and "create_before_destroy", which HCL has in "lifecycle".
type Config map[string]Attrs

const (
	dependsOn   = "depends_on"
	createFirst = "create_before_destroy"
	providerOf  = "provider"
)

// reserved tells whether core keeps an argument to itself.
func reserved(name string) bool {
	return name == dependsOn || name == createFirst || name == providerOf
}

type reference struct {
	address string
	path    *tftypes.AttributePath
}

// Ref is a reference, as "thing.one.id" is in HCL. Steps are names of
// attributes, and indexes of lists. What it leads to is unknown until the target is made.
func Ref(address string, steps ...any) any {
	path := tftypes.NewAttributePath()

	for _, step := range steps {
		switch s := step.(type) {
		case string:
			path = path.WithAttributeName(s)
		case int:
			path = path.WithElementKeyInt(s)
		}
	}

	return reference{address, path}
}

type interpolation struct{ parts []any }

// Text joins strings and references to one string, as "${…}-lists" does in HCL.
func Text(parts ...any) any { return interpolation{parts} }

// references are the addresses that a block refers to, and those of its depends_on.
func references(block Attrs) (mentioned, awaited []string) {
	for name, v := range block {
		if name == dependsOn {
			awaited = texts(v)
		} else {
			mentioned = mentions(mentioned, v)
		}
	}

	return mentioned, awaited
}

func mentions(all []string, v any) []string {
	switch v := v.(type) {
	case reference:
		all = append(all, v.address)
	case interpolation:
		all = mentions(all, v.parts)
	case Attrs:
		all = mentions(all, map[string]any(v))
	case map[string]any:
		for _, e := range v {
			all = mentions(all, e)
		}
	case []any:
		for _, e := range v {
			all = mentions(all, e)
		}
	}

	return all
}

func texts(v any) []string {
	switch v := v.(type) {
	case []string:
		return v
	case []any:
		var all []string

		for _, e := range v {
			if s, ok := e.(string); ok {
				all = append(all, s)
			}
		}

		return all
	}

	return nil
}

// resolve puts what references lead to in their place.
func resolve(v any, lookup func(address string) tftypes.Value) any {
	switch v := v.(type) {
	case reference:
		return follow(lookup(v.address), v.path)
	case interpolation:
		var b strings.Builder

		for _, part := range v.parts {
			switch s := plainGo(resolve(part, lookup)).(type) {
			case string:
				b.WriteString(s)
			default:
				return s // unknown, and null, as far as text goes
			}
		}

		return b.String()
	case Attrs:
		return resolve(map[string]any(v), lookup)
	case map[string]any:
		all := map[string]any{}
		for name, e := range v {
			all[name] = resolve(e, lookup)
		}

		return all
	case []any:
		all := slices.Clone(v)
		for i, e := range v {
			all[i] = resolve(e, lookup)
		}

		return all
	}

	return v
}

func plainGo(v any) any {
	if value, ok := v.(tftypes.Value); ok {
		return fromTerraform(value)
	}

	return v
}

// follow walks a path; what lies within something unknown is unknown.
func follow(v tftypes.Value, path *tftypes.AttributePath) any {
	for _, step := range path.Steps() {
		if !v.IsKnown() {
			return Unknown
		}

		found, _, err := tftypes.WalkAttributePath(v, tftypes.NewAttributePathWithSteps([]tftypes.AttributePathStep{step}))

		next, ok := found.(tftypes.Value)
		if name, is := step.(tftypes.AttributeName); err != nil && is {
			found, _, err = tftypes.WalkAttributePath(v, tftypes.NewAttributePath().WithElementKeyString(string(name)))
			next, ok = found.(tftypes.Value)
		}

		if err != nil || !ok {
			return nil
		}

		v = next
	}

	return v
}
