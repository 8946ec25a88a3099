// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/objects/organization/organizationsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/simulator"
)

func TestMain(m *testing.M) { os.Exit(proof.Main(m)) }

const (
	acme   = "zammad_organization.acme"
	all    = "/api/v1/organizations"
	single = "/api/v1/organizations/{id}"
)

// world is a simulator and Terraform's part.
type world struct {
	t    *testing.T
	sim  *simulator.Simulator
	core *proof.Core
}

func newWorld(t *testing.T, switches map[string]string) *world {
	t.Helper()

	s := acctest.Simulator(t, simulator.Options{Switches: switches})

	return &world{t, s, acctest.NewCore(t, s, acctest.As(s, simulator.RoleAdmin))}
}

// config is one organization with these attributes.
func config(attrs proof.Attrs) proof.Config { return proof.Config{acme: attrs} }

// stored are the organizations beside the one that an installation begins with.
func (w *world) stored() []sim.Doc {
	return slices.DeleteFunc(w.sim.Store.Docs(organizationsim.Collection, "").All(), func(d sim.Doc) bool { return d["name"] == simulator.Foundation })
}

// only returns the one organization that is stored.
func (w *world) only() sim.Doc {
	w.t.Helper()

	stored := w.stored()
	if len(stored) != 1 {
		w.t.Fatalf("%d organizations, want one: %v", len(stored), stored)
	}

	return stored[0]
}

func (w *world) id() string {
	w.t.Helper()

	return fmt.Sprint(w.only()["id"])
}

// change alters the one organization as somebody in the web interface would.
func (w *world) change(members sim.Doc) {
	w.t.Helper()

	d := w.only()
	maps.Copy(d, members)
	w.sim.Store.Docs(organizationsim.Collection, "").Put(fmt.Sprint(d["id"]), d)
}

// wantState checks attributes in state; a set is given sorted.
func (w *world) wantState(want proof.Attrs) {
	w.t.Helper()
	proof.WantMembers(w.t, w.core.State(acme), want)
}

// wantCalls checks which calls were made since the log was last reset, and resets it.
func (w *world) wantCalls(want ...string) {
	w.t.Helper()

	var got []string
	for _, e := range w.sim.Log().Calls("", "") {
		got = append(got, fmt.Sprintf("%s %d", e.Route, e.Status))
	}

	w.sim.Log().Reset()
	proof.WantLines(w.t, "calls", got, want)
}

// wantBody checks the one body that was sent with a method since the log was last reset.
func (w *world) wantBody(method string, want sim.Doc) {
	w.t.Helper()

	calls := w.sim.Log().Calls(method, all)
	if len(calls) != 1 || !reflect.DeepEqual(calls[0].Object(), want) {
		w.t.Errorf("%d requests with %s, want one with %v: %v", len(calls), method, want, calls)
	}
}

var wantError, wantNothing = proof.WantError, proof.WantNoError
