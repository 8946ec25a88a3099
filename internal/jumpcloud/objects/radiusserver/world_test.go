// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package radiusserver_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/radiusserver/radiusserversim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	office  = "jumpcloud_radius_server.office"
	servers = "/api/radiusservers"
	single  = "/api/radiusservers/{id}"
	canary  = "canary-of-the-office"
)

// world is a simulator, an organization in it, and Terraform's part.
type world struct {
	t    *testing.T
	sim  *simulator.Simulator
	org  string
	core *acctest.Core
}

func newWorld(t *testing.T, switches map[string]string) *world {
	t.Helper()

	s := acctest.Simulator(t, simulator.Options{Switches: switches})
	org, ok := s.OrganizationID(simulator.AcmeInc)

	if !ok {
		t.Fatalf("no organization %q", simulator.AcmeInc)
	}

	return &world{t, s, org, acctest.NewCore(t, s, acctest.As(s, simulator.RoleBilling))}
}

// config is one server with these attributes, in the world's organization.
func (w *world) config(attrs acctest.Attrs) acctest.Config {
	all := acctest.Attrs{"organization_id": w.org, "name": "Office", "network_source_ip": "198.51.100.7"}
	maps.Copy(all, attrs)

	return acctest.Config{office: all}
}

// plain is a configuration with the secret in state, hidden one without.
func (w *world) plain(attrs acctest.Attrs) acctest.Config {
	all := acctest.Attrs{"shared_secret": canary}
	maps.Copy(all, attrs)

	return w.config(all)
}

func (w *world) hidden(secret string, version int, attrs acctest.Attrs) acctest.Config {
	all := acctest.Attrs{"shared_secret_wo": secret, "shared_secret_wo_version": version}
	maps.Copy(all, attrs)

	return w.config(all)
}

func (w *world) stored() []sim.Doc { return w.sim.Docs(radiusserversim.Collection, w.org).All() }

// only returns the one server that is stored.
func (w *world) only() sim.Doc {
	w.t.Helper()

	all := w.stored()
	if len(all) != 1 {
		w.t.Fatalf("%d RADIUS servers, want one: %v", len(all), all)
	}

	return all[0]
}

func (w *world) id() string {
	w.t.Helper()

	id, ok := w.only()["id"].(string)
	if !ok {
		w.t.Fatalf("a RADIUS server without id: %v", w.only())
	}

	return id
}

// change changes the one server as somebody in the console would.
func (w *world) change(members sim.Doc) {
	w.t.Helper()

	if !w.sim.Change(radiusserversim.Collection, w.org, w.id(), func(d sim.Doc) { maps.Copy(d, members) }) {
		w.t.Fatal("no such RADIUS server")
	}
}

// wantState checks attributes in state; a set is given sorted.
func (w *world) wantState(want acctest.Attrs) {
	w.t.Helper()

	got := w.core.State(office)
	for name, v := range want {
		if !reflect.DeepEqual(got[name], v) {
			w.t.Errorf("%s is %#v, want %#v", name, got[name], v)
		}
	}
}

// wantCalls checks which calls for RADIUS servers were made since the log was last reset,
// and resets it. All of them name the organization.
func (w *world) wantCalls(want ...string) {
	w.t.Helper()

	got := []string{}

	for _, e := range w.sim.Log().Calls("", servers) {
		got = append(got, fmt.Sprintf("%s %d", e.Route, e.Status))
		if e.Header.Get("X-Org-Id") != w.org {
			w.t.Errorf("%s %s was sent with the organization %q", e.Method, e.Path, e.Header.Get("X-Org-Id"))
		}
	}

	w.sim.Log().Reset()

	if !slices.Equal(got, want) {
		w.t.Errorf("calls:\n  %s\nwant:\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// sent returns the one body that was sent with the method, and resets the log.
func (w *world) sent(method string) sim.Doc {
	w.t.Helper()

	all := w.sim.Log().Calls(method, servers)
	w.sim.Log().Reset()

	if len(all) != 1 {
		w.t.Fatalf("%d requests with %s, want one", len(all), method)
	}

	return all[0].Object()
}

var wantError, wantNoError = proof.WantError, proof.WantNoError
