// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package role_test

import (
	"maps"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestRoleThatSomebodyElseMakesMeanwhile: a role that appears while a creation is unclear is ours
// only if it has all that was sent, and no scope more.
func TestRoleThatSomebodyElseMakesMeanwhile(t *testing.T) {
	t.Parallel()

	for name, differs := range map[string]sim.Doc{
		"in nothing":       {},
		"in name":          {"name": "Tier 2"},
		"in description":   {"description": "of the other team"},
		"in a scope":       {"scopes": []any{"users"}},
		"in a scope more":  {"scopes": []any{"groups", "users"}},
		"in a scope fewer": {"scopes": []any{}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t)
				ours := config(acctest.Attrs{"name": "Tier 1", "description": "ours", "scopes": []any{"groups"}, "allow_duplicate_name": true})
				w.MustApply(ours)

				other := w.stored()[0]
				wantNoError(t, w.Destroy())
				maps.Copy(other, differs)

				id := ""

				w.Sim.Inject(sim.Meanwhile(func() {
					id = w.Sim.IDs.ObjectID()
					other["id"] = id
					w.Sim.Put(jumpcloudsim.Roles, w.ProviderID, id, other)
				}))

				d := w.Apply(ours)

				if took := w.State(tier)["id"] == id; took != (len(differs) == 0) {
					t.Errorf("took it over: %t, %s", took, d)
				}
			})
		})
	}
}
