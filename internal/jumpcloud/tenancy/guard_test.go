// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package tenancy_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
)

func (e *estate) allow(names ...string) {
	ids := []any{}
	for _, name := range names {
		ids = append(ids, e.ids[name])
	}

	e.core.Provider = acctest.Attrs{"allowed_organization_ids": ids}
}

// The allow-list holds for what an object of the portal names: when it is made, moved away
// and destroyed.
func TestAllowListHoldsForObjectsOfThePortal(t *testing.T) {
	t.Parallel()

	const link = "jumpcloud_administrator_organization_link.kim"

	e := newEstate(t, nil)
	admin := e.sim.AddKey("kim@example.com", jumpcloudsim.Access{ProviderID: e.provider}, "")
	_ = admin
	id := ""

	for _, d := range e.sim.Docs(jumpcloudsim.Administrators, "").All() {
		if d["email"] == "kim@example.com" {
			id, _ = d["id"].(string)
		}
	}

	in := func(name string) acctest.Config {
		return acctest.Config{link: {"administrator_id": id, "organization_id": e.ids[name]}}
	}

	e.core.MustApply(in(simulator.AcmeInc))
	e.sim.Log().Reset()

	for name, c := range map[string]struct {
		allowed string
		config  acctest.Config
		refused string
	}{
		"destroyed":  {simulator.Globex, acctest.Config{}, simulator.AcmeInc},
		"moved from": {simulator.Globex, in(simulator.Globex), simulator.AcmeInc},
		"moved to":   {simulator.AcmeInc, in(simulator.Globex), simulator.Globex},
	} {
		approved := e.core.Plan(c.config) // without the list
		e.allow(c.allowed)

		d := e.core.Plan(c.config).Diags
		says := fmt.Sprintf("Organization %q (%s) is not one of the provider's allowed_organization_ids (%q (%s))",
			c.refused, e.ids[c.refused], c.allowed, e.ids[c.allowed])

		if len(d.Errors()) != 1 || d.Errors()[0].Summary != "Organization Not Allowed" || !strings.Contains(d.String(), says) {
			t.Errorf("%s: no %q in\n%s", name, says, d)
		}

		// Before the write it is looked at again.
		if name != "moved to" {
			if d := approved.Apply(); len(d.Errors()) == 0 || !strings.Contains(d.String(), "allowed_organization_ids") {
				t.Errorf("%s: applied: %s", name, d)
			}
		}

		e.core.Provider = nil
	}

	if n := len(e.sim.Log().Writes()); n > 0 || e.core.State(link)["organization_id"] != e.ids[simulator.AcmeInc] {
		t.Errorf("%d writes, state %v", n, e.core.State(link))
	}
}

// onboarding makes n organizations, each with settings, a list and a group. Those objects
// are applied once the ids are known, as Terraform does it in one run.
func onboarding(n int) acctest.Config {
	all := acctest.Config{}

	for i := range n {
		all[fmt.Sprintf("jumpcloud_organization.t%03d", i)] = acctest.Attrs{"name": fmt.Sprintf("Tenant %03d", i)}
	}

	return all
}

// An organization that the run makes is counted once, by name, however often it is planned
// again with an id, and whoever else made it.
func TestBlastRadiusCountsOnce(t *testing.T) {
	t.Parallel()

	e := newEstate(t, nil)
	e.core.Provider = acctest.Attrs{"blast_radius": map[string]any{"max_organizations": 13}}

	p := e.core.Plan(onboarding(13))
	if len(p.Diags) > 0 {
		t.Fatal(p.Diags)
	}

	if d := e.core.Plan(onboarding(14)).Diags; !strings.Contains(d.String(), "at least 14 organizations") {
		t.Errorf("%s", d)
	}

	if d := p.Apply(); len(d) > 0 {
		t.Error(d)
	}

	inside := onboarding(13)

	for i := range 13 {
		id, _ := e.core.State(fmt.Sprintf("jumpcloud_organization.t%03d", i))["id"].(string)
		inside[fmt.Sprintf("jumpcloud_iplist.t%03d", i)] = acctest.Attrs{"organization_id": id, "name": "Office", "ips": []any{"192.0.2.1"}}
	}

	e.core.MustApply(inside)
}

