// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package ticketpriority_test

import (
	"maps"
	"net/http"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestAnotherObject: what has the id of the one in state and was created at another time is
// neither read, changed nor deleted.
func TestAnotherObject(t *testing.T) {
	t.Parallel()

	swap := func(w *world) {
		w.change(sim.Doc{"name": "Another's", "created_at": "2020-01-02T03:04:05.000Z"})
		w.core.Provider = proof.Attrs{"url": "https://elsewhere.simulator.example"}
		w.sim.Log().Reset()
	}

	for name, c := range map[string]struct {
		next  proof.Config
		early bool // the address has changed before the plan
		says  string
	}{
		"read":   {config(proof.Attrs{"name": "Acme"}), true, "Unable to Read Ticket Priority"},
		"update": {config(proof.Attrs{"name": "Acme 2"}), false, "Unable to Update Ticket Priority"},
		"delete": {proof.Config{}, false, "Unable to Delete Ticket Priority"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			w := newWorld(t, nil)
			w.core.MustApply(config(proof.Attrs{"name": "Acme"}))

			if c.early {
				swap(w)
			}

			p := w.core.Plan(c.next)
			d := p.Diags

			if !c.early {
				swap(w)
				d = p.Apply()
			}

			says := []string{c.says, "another object than the one in state", "2020-01-02T03:04:05.000Z", "https://elsewhere.simulator.example"}
			if name != "update" { // the plan inside the apply has seen the new address
				says = append(says, "last seen at https://support.simulator.example")
			}

			wantError(t, d, says...)

			if w.core.State(urgent)["name"] != "Acme" || w.sim.Log().Count(http.MethodPut, all)+w.sim.Log().Count(http.MethodDelete, all) > 0 {
				t.Errorf("state %v, calls %v", w.core.State(urgent), w.sim.Log().Calls("", ""))
			}
		})
	}

	// A state that does not say when is no reason to refuse.
	w := newWorld(t, nil)
	w.core.MustApply(config(proof.Attrs{"name": "Acme"}))
	w.change(sim.Doc{"created_at": nil})
	w.core.MustApply(config(proof.Attrs{"name": "Acme 2"}))
	w.core.MustApply(config(proof.Attrs{"name": "Acme 3"}))
}

// change alters the one priority as somebody in the web interface would.
func (w *world) change(members sim.Doc) {
	w.t.Helper()

	d := w.stored()[0]
	maps.Copy(d, members)
	w.docs().Put(w.id(), d)
}
