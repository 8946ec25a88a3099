// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"maps"
	"net/http"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestGroupThatSomebodyElseMakesMeanwhile: a group that appears while a creation is unclear is ours
// only with the short name, which the search finds within others, and with the name.
func TestGroupThatSomebodyElseMakesMeanwhile(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		differs sim.Doc
		fails   bool
	}{
		"in nothing":    {differs: sim.Doc{}},
		"in short name": {differs: sim.Doc{"short_name": "ACME-FIELD-2"}},
		"in name":       {differs: sim.Doc{"name": "Those Outside"}, fails: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := acctest.NewWorld(t, nil)
				w.Core.MustApply(config(w, nil))

				directory, first := w.Sim.Store.Docs(nexportsim.Directory, ""), w.Sim.EntryID("ACME-FIELD")
				other, _ := directory.Get(first)
				directory.Remove(first)
				w.Core.Forget(field)
				maps.Copy(other, c.differs)

				const id = "0b9d8d3e-6a4c-4d0e-9a39-1c2f3e4d5a6b"

				other["id"] = id

				w.Sim.Inject(sim.Fault{PathPrefix: acctest.API + "CreateGroup", Status: http.StatusInternalServerError, Times: 1, Match: func(*http.Request) bool {
					directory.Put(id, other)

					return true
				}})

				d := w.Core.Apply(config(w, nil))

				if took := w.Core.State(field)["id"] == id; took != (len(c.differs) == 0) || c.fails != (len(d.Errors()) > 0) {
					t.Errorf("took it over: %t, %s", took, d)
				}
			})
		})
	}
}