// A plan that changes too many organizations says what it is that changes in them.
func TestBlastRadiusSaysWhatChanges(t *testing.T) {
	t.Parallel()

	lists := func(e *estate, label, name string, ips ...any) acctest.Config {
		all := acctest.Config{}
		for i, organization := range []string{simulator.AcmeInc, simulator.Globex} {
			all[fmt.Sprintf("jumpcloud_iplist.%s%d", label, i)] = acctest.Attrs{"organization_id": e.ids[organization], "name": name, "ips": ips}
		}

		return all
	}

	e := newEstate(t, nil)
	e.core.MustApply(lists(e, "old", "Office", "192.0.2.1"))
	e.core.Provider = acctest.Attrs{"blast_radius": map[string]any{"max_organizations": 1}}

	for cause, next := range map[string]acctest.Config{
		"jumpcloud_iplist name":      lists(e, "old", "Branch", "192.0.2.1"),
		"jumpcloud_iplist ips":       lists(e, "old", "Office", "192.0.2.2"),
		"jumpcloud_iplist (create)":  both(lists(e, "old", "Office", "192.0.2.1"), lists(e, "new", "Branch", "192.0.2.1")),
		"jumpcloud_iplist (destroy)": {},
	} {
		if d := e.core.Plan(next).Diags; len(d.Errors()) != 1 || !strings.Contains(d.String(), cause) {
			t.Errorf("want %s: %s", cause, d)
		}
	}
}

// Touch of a client that has made organizations itself, and written: half of a roll-out is
// worse than all of it.
func TestBlastRadiusDoesNotStopARunThatHasWritten(t *testing.T) {
	t.Parallel()

	s := acctest.Simulator(t, simulator.Options{})
	c, err := jumpcloud.New(jumpcloud.Config{
		APIKey: s.Key(simulator.RoleBilling), APIURL: acctest.URL, Transport: s.Transport(), RequestsPerSecond: 100,
		RequestTimeout: jumpcloud.DefaultRequestTimeout, Guards: jumpcloud.Guards{MaxOrganizations: 1},
	})
	if err != nil {
		t.Fatal(err)
	}

	if err := c.Touch(t.Context(), "one", "x"); err != nil {
		t.Error(err)
	}

	acmeID, _ := s.OrganizationID(simulator.AcmeInc)
	if _, err := collections.Put[map[string]any](t.Context(), c.Portal().V1("organizations", acmeID), map[string]any{"settings": map[string]any{}}); err != nil {
		t.Fatal(err)
	}

	if err := c.Touch(t.Context(), "two", "x"); err != nil {
		t.Errorf("stopped in the middle: %s", err)
	}
}

// What another provider block made since this process first listed is found by a second look.
func TestReachLooksAgain(t *testing.T) {
	t.Parallel()

	e := newEstate(t, nil)
	c, err := jumpcloud.New(jumpcloud.Config{
		APIKey: e.sim.Key(simulator.RoleBilling), APIURL: acctest.URL, Transport: e.sim.Transport(), RequestsPerSecond: 100,
		RequestTimeout: jumpcloud.DefaultRequestTimeout,
	})
	if err != nil {
		t.Fatal(err)
	}

	before, err := c.Portal().Reach(t.Context())
	if err != nil {
		t.Fatal(err)
	}

	id := e.sim.AddOrganization(e.provider, jumpcloudsim.Organization{Name: "Nova"})

	if all, _ := c.Portal().Reach(t.Context()); len(all) != len(before) {
		t.Errorf("%d organizations, and there were %d", len(all), len(before))
	}

	// A 404 of something in it is a 404 of that thing.
	if err := (tenancy.Tenant{}).Lost(t.Context(), c, map[string]string{tenancy.OrganizationID: id}, e.provider); err != nil {
		t.Error(err)
	}
}
