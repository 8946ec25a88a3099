// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user_test

import (
	"maps"
	"net/http"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestUserThatSomebodyElseMakesMeanwhile: a user who appears while a creation is unclear is ours
// only with the login, which the search finds within others, and with all that was sent.
func TestUserThatSomebodyElseMakesMeanwhile(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		differs sim.Doc
		fails   bool
	}{
		"in nothing":      {differs: sim.Doc{}},
		"in login":        {differs: sim.Doc{"login": "bo@acme.example.org"}},
		"in first name":   {differs: sim.Doc{"first_name": "Bob"}, fails: true},
		"in organization": {differs: sim.Doc{"owner_org_id": "0123"}, fails: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := acctest.NewWorld(t, nil)
				w.Core.MustApply(config(w, nil))

				users := w.Sim.Store.Docs(nexportsim.Users, "")
				other, first := stored(w), w.Sim.UserID("bo@acme.example")
				users.Remove(first)
				w.Core.Forget(bo)
				maps.Copy(other, c.differs)

				const id = "0b9d8d3e-6a4c-4d0e-9a39-1c2f3e4d5a6b"

				other["id"], other["user_id"] = id, id

				w.Sim.Inject(sim.Fault{PathPrefix: acctest.API + "CreateUser", Status: http.StatusInternalServerError, Times: 1, Match: func(*http.Request) bool {
					users.Put(id, other)

					return true
				}})

				d := w.Core.Apply(config(w, nil))

				if took := w.Core.State(bo)["id"] == id; took != (len(c.differs) == 0) || c.fails != (len(d.Errors()) > 0) {
					t.Errorf("took it over: %t, %s", took, d)
				}
			})
		})
	}
}

// TestPasswordIsTakenOutOfTheConfiguration: it has been sent, and nothing is left to do.
func TestPasswordIsTakenOutOfTheConfiguration(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, nil)
	w.Core.MustApply(config(w, nil))

	without := config(w, proof.Attrs{"password_wo": nil, "password_wo_version": nil})
	w.Core.MustApply(without)
	w.Core.MustPlanEmpty(without)

	if n := w.Tries("CreateUser"); n != 1 {
		t.Errorf("%d users were made", n)
	}
}
