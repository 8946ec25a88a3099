// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// replaceField has the vendor replace a field of the template of the policy in state.
func (w *world) replaceField(name, id, newName string) {
	w.Helper()

	template, _ := policysim.TemplateByName(w.Sim.World, w.State(address)["template_name"].(string)) //nolint:forcetypeassert // a string

	w.Sim.Change(policysim.Templates, "", template["id"].(string), func(d sim.Doc) { //nolint:forcetypeassert // a string
		for _, f := range d["configFields"].([]any) { //nolint:forcetypeassert // the catalogue's own
			if field, _ := f.(sim.Doc); field["name"] == name {
				field["id"], field["name"] = id, newName
			}
		}
	})
}

// A field that the vendor replaced is still stored; a service that refuses it is asked
// once more without it.
func TestFieldReplacedByTheVendor(t *testing.T) {
	t.Parallel()

	for answer, puts := range map[string]int{"refuse": 2, "store": 1, "drop": 1} {
		w := newWorld(t, "policy-unknown-field", answer)
		w.MustApply(w.lock(acctest.Attrs{"values": map[string]any{"timeout": 300}}))
		w.replaceField("timeout", "5f0000000000000000aaaaaa", "idleTimeoutSeconds")
		w.Sim.Log().Reset()

		next := w.lock(acctest.Attrs{"values": map[string]any{"idleTimeoutSeconds": 200}})
		d := w.Apply(next)

		if len(d.Errors()) > 0 {
			t.Fatalf("%s: %s", answer, d)
		}

		if answer == "refuse" {
			w.mentions(d.Warnings(), "Policy Values Without a Field", "Baseline", "5f000000efa4b5beddd54101")
		} else if len(d) > 0 {
			t.Errorf("%s: %s", answer, d)
		}

		if n := len(w.Sim.Log().Calls(put, policies)); n != puts {
			t.Errorf("%s: %d updates, want %d", answer, n, puts)
		}

		w.MustPlanEmpty(next)
		w.equal("held", w.held("idleTimeoutSeconds"), "200")
		w.destroy()
	}

	// A refusal of something else stays one.
	w := newWorld(t)
	w.MustApply(w.lock(acctest.Attrs{"values": map[string]any{"timeout": 300}}))
	w.Sim.Inject(sim.Fault{Method: put, Pattern: policies + "/{id}", Status: http.StatusBadRequest, Body: `{"message":"no such thing"}`})
	w.Sim.Log().Reset()
	w.mentions(w.Apply(w.lock(acctest.Attrs{"values": map[string]any{"timeout": 200}})).Errors(), "no such thing")

	if n := len(w.Sim.Log().Calls(put, policies)); n != 1 {
		t.Errorf("%d updates", n)
	}
}

// That the catalogue lacks a template says nothing about the policies made from it.
func TestTemplateGone(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	config := w.lock(acctest.Attrs{"values": map[string]any{"timeout": 300}})
	w.MustApply(config)

	id := w.id()
	bare := `{"id":"` + id + `","name":"Renamed","template":{"id":"5f000000efa4b5beddd54100","name":"lock_screen_darwin"},` +
		`"values":[{"configFieldID":"5f000000efa4b5beddd54101","configFieldName":"timeout","value":300}]}`
	w.Sim.Inject(sim.Fault{Method: get, Pattern: policies + "/{id}", Status: http.StatusOK, Body: bare})
	gone := w.Sim.Inject(sim.Fault{Method: get, Pattern: templates + "/{id}", Status: http.StatusNotFound, Body: `{"message":"not found"}`})

	p := w.Plan(config)
	w.equal("plan", text(t, p.Actions()), `{"`+address+`":"update"}`)
	w.equal("values", w.shown("timeout"), "300")
	w.equal("id", w.id(), id)
	w.mentions(p.Diags.Warnings(), "Policy Values Not Read", "lock_screen_darwin", "Renamed")

	if gone.Fired() == 0 || len(p.Diags.Errors()) > 0 {
		t.Errorf("the template was not read, or: %s", p.Diags)
	}
}

// A service that trims what it stores does not make a policy Terraform's to replace, and a
// member that an answer lacks is not an empty one.
func TestBlanksAndAbsences(t *testing.T) {
	t.Parallel()

	w := newWorld(t, "policy-outer-blanks", "trim")
	config := w.lock(acctest.Attrs{"name": " Baseline ", "notes": "For all\n", "values": map[string]any{"timeout": 300}})
	w.MustApply(config)
	config[address]["notes"] = "For some\n"
	w.MustApply(config)

	if n := len(w.Sim.Log().Calls(put, policies)); n != 1 {
		t.Errorf("%d updates", n)
	}

	w.Sim.Inject(sim.Fault{Method: get, Pattern: policies + "/{id}", Status: http.StatusOK, Body: `{"id":"` + w.id() +
		`","notes":"For some","template":{"id":"5f000000efa4b5beddd54100","name":"lock_screen_darwin"}}`})
	w.MustPlanEmpty(config)
}

// Where the very template exists in another organization, nothing else is suggested.
func TestTemplateOfAnotherOrganization(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	initech, _ := w.Sim.OrganizationID(simulator.Initech)
	errs := w.refused(w.policy("custom_mdm_profile_darwin", acctest.Attrs{"organization_id": initech, "values": map[string]any{"payload": "AAAA"}}))
	w.mentions(errs, `"Initech"`, `"custom_mdm_profile_darwin" exists in "Acme Inc" (`+w.Org+")", "MDM")

	if s := errs.String(); strings.Contains(s, "did you mean") {
		t.Errorf("a guess beside the very name:\n%s", s)
	}
}
