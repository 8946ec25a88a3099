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

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/bindplanesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestMain(m *testing.M) { os.Exit(proof.Main(m)) }

const (
	acme     = "bindplaneadmin_organization.acme"
	all      = "/v1/organizations"
	single   = "/v1/organizations/{id}"
	metadata = "/v1/organizations/{id}/metadata"
	projects = "/v1/organizations/projects/all"
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

// attrs are those of an organization that may be destroyed, with others over them.
func attrs(over proof.Attrs) proof.Attrs {
	a := proof.Attrs{"display_name": "Acme", "initial_project_name": "Production", "accept_eula": true, "deletion_policy": "delete"}
	maps.Copy(a, over)

	return a
}

func config(over proof.Attrs) proof.Config { return proof.Config{acme: attrs(over)} }

func named(name string) proof.Config { return config(proof.Attrs{"display_name": name}) }

// stored are the organizations beside the one of the default world.
func (w *world) stored() []sim.Doc {
	return slices.DeleteFunc(w.sim.Store.Docs(bindplanesim.Organizations, "").All(), func(d sim.Doc) bool {
		return bindplanesim.Metadata(d, "displayName") == simulator.First
	})
}

// id is that of the one organization that is stored.
func (w *world) id() string {
	w.t.Helper()

	stored := w.stored()
	if len(stored) != 1 {
		w.t.Fatalf("%d organizations, want one: %v", len(stored), stored)
	}

	return bindplanesim.Metadata(stored[0], "id")
}

// project is the one project of the one organization that is stored.
func (w *world) project() sim.Doc {
	w.t.Helper()

	var found []sim.Doc

	for _, d := range w.sim.Store.Docs(bindplanesim.Projects, "").All() {
		if d["organization"] == w.id() {
			found = append(found, d)
		}
	}

	if len(found) != 1 {
		w.t.Fatalf("%d projects, want one: %v", len(found), found)
	}

	return found[0]
}

func secretKey(project sim.Doc) any {
	spec, _ := project["spec"].(sim.Doc)

	return spec["secretKey"]
}

// license is what the service was given.
func (w *world) license() sim.Doc {
	d, _ := w.sim.Store.Docs(bindplanesim.Licenses, "").Get(w.id())

	return d
}

// rename does what somebody in the web interface would.
func (w *world) rename(name string) {
	w.t.Helper()

	docs := w.sim.Store.Docs(bindplanesim.Organizations, "")
	d, _ := docs.Get(w.id())
	m, _ := d["metadata"].(sim.Doc)
	m["displayName"] = name
	docs.Put(w.id(), d)
}

// change alters the user with a role.
func (w *world) change(role string, change func(u *bindplanesim.User)) {
	w.t.Helper()

	docs := w.sim.Store.Docs(bindplanesim.Users, "")

	d, ok := docs.Find(func(d sim.Doc) bool { return d["role"] == role })
	if !ok {
		w.t.Fatalf("no user with the role %s", role)
	}

	u := bindplanesim.UserOf(d)
	change(&u)
	docs.Put(u.ID, sim.ToDoc(u))
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

var wantError = proof.WantError

// wantDone checks that there is no error, and no warning but that of the agreement.
func wantDone(t *testing.T, d proof.Diagnostics) {
	t.Helper()

	for _, one := range d {
		if one.Summary != "License Agreement Is Accepted" {
			t.Errorf("unexpected:\n%s", proof.Diagnostics{one})
		}
	}
}
