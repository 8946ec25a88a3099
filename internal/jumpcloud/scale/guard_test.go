// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package scale_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
)

// fleet is one IP list in each of n new organizations of the default provider.
func (w *world) fleet(n int) acctest.Config {
	w.t.Helper()

	provider, _ := w.sim.ProviderID(simulator.DefaultProvider)
	config := acctest.Config{}

	for i := range n {
		org := w.sim.AddOrganization(provider, jumpcloudsim.Organization{Name: fmt.Sprintf("Tenant %02d", i)})
		config[address(i)] = acctest.Attrs{"organization_id": org, "name": "Office", "ips": []any{"192.0.2.1"}}
	}

	return config
}

// changed is the same configuration with other addresses in the first n lists.
func changed(config acctest.Config, n int) acctest.Config {
	out := maps.Clone(config)
	for i := range n {
		old := config[address(i)]
		out[address(i)] = acctest.Attrs{"organization_id": old["organization_id"], "name": old["name"], "ips": []any{"192.0.2.2"}}
	}

	return out
}

// A plan shows every change, and an apply sends none of them.
func TestReadOnlySendsNoWrite(t *testing.T) {
	in(t, simulator.Options{}, func(w *world) {
		old := acctest.Config{
			"jumpcloud_iplist.kept": {"organization_id": w.org, "name": "Kept", "ips": []any{"192.0.2.1"}},
			"jumpcloud_iplist.gone": {"organization_id": w.org, "name": "Gone", "ips": []any{"192.0.2.1"}},
		}
		w.core.MustApply(old)

		next := acctest.Config{
			"jumpcloud_iplist.kept":      {"organization_id": w.org, "name": "Kept", "ips": []any{"192.0.2.9"}},
			"jumpcloud_iplist.new":       {"organization_id": w.org, "name": "New", "ips": []any{"192.0.2.1"}},
			"jumpcloud_organization.new": {"name": "Hooli"},
		}

		for name, use := range map[string]func(){
			"environment": func() { w.core.Use(w.env.With("JUMPCLOUD_READ_ONLY", "true")) },
			"block":       func() { w.core.Use(w.env); w.core.Provider = acctest.Attrs{"read_only": true} },
		} {
			use()
			w.sim.Log().Reset()

			p := w.core.Plan(next)
			w.clean(p.Diags)

			if p.Count(acctest.Create) != 2 || p.Count(acctest.Update) != 1 || p.Count(acctest.Destroy) != 1 {
				t.Errorf("%s: planned %v", name, p.Actions())
			}

			d := p.Apply()
			if says(t, d, "read_only (JUMPCLOUD_READ_ONLY)"); len(d.Errors()) != 4 {
				t.Errorf("%s: %d errors, want 4", name, len(d.Errors()))
			}

			for _, method := range []string{"POST", "PUT", "PATCH", "DELETE"} {
				if calls := w.sim.Log().Calls(method, ""); len(calls) > 0 {
					t.Errorf("%s: sent %v", name, calls)
				}
			}
		}

		w.core.Provider = nil
		w.core.MustPlanEmpty(old)
	})
}

// What the block says beats the environment.
func TestReadOnlyOffInTheBlock(t *testing.T) {
	in(t, simulator.Options{}, func(w *world) {
		w.core.Use(w.env.With("JUMPCLOUD_READ_ONLY", "true"))
		w.core.Provider = acctest.Attrs{"read_only": false}
		w.core.MustApply(w.many(1))
	})
}

func TestBlastRadius(t *testing.T) {
	const organizations, limit = 30, 25

	for _, parallelism := range []int{1, 10, 50} {
		t.Run(fmt.Sprint(parallelism), func(t *testing.T) {
			in(t, simulator.Options{}, func(w *world) {
				old := w.fleet(organizations)
				w.core.MustApply(old)
				w.core.Parallelism = parallelism
				w.core.Provider = acctest.Attrs{"blast_radius": map[string]any{"max_organizations": limit}}

				for range 3 { // every time
					w.sim.Log().Reset()

					p := w.core.Plan(changed(old, organizations))
					if len(p.Diags.Errors()) != 1 {
						t.Fatalf("%d errors, want one: %s", len(p.Diags.Errors()), p.Diags)
					}

					// With one operation in flight nobody knows what follows; else all are listed.
					text, counted, first := p.Diags.String(), organizations, "Tenant 00"
					if parallelism == 1 {
						counted = limit + 1
					}

					if parallelism == 1 && proof.Disordered() {
						first = "Changed: Tenant " // those that were planned so far
					}

					for _, part := range []string{
						"Blast Radius Exceeded", "blast_radius.max_organizations is 25", first,
						fmt.Sprintf("at least %d organizations", counted),
						fmt.Sprintf("Largest cause: jumpcloud_iplist ips in %d organizations", counted),
						fmt.Sprintf("JUMPCLOUD_MAX_ORGANIZATIONS=%d", counted),
					} {
						if !strings.Contains(text, part) {
							t.Errorf("no %q in:\n%s", part, text)
						}
					}

					if n := len(w.sim.Log().Writes()); n > 0 {
						t.Errorf("%d writes", n)
					}
				}

				// As many as allowed pass, and so does a plan that changes nothing.
				w.core.MustPlanEmpty(old)
				w.clean(w.core.Plan(changed(old, limit)).Diags)

				// Destroying counts too.
				says(t, w.core.Plan(acctest.Config{}).Diags, "jumpcloud_iplist (destroy)")

				// One run is let through by the environment, which may also lower the limit.
				w.core.Use(w.env.With("JUMPCLOUD_MAX_ORGANIZATIONS", "2"))
				says(t, w.core.Plan(changed(old, 3)).Diags, "max_organizations is 2")
				w.core.Use(w.env.With("JUMPCLOUD_MAX_ORGANIZATIONS", "30"))
				w.core.MustApply(changed(old, organizations))
			})
		})
	}
}

