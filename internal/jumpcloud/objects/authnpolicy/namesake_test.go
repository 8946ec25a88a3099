// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy_test

import (
	"maps"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/authnpolicy/authnpolicysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestPolicyThatSomebodyElseMakesMeanwhile: a policy that appears while a creation is unclear is
// ours only if it has all that was sent.
func TestPolicyThatSomebodyElseMakesMeanwhile(t *testing.T) {
	t.Parallel()

	for name, differs := range map[string]sim.Doc{
		"in nothing":     {},
		"in name":        {"name": "Guests"},
		"in description": {"description": "of the other team"},
		"in being off":   {"disabled": true},
		"in watching":    {"monitorOnly": true},
		"in type":        {"type": "admin_portal"},
		"in effect":      {"effect": denied},
		"in targets":     {"targets": object{"users": object{"inclusions": []any{"ALL"}}, "userGroups": object{"exclusions": []any{staff}}}},
		"in conditions":  {"conditions": object{"deviceManaged": true}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t)
				w.Use(acctest.As(w.Sim, simulator.RoleBilling))

				ours := w.Config(acctest.Attrs{"description": "ours", "allow_duplicate_name": true})
				w.MustApply(ours)

				other := w.Only()
				w.MustApply(acctest.Config{})
				maps.Copy(other, differs)

				id := ""

				w.Sim.Inject(sim.Meanwhile(func() {
					id = w.Sim.IDs.ObjectID()
					other["id"] = id
					w.Sim.Put(authnpolicysim.Collection, w.Org, id, other)
				}))

				w.MustApply(ours)

				if took := w.State(portal)["id"] == id; took != (len(differs) == 0) {
					t.Errorf("took it over: %t", took)
				}
			})
		})
	}
}
