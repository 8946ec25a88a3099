// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user_test

import (
	"maps"
	"net/http"
	"reflect"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/user/usersim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestUnclearChange: a change whose answer is a failure counts as done where the user shows all of
// it, and nowhere else. Nothing shows a password, so it is sent again.
func TestUnclearChange(t *testing.T) {
	t.Parallel()

	name := acctest.Attrs{"firstname": "Ada", "lastname": "King"}

	for title, c := range map[string]struct {
		attrs acctest.Attrs
		acts  sim.Doc // what the service does of it
		blind bool    // whether the user cannot be read afterwards
		done  bool
	}{
		"done":       {attrs: name, acts: sim.Doc{"firstname": "Ada", "lastname": "King"}, done: true},
		"half done":  {attrs: name, acts: sim.Doc{"firstname": "Ada"}},
		"not done":   {attrs: name},
		"not shown":  {attrs: name, acts: sim.Doc{"firstname": "Ada", "lastname": "King"}, blind: true},
		"a password": {attrs: acctest.Attrs{"password_wo": "correct horse", "password_wo_version": 1}},
	} {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t)
				w.MustApply(w.one(nil))

				id, wrote := w.id(), false
				faults := []*sim.Injected{
					w.Sim.Inject(sim.Fault{Status: http.StatusInternalServerError, Match: func(r *http.Request) bool {
						if r.Method != http.MethodPut {
							return false
						}

						wrote = true

						w.Sim.Change(usersim.Collection, w.Org, id, func(d sim.Doc) { maps.Copy(d, c.acts) })

						return true
					}}),
					w.Sim.Inject(sim.Fault{Status: http.StatusForbidden, Match: func(r *http.Request) bool {
						return c.blind && wrote && r.Method == http.MethodGet && r.URL.Path == "/api/systemusers/"+id
					}}),
				}

				d := w.Apply(w.one(c.attrs))

				for _, f := range faults {
					f.Remove()
				}

				if c.done {
					wantNoError(t, d)
					w.MustPlanEmpty(w.one(c.attrs))

					return
				}

				wantError(t, d, "Unable to Update User", "status 500", id)

				if s := w.State(ada); s["firstname"] != nil || s["lastname"] != nil || s["password_wo_version"] != nil {
					t.Errorf("state says that it was done: %v", s)
				}

				w.sent("PUT")
				w.MustApply(w.one(c.attrs))

				if got := w.sent("PUT"); c.attrs["password_wo"] != nil && !reflect.DeepEqual(got, []sim.Doc{{"password": "correct horse"}}) {
					t.Errorf("sent %v", got)
				}

				w.MustPlanEmpty(w.one(c.attrs))
			})
		})
	}
}

// TestNamesakeOfAnUnclearCreation: who was made by somebody else meanwhile, and is not all of what
// was sent, is not taken for ours.
func TestNamesakeOfAnUnclearCreation(t *testing.T) {
	t.Parallel()

	for title, other := range map[string]sim.Doc{
		"another email":    {"username": "ada", "email": "countess@acme.example"},
		"another username": {"username": "countess", "email": "ada@acme.example"},
	} {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t)

				id := ""

				w.Sim.Inject(sim.Meanwhile(func() {
					id = w.add("countess", other)
				}))

				wantError(t, w.Apply(w.one(nil)), "Unable to Create User", id, "import {", w.Org+"/"+id)

				if s := w.State(ada); s != nil {
					t.Errorf("took over %v", s)
				}
			})
		})
	}
}

// TestManagerIsNobody: a new manager must be a user of the organization, unless nobody may look.
func TestManagerIsNobody(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	grace := w.add("grace", nil)
	globex, _ := w.Sim.OrganizationID(simulator.Globex)
	foreign := w.Sim.IDs.ObjectID()
	w.Sim.Put(usersim.Collection, globex, foreign, sim.Doc{"username": "hopper", "email": "hopper@globex.example", "state": "ACTIVATED"})

	for _, id := range []string{missing, foreign} {
		wantError(t, w.Plan(w.one(acctest.Attrs{"manager_id": id})).Diags, "Not in This Organization", "Acme Inc", "has no user "+id)
	}

	config := w.one(acctest.Attrs{"manager_id": grace})
	w.MustApply(config)
	wantError(t, w.Plan(w.one(acctest.Attrs{"manager_id": foreign})).Diags, "Not in This Organization", foreign)

	// Who was there once stays as they are.
	w.Sim.Remove(usersim.Collection, w.Org, grace)
	w.MustPlanEmpty(config)

	// A user whom this run makes is in no list yet.
	both := w.one(acctest.Attrs{"manager_id": acctest.Ref("jumpcloud_user.boss", "id")})
	both["jumpcloud_user.boss"] = w.In(acctest.Attrs{"username": "boss", "email": "boss@acme.example"})
	w.MustApply(both)
	w.MustPlanEmpty(both)
}

// TestUserWhoIsNotToBeDestroyedMoves: the move to another organization is a destruction. Where
// only Terraform knows of the replacement, the apply refuses it.
func TestUserWhoIsNotToBeDestroyedMoves(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	globex, _ := w.Sim.OrganizationID(simulator.Globex)
	attrs := acctest.Attrs{"deletion_policy": "prevent"}
	w.MustApply(w.one(attrs))

	id := w.id()

	for _, organization := range []any{globex, acctest.Unknown} {
		moved := acctest.Attrs{"deletion_policy": "prevent", "organization_id": organization}
		wantError(t, w.Plan(w.one(moved)).Diags, "User Is Not to Be Destroyed", "removed block", id)

		// What counts is the policy in state.
		moved["deletion_policy"] = "delete"
		wantError(t, w.Plan(w.one(moved)).Diags, "User Is Not to Be Destroyed", id)
	}

	renamed := acctest.Attrs{"deletion_policy": "prevent", "username": "countess", "email": "countess@acme.example"}
	wantError(t, w.PlanReplacing(w.one(renamed), ada).Apply(), "Unable to Delete User", "deletion_policy", id)

	if w.id() != id || w.stored(id)["state"] == "SUSPENDED" {
		t.Errorf("stored %v", w.stored(id))
	}

	w.MustApply(w.one(acctest.Attrs{"deletion_policy": "suspend"}))
	wantNoError(t, w.Plan(w.one(acctest.Attrs{"deletion_policy": "suspend", "organization_id": globex})).Diags)
}
