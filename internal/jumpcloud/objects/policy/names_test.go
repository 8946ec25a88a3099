// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// After a run that was killed: what it made has the name, and no state has it.
func TestNameIsTaken(t *testing.T) {
	t.Parallel()

	w := newWorld(t)

	first, err := w.Sim.AddPolicy(w.Org, simulator.SeedPolicy{Name: "Baseline", Template: "lock_screen_darwin", Values: map[string]any{"timeout": 300}})
	if err != nil {
		t.Fatal(err)
	}

	w.mentions(w.Apply(w.timeout(300)).Errors(), first, w.Org+"/"+first, "allow_duplicate_name = true")

	if n := w.Sim.Log().Count(post, policies); n != 0 {
		t.Errorf("%d creations", n)
	}

	config := w.timeout(300)
	config[address]["allow_duplicate_name"] = true
	w.MustApply(config)

	if n := w.Sim.Docs(policysim.Collection, w.Org).Len(); n != 2 {
		t.Errorf("%d policies", n)
	}

	w.mentions(w.refused(w.lock(acctest.Attrs{"name": "\u00a0\u200b"})), "must not be blank", `[AttributeName("name")]`)
}
