// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package scale_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// tenants makes so many organizations, with so many policies in each, and returns their ids.
func (w *world) tenants(organizations, policies int) []string {
	w.t.Helper()

	provider, _ := w.sim.ProviderID(simulator.DefaultProvider)

	for _, id := range w.sim.Docs(jumpcloudsim.Organizations, provider).IDs() {
		w.sim.Remove(jumpcloudsim.Organizations, provider, id)
	}

	ids := make([]string, 0, organizations)

	for i := range organizations {
		id := w.sim.IDs.ObjectID()
		w.sim.Put(jumpcloudsim.Organizations, provider, id, sim.Doc{"name": fmt.Sprintf("Tenant %03d", i)})

		for k := range policies {
			_, err := w.sim.AddPolicy(id, simulator.SeedPolicy{
				Name: fmt.Sprintf("Policy %02d", k), Template: "lock_screen_darwin", Values: map[string]any{"timeout": 60 + k},
			})
			if err != nil {
				w.t.Fatal(err)
			}
		}

		ids = append(ids, id)
	}

	w.sim.Log().Reset()

	return ids
}

// listed takes a list of policies that must say nothing besides.
func (w *world) listed(q acctest.Query) []acctest.Listed {
	w.t.Helper()

	all, d := w.core.List("jumpcloud_policy", q)
	w.clean(d)

	return all
}

// The policies of 300 organizations cost a call an organization, with their values too where
// the list shows them, and each result comes as soon as its organization was read.
func TestListOfAFleet(t *testing.T) {
	for name, row := range map[string]struct {
		organizations int
		shown         string
		include       bool
		most          int
	}{
		"names":                        {300, "ignored", false, 305},
		"values that the list shows":   {300, "honoured", true, 306},
		"values that it does not show": {30, "ignored", true, 336},
	} {
		t.Run(name, func(t *testing.T) {
			in(t, simulator.Options{Switches: map[string]string{"policies-list-fields-values": row.shown}}, func(w *world) {
				w.tenants(row.organizations, 10)

				first, last, n := 0, "", 0
				w.clean(w.core.ListEach("jumpcloud_policy", acctest.Query{Limit: 100000, IncludeResource: row.include}, func(l acctest.Listed) {
					if n++; n == 1 {
						first = w.sim.Log().Count(http.MethodGet, "/api/v2/policies")
					}

					if l.Name <= last {
						t.Errorf("%q comes after %q", l.Name, last)
					}

					last = l.Name
				}))

				if n != 10*row.organizations || last != fmt.Sprintf("Tenant %03d / Policy 09", row.organizations-1) {
					t.Errorf("%d results, the last is %q", n, last)
				}

				if first > 20 {
					t.Errorf("%d lists of policies were read before the first result", first)
				}

				t.Logf("%d calls, %d lists of policies before the first result", w.sim.Log().Count(http.MethodGet, ""), first)
				w.most(name, row.most)
			})
		})
	}
}

// Terraform's usual limit of 100 ends it after a few organizations, and the last result says so.
func TestListOfAFleetStopsAtTheLimit(t *testing.T) {
	in(t, simulator.Options{}, func(w *world) {
		w.tenants(50, 10)

		all, d := w.core.List("jumpcloud_policy", acctest.Query{})
		if len(all) != 100 || len(d) != 1 || d[0].Summary != "Results Cut Off" {
			t.Errorf("%d results:\n%s", len(all), d)
		}

		if n := w.sim.Log().Count(http.MethodGet, "/api/v2/policies"); n > 15 {
			t.Errorf("%d lists of policies were read for the ten first organizations", n)
		}
	})
}

// One organization that cannot be read is a warning that names it; the rest is there.
func TestListInSpiteOfAnOrganization(t *testing.T) {
	in(t, simulator.Options{}, func(w *world) {
		ids := w.tenants(5, 2)
		w.use(w.env.With("JUMPCLOUD_MAX_RETRIES", "0"))
		w.sim.Inject(sim.Fault{Status: http.StatusInternalServerError, Match: func(r *http.Request) bool {
			return r.URL.Path == "/api/v2/policies" && r.Header.Get("X-Org-Id") == ids[1]
		}})

		all, d := w.core.List("jumpcloud_policy", acctest.Query{})
		if len(all) != 8 || len(d) != 1 || len(d.Warnings()) != 1 || d[0].Summary != "Unable to List Policy in Tenant 001" || !strings.Contains(d[0].Detail, ids[1]) {
			t.Errorf("%d results:\n%s", len(all), d)
		}

		w.sim.Inject(sim.Fault{Status: http.StatusForbidden, PathPrefix: "/api/v2/policies"})

		if all, d := w.core.List("jumpcloud_policy", acctest.Query{}); len(all) > 0 || len(d.Errors()) != 1 || len(d.Warnings()) != 4 {
			t.Errorf("%d results:\n%s", len(all), d)
		}
	})
}

