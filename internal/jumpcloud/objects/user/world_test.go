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

type world struct{ *acctest.World }

func newWorld(t *testing.T) *world {
	t.Helper()

	return newWorldAs(t, simulator.RoleBilling, nil)
}

func newWorldAs(t *testing.T, role string, switches map[string]string) *world {
	t.Helper()

	return &world{acctest.NewWorld(t, acctest.Of{Role: role}, switches)}
}

// add makes a user as somebody in the console would.
func (w *world) add(username string, members sim.Doc) string {
	id := w.Sim.IDs.ObjectID()
	d := sim.Doc{"username": username, "email": username + "@acme.example", "state": "ACTIVATED"}
	maps.Copy(d, members)
	w.Sim.Put(usersim.Collection, w.Org, id, d)

	return id
}

func (w *world) stored(id string) sim.Doc {
	w.T.Helper()

	d, ok := w.Sim.Docs(usersim.Collection, w.Org).Get(id)
	if !ok {
		w.T.Fatalf("there is no user %s", id)
	}

	return d
}

// wantCalls checks what was requested since the log was last reset, and resets it.
func (w *world) wantCalls(want ...string) {
	w.T.Helper()

	var got []string

	for _, e := range w.Sim.Log().Calls("", "") {
		if !strings.Contains(e.Route, "rganizations") {
			got = append(got, e.Route)
		}

		if strings.HasPrefix(e.Path, "/api/system") && e.Header.Get("X-Org-Id") != w.Org {
			w.T.Errorf("%s %s was sent with the organization %q", e.Method, e.Path, e.Header.Get("X-Org-Id"))
		}
	}

	w.Sim.Log().Reset()

	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		w.T.Errorf("calls:\n  %s\nwant:\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

var wantError, wantNoError = proof.WantError, proof.WantNoError
