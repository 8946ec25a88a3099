// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package serviceaccount_test

import (
	"maps"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestAccountThatSomebodyElseMakesMeanwhile: an account that appears while a creation is unclear is
// ours only if it has the name and the role that were sent.
func TestAccountThatSomebodyElseMakesMeanwhile(t *testing.T) {
	t.Parallel()

	for name, differs := range map[string]sim.Doc{
		"in nothing": {},
		"in name":    {"name": "Nightly"},
		"in role":    {"roleName": "Help Desk"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, simulator.RoleBilling, nil)
				ours := w.one(acctest.Attrs{"store_secret_in_state": true})
				accounts := w.Sim.Docs(jumpcloudsim.ServiceAccounts, "")

				w.MustApply(ours)

				other, _ := accounts.Get(w.id())
				wantNoError(t, w.Destroy())
				maps.Copy(other, differs)

				id := ""

				w.Sim.Inject(sim.Meanwhile(func() {
					id = w.Sim.IDs.ObjectID()
					other["id"] = id
					accounts.Put(id, other)
				}))

				d := w.Apply(ours)

				if took := w.id() == id; took != (len(differs) == 0) {
					t.Errorf("took it over: %t, %s", took, d)
				}
			})
		})
	}
}
