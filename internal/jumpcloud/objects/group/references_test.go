// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// tenant is the world's organization, for what needs no Terraform.
func (w *world) tenant() *jumpcloud.Tenant {
	w.T.Helper()

	client, err := jumpcloud.New(jumpcloud.Config{
		APIURL: acctest.URL, APIKey: w.Sim.Key(simulator.RoleBilling), RequestsPerSecond: 100, RequestTimeout: time.Minute, Transport: w.Sim.Transport(),
	})
	if err != nil {
		w.T.Fatal(err)
	}

	return client.Tenant(w.Org)
}

// TestUnknownDevice: a device that the organization does not have is an error at plan that
// says which, where, and where to look.
func TestUnknownDevice(t *testing.T) {
	t.Parallel()

	const member = "jumpcloud_system_group_membership.m"

	w := newWorld(t, nil)
	own := w.object(groupsim.System, "own")
	foreign := groupsim.AddSystem(w.Sim.World, w.other, groupsim.Device{DisplayName: "foreign"})
	config := acctest.Config{devices: w.In(acctest.Attrs{"name": "Kiosks"})}

	for id, says := range map[string][]string{
		missing: {`organization "Acme Inc" (` + w.Org + `) has no device ` + missing, "The data source jumpcloud_systems has the ids by name"},
		foreign: {"device " + foreign + ` belongs to organization "Globex" (` + w.other + `), not to "Acme Inc"`},
	} {
		config[member] = w.In(acctest.Attrs{"system_group_id": acctest.Unknown, "system_id": id})
		wantError(t, w.Plan(config).Diags, append(says, "Not in This Organization", "system_id")...)
	}

	config[member] = w.In(acctest.Attrs{"system_group_id": acctest.Unknown, "system_id": own})
	wantNoError(t, w.Plan(config).Diags)

	// An exemption is a device too.
	exempted := func(ids ...string) acctest.Config {
		return w.one(devices, acctest.Attrs{
			"name": "Macs", "membership_method": "DYNAMIC_AUTOMATED", "member_query_exemptions": exempt(ids...),
			"member_query": map[string]any{"query_type": "FilterQuery", "filters": macs},
		})
	}

	wantError(t, w.Plan(exempted(own, foreign)).Diags, "Not in This Organization", foreign, "Globex", "member_query_exemptions")
	w.MustApply(exempted(own))

	// What is in state is not asked for again.
	w.forget()
	w.MustPlanEmpty(exempted(own))

	if n := w.Sim.Log().Count("GET", "/api/systems"); n > 0 {
		t.Errorf("%d calls for devices", n)
	}
}

// TestManyDevicesAreOneListing: the members of an organization are checked with one listing.
func TestManyDevicesAreOneListing(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	g := w.groups(groupsim.SystemGroup, 1)[0]
	config := acctest.Config{}

	for range 30 {
		id := w.object(groupsim.System, "device")
		config["jumpcloud_system_group_membership."+id] = w.In(acctest.Attrs{"system_group_id": g, "system_id": id})
	}

	w.forget()
	wantNoError(t, w.Plan(config).Diags)

	if n := w.Sim.Log().Count("GET", "/api/systems"); n != 1 {
		t.Errorf("%d calls for devices", n)
	}
}

// TestContradictionAtTheApply: a group that the apply makes has no id at plan, so its set and
// an edge resource meet when the edge is planned again inside the apply.
func TestContradictionAtTheApply(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	p, g := w.policies(2), w.groups(groupsim.PolicyGroup, 1)[0]
	tenant := w.tenant()
	edges := group.Members(group.Ref{Type: group.PolicyGroup, ID: g})

	if err := (group.Set{Attribute: "policy_ids", Edges: edges}).Fill(t.Context(), tenant, kit.StringSet(p[:1])); err != nil {
		t.Fatal(err)
	}

	for id, warnings := range map[string]int{p[0]: 0, p[1]: 1} {
		for range 2 { // planned twice, as an object that is replaced
			var diags diag.Diagnostics

			group.PlanEdge(t.Context(), tenant, edges, id, true, &diags, "policy_group_id", "policy_id")

			if diags.HasError() || diags.WarningsCount() != warnings {
				t.Errorf("%s: %v", id, diags)
			}
		}
	}
}

// TestEdgeOfALostOrganization: who lost the organization sees no edge there, which does not
// mean that there is none.
func TestEdgeOfALostOrganization(t *testing.T) {
	t.Parallel()

	eachEdge(t, someEdges(), nil, func(t *testing.T, c *edgeCase) {
		t.Helper()

		c.MustApply(c.config())

		plan := c.Plan(acctest.Config{})
		c.Sim.Inject(sim.Fault{Method: "POST", PathPrefix: "/api/v2/", Status: 404})
		c.Sim.Inject(sim.Fault{Method: "GET", PathPrefix: "/api/v2/providers/", Status: 200, Body: `{"totalCount":1,"results":[{"id":"` + c.other + `","name":"Globex"}]}`})

		d := plan.Apply()
		wantError(t, d, "Unable to Delete "+c.title, "it stays in state")

		if c.State(c.address) == nil || len(c.there()) != 1 {
			t.Errorf("state %v, there %v\n%s", c.State(c.address), c.there(), d)
		}
	})
}

// TestTakingOverASet: a set that was not managed removes what state does not show, so the plan
// names it.
func TestTakingOverASet(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	p, g := w.policies(3), w.groups(groupsim.SystemGroup, 2)
	w.MustApply(w.baseline(acctest.Attrs{"name": "Baseline"}))

	for _, id := range p {
		groupsim.Join(w.Sim.World, w.Org, policyGroup(w.id(baseline)), policy(id))
	}

	groupsim.Bind(w.Sim.World, w.Org, policyGroup(w.id(baseline)), systemGroup(g[0]))

	for name, c := range map[string]struct {
		attrs acctest.Attrs
		says  []string
	}{
		"two go":      {acctest.Attrs{"policy_ids": set(p[1])}, []string{"removes 2 policies", `"Policy 0" (` + p[0] + `), "Policy 2" (` + p[2] + ")", `"Baseline"`}},
		"all go":      {acctest.Attrs{"policy_ids": []any{}}, []string{"removes 3 policies", p[1]}},
		"a target":    {acctest.Attrs{"system_group_ids": set(g[1])}, []string{"removes 1 device group", `"system_group 0" (` + g[0] + ")"}},
		"as it is":    {acctest.Attrs{"policy_ids": set(p...), "system_group_ids": set(g...)}, nil},
		"not known":   {acctest.Attrs{"policy_ids": []any{acctest.Unknown}, "system_group_ids": acctest.Unknown}, nil},
		"not managed": {acctest.Attrs{}, nil},
	} {
		c.attrs["name"] = "Baseline"

		d := w.Plan(w.baseline(c.attrs)).Diags
		if c.says == nil {
			wantNoError(t, d)

			continue
		}

		if len(d.Errors()) > 0 || len(d.Warnings()) != 1 {
			t.Errorf("%s: %s", name, d)
		}

		for _, part := range append(c.says, "Taking Over a Set") {
			if !strings.Contains(d.String(), part) {
				t.Errorf("%s: nothing says %q:\n%s", name, part, d)
			}
		}
	}

	// Once taken over, the plan itself shows what goes.
	w.Apply(w.baseline(acctest.Attrs{"name": "Baseline", "policy_ids": set(p...)}))
	wantNoError(t, w.Plan(w.baseline(acctest.Attrs{"name": "Baseline", "policy_ids": set(p[0])})).Diags)
}
