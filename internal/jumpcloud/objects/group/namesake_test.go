// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"maps"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestGroupThatSomebodyElseMakesMeanwhile: a group that appears while a creation is unclear is ours
// only if it has all that was sent. A namesake that differs is named, and left alone.
func TestGroupThatSomebodyElseMakesMeanwhile(t *testing.T) {
	t.Parallel()

	for address, collection := range map[string]string{
		baseline: groupsim.PolicyGroups, devices: groupsim.SystemGroups, staff: groupsim.UserGroups,
	} {
		for name, differs := range map[string]sim.Doc{
			"in nothing":     {},
			"in name":        {"name": "Guests"},
			"in description": {"description": "of the other team"},
		} {
			t.Run(address+" "+name, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					w := newWorld(t, nil)
					config := w.one(address, acctest.Attrs{"name": "Staff", "description": "ours"})
					w.MustApply(config)

					other := w.only(collection)
					wantNoError(t, w.Destroy())
					maps.Copy(other, differs)

					id := ""

					w.Sim.Inject(sim.Meanwhile(func() {
						id = w.Sim.IDs.ObjectID()
						other["id"] = id
						w.Sim.Put(collection, w.Org, id, other)
					}))

					d := w.Apply(config)

					switch {
					case differs["description"] != nil:
						if w.State(address) != nil || !strings.Contains(d.Errors().String(), id) {
							t.Errorf("state %v: %s", w.State(address), d)
						}
					case len(d.Errors()) > 0 || (w.id(address) == id) != (len(differs) == 0):
						t.Errorf("%s is in state, theirs is %s: %s", w.id(address), id, d)
					}
				})
			})
		}
	}
}
