// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package groupsim_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
)

func TestSharedGroup(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	provider, _, _ := w.FindOrganization(w.Org[0])
	owner := w.AddOrganization(provider, jumpcloudsim.Organization{Name: "Primary"})
	id := groupsim.AddGroup(w.World.World, owner, groupsim.UserGroup, "Tools")

	w.Want("GET", "usergroups/"+id, "", 404, "")
	groupsim.Share(w.World.World, owner, groupsim.Ref{Type: groupsim.UserGroup, ID: id}, w.Org[0])

	for _, path := range []string{"usergroups", "usergroups/" + id, "groups"} {
		w.Want("GET", path, "", 200, `"organizationObjectId":"`+owner+`"`)
	}

	w.Want("PUT", "usergroups/"+id, `{"name":"Renamed"}`, 403, "")
	w.Want("DELETE", "usergroups/"+id, "", 403, "")

	for name, value := range map[string]string{"shared-group-change": "accept", "shared-group-shown": "no"} {
		if err := w.Switches.Set(name, value); err != nil {
			t.Fatal(err)
		}
	}

	w.Want("GET", "usergroups/"+id, "", 404, "")

	if err := w.Switches.Set("shared-group-shown", "yes"); err != nil {
		t.Fatal(err)
	}

	w.Want("PUT", "usergroups/"+id, `{"name":"Renamed"}`, 200, owner)
	w.Want("DELETE", "usergroups/"+id, "", 200, "")

	if n := w.Store.Docs(groupsim.UserGroups, owner).Len(); n > 0 {
		t.Errorf("%d groups are left", n)
	}
}