// Organizations that one plan creates are counted by name, since they have no id yet.
func TestBlastRadiusCountsNewOrganizations(t *testing.T) {
	in(t, simulator.Options{}, func(w *world) {
		w.core.Provider = acctest.Attrs{"blast_radius": map[string]any{"max_organizations": 3}}
		config := acctest.Config{}

		for i := range 4 {
			config[fmt.Sprintf("jumpcloud_organization.new%d", i)] = acctest.Attrs{"name": fmt.Sprintf("New %d", i)}
		}

		d := w.core.Plan(config).Diags
		says(t, d, "at least 4 organizations")
		says(t, d, "New 0, New 1, New 2, New 3")
		says(t, d, "jumpcloud_organization (create) in 4 organizations")

		delete(config, "jumpcloud_organization.new0")
		w.core.MustApply(config)
	})
}

func TestAllowedOrganizations(t *testing.T) {
	in(t, simulator.Options{}, func(w *world) {
		globex, _ := w.sim.OrganizationID(simulator.Globex)
		w.core.Provider = acctest.Attrs{"allowed_organization_ids": []any{globex}}

		p := w.core.Plan(w.many(1))
		says(t, p.Diags, fmt.Sprintf("is not one of the provider's allowed_organization_ids (%q (%s))", simulator.Globex, globex))

		_, d := w.core.Data("jumpcloud_iplists", acctest.Attrs{"organization_id": w.org})
		says(t, d, "allowed_organization_ids")

		if n := w.sim.Log().Count("", iplists()); n > 0 {
			t.Errorf("%d calls to an organization that is not allowed", n)
		}

		says(t, w.core.Import(address(0), w.org+"/66b1f0a2c8d5e90001a1b2c3"), "allowed_organization_ids")

		// A new one can be in no list, and nobody could delete it.
		made := w.core.Apply(acctest.Config{"jumpcloud_organization.new": {"name": "Hooli"}})
		says(t, made, "A new organization would be none of the provider's allowed_organization_ids")

		if n := len(w.sim.Log().Writes()); n > 0 {
			t.Errorf("%d writes", n)
		}

		w.org = globex
		w.core.MustApply(w.many(1))
	})
}

func iplists() string { return "/api/v2/" + iplistsim.Collection }

func TestExplicitOrganization(t *testing.T) {
	in(t, simulator.Options{}, func(w *world) {
		w.core.Provider = acctest.Attrs{"require_explicit_organization": true}
		w.core.MustApply(w.many(1))

		config := acctest.Config{address(0): {"name": "Office", "ips": []any{"192.0.2.1"}}}
		says(t, w.core.Plan(config).Diags, "Missing organization_id")

		w.core.Use(w.env.With("JUMPCLOUD_ORGANIZATION_ID", w.org))
		says(t, w.core.Plan(config).Diags, "require_explicit_organization is set and so is a default organization")
	})
}

// A known id that the credential does not reach fails at plan, and names the nearest.
func TestForeignOrganization(t *testing.T) {
	in(t, simulator.Options{}, func(w *world) {
		acme := w.org
		slip := acme[:23] + "0"

		if slip == acme {
			slip = acme[:23] + "1"
		}

		foreign, _ := w.sim.OrganizationID(simulator.OtherTenant)

		for _, id := range []string{slip, foreign} {
			w.org = id

			d := w.core.Plan(w.many(1)).Diags
			says(t, d, "Unknown Organization")
			says(t, d, "None of the organizations that the credential reaches (3) has the id "+id+". The nearest: ")

			if id == slip {
				says(t, d, fmt.Sprintf("The nearest: %q (%s)", simulator.AcmeInc, acme))
			}

			if n := w.sim.Log().Count("", iplists()); n > 0 {
				t.Errorf("%d calls to %s", n, id)
			}
		}

		// A key of one organization has its own reach.
		w.use(acctest.As(w.sim, simulator.RoleTenant))

		w.org, _ = w.sim.OrganizationID(simulator.Globex)
		says(t, w.core.Plan(w.many(1)).Diags, "None of the organizations that the credential reaches (1) has the id "+w.org)
	})
}
