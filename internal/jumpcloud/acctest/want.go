// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package acctest

import (
	"fmt"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// WantState checks attributes of the block in state; a set is given sorted.
func (w *World) WantState(want Attrs) {
	w.T.Helper()
	proof.WantMembers(w.T, w.State(w.of.Address), want)
}

// Calls returns the calls for the objects since the log was last reset, which it resets. A
// method of "" is any. The test fails for one that names another organization than it should.
func (w *World) Calls(method string) []sim.Entry {
	w.T.Helper()

	all := w.Sim.Log().Calls(method, w.of.Path)
	w.Sim.Log().Reset()

	for _, e := range all {
		var want []string
		if !w.of.Headerless {
			want = []string{w.Org}
		}

		if names := e.Header.Values("X-Org-Id"); !slices.Equal(names, want) {
			w.T.Errorf("%s %s was sent with the organization %q", e.Method, e.Path, names)
		}
	}

	return all
}

// WantCalls checks route and status of all [World.Calls].
func (w *World) WantCalls(want ...string) {
	w.T.Helper()

	var got []string
	for _, e := range w.Calls("") {
		got = append(got, fmt.Sprintf("%s %d", e.Route, e.Status))
	}

	proof.WantLines(w.T, "calls", got, want)
}

// WantPuts checks the bodies of the [World.Calls] with PUT, to the letter.
func (w *World) WantPuts(want ...string) {
	w.T.Helper()

	var got []string
	for _, e := range w.Calls("PUT") {
		got = append(got, string(e.Body))
	}

	proof.WantLines(w.T, "PUT", got, want)
}

// Bodies returns the bodies of the [World.Calls] with a method.
func (w *World) Bodies(method string) []sim.Doc {
	w.T.Helper()

	all := []sim.Doc{}
	for _, e := range w.Calls(method) {
		all = append(all, e.Object())
	}

	return all
}

// Sent returns the body of the one of the [World.Calls] that has the method.
func (w *World) Sent(method string) sim.Doc {
	w.T.Helper()

	all := w.Bodies(method)
	if len(all) != 1 {
		w.T.Fatalf("%d requests with %s, want one", len(all), method)
	}

	return all[0]
}