// The organizations that are looked in: those that are named, else the provider's own, else
// all that it allows.
func TestListPlaces(t *testing.T) {
	in(t, simulator.Options{}, func(w *world) {
		ids := w.tenants(4, 1)
		own := w.env.With("JUMPCLOUD_ORGANIZATION_ID", ids[2])
		limited := map[string]any{"allowed_organization_ids": ids[:2]}

		for name, row := range map[string]struct {
			env    acctest.Environment
			block  acctest.Attrs
			config acctest.Attrs
			want   string
		}{
			"all":                     {w.env, nil, nil, "0123"},
			"the provider's":          {own, nil, nil, "2"},
			"named":                   {own, nil, acctest.Attrs{"organization_ids": []string{ids[3], ids[0], ids[3]}}, "03"},
			"all, with a provider's":  {own, nil, acctest.Attrs{"all_organizations": true}, "0123"},
			"all that is allowed":     {w.env, limited, nil, "01"},
			"named, of those allowed": {w.env, limited, acctest.Attrs{"organization_ids": ids[1:2]}, "1"},
		} {
			w.use(row.env)
			w.core.Provider = row.block

			got := ""
			for _, l := range w.listed(acctest.Query{Config: row.config}) {
				got += fmt.Sprint(slices.Index(ids, fmt.Sprint(l.Identity["organization_id"])))
			}

			if got != row.want {
				t.Errorf("%s: looked in %s, want %s", name, got, row.want)
			}
		}

		w.use(w.env)

		for says, config := range map[string]acctest.Attrs{
			"allowed_organization_ids": {"organization_ids": ids[2:3]},
			"all_organizations":        {"organization_ids": ids[:1], "all_organizations": true},
			"24 hexadecimal digits":    {"organization_ids": []string{"Tenant 001"}},
		} {
			w.core.Provider = limited

			w.sim.Log().Reset()

			if all, d := w.core.List("jumpcloud_policy", acctest.Query{Config: config}); len(all) > 0 || len(d.Errors()) != 1 || !strings.Contains(d.String(), says) {
				t.Errorf("%q: %d results:\n%s", says, len(all), d)
			}

			if n := w.sim.Log().Count(http.MethodGet, "/api/v2/policies"); n > 0 {
				t.Errorf("%q: %d lists were read", says, n)
			}
		}
	})
}

// A key of one organization lists what is there.
func TestListWithATenantsKey(t *testing.T) {
	in(t, simulator.Options{}, func(w *world) {
		w.use(acctest.As(w.sim, simulator.RoleTenant))
		w.apply(acctest.Config{"jumpcloud_iplist.office": {"organization_id": w.org, "name": "Office", "ips": []string{"203.0.113.1"}}})

		all, d := w.core.List("jumpcloud_iplist", acctest.Query{IncludeResource: true})
		w.clean(d)

		if len(all) != 1 || all[0].Name != simulator.AcmeInc+" / Office" || all[0].Resource["name"] != "Office" {
			t.Errorf("%v", all)
		}
	})
}

// A pattern of a template's name finds the policies that were made from it.
func TestListPoliciesOfATemplate(t *testing.T) {
	in(t, simulator.Options{}, func(w *world) {
		ids := w.tenants(2, 1)
		if _, err := w.sim.AddPolicy(ids[1], simulator.SeedPolicy{Name: "Wi-Fi", Template: "wifi_configuration_windows"}); err != nil {
			t.Fatal(err)
		}

		all := w.listed(acctest.Query{Config: acctest.Attrs{"template_name": []string{"*_windows"}}})
		if len(all) != 1 || all[0].Name != "Tenant 001 / Wi-Fi" {
			t.Errorf("%v", all)
		}
	})
}
