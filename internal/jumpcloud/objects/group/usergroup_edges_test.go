// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"slices"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// ofUserGroups are what user groups can be associated with; things are those of them that
// nothing else can; of those that are unlisted the API has no list.
var (
	ofUserGroups = append([]string{
		groupsim.Policy, groupsim.PolicyGroup, groupsim.RADIUSServer, groupsim.System, groupsim.SystemGroup,
	}, things...)
	things = []string{
		groupsim.ActiveDirectory, groupsim.Application, groupsim.GSuite, groupsim.IDPRoutingPolicy, groupsim.LDAPServer,
		groupsim.Office365, groupsim.PasswordManagerItem,
	}

	unlisted = []string{
		groupsim.ActiveDirectory, groupsim.GSuite, groupsim.IDPRoutingPolicy, groupsim.Office365, groupsim.PasswordManagerItem,
	}
)

func userGroup(id string) groupsim.Ref { return groupsim.Ref{Type: groupsim.UserGroup, ID: id} }

func newUserMembership(t *testing.T, switches map[string]string) *edgeCase {
	t.Helper()

	w := newWorld(t, switches)
	g, to, twin := w.object(groupsim.UserGroup, "Staff"), w.object(groupsim.User, "one"), w.object(groupsim.User, "two")

	return &edgeCase{
		w, "jumpcloud_user_group_membership.x", "User Group Membership",
		acctest.Attrs{"user_group_id": g, "user_id": to},
		userGroup(g),
		groupsim.Ref{Type: groupsim.User, ID: to},
		twin, "usergroups/{group_id}/members",
	}
}

func newUserGroupAssociation(t *testing.T, switches map[string]string, targetType string) *edgeCase {
	t.Helper()

	w := newWorld(t, switches)
	g, to, twin := w.object(groupsim.UserGroup, "Staff"), w.object(targetType, "one"), w.object(targetType, "two")

	return &edgeCase{
		w, "jumpcloud_user_group_association.x", "User Group Association",
		acctest.Attrs{"user_group_id": g, "target_type": targetType, "target_id": to},
		userGroup(g),
		groupsim.Ref{Type: targetType, ID: to},
		twin, "usergroups/{group_id}/associations",
	}
}

func TestUserGroupTargetTypesAreTheContracts(t *testing.T) {
	t.Parallel()

	want := slices.Sorted(slices.Values(ofUserGroups))
	if got := slices.Sorted(slices.Values(group.UserGroupTargetTypes)); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestTargetThatNobodyLists: what no list shows is the service's to refuse.
func TestTargetThatNobodyLists(t *testing.T) {
	t.Parallel()

	c := newUserGroupAssociation(t, nil, groupsim.GSuite)
	c.attrs["target_id"] = missing

	wantNoError(t, c.Plan(c.config()).Diags)
	wantError(t, c.Apply(c.config()), "Unable to Create User Group Association", "status 400", missing)

	if c.State(c.address) != nil {
		t.Error("an edge that was refused is in state")
	}
}

func TestPasswordManagerItemHasAUUID(t *testing.T) {
	t.Parallel()

	const item = "0d2c6f1e-8a43-4d0b-9c1e-5f7a2b3c4d5e"

	w := newWorld(t, nil)
	g := w.object(groupsim.UserGroup, "Staff")
	w.Sim.Put("passwordmanageritems", w.Org, item, sim.Doc{"name": "Wi-Fi"})

	address := "jumpcloud_user_group_association.x"
	config := acctest.Config{address: w.In(acctest.Attrs{"user_group_id": g, "target_type": "password_manager_item", "target_id": item})}
	w.MustApply(config)
	w.MustPlanEmpty(config)

	core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleTenant))
	wantNoError(t, core.Import(address, w.Org+"/"+g+"/password_manager_item/"+item))
	core.MustPlanEmpty(config)
}

// TestMemberOfDynamicUserGroup: where a query decides alone, a membership is refused.
func TestMemberOfDynamicUserGroup(t *testing.T) {
	t.Parallel()

	c := newUserMembership(t, nil)
	c.Sim.Change(groupsim.UserGroups, c.Org, c.owner.ID, func(d sim.Doc) { d["membershipMethod"] = "DYNAMIC_AUTOMATED" })

	if d := c.Plan(c.config()).Diags; len(d.Errors()) > 0 || len(d.Warnings()) != 1 {
		t.Errorf("planned with %s", d)
	}

	c.forget()
	wantError(t, c.Apply(c.config()), "Unable to Create User Group Membership", c.owner.ID, "DYNAMIC_AUTOMATED", "user_group_id")

	if n := c.Sim.Log().Count("POST", ""); n > 0 || c.State(c.address) != nil {
		t.Errorf("%d requests, state %v", n, c.State(c.address))
	}
}

func TestUserGroupEdgeDataSources(t *testing.T) {
	t.Parallel()

	e := newEstate(t)
	app, radius := e.object(groupsim.Application, "Wiki"), e.object(groupsim.RADIUSServer, "Office")
	groupsim.Bind(e.Sim.World, e.Org, userGroup(e.staff), groupsim.Ref{Type: groupsim.Application, ID: app})
	groupsim.Bind(e.Sim.World, e.Org, userGroup(e.staff), groupsim.Ref{Type: groupsim.RADIUSServer, ID: radius})

	for typeName, config := range map[string]acctest.Attrs{
		"jumpcloud_user_group_membership":  {"user_group_id": e.staff, "user_id": e.person},
		"jumpcloud_user_group_association": {"user_group_id": e.staff, "target_type": "application", "target_id": app},
	} {
		e.wantData(typeName, config, config)
	}

	e.wantData("jumpcloud_user_group_memberships", acctest.Attrs{"user_group_id": e.staff}, acctest.Attrs{
		"user_group_id": e.staff, "user_ids": set(e.person), "effective_user_ids": set(e.person),
	})

	want := acctest.Attrs{"user_group_id": e.staff}
	for _, to := range ofUserGroups {
		want[to+"_ids"] = []any{}
	}

	want["application_ids"], want["radius_server_ids"], want["policy_group_ids"] = set(app), set(radius), set(e.group)
	e.wantData("jumpcloud_user_group_associations", acctest.Attrs{"user_group_id": e.staff}, want)

	for _, typeName := range []string{"jumpcloud_user_group_memberships", "jumpcloud_user_group_associations"} {
		_, d := e.Data(typeName, e.In(acctest.Attrs{"user_group_id": missing}))
		wantError(t, d, "Unable to Read User Group", missing)
	}
}
