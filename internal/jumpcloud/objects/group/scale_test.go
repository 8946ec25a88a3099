// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"fmt"
	"slices"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
)

// TestEstate: 250 policies in 3 groups with 400 device groups as targets. A second plan is
// empty, and costs one listing of the groups and one of each set.
func TestEstate(t *testing.T) {
	t.Parallel()
	synctest.Test(t, estate) // the pace of requests is kept in virtual time
}

func estate(t *testing.T) {
	t.Helper()

	w := newWorld(t, nil)
	tenth := w.Fewer(10, 1)
	p, g := w.policies(25*tenth), w.groups(groupsim.SystemGroup, 40*tenth)
	want := 1 // one page of groups
	config := acctest.Config{}

	for i, share := range [][2]int{{0, 15}, {10, 25}, {0, 25}} {
		members, targets := p[share[0]*tenth:share[1]*tenth], g[i*10*tenth:(i*10+20)*tenth]
		want += pages(len(members)) + pages(len(targets)) // x-total-count saves asking for a third page after two full ones
		address, name := fmt.Sprintf("jumpcloud_policy_group.g%d", i), fmt.Sprintf("Group %d", i)
		config[address] = w.In(acctest.Attrs{
			"name": name, "policy_ids": set(members...), "system_group_ids": set(targets...),
		})

		// Made in the console: 1150 requests would take longer than everything else here.
		id := groupsim.AddGroup(w.Sim.World, w.Org, groupsim.PolicyGroup, name)
		for _, member := range members {
			groupsim.Join(w.Sim.World, w.Org, policyGroup(id), policy(member))
		}

		for _, target := range targets {
			groupsim.Bind(w.Sim.World, w.Org, policyGroup(id), systemGroup(target))
		}

		wantNoError(t, w.Import(address, w.Org+"/"+id))
	}

	// An import manages no set yet; taking over what is there sends nothing.
	wantNoError(t, w.Apply(config))

	if sent := w.operations(); len(sent) > 0 {
		t.Errorf("sent %q", sent)
	}

	w.MustPlanEmpty(config)

	if got := w.Sim.Log().Count("", ""); got != want {
		t.Errorf("%d calls, want %d:\n%q", got, want, w.calls())
	}

	if n := w.Sim.Log().Count("POST", ""); n > 0 {
		t.Errorf("%d writes", n)
	}
}

// pages is how many pages so many rows have.
func pages(rows int) int { return (rows + 99) / 100 }

// TestManyEdgesOfASet: more than a page is added and removed, with nothing forgotten.
func TestManyEdgesOfASet(t *testing.T) {
	t.Parallel()
	synctest.Test(t, manyEdgesOfASet) // the pace of requests is kept in virtual time
}

func manyEdgesOfASet(t *testing.T) {
	t.Helper()

	w := newWorld(t, nil)
	p := w.policies(130)
	config := w.baseline(acctest.Attrs{"name": "Baseline", "policy_ids": set(p[:110]...)})
	w.MustApply(config)

	config[baseline]["policy_ids"] = set(p[105:]...)
	w.forget()
	w.MustApply(config)

	if n := len(w.operations()); n != 20+105 {
		t.Errorf("%d operations, want %d", n, 20+105)
	}

	if got := w.members(w.id(baseline)); !slices.Equal(got, p[105:]) {
		t.Errorf("%d members", len(got))
	}
}

// TestManyMemberships: 200 memberships of one group are refreshed from one listing.
func TestManyMemberships(t *testing.T) {
	t.Parallel()
	synctest.Test(t, manyMemberships) // the pace of requests is kept in virtual time
}

func manyMemberships(t *testing.T) {
	t.Helper()

	w := newWorld(t, nil)
	group := w.groups(groupsim.PolicyGroup, 1)[0]
	config := acctest.Config{}
	p := w.policies(w.Fewer(200, 110))

	for i, id := range p {
		config[fmt.Sprintf("jumpcloud_policy_group_membership.m%d", i)] = w.In(acctest.Attrs{"policy_group_id": group, "policy_id": id})
	}

	w.MustApply(config)
	w.forget()
	w.MustPlanEmpty(config)
	w.wantCalls("2× GET policygroups/{group_id}/members 200")

	if got := w.members(group); !slices.Equal(got, p) {
		t.Errorf("%d members", len(got))
	}

	// One that was taken out is the one that is planned.
	groupsim.Leave(w.Sim.World, w.Org, policyGroup(group), policy(p[7]))
	w.forget()

	if got := w.Plan(config).Actions(); len(got) != 1 || got["jumpcloud_policy_group_membership.m7"] != acctest.Create {
		t.Errorf("%v", got)
	}
}

// TestManyAssociations: the same for what a policy group is bound to.
func TestManyAssociations(t *testing.T) {
	t.Parallel()
	synctest.Test(t, manyAssociations) // the pace of requests is kept in virtual time
}

func manyAssociations(t *testing.T) {
	t.Helper()

	w := newWorld(t, nil)
	group := w.groups(groupsim.PolicyGroup, 1)[0]
	config := acctest.Config{}

	for i, id := range w.groups(groupsim.SystemGroup, 120) {
		config[fmt.Sprintf("jumpcloud_policy_group_association.a%d", i)] = w.In(acctest.Attrs{
			"policy_group_id": group, "target_type": "system_group", "target_id": id,
		})
	}

	w.MustApply(config)
	w.forget()
	w.MustPlanEmpty(config)
	w.wantCalls("2× GET policygroups/{group_id}/associations 200")
}

// TestManyGroups: groups are refreshed from their list where it is whole; where it is
// short, device and user groups cost a GET each, and policy groups still none.
func TestManyGroups(t *testing.T) {
	t.Parallel()
	synctest.Test(t, manyGroups) // the pace of requests is kept in virtual time
}

func manyGroups(t *testing.T) {
	t.Helper()

	for shape, want := range map[string]int{"whole": 3, "short": 3 + 40} {
		w := newWorld(t, map[string]string{"group-list-shape": shape})
		config := acctest.Config{}

		for i := range 20 {
			name := acctest.Attrs{"name": fmt.Sprintf("Group %d", i)}
			config[fmt.Sprintf("jumpcloud_policy_group.g%d", i)] = w.In(name)
			config[fmt.Sprintf("jumpcloud_system_group.g%d", i)] = w.In(name)
			config[fmt.Sprintf("jumpcloud_user_group.g%d", i)] = w.In(name)
		}

		w.MustApply(config)
		w.forget()
		w.MustPlanEmpty(config)

		if got := w.Sim.Log().Count("", ""); got != want {
			t.Errorf("%s: %d calls, want %d:\n%q", shape, got, want, w.calls())
		}
	}
}
