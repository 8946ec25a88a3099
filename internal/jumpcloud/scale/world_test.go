// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package scale_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const lists = "/api/v2/iplists"

// world is a simulator, an organization in it, and Terraform's part.
type world struct {
	t    *testing.T
	sim  *simulator.Simulator
	org  string
	env  acctest.Environment
	core *acctest.Core
}

// in runs a test in a world where time is virtual, next to others.
func in(t *testing.T, o simulator.Options, test func(w *world)) {
	t.Helper()
	t.Parallel()
	synctest.Test(t, func(t *testing.T) { test(newWorld(t, o)) })
}

func newWorld(t *testing.T, o simulator.Options) *world {
	t.Helper()

	s := acctest.Simulator(t, o)
	org, ok := s.OrganizationID(simulator.AcmeInc)

	if !ok {
		t.Fatalf("no organization %q", simulator.AcmeInc)
	}

	w := &world{t: t, sim: s, org: org}
	w.use(acctest.As(s, simulator.RoleBilling))

	return w
}

// use begins anew, with an empty state and these settings.
func (w *world) use(env acctest.Environment) {
	w.env, w.core = env, acctest.NewCore(w.t, w.sim, env)
}

func address(i int) string { return fmt.Sprintf("jumpcloud_iplist.list%04d", i) }

// many is a configuration of n IP lists, each unlike all others.
func (w *world) many(n int) acctest.Config {
	config := acctest.Config{}

	for i := range n {
		config[address(i)] = acctest.Attrs{
			"organization_id": w.org, "name": fmt.Sprintf("List %04d", i), "description": fmt.Sprintf("Number %d", i),
			"ips": []any{fmt.Sprintf("10.%d.%d.0/24", i/250, i%250)},
		}
	}

	return config
}

// apply applies and fails the test for anything that was said.
func (w *world) apply(config acctest.Config) {
	w.t.Helper()
	w.clean(w.core.Apply(config))
}

func (w *world) clean(d acctest.Diagnostics) {
	w.t.Helper()

	if len(d) > 0 {
		w.t.Fatalf("unexpected:\n%s", d)
	}
}

func (w *world) stored() []sim.Doc { return w.sim.Docs(iplistsim.Collection, w.org).All() }

// calls counts the requests since the log was last reset, and resets it.
func (w *world) calls() int {
	n := w.sim.Log().Count("", "")
	w.sim.Log().Reset()

	return n
}

// most fails the test for more calls than that.
func (w *world) most(what string, limit int) {
	w.t.Helper()

	if n := w.calls(); n > limit {
		w.t.Errorf("%s: %d calls, want %d at most", what, n, limit)
	}
}

// wantExactly checks that state and service hold the same n objects, as configured.
func (w *world) wantExactly(config acctest.Config) {
	w.t.Helper()

	stored := map[any]sim.Doc{}
	for _, d := range w.stored() {
		stored[d["id"]] = d
	}

	if len(stored) != len(config) || len(w.core.Addresses()) != len(config) {
		w.t.Errorf("%d objects and %d in state, want %d", len(stored), len(w.core.Addresses()), len(config))
	}

	for address, want := range config {
		state := w.core.State(address)
		d, ok := stored[state["id"]]
		delete(stored, state["id"])

		switch {
		case !ok:
			w.t.Errorf("%s is in state as %v and does not exist, or twice", address, state["id"])
		case w.core.Tainted(address):
			w.t.Errorf("%s is tainted", address)
		case d["name"] != want["name"] || d["description"] != want["description"] || !reflect.DeepEqual(d["ips"], want["ips"]):
			w.t.Errorf("%s is %v, want %v", address, d, want)
		}
	}

	for _, d := range stored {
		w.t.Errorf("orphaned: %v", d)
	}
}

// says checks that there are errors, all of them saying this.
func says(t *testing.T, d acctest.Diagnostics, part string) {
	t.Helper()

	errors := d.Errors()
	if len(errors) == 0 || slices.ContainsFunc(errors, func(e *tfprotov6.Diagnostic) bool { return !strings.Contains(e.Summary+e.Detail, part) }) {
		t.Errorf("%d errors, want some that all say %q:\n%s", len(errors), part, d)
	}
}
