// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// misnamed is a provider that calls some members by names that the service does not know.
func misnamed(names ...string) proof.Attrs {
	fields := map[string]any{}
	for _, name := range names {
		fields[name] = "GivenName"
	}

	return proof.Attrs{"field_names": fields}
}

// TestIgnoredEdit: what the service ignored of an edit is an error that names it, and state
// has what the service has.
func TestIgnoredEdit(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, nil)
	w.Core.MustApply(config(w, nil))
	w.Core.Provider = misnamed("EditUser.first_name", "EditUser.nickname")

	want := config(w, proof.Attrs{"first_name": "Bob", "nickname": "Bobo"})
	for range 2 {
		acctest.WantError(t, w.Core.Apply(want), "Unable to Update User", "EditUser was accepted and changed nothing of first_name, nickname", "field_names", `"EditUser."`)
		w.WantState(bo, proof.Attrs{"first_name": "Bo"})
	}

	// What was not ignored is seen by the next read.
	acctest.WantError(t, w.Core.Apply(config(w, proof.Attrs{"first_name": "Bob", "last_name": "Burg"})), "changed nothing of first_name:")
	acctest.WantNothing(t, w.Core.Refresh())
	w.WantState(bo, proof.Attrs{"first_name": "Bo", "last_name": "Burg"})

	w.Core.Provider = nil
	w.Core.MustApply(want)
}

// TestIgnoredCreation: a user who was made without all that was sent is in state, with a
// warning, and is no candidate for a replacement.
func TestIgnoredCreation(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, nil)
	w.Core.Provider = misnamed("CreateUser.first_name", "CreateUser.email")

	acctest.WantWarning(t, w.Core.Apply(config(w, nil)), "User Not Complete", "CreateUser was accepted and changed nothing of email, first_name",
		`"CreateUser."`, "bo@acme.example", w.Sim.UserID("bo@acme.example"))

	if w.Core.Tainted(bo) {
		t.Error("the user would be replaced")
	}

	// The next run sets it.
	if p := w.Core.Plan(config(w, nil)); p.Count(proof.Update) != 1 {
		t.Errorf("%v", p.Actions())
	}

	w.Core.MustApply(config(w, nil))

	if d := stored(w); d["first_name"] != "Bo" || d["email"] != "bo@acme.example" || len(w.Docs(nexportsim.Users)) != 5 {
		t.Errorf("stored %v", d)
	}
}

// TestUnreadCreation: a user who was made and cannot be read is in state, with a warning.
func TestUnreadCreation(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, nil)
	failed := w.Sim.Inject(sim.Fault{Pattern: acctest.API + "GetUser", Status: 422, Body: `{"api_error_entity":{"error_code":3,"error_message":"not now"}}`})
	acctest.WantWarning(t, w.Core.Apply(config(w, nil)), "User Not Read", "not now", w.Sim.UserID("bo@acme.example"))
	failed.Remove()
	w.Core.MustPlanEmpty(config(w, nil))
}

// TestEditOfNobody: an edit that finds nobody names whom it meant.
func TestEditOfNobody(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, nil)
	w.Core.MustApply(config(w, nil))
	w.Sim.Inject(sim.Fault{PathPrefix: acctest.API + "EditUser", Status: 404, Body: `{"api_error_entity":{"error_code":2,"error_message":"Entity not found"}}`})
	acctest.WantError(t, w.Core.Apply(config(w, proof.Attrs{"nickname": "B"})), "Entity not found (error code 2)", "user_id "+w.Sim.UserID("bo@acme.example"))
}
