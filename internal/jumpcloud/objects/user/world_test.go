// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/user/usersim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const missing = "0123456789abcdef01234567"

// world is a simulator, an organization in it, and Terraform's part.
type world struct {
	t    *testing.T
	sim  *simulator.Simulator
	org  string
	core *acctest.Core
}

func newWorld(t *testing.T) *world {
	t.Helper()

	return newWorldAs(t, simulator.RoleBilling, nil)
}

func newWorldAs(t *testing.T, role string, switches map[string]string) *world {
	t.Helper()

	s := acctest.Simulator(t, simulator.Options{Switches: switches})
	acme, _ := s.OrganizationID(simulator.AcmeInc)

	return &world{t, s, acme, acctest.NewCore(t, s, acctest.As(s, role))}
}

// in is a resource with these attributes in the world's organization.
func (w *world) in(attrs acctest.Attrs) acctest.Attrs {
	all := acctest.Attrs{"organization_id": w.org}
	maps.Copy(all, attrs)

	return all
}

// add makes a user as somebody in the console would.
func (w *world) add(username string, members sim.Doc) string {
	id := w.sim.IDs.ObjectID()
	d := sim.Doc{"username": username, "email": username + "@acme.example", "state": "ACTIVATED"}
	maps.Copy(d, members)
	w.sim.Put(usersim.Collection, w.org, id, d)

	return id
}

func (w *world) stored(id string) sim.Doc {
	w.t.Helper()

	d, ok := w.sim.Docs(usersim.Collection, w.org).Get(id)
	if !ok {
		w.t.Fatalf("there is no user %s", id)
	}

	return d
}

// wantCalls checks what was requested since the log was last reset, and resets it.
func (w *world) wantCalls(want ...string) {
	w.t.Helper()

	var got []string

	for _, e := range w.sim.Log().Calls("", "") {
		if !strings.Contains(e.Route, "rganizations") {
			got = append(got, e.Route)
		}

		if strings.HasPrefix(e.Path, "/api/system") && e.Header.Get("X-Org-Id") != w.org {
			w.t.Errorf("%s %s was sent with the organization %q", e.Method, e.Path, e.Header.Get("X-Org-Id"))
		}
	}

	w.sim.Log().Reset()

	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		w.t.Errorf("calls:\n  %s\nwant:\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

var wantError, wantNoError = proof.WantError, proof.WantNoError
