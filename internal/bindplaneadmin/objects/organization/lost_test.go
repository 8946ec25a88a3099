// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"fmt"
	"net/http"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/bindplanesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestLostCreations: of sixty creations one in ten is committed and answered 500; exactly
// sixty exist, each with the project that was made with it.
func TestLostCreations(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const many = 60

		w := newWorld(t, nil)
		wanted := proof.Config{}

		for i := range many {
			wanted[fmt.Sprintf("bindplaneadmin_organization.o%d", i)] = attrs(proof.Attrs{"display_name": fmt.Sprintf("Client %d", i)})
		}

		lost := w.sim.Inject(sim.Fault{Method: http.MethodPost, Probability: 0.1, Status: 500, After: true})
		wantDone(t, w.core.Apply(wanted))

		if lost.Fired() < many/20 {
			t.Errorf("%d answers were lost", lost.Fired())
		}

		lost.Remove()

		if n, projects := len(w.stored()), w.sim.Store.Docs(bindplanesim.Projects, "").Len(); n != many || projects != many+1 {
			t.Errorf("%d organizations and %d projects exist, want %d and one more", n, projects, many)
		}

		for address := range wanted {
			if s := w.core.State(address); s["initial_project_id"] == nil || s["initial_project_secret_key"] == nil {
				t.Errorf("%s has no project: %v", address, s)
			}
		}

		w.sim.Log().Reset()
		w.core.MustPlanEmpty(wanted)
		w.wantCalls("GET "+all+" 200", "GET "+projects+" 200")
	})
}

// TestKilled: what a run made before it was killed is not made twice: the next run says how
// to adopt it, and does.
func TestKilled(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.KillAt(proof.At{Method: http.MethodPost})
	w.core.Apply(named("Acme"))

	if !w.core.Ended() || w.core.State(acme) != nil {
		t.Fatalf("ended: %t, state %v", w.core.Ended(), w.core.State(acme))
	}

	wantError(t, w.core.Apply(named("Acme")), "is taken already", "import {", w.id())

	w.core.Imports = map[string]any{acme: w.id()}
	w.core.MustApply(named("Acme"))
	w.id()
}

// TestInterrupted: a run that is interrupted while it creates keeps what it made in state.
func TestInterrupted(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.InterruptAt(proof.At{Method: http.MethodPost})
	w.core.Apply(named("Acme"))

	if got := w.core.State(acme)["id"]; !w.core.Ended() || got != w.id() || w.core.Tainted(acme) {
		t.Errorf("ended: %t, state has %v, want %s", w.core.Ended(), got, w.id())
	}

	w.core.MustPlanEmpty(named("Acme"))
}
