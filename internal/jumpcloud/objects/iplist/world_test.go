// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplist_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	office = "jumpcloud_iplist.office"
	lists  = "/api/v2/iplists"
	single = "/api/v2/iplists/{id}"
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

// config is one IP list with these attributes, in the world's organization.
func (w *world) config(attrs acctest.Attrs) acctest.Config {
	all := acctest.Attrs{"organization_id": w.org}
	maps.Copy(all, attrs)

	return acctest.Config{office: all}
}

func (w *world) stored() []sim.Doc { return w.sim.Docs(iplistsim.Collection, w.org).All() }

// only returns the one IP list that is stored.
func (w *world) only() sim.Doc {
	w.t.Helper()

	all := w.stored()
	if len(all) != 1 {
		w.t.Fatalf("%d IP lists, want one: %v", len(all), all)
	}

	return all[0]
}

func (w *world) id() string {
	w.t.Helper()

	id, ok := w.only()["id"].(string)
	if !ok {
		w.t.Fatalf("an IP list without id: %v", w.only())
	}

	return id
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

// wantCalls checks which calls for IP lists were made since the log was last reset, and
// resets it. All of them name the organization.
func (w *world) wantCalls(want ...string) {
	w.t.Helper()

	got := []string{}

	for _, e := range w.sim.Log().Calls("", lists) {
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

var wantError, wantNoError = proof.WantError, proof.WantNoError
