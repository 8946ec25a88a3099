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

type world struct{ *acctest.World }

func newWorld(t *testing.T, switches map[string]string) *world {
	t.Helper()

	return &world{acctest.NewWorld(t, acctest.Of{Address: lee, Headerless: true}, switches)}
}

// as is a world whose key has a role of that name.
func as(t *testing.T, role string, switches map[string]string) *world {
	t.Helper()

	w := newWorld(t, switches)
	key := w.Sim.AddKey("me@example.com", jumpcloudsim.Access{ProviderID: w.ProviderID, AllOrganizations: true, Role: role}, "")
	w.Use(acctest.As(w.Sim, simulator.RoleBilling).With("JUMPCLOUD_API_KEY", key))

	return w
}

func config(attrs acctest.Attrs) acctest.Config { return acctest.Config{lee: attrs} }

// stored is the administrator with that address, or nil.
func (w *world) stored(email string) sim.Doc {
	d, _ := w.Sim.Docs(jumpcloudsim.Administrators, "").Find(func(d sim.Doc) bool { return d["email"] == email })

	return d
}

func (w *world) id(email string) string {
	w.T.Helper()

	id, ok := w.stored(email)["id"].(string)
	if !ok {
		w.T.Fatalf("no administrator %s", email)
	}

	return id
}

func (w *world) change(email string, change func(sim.Doc)) {
	w.T.Helper()
	w.Sim.Change(jumpcloudsim.Administrators, "", w.id(email), change)
}

func (w *world) org(name string) string {
	w.T.Helper()

	id, ok := w.Sim.OrganizationID(name)
	if !ok {
		w.T.Fatalf("no organization %q", name)
	}

	return id
}

func (w *world) wantBodies(method string, want ...sim.Doc) {
	w.T.Helper()

	if got := w.Bodies(method); len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
		w.T.Errorf("%s sent %v, want %v", method, got, want)
	}
}

var wantError, wantNoError = proof.WantError, proof.WantNoError
