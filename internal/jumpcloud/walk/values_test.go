// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// A null in a collection comes from a lookup that found nothing. It is refused: left out it
// would turn a guard off, or a member into nobody.
func TestNullInCollections(t *testing.T) {
	t.Parallel()

	all := schemas(t)

	for _, kind := range []struct {
		name    string
		schemas map[string]*tfprotov6.Schema
		plan    func(w *world, name string, p place, value any) acctest.Diagnostics
	}{
		{"resource", all.ResourceSchemas, func(w *world, name string, p place, value any) acctest.Diagnostics {
			return w.Plan(only(name+".this", attrsAt(rows[name].whole(w), p.path, value))).Diags
		}},
		{"data", all.DataSourceSchemas, func(w *world, name string, p place, value any) acctest.Diagnostics {
			_, d := w.Data(name, attrsAt(acctest.Attrs{}, p.path, value))

			return d
		}},
		{"list", all.ListResourceSchemas, func(w *world, name string, p place, value any) acctest.Diagnostics {
			w.sim.Log().Reset()

			found, d := w.List(name, acctest.Query{Config: attrsAt(acctest.Attrs{}, p.path, value)})
			if n := len(w.sim.Log().Calls("", "")); n > 0 || len(found) > 0 {
				w.t.Errorf("%d objects were found by %d calls", len(found), n)
			}

			return d
		}},
		{"provider", map[string]*tfprotov6.Schema{"jumpcloud": all.Provider}, func(w *world, _ string, p place, value any) acctest.Diagnostics {
			w.Provider = attrsAt(acctest.Attrs{}, p.path, value)

			return w.Plan(acctest.Config{}).Diags
		}},
	} {
		for _, name := range slices.Sorted(maps.Keys(kind.schemas)) {
			for _, p := range places(kind.schemas[name].Block.Attributes, nil) {
				value, ok := p.holdingNull()
				if !ok {
					continue
				}

				key := fmt.Sprintf("null/%s/%s.%s", kind.name, name, dotted(p.path))

				t.Run(key, func(t *testing.T) {
					t.Parallel()

					w := newWorld(t)

					if d := kind.plan(w, name, p, value); !pointsAt(d, p.path[0]) {
						w.check(key, fmt.Sprintf("no error points at %s: %s", dotted(p.path), d))
					} else {
						w.check(key)
					}
				})
			}
		}
	}
}

// A nested object in which nothing is set comes from a misspelt member, which HCL drops.
func TestEmptyObjects(t *testing.T) {
	t.Parallel()

	all := schemas(t)
	provider := map[string]*tfprotov6.Schema{"jumpcloud": all.Provider}

	for _, of := range []map[string]*tfprotov6.Schema{all.ResourceSchemas, provider} {
		for _, name := range slices.Sorted(maps.Keys(of)) {
			for _, p := range places(of[name].Block.Attributes, nil) {
				if p.a.NestedType == nil || slices.ContainsFunc(p.a.NestedType.Attributes, func(a *tfprotov6.SchemaAttribute) bool { return a.Required }) {
					continue
				}

				key := "empty/" + name + "." + dotted(p.path)

				t.Run(key, func(t *testing.T) {
					t.Parallel()

					w := newWorld(t)

					var d acctest.Diagnostics

					if name == "jumpcloud" {
						w.Provider = attrsAt(acctest.Attrs{}, p.path, object{})
						d = w.Plan(acctest.Config{}).Diags
					} else {
						d = w.Plan(only(name+".this", attrsAt(rows[name].whole(w), p.path, p.empty()))).Diags
					}

					if !pointsAt(d, p.path[0]) {
						w.check(key, fmt.Sprintf("no error points at %s: %s", dotted(p.path), d))
					} else {
						w.check(key)
					}
				})
			}
		}
	}
}

func (p place) empty() any {
	if p.a.NestedType.Nesting == tfprotov6.SchemaObjectNestingModeSingle {
		return object{}
	}

	return []any{object{}}
}

func dotted(path []string) string {
	text := path[0]
	for _, name := range path[1:] {
		text += "." + name
	}

	return text
}

func pointsAt(d acctest.Diagnostics, name string) bool {
	return slices.ContainsFunc(d.Errors(), func(x *tfprotov6.Diagnostic) bool {
		return x.Attribute != nil && len(x.Attribute.Steps()) > 0 && x.Attribute.Steps()[0] == tftypes.AttributeName(name)
	})
}

// What comes from something that is not made yet is planned, and applied once it is known.
func TestUnknown(t *testing.T) {
	t.Parallel()
	onceIsEnough(t)

	all := schemas(t).ResourceSchemas

	each(t, func(t *testing.T, w *world, name string, r row) {
		t.Helper()

		address, whole := name+".this", r.whole(w)
		everything := acctest.Attrs{}

		for _, p := range places(all[name].Block.Attributes, nil) {
			if !isSet(whole, p.path) {
				continue
			}

			everything[p.path[0]] = acctest.Unknown
			w.check("unknown/"+name+"."+dotted(p.path), w.becomesKnown(address, attrsAt(whole, p.path, acctest.Unknown), whole)...)
			w.bugs = nil
		}

		w.check("unknown/"+name, w.becomesKnown(address, everything, whole)...)
	})
}

func (w *world) becomesKnown(address string, before, after acctest.Attrs) []string {
	p := w.Plan(only(address, before))
	if d := p.Diags.Errors(); len(d) > 0 {
		return []string{"plan: " + d.String()}
	}

	if d := p.ApplyKnowing(only(address, after)).Errors(); len(d) > 0 {
		w.Forget(address)

		return []string{"apply: " + d.String()}
	}

	found := w.unsettled(only(address, after))

	if d := w.Destroy().Errors(); len(d) > 0 {
		found = append(found, "destroy: "+d.String())
	}

	return found
}

// onceIsEnough skips what has nothing to do with identities in the round without them.
func onceIsEnough(t *testing.T) {
	t.Helper()

	if newWorld(t).NoIdentities {
		t.Skip("the same with and without identities")
	}
}

// Arguments of the provider block that are not known yet fail no plan.
func TestUnknown_Provider(t *testing.T) {
	t.Parallel()
	onceIsEnough(t)

	for _, p := range places(schemas(t).Provider.Block.Attributes, nil) {
		w := newWorld(t)
		w.Provider = attrsAt(acctest.Attrs{}, p.path, acctest.Unknown)
		organization, _ := w.sim.OrganizationID(simulator.Globex)
		d := w.Plan(only("jumpcloud_iplist.this", acctest.Attrs{"organization_id": organization, "name": "x", "ips": []any{"192.0.2.1"}})).Diags.Errors()

		var found []string
		if len(d) > 0 {
			found = append(found, d.String())
		}

		w.check("unknown/provider."+dotted(p.path), found...)
	}
}
