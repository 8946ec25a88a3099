// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package live_test

import (
	"flag"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// sweeping tells that the command is to delete what live tests left behind: -sweep is a
// flag of Terraform's library for tests.
func sweeping() bool {
	f := flag.Lookup("sweep")

	return f != nil && f.Value.String() != ""
}

func TestLiveOrganization(t *testing.T) {
	in := realTenant(t)
	if sweeping() {
		t.Skip("sweeping")
	}

	organization(t, in)
}

func TestLiveObjects(t *testing.T) {
	in := realTenant(t)
	if sweeping() {
		t.Skip("sweeping")
	}

	t.Cleanup(func() { sweep(t, in) }) // of a run that failed half way

	objects(t, in)
}

func TestLiveSweep(t *testing.T) {
	in := realTenant(t)
	if !sweeping() {
		t.Skip("run with -sweep")
	}

	sweep(t, in)
}

// The suite itself passes in a tenant that behaves as documented.
func TestSuiteTerraform(t *testing.T) {
	t.Parallel()

	in, s := simulated(t)
	organization(t, in)

	if n := len(s.Log().Writes()); n > 0 {
		t.Errorf("reading wrote %d times", n)
	}

	objects(t, in)
}

// The sweeper deletes what has the mark, and nothing else.
func TestSweeper(t *testing.T) {
	t.Parallel()

	in, s := simulated(t)

	for _, name := range []string{mark + "1", mark + "2", "not " + mark} {
		for _, kind := range []string{groupsim.PolicyGroup, groupsim.SystemGroup, groupsim.UserGroup} {
			groupsim.AddGroup(s.World, in.organization, kind, name)
		}

		s.Put("iplists", in.organization, s.IDs.ObjectID(), sim.Doc{"name": name, "description": "", "ips": []any{}})
	}

	before := s.Docs("iplists", in.organization).Len()

	sweep(t, in)

	if left := leftovers(t.Context(), t, in, mark); len(left) > 0 {
		t.Errorf("left: %v", left)
	}

	if kept := leftovers(t.Context(), t, in, "not "+mark); len(kept) != len(swept) || s.Docs("iplists", in.organization).Len() != before-2 {
		t.Errorf("kept %v", kept)
	}
}
