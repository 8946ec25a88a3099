// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// deedsOfTenants gives every action that is done in an organization, with a configuration that
// names all but the organization.
func deedsOfTenants(t *testing.T) map[string]acctest.Attrs {
	t.Helper()

	all := map[string]acctest.Attrs{}

	for name, s := range schemas(t).ActionSchemas {
		config, tenant := acctest.Attrs{}, false

		for _, a := range s.Schema.Block.Attributes {
			if a.Required {
				config[a.Name] = "66b1f0a2c8d5e90001a1b2c3"
			}

			tenant = tenant || a.Name == "organization_id"
		}

		if tenant {
			all[name] = config
		}
	}

	if len(all) == 0 {
		t.Fatal("no action is done in an organization")
	}

	return all
}

// What a guard rail refuses of a resource it refuses of an action: at plan, before anything is sent
// to the organization.
func TestActionsAreHeldToTheGuardRails(t *testing.T) {
	t.Parallel()
	onceIsEnough(t)

	deeds := deedsOfTenants(t)

	for _, name := range slices.Sorted(maps.Keys(deeds)) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			w := newWorld(t)
			globex, _ := w.sim.OrganizationID(simulator.Globex)
			in := func(organization any) acctest.Attrs {
				return attrsAt(deeds[name], []string{"organization_id"}, organization)
			}
			refused := func(what, summary string, says []string, configs ...acctest.Attrs) {
				t.Helper()
				w.sim.Log().Reset()

				_, d := w.Invoke(name, configs...)
				errors := d.Errors()

				if len(errors) != 1 || errors[0].Summary != summary {
					t.Fatalf("%s: %s", what, d)
				}

				for _, part := range says {
					if !strings.Contains(errors[0].Detail, part) {
						t.Errorf("%s: no %q in\n%s", what, part, d)
					}
				}

				if summary != "Blast Radius Exceeded" && !pointsAt(d, "organization_id") {
					t.Errorf("%s: %s", what, d)
				}

				if n := w.sim.Log().Count("POST", ""); n > 0 {
					t.Errorf("%s: %d calls", what, n)
				}
			}

			refused("no organization", "Missing organization_id", nil, deeds[name])
			refused("out of reach", "Unknown Organization", []string{"The nearest: "}, in("66b1f0a2c8d5e90001a1b2c3"))

			w.Provider = acctest.Attrs{"blast_radius": map[string]any{"max_organizations": 1}}
			refused("two organizations", "Blast Radius Exceeded", []string{"Acme Inc, Globex", name + " (invoke) in 2 organizations"}, in(w.org), in(globex))

			// What is not known yet is not counted, and one organization as often as may be.
			if _, d := w.Invoke(name, in(w.org), in(acctest.Unknown), in(w.org)); len(d) > 0 {
				t.Errorf("one organization: %s", d)
			}

			w.Provider = acctest.Attrs{"allowed_organization_ids": []any{globex}}
			refused("not allowed", "Organization Not Allowed", []string{"allowed_organization_ids"}, in(w.org))

			w.Provider = acctest.Attrs{"organization_id": w.org, "allowed_organization_ids": []any{w.org}}
			if _, d := w.Invoke(name, deeds[name]); !invoked(d) {
				t.Errorf("the default is not taken: %s", d)
			}

			// A plan that only shows what would be done passes, as that of a resource does.
			w.Provider = acctest.Attrs{"read_only": true}
			if _, d := w.Invoke(name, in(w.org)); !invoked(d) {
				t.Errorf("read_only: %s", d)
			}
		})
	}
}

// invoked tells that the plan passed: what failed is the deed, of a thing that does not exist.
func invoked(d acctest.Diagnostics) bool {
	return len(d.Errors()) == 1 && strings.HasPrefix(d.Errors()[0].Summary, "Unable to Invoke")
}

// An action tells nothing of a provider block that is not known yet.
func TestActionsOfAnUnknownProvider(t *testing.T) {
	t.Parallel()
	onceIsEnough(t)

	for name, config := range deedsOfTenants(t) {
		w := newWorld(t)
		w.Provider = acctest.Attrs{"organization_id": acctest.Unknown}

		// With something unknown nothing is invoked, so that this is the plan alone.
		config = attrsAt(config, []string{unknownOf(schemas(t).ActionSchemas[name])}, acctest.Unknown)
		if _, d := w.Invoke(name, config); len(d) > 0 {
			t.Errorf("%s: %s", name, d)
		}
	}
}

// unknownOf is an argument that is not the organization.
func unknownOf(s *tfprotov6.ActionSchema) string {
	for _, a := range s.Schema.Block.Attributes {
		if a.Required {
			return a.Name
		}
	}

	return ""
}
