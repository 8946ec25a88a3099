// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestLinkLifeCycle(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.Sim.AddKey(email, jumpcloudsim.Access{ProviderID: w.ProviderID, Role: "Help Desk"}, "")

	id, acme, globex := w.id(email), w.org(simulator.AcmeInc), w.org(simulator.Globex)
	config := func(organization string) acctest.Config {
		return acctest.Config{link: {"administrator_id": id, "organization_id": organization}}
	}
	linked := func(want ...any) {
		t.Helper()

		if got, _ := w.stored(email)["organizations"].([]any); !slices.Equal(got, want) {
			t.Errorf("linked with %v, want %v", got, want)
		}
	}

	w.MustApply(config(acme))
	w.wantBodies("POST", sim.Doc{"organization": acme})
	linked(acme)

	if got := w.Identity(link); !reflect.DeepEqual(got, acctest.Attrs{"administrator_id": id, "organization_id": acme}) {
		t.Errorf("identity %v", got)
	}

	w.MustApply(config(globex))
	linked(globex)

	// Taken away elsewhere: put back.
	w.change(email, func(d sim.Doc) { d["organizations"] = []any{} })

	if a := w.Plan(config(globex)).Actions()[link]; a != acctest.Create {
		t.Errorf("planned %q", a)
	}

	w.MustApply(config(globex))

	w.Forget(link)
	wantNoError(t, w.Import(link, id+"/"+globex))
	w.MustPlanEmpty(config(globex))
	w.Forget(link)
	wantNoError(t, w.ImportByIdentity(link, acctest.Attrs{"administrator_id": id, "organization_id": globex}))
	wantError(t, w.Import(link, id), "<administrator_id>/<organization_id>")
	wantError(t, w.Import(link, id+"/"+acme), "Unable to Read Administrator Organization Link")

	wantNoError(t, w.Destroy())
	linked()

	// The administrator is gone, and the link with it.
	w.MustApply(config(acme))
	w.Sim.Remove(jumpcloudsim.Administrators, "", id)

	if p := w.Plan(acctest.Config{}); len(p.Diags) > 0 || len(p.Actions()) > 0 {
		t.Errorf("%v %s", p.Actions(), p.Diags)
	}

	wantError(t, w.Apply(config(acme)), "Unknown Administrator", "administrator_id", "knows no links of it")
}

func TestLinkThatIsThere(t *testing.T) {
	t.Parallel()

	for _, answer := range []string{"created", "409"} {
		w := newWorld(t, map[string]string{"organization-link-duplicate": answer})
		acme := w.org(simulator.AcmeInc)
		w.Sim.AddKey(email, jumpcloudsim.Access{ProviderID: w.ProviderID, Organizations: []string{acme}}, "")
		w.MustApply(acctest.Config{link: {"administrator_id": w.id(email), "organization_id": acme}})
	}
}

func TestLinkRefusedAtPlan(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	acme, foreign := w.org(simulator.AcmeInc), w.org(simulator.OtherTenant)
	id := w.id(simulator.RoleLimited)

	for part, attrs := range map[string]acctest.Attrs{
		"administrator_id":     {"administrator_id": "lee", "organization_id": acme},
		"organization_id":      {"administrator_id": id, "organization_id": "acme"},
		"Unknown Organization": {"administrator_id": id, "organization_id": foreign},
	} {
		wantError(t, w.Plan(acctest.Config{link: attrs}).Diags, part)
	}

	p := w.Plan(acctest.Config{link: {"administrator_id": acctest.Unknown, "organization_id": acctest.Unknown}})
	if len(p.Diags) > 0 || p.Actions()[link] != acctest.Create {
		t.Errorf("unknown: %v %s", p.Actions(), p.Diags)
	}

	core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleBilling))
	core.Provider = acctest.Attrs{"allowed_organization_ids": []any{w.org(simulator.Globex)}}
	wantError(t, core.Plan(acctest.Config{link: {"administrator_id": id, "organization_id": acme}}).Diags, "Organization Not Allowed")
}

// TestAllowListOfLinks: what may not be touched may not be left either.
func TestAllowListOfLinks(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.Sim.AddKey(email, jumpcloudsim.Access{ProviderID: w.ProviderID, Role: "Help Desk"}, "")

	to := func(organization string) acctest.Config {
		return acctest.Config{link: {"administrator_id": w.id(email), "organization_id": w.org(organization)}}
	}

	w.MustApply(to(simulator.AcmeInc))
	w.Provider = acctest.Attrs{"allowed_organization_ids": []any{w.org(simulator.Globex)}}
	w.Sim.Log().Reset()

	for name, config := range map[string]acctest.Config{"destroy": {}, "move": to(simulator.Globex)} {
		if d := w.Plan(config).Diags; !strings.Contains(d.Errors().String(), "Organization Not Allowed") {
			t.Errorf("%s: %s", name, d)
		}

		if d := w.Apply(config); len(d.Errors()) == 0 {
			t.Errorf("%s was applied", name)
		}
	}

	if n := len(w.Sim.Log().Writes()); n > 0 {
		t.Errorf("%d writes", n)
	}
}

