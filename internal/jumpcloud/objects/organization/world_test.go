// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	nova      = "jumpcloud_organization.nova"
	providers = "/api/v2/providers"
)

// world is a simulator, the provider in it whose key is used, and Terraform's part.
type world struct {
	t        *testing.T
	sim      *simulator.Simulator
	provider string
	core     *acctest.Core
}

func newWorld(t *testing.T, role string, switches map[string]string) *world {
	t.Helper()

	s := acctest.Simulator(t, simulator.Options{Switches: switches})
	provider, ok := s.ProviderID(simulator.DefaultProvider)

	if !ok {
		t.Fatalf("no provider %q", simulator.DefaultProvider)
	}

	return &world{t, s, provider, acctest.NewCore(t, s, acctest.As(s, role))}
}

func config(attrs acctest.Attrs) acctest.Config { return acctest.Config{nova: attrs} }

// named returns the organizations of that name.
func (w *world) named(name string) []sim.Doc {
	var found []sim.Doc

	for _, d := range w.sim.Organizations(w.provider).All() {
		if d["name"] == name {
			found = append(found, d)
		}
	}

	return found
}

// one returns the id of the one organization of that name.
func (w *world) one(name string) string {
	w.t.Helper()

	found := w.named(name)
	if len(found) != 1 {
		w.t.Fatalf("%d organizations are named %q, want one", len(found), name)
	}

	id, ok := found[0]["id"].(string)
	if !ok {
		w.t.Fatalf("no id: %v", found[0])
	}

	return id
}

func (w *world) wantState(want acctest.Attrs) {
	w.t.Helper()

	if got := w.core.State(nova); !reflect.DeepEqual(got, want) {
		w.t.Errorf("state %v, want %v", got, want)
	}
}

// bodies are what was sent with a method since the log was last reset.
func (w *world) bodies(method string) []sim.Doc {
	all := []sim.Doc{}

	for _, e := range w.sim.Log().Calls(method, providers) {
		all = append(all, e.Object())

		if len(e.Header.Values("X-Org-Id")) > 0 {
			w.t.Errorf("%s %s was sent with an organization", e.Method, e.Path)
		}
	}

	w.sim.Log().Reset()

	return all
}

var wantError, wantNoError = proof.WantError, proof.WantNoError
