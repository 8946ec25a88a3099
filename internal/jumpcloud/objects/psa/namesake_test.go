// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa_test

import (
	"maps"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestIntegrationThatSomebodyElseMakesMeanwhile: an integration that appears while a creation is
// unclear is ours only if it is of the vendor and of the account that were sent.
func TestIntegrationThatSomebodyElseMakesMeanwhile(t *testing.T) {
	t.Parallel()

	for at, v := range vendors {
		for name, differs := range map[string]sim.Doc{
			"in nothing": {},
			"in account": {v.field: "another"},
			"in type":    {"type": vendors[(at+1)%len(vendors)].name},
		} {
			t.Run(v.name+" "+name, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					w := newWorld(t, nil)
					w.MustApply(v.with(v.right, 1))

					other := w.Only()
					wantNoError(t, w.Destroy())
					maps.Copy(other, differs)

					id := ""

					w.Sim.Inject(sim.Meanwhile(func() {
						id = "0b9d8d3e-6a4c-4d0e-9a39-1c2f3e4d5a6b"
						other["id"] = id
						w.Sim.Put(psasim.Integrations, w.ProviderID, id, other)
					}))

					d := w.Apply(v.with(v.right, 1))

					if differs["type"] != nil {
						wantNoError(t, d)
					}

					if took := w.State(v.integration())["id"] == id; took != (len(differs) == 0) {
						t.Errorf("took it over: %t, %s", took, d)
					}
				})
			})
		}
	}
}
