// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package tenancy_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// estate is what a provider of three organizations manages.
type estate struct {
	t        *testing.T
	sim      *simulator.Simulator
	core     *acctest.Core
	provider string
	ids      map[string]string
}

func newEstate(t *testing.T, switches map[string]string) *estate {
	t.Helper()

	s := acctest.Simulator(t, simulator.Options{Switches: switches})
	e := &estate{t, s, acctest.NewCore(t, s, acctest.As(s, simulator.RoleBilling)), "", map[string]string{}}
	e.provider, _ = s.ProviderID(simulator.DefaultProvider)

	for _, name := range []string{simulator.AcmeInc, simulator.Globex, simulator.Initech} {
		e.ids[name], _ = s.OrganizationID(name)
	}

	return e
}

// objects are a few of several kinds in an organization, the singleton without a header among them.
func (e *estate) objects(organization string) acctest.Config {
	id := e.ids[organization]
	slug := strings.ToLower(strings.Fields(organization)[0])
	all := acctest.Config{
		"jumpcloud_organization_settings." + slug: {"organization_id": id, "contact_name": "Kim"},
		"jumpcloud_user_group." + slug:            {"organization_id": id, "name": "Staff"},
	}

	for i := range 3 {
		all[fmt.Sprintf("jumpcloud_iplist.%s%d", slug, i)] = acctest.Attrs{
			"organization_id": id, "name": fmt.Sprintf("Office %d", i), "ips": []any{"192.0.2.1"},
		}
	}

	return all
}

func both(one, two acctest.Config) acctest.Config {
	all := maps.Clone(one)
	maps.Copy(all, two)

	return all
}

// A tenant that JumpCloud's support deleted takes its objects out of state, with one warning,
// and the rest of the estate goes on.
func TestDepartedTenant(t *testing.T) {
	t.Parallel()

	for _, role := range []string{simulator.RoleBilling, simulator.RoleService} {
		e := newEstate(t, nil)
		if role == simulator.RoleService {
			id, secret := e.sim.ServiceAccount(simulator.RoleService)
			e.core.Use(acctest.As(e.sim, simulator.RoleBilling).With("JUMPCLOUD_API_KEY", "").
				With("JUMPCLOUD_CLIENT_ID", id).With("JUMPCLOUD_CLIENT_SECRET", secret))
		}

		rest := e.objects(simulator.Globex)
		e.core.MustApply(both(e.objects(simulator.AcmeInc), rest))
		e.sim.Remove(jumpcloudsim.Organizations, e.provider, e.ids[simulator.AcmeInc])

		p := e.core.Plan(rest)
		gone := `Organization Is Gone: "` + e.ids[simulator.AcmeInc] + `"`
		if len(p.Diags) != 1 || p.Diags[0].Summary != gone || !strings.Contains(p.Diags[0].Detail, e.ids[simulator.AcmeInc]) {
			t.Errorf("%s: want one warning:\n%s", role, p.Diags)
		}

		if len(p.Actions()) > 0 || len(e.core.Addresses()) != len(rest) {
			t.Errorf("%s: %v, in state %v", role, p.Actions(), e.core.Addresses())
		}

		e.core.MustPlanEmpty(rest)
	}
}

// Without a refresh it is found at the destroy.
func TestDepartedTenantWithoutRefresh(t *testing.T) {
	t.Parallel()

	e := newEstate(t, nil)
	e.core.MustApply(e.objects(simulator.AcmeInc))
	e.sim.Remove(jumpcloudsim.Organizations, e.provider, e.ids[simulator.AcmeInc])

	d := e.core.PlanWithoutRefresh(acctest.Config{}).Apply()
	if len(d.Errors()) > 0 || len(d.Warnings()) > 1 || len(e.core.Addresses()) > 0 {
		t.Errorf("in state %v:\n%s", e.core.Addresses(), d)
	}
}

// What proves nothing: a key of another provider, of one tenant, one that lost access. All
// objects stay, and each says why.
func TestOutOfReachIsNotGone(t *testing.T) {
	t.Parallel()

	all := func(e *estate) acctest.Config { return e.objects(simulator.Initech) }
	says := map[string]string{
		simulator.RoleOther:   "it belonged to provider",
		simulator.RoleLimited: "so it may be limited to some",
		simulator.RoleTenant:  "the credential is one organization's own",
	}

	for role, reason := range says {
		e := newEstate(t, nil)
		e.core.MustApply(all(e))
		e.core.Use(acctest.As(e.sim, role))

		d := e.core.Plan(all(e)).Diags
		if len(d.Errors()) != len(all(e)) || len(d.Warnings()) > 0 || len(e.core.Addresses()) != len(all(e)) {
			t.Errorf("%s: in state %v:\n%s", role, e.core.Addresses(), d)
		}

		if !strings.Contains(strings.ToLower(d.String()), strings.ToLower(reason)) {
			t.Errorf("%s: no %q in:\n%s", role, reason, d)
		}
	}

	for _, links := range []string{"none", "every"} {
		e := newEstate(t, map[string]string{"organization-links-of-all": links})
		e.core.MustApply(all(e))

		ours, _ := e.sim.Docs(jumpcloudsim.Administrators, "").Find(func(d sim.Doc) bool { return d["key"] == e.sim.Key(simulator.RoleBilling) })
		e.sim.Change(jumpcloudsim.Administrators, "", ours["id"].(string), func(d sim.Doc) { //nolint:forcetypeassert // an id
			d["allOrganizations"], d["organizations"] = false, []any{e.ids[simulator.AcmeInc], e.ids[simulator.Globex]}
		})

		if d := e.core.Plan(all(e)).Diags; len(d.Errors()) != len(all(e)) || len(e.core.Addresses()) != len(all(e)) {
			t.Errorf("%s: in state %v:\n%s", links, e.core.Addresses(), d)
		}
	}
}
