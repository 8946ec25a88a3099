//go:build unix && !race

// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"syscall"
	"testing"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
)

// TestFiveHundredUserIDs: a change in a set of 500 is refreshed and planned in less than 3 seconds
// of a processor, which is what a machine without other work needs. It runs alone, so that what is
// measured is its own, and without the race detector, which takes several times as long.
//
//nolint:paralleltest // see above
func TestFiveHundredUserIDs(t *testing.T) {
	w := newWorld(t, nil)
	n := w.Fewer(500, 50)
	u := w.users(n + 1)
	id := groupsim.AddGroup(w.Sim.World, w.Org, groupsim.UserGroup, "Staff")

	for _, user := range u[:n] {
		groupsim.Join(w.Sim.World, w.Org, userGroup(id), groupsim.Ref{Type: groupsim.User, ID: user})
	}

	wantNoError(t, w.Import(staff, w.Org+"/"+id))
	wantNoError(t, w.Apply(w.one(staff, acctest.Attrs{"name": "Staff", "user_ids": set(u[:n]...)})))

	before := processor(t)
	plan := w.Plan(w.one(staff, acctest.Attrs{"name": "Staff", "user_ids": set(u[1:]...)}))
	took := processor(t) - before

	if plan.Actions()[staff] != acctest.Update || len(plan.Diags) > 0 {
		t.Errorf("%v %s", plan.Actions(), plan.Diags)
	}

	t.Logf("planned in %s", took)

	if took > 3*time.Second {
		t.Errorf("planned in %s", took)
	}
}

// processor is the time that processors have spent on this process.
func processor(t *testing.T) time.Duration {
	t.Helper()

	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		t.Fatal(err)
	}

	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}
