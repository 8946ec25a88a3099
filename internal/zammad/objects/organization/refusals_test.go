// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/objects/organization/organizationsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/zammadsim"
)

func TestRefusedAtPlan(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		attrs proof.Attrs
		part  string
	}{
		"no name":          {proof.Attrs{"note": "x"}, "name"},
		"blank name":       {proof.Attrs{"name": " "}, "Invalid Name"},
		"long name":        {proof.Attrs{"name": strings.Repeat("é", 101)}, "100"},
		"long domain":      {proof.Attrs{"name": "x", "domain": strings.Repeat("d", 251)}, "250"},
		"long note":        {proof.Attrs{"name": "x", "note": strings.Repeat("n", 5001)}, "5000"},
		"no domain":        {proof.Attrs{"name": "x", "domain_assignment": true}, "Missing domain"},
		"blank domain":     {proof.Attrs{"name": "x", "domain_assignment": true, "domain": " @"}, "Missing domain"},
		"way to destroy":   {proof.Attrs{"name": "x", "on_destroy": "deactivat"}, `did you mean "deactivate"`},
		"attribute of own": {proof.Attrs{"name": "x", "custom_attributes": map[string]any{"note": "x"}}, "note"},
		"no attribute":     {proof.Attrs{"name": "x", "custom_attributes": map[string]any{}}, "at least 1"},
		"null attribute":   {proof.Attrs{"name": "x", "custom_attributes": map[string]any{"customer_number": nil}}, "Null Element"},
	} {
		w := newWorld(t, nil)
		t.Log(name)
		wantError(t, w.core.Plan(config(c.attrs)).Diags, c.part)

		if n := w.sim.Log().Count("", ""); n > 0 {
			t.Errorf("%s: %d calls", name, n)
		}
	}

	w := newWorld(t, nil)
	unknown := proof.Attrs{}

	for _, name := range []string{"name", "shared", "domain", "active", "vip", "note", "custom_attributes", "on_destroy"} {
		unknown[name] = proof.Unknown
	}

	unknown["domain_assignment"] = true

	if p := w.core.Plan(config(unknown)); len(p.Diags) > 0 || p.Actions()[acme] != proof.Create {
		t.Errorf("unknown: %v %s", p.Actions(), p.Diags)
	}
}

// TestNameIsTaken: letters of either case are one, and the status decides, never the text.
func TestNameIsTaken(t *testing.T) {
	t.Parallel()

	for _, text := range []string{"model", "database"} {
		w := newWorld(t, map[string]string{"organization-duplicate-text": text})
		id := organizationsim.Add(w.sim.World, sim.Doc{"name": "ACME"})

		wantError(t, w.core.Apply(config(proof.Attrs{"name": "Acme"})), "Unable to Create Organization", `"Acme" is taken already, by `+id, "import {", "status 422")

		if w.core.State(acme) != nil {
			t.Errorf("state %v", w.core.State(acme))
		}
	}
}

func TestMembers(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.MustApply(config(proof.Attrs{"name": "Acme"}))

	user := w.sim.AddUser(zammadsim.User{Login: "ann@acme.example", OrganizationID: w.id()})
	w.core.MustPlanEmpty(config(proof.Attrs{"name": "Acme"}))
	w.core.MustApply(config(proof.Attrs{"name": "Acme Inc"}))
	w.wantState(proof.Attrs{"member_ids": []any{user}})

	for _, e := range w.sim.Log().Calls("", all) {
		if _, sent := e.Object()["member_ids"]; sent {
			t.Errorf("%s sends members: %s", e.Method, e.Body)
		}
	}

	// Who has members is not deleted; the error says what to do, and state keeps it.
	wantError(t, w.core.Destroy(), "Unable to Delete Organization", "Can't delete, object has references.", "One user belongs to it", `on_destroy = "deactivate"`)
	w.sim.AddUser(zammadsim.User{Login: "bob@acme.example", OrganizationID: w.id()})
	wantError(t, w.core.Destroy(), "2 users belong to it")

	hidden := w.sim.Inject(sim.Fault{Method: "GET", Pattern: single, Status: 403})
	wantError(t, w.core.Destroy(), "object has references")
	hidden.Remove()

	w.sim.Log().Reset()

	// What a destroy does is state's alone until then.
	deactivate := config(proof.Attrs{"name": "Acme Inc", "on_destroy": "deactivate"})
	w.core.MustApply(deactivate)

	if n := w.sim.Log().Count("PUT", all); n > 0 {
		t.Errorf("%d PUTs", n)
	}

	wantNothing(t, w.core.Destroy())
	w.wantBody("PUT", sim.Doc{"active": false})

	if d := w.only(); d["active"] != false || len(w.core.Addresses()) > 0 {
		t.Errorf("left: %v", d)
	}
}

// TestTickets: an organization without members may be referred to all the same.
func TestTickets(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.MustApply(config(proof.Attrs{"name": "Acme"}))
	w.sim.Store.Docs(zammadsim.Tickets, "").Put("1", sim.Doc{"organization_id": w.id()})
	wantError(t, w.core.Destroy(), "No user belongs to it")
}
