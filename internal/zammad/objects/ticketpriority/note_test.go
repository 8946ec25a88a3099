// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package ticketpriority_test

import (
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/objects/ticketpriority/ticketprioritysim"
)

// wantNotTaken checks that a creation ended in one warning, with an object that is kept.
func (w *world) wantNotTaken(d proof.Diagnostics, parts ...string) {
	w.t.Helper()

	if len(d.Errors()) > 0 || len(d.Warnings()) != 1 || w.core.Tainted(urgent) {
		w.t.Errorf("tainted: %t, %s", w.core.Tainted(urgent), d)
	}

	for _, part := range append(parts, "Not Taken by Zammad", `"4 urgent"`) {
		if !strings.Contains(d.String(), part) {
			w.t.Errorf("no %q in:\n%s", part, d)
		}
	}
}

// TestNotTaken: markup that the service drops is said, as a warning when the priority was
// made, which must not be replaced for it, as an error when it is changed.
func TestNotTaken(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	attrs := proof.Attrs{"name": "4 urgent", "note": "x<img src=y>"}

	w.wantNotTaken(w.core.Apply(config(attrs)), "some HTML and no images", "It keeps: x")
	w.wantState(attrs)

	id := w.id()

	if a := w.core.Plan(config(attrs)).Actions()[urgent]; a != proof.Update {
		t.Errorf("plans %s, want %s", a, proof.Update)
	}

	wantError(t, w.core.Apply(config(attrs)), "Unable to Update Ticket Priority", "It keeps: x")

	if w.id() != id {
		t.Errorf("replaced %s by %s", id, w.id())
	}

	w.core.MustApply(config(proof.Attrs{"name": "4 urgent", "note": "x"}))
}

// TestMeaning: another spelling of the same note is state's alone.
func TestMeaning(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.MustApply(config(proof.Attrs{"name": "4 urgent", "note": "R&D"}))
	w.sim.Log().Reset()

	w.core.MustApply(config(proof.Attrs{"name": "4 urgent", "note": "R&amp;D"}))
	w.wantState(proof.Attrs{"note": "R&amp;D"})

	if n := w.sim.Log().Count("PUT", all); n > 0 {
		t.Errorf("%d PUTs", n)
	}
}

// TestAddress: an address in a note, which the service keeps as an anchor, is no difference.
func TestAddress(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	attrs := proof.Attrs{"name": "4 urgent", "note": "see https://wiki.example.com/urgent?a[]=1&b=2."}

	wantNothing(t, w.core.Apply(config(attrs)))
	w.wantState(attrs)
	w.core.MustPlanEmpty(config(attrs))

	if kept := w.stored()[0]["note"]; kept == attrs["note"] {
		t.Errorf("kept as it was: %s", kept)
	}

	attrs["note"] = "Look at https://wiki.example.com"
	wantNothing(t, w.core.Apply(config(attrs)))
	w.core.MustPlanEmpty(config(attrs))
}

// TestLostNote: what was made and kept with another note is found again when the answer is lost.
func TestLostNote(t *testing.T) {
	t.Parallel()

	for text, warnings := range map[string]int{"A & B": 0, "https://a.example": 0, "x<img src=y>": 1} {
		synctest.Test(t, func(t *testing.T) {
			w := newWorld(t, nil)
			w.sim.Inject(sim.Fault{Method: "POST", Times: 1, After: true, Drop: true})

			d := w.core.Apply(config(proof.Attrs{"name": "4 urgent", "note": text}))
			if len(d.Errors()) > 0 || len(d.Warnings()) != warnings {
				t.Errorf("%s: %s", text, d)
			}

			w.wantState(proof.Attrs{"id": w.id(), "note": text})
		})
	}
}

// TestLostAndTaken: where a priority is not what was asked for, nobody can tell who made it,
// and nobody says that nothing was created.
func TestLostAndTaken(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, nil)
		w.sim.Inject(sim.Fault{Method: "POST", Times: 1, Drop: true, Status: 500})
		ticketprioritysim.Add(w.sim.World, sim.Doc{"name": "4 urgent", "note": "of somebody else"})

		d := w.core.Apply(config(proof.Attrs{"name": "4 urgent"}))
		wantError(t, d, "is taken already, by "+w.id(), "nobody can tell", "import {")

		if strings.Contains(d.String(), "nothing was created") {
			t.Error(d)
		}
	})
}
