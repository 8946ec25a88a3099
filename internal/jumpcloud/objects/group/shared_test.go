// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
)

// TestSharedGroups: a group that another organization owns can be read and imported, and no plan
// changes or destroys it, whatever the service would do.
func TestSharedGroups(t *testing.T) {
	t.Parallel()

	for _, of := range []string{groupsim.PolicyGroup, groupsim.SystemGroup, groupsim.UserGroup} {
		for _, change := range []string{"refuse", "accept"} {
			t.Run(of+" "+change, func(t *testing.T) {
				t.Parallel()

				s := newSharing(t, of, map[string]string{"shared-group-change": change})
				groupsim.Share(s.Sim.World, s.other, s.object, s.Org)

				address := "jumpcloud_" + of + ".shared"
				config := func(name string) acctest.Config { return acctest.Config{address: s.In(acctest.Attrs{"name": name})} }

				wantNoError(t, s.Import(address, s.Org+"/"+s.object.ID))
				s.MustApply(config("Tools")) // takes over no more than defaults
				s.Sim.Log().Reset()

				for what, config := range map[string]acctest.Config{"changed": config("Renamed"), "destroyed": {}} {
					d := s.Plan(config).Diags
					wantError(t, d, "Shared Group", `"Tools" (`+s.object.ID+`) belongs to organization "Globex`, "destroy = false")

					if t.Failed() {
						t.Log(what)
					}
				}

				if n := len(s.Sim.Log().Writes()); n > 0 {
					t.Errorf("%d writes", n)
				}

				got, d := s.Data("jumpcloud_"+of, s.In(acctest.Attrs{"name": "Tools"}))
				wantNoError(t, d)

				if got["owner_organization_id"] != s.other {
					t.Errorf("owned by %v", got["owner_organization_id"])
				}

				all, d := s.Data("jumpcloud_"+of+"s", s.In(nil))
				wantNoError(t, d)

				if list, _ := all[of+"s"].([]any); len(list) != 1 || list[0].(map[string]any)["owner_organization_id"] != s.other { //nolint:forcetypeassert // an object
					t.Errorf("%v", all)
				}

				// Where it is owned it is changed as ever.
				s.Forget(address)

				own := acctest.Config{address: {"organization_id": s.other, "name": "Renamed"}}
				wantNoError(t, s.Import(address, s.other+"/"+s.object.ID))
				s.MustApply(own)
				wantNoError(t, s.Destroy())
			})
		}
	}
}

// TestOwnersAreListedOnce: an apply that plans each change again asks for the owners once, whatever
// it has written meanwhile.
func TestOwnersAreListedOnce(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	config := func(description string) acctest.Config {
		all := acctest.Config{}
		for name := range strings.SplitSeq("abcdefghijklmnop", "") {
			all["jumpcloud_policy_group."+name] = w.In(acctest.Attrs{"name": name, "description": description})
		}

		return all
	}

	w.MustApply(config(""))

	p := w.Plan(config("Kiosks"))
	w.Sim.Log().Reset()
	wantNoError(t, p.Apply())

	if n := w.Sim.Log().Count("GET", "/api/v2/policygroups"); n != 1 {
		t.Errorf("%d listings", n)
	}
}

// TestSharedGroupOfAnOldService: older documents have no organizationObjectId, and then nothing is refused.
func TestSharedGroupOfAnOldService(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	id := groupsim.AddGroup(w.Sim.World, w.Org, groupsim.UserGroup, "Staff")
	w.Sim.Change(groupsim.UserGroups, w.Org, id, func(d map[string]any) { delete(d, "organizationObjectId") })

	const address = "jumpcloud_user_group.staff"

	wantNoError(t, w.Import(address, w.Org+"/"+id))
	w.MustApply(acctest.Config{address: w.In(acctest.Attrs{"name": "People"})})

	got, d := w.Data("jumpcloud_user_group", w.In(acctest.Attrs{"id": id}))
	wantNoError(t, d)

	if got["owner_organization_id"] != nil || !strings.EqualFold(got["name"].(string), "people") { //nolint:forcetypeassert // a name
		t.Errorf("%v", got)
	}
}

// TestMembersOfSharedGroups: a set would decide over everybody's members, of which nobody
// documents whom the service shows here, so it is refused like every other change; one
// membership adds and removes an object of the tenant's own, and is left alone.
func TestMembersOfSharedGroups(t *testing.T) {
	t.Parallel()

	s := newSharing(t, groupsim.UserGroup, nil)
	groupsim.Share(s.Sim.World, s.other, s.object, s.Org)

	user := s.object
	user.Type, user.ID = groupsim.User, s.world.object(groupsim.User, "ada")

	theirs := *s.world
	theirs.Org = s.other
	groupsim.Join(s.Sim.World, s.other, s.object, groupsim.Ref{Type: groupsim.User, ID: theirs.object(groupsim.User, "lee")})

	const address = "jumpcloud_user_group.shared"

	wantNoError(t, s.Import(address, s.Org+"/"+s.object.ID))
	s.MustApply(acctest.Config{address: s.In(acctest.Attrs{"name": "Tools"})})
	s.Sim.Log().Reset()

	for _, ids := range [][]any{{}, set(user.ID)} {
		d := s.Plan(acctest.Config{address: s.In(acctest.Attrs{"name": "Tools", "user_ids": ids})}).Diags
		wantError(t, d, "Shared Group", `"Tools" (`+s.object.ID+")", "jumpcloud_user_group_membership")
	}

	if n := len(s.Sim.Log().Writes()); n > 0 {
		t.Errorf("%d writes", n)
	}

	s.Forget(address)
	s.MustApply(acctest.Config{"jumpcloud_user_group_membership.own": s.In(acctest.Attrs{"user_group_id": s.object.ID, "user_id": user.ID})})
	s.MustApply(acctest.Config{})

	for _, c := range s.Sim.Log().Writes() {
		if b := c.Object(); b["id"] != user.ID {
			t.Errorf("sent %v", b)
		}
	}

	if got := theirs.membersOf(s.object); len(got) != 1 {
		t.Errorf("their members %v", got)
	}
}
