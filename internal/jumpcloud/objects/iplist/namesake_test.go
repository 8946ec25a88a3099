// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplist_test

import (
	"maps"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestListThatSomebodyElseMakesMeanwhile: a list that appears while a creation is unclear is ours
// only if it has all that was sent.
func TestListThatSomebodyElseMakesMeanwhile(t *testing.T) {
	t.Parallel()

	for name, differs := range map[string]sim.Doc{
		"in nothing":      {},
		"in name":         {"name": "Guests"},
		"in description":  {"description": "of the other team"},
		"in an address":   {"ips": []any{"10.0.0.2"}},
		"in more entries": {"ips": []any{"10.0.0.1", "10.0.0.2"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, nil)
				config := w.Config(acctest.Attrs{
					"name": "Office", "description": "ours", "ips": []any{"10.0.0.1"}, "allow_duplicate_name": true,
				})
				w.MustApply(config)

				other := w.Only()
				wantNoError(t, w.Destroy())
				maps.Copy(other, differs)

				id := ""

				w.Sim.Inject(sim.Meanwhile(func() {
					id = w.Sim.IDs.ObjectID()
					other["id"] = id
					w.Sim.Put(iplistsim.Collection, w.Org, id, other)
				}))

				w.MustApply(config)

				if ours := w.State(office)["id"] == id; ours != (len(differs) == 0) {
					t.Errorf("took it over: %t", ours)
				}

				if n := len(w.Stored()); n != 1+min(len(differs), 1) {
					t.Errorf("%d lists", n)
				}
			})
		})
	}
}
