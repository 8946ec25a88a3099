// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package project_test

import (
	"maps"
	"os"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/bindplanesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestMain(m *testing.M) { os.Exit(proof.Main(m)) }

const (
	staging = "bindplaneadmin_project.staging"
	all     = "/v1/projects"
	lists   = "/v1/organizations"
	every   = "/v1/organizations/projects/all"
)

// world is a simulator with a client's organization beside the one that the credential acts
// in, and Terraform's part.
type world struct {
	t      *testing.T
	sim    *simulator.Simulator
	core   *proof.Core
	client string // id of the client's organization
	own    string // id of the organization that the credential acts in
}

func newWorld(t *testing.T, switches map[string]string) *world {
	t.Helper()

	s := acctest.Simulator(t, simulator.Options{Switches: switches, Seed: &simulator.Seed{
		Organizations: []simulator.SeedOrganization{
			{DisplayName: simulator.First, Projects: []string{"Operations"}}, {DisplayName: "Acme", Projects: []string{"Production"}}, {DisplayName: "Empty"},
		},
		Users: []simulator.SeedUser{
			{Role: simulator.RoleAdmin, Email: "admin@example.com", Admin: true, Organizations: []string{simulator.First, "Acme", "Empty"}},
			{Role: simulator.RoleViewer, Email: "viewer@example.com", Organizations: []string{simulator.First, "Acme"}},
		},
	}})
	w := &world{t: t, sim: s, core: acctest.NewCore(t, s, acctest.As(s, simulator.RoleAdmin))}
	w.own, w.client = w.organization(simulator.First), w.organization("Acme")

	return w
}

func (w *world) organization(name string) string {
	w.t.Helper()

	d, ok := w.sim.Store.Docs(bindplanesim.Organizations, "").Find(func(d sim.Doc) bool { return bindplanesim.Metadata(d, "displayName") == name })
	if !ok {
		w.t.Fatalf("no organization %s", name)
	}

	return bindplanesim.Metadata(d, "id")
}

// config is one project that may be destroyed, with other attributes over it.
func config(over proof.Attrs) proof.Config {
	a := proof.Attrs{"display_name": "Staging", "deletion_policy": "delete"}
	maps.Copy(a, over)

	return proof.Config{staging: a}
}

// stored are the projects beside those of the seed.
func (w *world) stored() []sim.Doc {
	var found []sim.Doc

	for _, d := range w.sim.Store.Docs(bindplanesim.Projects, "").All() {
		if name := bindplanesim.Metadata(d, "displayName"); name != "Operations" && name != "Production" {
			found = append(found, d)
		}
	}

	return found
}

// only is the one project that is stored.
func (w *world) only() sim.Doc {
	w.t.Helper()

	stored := w.stored()
	if len(stored) != 1 {
		w.t.Fatalf("%d projects, want one: %v", len(stored), stored)
	}

	return stored[0]
}

func (w *world) id() string {
	w.t.Helper()

	return bindplanesim.Metadata(w.only(), "id")
}

func (w *world) secretKey() any {
	w.t.Helper()

	spec, _ := w.only()["spec"].(sim.Doc)

	return spec["secretKey"]
}

// wantState checks attributes in state; a set is given sorted.
func (w *world) wantState(want proof.Attrs) {
	w.t.Helper()
	proof.WantMembers(w.t, w.core.State(staging), want)
}

var wantError, wantNothing = proof.WantError, proof.WantNoError
