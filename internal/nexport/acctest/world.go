// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package acctest

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// API is the path below which all operations are.
const API = "/api/v1/AdminApi/"

// World is a simulator and Terraform's part, as an administrator.
type World struct {
	T    *testing.T
	Sim  *simulator.Simulator
	Core *proof.Core
}

// NewWorld returns the default world with some switches.
func NewWorld(t *testing.T, switches map[string]string) *World {
	t.Helper()

	s := Simulator(t, simulator.Options{Switches: switches})

	return &World{t, s, NewCore(t, s, As(s, simulator.RoleAdmin))}
}

// Ann is the id of a user of the default world.
func (w *World) Ann() string { return w.Sim.UserID("ann@acme.example") }

// Acme is the id of an organization of the default world.
func (w *World) Acme() string { return w.Sim.EntryID(simulator.Acme) }

// Docs are the documents of a collection.
func (w *World) Docs(collection string) []sim.Doc { return w.Sim.Store.Docs(collection, "").All() }

// Only is the one document of a collection.
func (w *World) Only(collection string) sim.Doc {
	w.T.Helper()

	all := w.Docs(collection)
	if len(all) != 1 {
		w.T.Fatalf("%d documents in %s, want one: %v", len(all), collection, all)
	}

	return all[0]
}

// Change alters a document as somebody in the console would.
func (w *World) Change(collection, id string, members sim.Doc) {
	w.T.Helper()

	d, ok := w.Sim.Store.Docs(collection, "").Get(id)
	if !ok {
		w.T.Fatalf("no %s in %s", id, collection)
	}

	maps.Copy(d, members)
	w.Sim.Store.Docs(collection, "").Put(id, d)
}

// WantState checks attributes in state.
func (w *World) WantState(address string, want proof.Attrs) {
	w.T.Helper()

	got := w.Core.State(address)
	for name, v := range want {
		if !reflect.DeepEqual(got[name], v) {
			w.T.Errorf("%s is %#v, want %#v", name, got[name], v)
		}
	}
}

// WantCalls checks which operations were called since the log was last reset, logins not
// counted, and resets it.
func (w *World) WantCalls(want ...string) {
	w.T.Helper()

	got := []string{}

	for _, e := range w.Sim.Log().Calls("", "") {
		if name := strings.TrimPrefix(e.Path, API); name != "Authenticate" {
			got = append(got, fmt.Sprintf("%s %s %d", e.Method, name, e.Status))
		}
	}

	w.Sim.Log().Reset()

	if !slices.Equal(got, want) {
		w.T.Errorf("calls:\n  %s\nwant:\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// WantBody checks the one body that was sent to an operation since the log was last reset.
func (w *World) WantBody(operation string, want sim.Doc) {
	w.T.Helper()

	calls := w.Sim.Log().Calls("POST", API+operation)
	if len(calls) != 1 || !reflect.DeepEqual(calls[0].Object(), want) {
		w.T.Errorf("%d requests to %s, want one with %v: %v", len(calls), operation, want, calls)
	}
}

// Tries counts the requests to an operation since the log was last reset.
func (w *World) Tries(operation string) int { return w.Sim.Log().Count("", API+operation) }

// WantError checks that exactly one error says all this.
func WantError(t *testing.T, d proof.Diagnostics, parts ...string) {
	t.Helper()

	if n := len(d.Errors()); n != 1 {
		t.Errorf("%d errors, want one:\n%s", n, d)
	}

	for _, part := range parts {
		if !strings.Contains(d.Errors().String(), part) {
			t.Errorf("no error says %q:\n%s", part, d)
		}
	}
}

// WantWarning checks that there is one warning, which says all this, and nothing else.
func WantWarning(t *testing.T, d proof.Diagnostics, parts ...string) {
	t.Helper()

	if len(d) != 1 || len(d.Warnings()) != 1 {
		t.Errorf("want one warning:\n%s", d)
	}

	for _, part := range parts {
		if !strings.Contains(d.String(), part) {
			t.Errorf("no warning says %q:\n%s", part, d)
		}
	}
}

// WantNothing checks that there is no diagnostic.
func WantNothing(t *testing.T, d proof.Diagnostics) {
	t.Helper()

	if len(d) > 0 {
		t.Errorf("unexpected:\n%s", d)
	}
}

// Subscribe stores a subscription as somebody in the console would.
func (w *World) Subscribe(user, org string) {
	w.Sim.Store.Docs(nexportsim.Subscriptions, "").Put(user+"/"+org, sim.Doc{
		"subscription_id": w.Sim.IDs.UUID(), "user_id": user, "org_id": org, "disabled": false, "status": "Active",
	})
}

// Member is a member of an object within a value of [proof.Attrs], or nil.
func Member(object any, name string) any {
	members, _ := object.(map[string]any)

	return members[name]
}
