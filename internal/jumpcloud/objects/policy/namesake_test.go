// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy_test

import (
	"maps"
	"net/http"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestPolicyThatSomebodyElseMakesMeanwhile: a policy that appears while a creation is unclear is
// ours only if it has all that was sent.
func TestPolicyThatSomebodyElseMakesMeanwhile(t *testing.T) {
	t.Parallel()

	for name, differs := range map[string]sim.Doc{
		"in nothing":  {},
		"in name":     {"name": "Guests"},
		"in notes":    {"notes": "of the other team"},
		"in template": {"template": "another"},
		"in a value":  {"values": []any{}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t)
				config := w.timeout(300)
				config[address]["notes"] = "ours"
				config[address]["allow_duplicate_name"] = true
				w.MustApply(config)

				other, _ := w.Sim.Docs(policysim.Collection, w.Org).Get(w.id())
				w.destroy()
				maps.Copy(other, differs)

				if differs["template"] != nil {
					template, _ := policysim.TemplateByName(w.Sim.World, "disk_encryption_darwin")
					other["template"] = template["id"]
				}

				id := ""

				w.Sim.Inject(sim.Meanwhile(func() {
					id = w.Sim.IDs.ObjectID()
					other["id"] = id
					w.Sim.Put(policysim.Collection, w.Org, id, other)
				}))

				w.MustApply(config)

				if ours := w.id() == id; ours != (len(differs) == 0) {
					t.Errorf("took it over: %t", ours)
				}

				if n := w.Sim.Docs(policysim.Collection, w.Org).Len(); n != 1+min(len(differs), 1) {
					t.Errorf("%d policies", n)
				}
			})
		})
	}
}

// TestPolicyOfAnotherID: an answer that is about another policy says nothing of the one that was
// asked for, and is not taken into state.
func TestPolicyOfAnotherID(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t)
		w.MustApply(w.timeout(300))

		id := w.id()
		w.Sim.Inject(sim.Fault{
			Method: get, Pattern: policies + "/{id}", Status: http.StatusOK,
			Body: `{"id": "0123456789abcdef01234567", "name": "Other", "template": {"id": "0123456789abcdef01234567"}, "values": []}`,
		})
		w.mentions(w.Plan(w.timeout(300)).Diags.Errors(), "Unable to Read Policy", `the answer is of policy "0123456789abcdef01234567"`)
		w.equal("id", w.id(), id)
		w.equal("state", w.shown("timeout"), "300")
	})
}
