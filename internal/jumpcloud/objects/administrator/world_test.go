// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator_test

import (
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	lee  = "jumpcloud_provider_administrator.lee"
	link = "jumpcloud_administrator_organization_link.lee"
)

// world is a simulator, the provider in it whose key is used, and Terraform's part.
type world struct {
	t        *testing.T
	sim      *simulator.Simulator
	provider string
	core     *acctest.Core
}

func newWorld(t *testing.T, switches map[string]string) *world {
	t.Helper()

	s := acctest.Simulator(t, simulator.Options{Switches: switches})
	provider, ok := s.ProviderID(simulator.DefaultProvider)

	if !ok {
		t.Fatalf("no provider %q", simulator.DefaultProvider)
	}

	return &world{t, s, provider, acctest.NewCore(t, s, acctest.As(s, simulator.RoleBilling))}
}

// as is a world whose key has a role of that name.
func as(t *testing.T, role string, switches map[string]string) *world {
	t.Helper()

	w := newWorld(t, switches)
	key := w.sim.AddKey("me@example.com", jumpcloudsim.Access{ProviderID: w.provider, AllOrganizations: true, Role: role}, "")
	w.core.Use(acctest.As(w.sim, simulator.RoleBilling).With("JUMPCLOUD_API_KEY", key))

	return w
}

func config(attrs acctest.Attrs) acctest.Config { return acctest.Config{lee: attrs} }

// stored is the administrator with that address, or nil.
func (w *world) stored(email string) sim.Doc {
	d, _ := w.sim.Docs(jumpcloudsim.Administrators, "").Find(func(d sim.Doc) bool { return d["email"] == email })

	return d
}

func (w *world) id(email string) string {
	w.t.Helper()

	id, ok := w.stored(email)["id"].(string)
	if !ok {
		w.t.Fatalf("no administrator %s", email)
	}

	return id
}

func (w *world) change(email string, change func(sim.Doc)) {
	w.t.Helper()
	w.sim.Change(jumpcloudsim.Administrators, "", w.id(email), change)
}

func (w *world) org(name string) string {
	w.t.Helper()

	id, ok := w.sim.OrganizationID(name)
	if !ok {
		w.t.Fatalf("no organization %q", name)
	}

	return id
}

// bodies are what was sent with a method since the log was last reset, which must not name an organization.
func (w *world) bodies(method string) []sim.Doc {
	all := []sim.Doc{}

	for _, e := range w.sim.Log().Calls(method, "") {
		all = append(all, e.Object())

		if len(e.Header.Values("X-Org-Id")) > 0 {
			w.t.Errorf("%s %s was sent with an organization", e.Method, e.Path)
		}
	}

	w.sim.Log().Reset()

	return all
}

func (w *world) wantBodies(method string, want ...sim.Doc) {
	w.t.Helper()

	if got := w.bodies(method); len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
		w.t.Errorf("%s sent %v, want %v", method, got, want)
	}
}

func (w *world) wantState(want acctest.Attrs) {
	w.t.Helper()

	got := w.core.State(lee)
	for name, v := range want {
		if !reflect.DeepEqual(got[name], v) {
			w.t.Errorf("%s is %v, want %v", name, got[name], v)
		}
	}
}

var wantError, wantNoError = proof.WantError, proof.WantNoError