// TestLinkThatLosesItsList: the service answers 404 where the administrator is gone, and
// nobody should believe it of one who is there.
func TestLinkThatLosesItsList(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.Sim.AddKey(email, jumpcloudsim.Access{ProviderID: w.ProviderID, Role: "Help Desk"}, "")
	config := acctest.Config{link: {"administrator_id": w.id(email), "organization_id": w.org(simulator.AcmeInc)}}
	w.MustApply(config)

	in := w.Sim.Inject(sim.Fault{Method: "GET", PathPrefix: "/api/v2/administrators", Status: 404})
	wantError(t, w.Plan(config).Diags, "Unable to Read Administrator Organization Link", "is an administrator of the provider")
	in.Remove()
	w.MustPlanEmpty(config)
}

// TestRefreshOfMany: one listing of the administrators, one of links for each, and the provider.
func TestRefreshOfMany(t *testing.T) {
	t.Parallel()

	const each = 10

	w := newWorld(t, nil)
	administrators := w.Fewer(100, 10)
	config := acctest.Config{}

	var organizations []string
	for i := range each {
		organizations = append(organizations, w.Sim.AddOrganization(w.ProviderID, jumpcloudsim.Organization{Name: fmt.Sprintf("Tenant %02d", i)}))
	}

	for i := range administrators {
		email := fmt.Sprintf("tech%03d@example.com", i)
		w.Sim.AddKey(email, jumpcloudsim.Access{ProviderID: w.ProviderID, Role: "Help Desk", Organizations: organizations}, "")
		address := fmt.Sprintf("jumpcloud_provider_administrator.tech%03d", i)
		config[address] = acctest.Attrs{"email": email, "role": "Help Desk", "organization_access": "selected", "api_access": true}
		wantNoError(t, w.Import(address, w.id(email)))

		for j, o := range organizations {
			address := fmt.Sprintf("jumpcloud_administrator_organization_link.tech%03d-%02d", i, j)
			config[address] = acctest.Attrs{"administrator_id": w.id(email), "organization_id": o}
			wantNoError(t, w.Import(address, w.id(email)+"/"+o))
		}
	}

	w.Sim.Log().Reset()
	w.MustPlanEmpty(config)

	// The provider, two pages of administrators (the seed has two more), the links of each.
	if n := w.Sim.Log().Count("", ""); n > 1+2+administrators {
		t.Errorf("%d calls, want %d", n, 1+2+administrators)
	}
}

// TestTechnicians is the fifth story of those that the provider is made for: teams with
// roles, each seeing some organizations.
func TestTechnicians(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	teams := map[string]struct {
		role          string
		organizations []string
	}{
		"lee": {"Help Desk", []string{simulator.AcmeInc, simulator.Globex}},
		"kim": {"Manager", []string{simulator.AcmeInc, simulator.Globex, simulator.Initech}},
	}

	config := acctest.Config{}
	for name, team := range teams {
		config["jumpcloud_provider_administrator."+name] = acctest.Attrs{
			"email": name + "@example.com", "role": team.role, "organization_access": "selected", "api_access": false, "multi_factor": true,
		}
	}

	w.MustApply(config)

	for name, team := range teams {
		for _, o := range team.organizations {
			config["jumpcloud_administrator_organization_link."+name+"/"+o] = acctest.Attrs{
				"administrator_id": w.id(name + "@example.com"), "organization_id": w.org(o),
			}
		}
	}

	w.MustApply(config)

	for name, team := range teams {
		if got, _ := w.stored(name + "@example.com")["organizations"].([]any); len(got) != len(team.organizations) {
			t.Errorf("%s sees %v", name, got)
		}
	}

	wantNoError(t, w.Destroy())

	if w.stored("lee@example.com") != nil || w.stored("kim@example.com") != nil {
		t.Error("still there")
	}
}

// TestLinkOfSomebodyNotListed: that the provider's list lacks somebody does not say that nobody can
// link them.
func TestLinkOfSomebodyNotListed(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.Sim.AddKey(email, jumpcloudsim.Access{ProviderID: w.ProviderID, Role: "Help Desk"}, "")

	config := acctest.Config{link: {"administrator_id": w.id(email), "organization_id": w.org(simulator.AcmeInc)}}
	w.Sim.Inject(sim.Fault{Method: "GET", Pattern: "/api/v2/providers/{id}/administrators", Status: 200, Body: `{"totalCount": 0, "results": []}`})

	w.MustApply(config)
	w.MustPlanEmpty(config)
}
