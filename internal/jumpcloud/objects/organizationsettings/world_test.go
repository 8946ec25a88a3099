// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsettings_test

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/organization/organizationsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	settings = "jumpcloud_organization_settings.this"
	route    = "/api/organizations/"
)

// world is a simulator, an organization in it, and Terraform's part.
type world struct {
	t    *testing.T
	sim  *simulator.Simulator
	id   string
	core *acctest.Core
}

func newWorld(t *testing.T, switches map[string]string) *world {
	t.Helper()

	s := acctest.Simulator(t, simulator.Options{Switches: switches})
	id, ok := s.OrganizationID(simulator.AcmeInc)

	if !ok {
		t.Fatalf("no organization %q", simulator.AcmeInc)
	}

	return &world{t, s, id, acctest.NewCore(t, s, acctest.As(s, simulator.RoleBilling))}
}

// config is the settings of the world's organization.
func (w *world) config(attrs acctest.Attrs) acctest.Config {
	all := acctest.Attrs{"organization_id": w.id}
	maps.Copy(all, attrs)

	return acctest.Config{settings: all}
}

// change alters settings as somebody in the console would.
func (w *world) change(change func(s sim.Doc)) {
	organizationsim.ChangeSettings(w.sim.World, w.id, change)
}

// wantStored checks members of the stored settings; a nested one is named with a dot.
func (w *world) wantStored(want map[string]any) {
	w.t.Helper()

	for name, v := range want {
		if got := w.stored(name); got != v {
			w.t.Errorf("stored %s is %v, want %v", name, got, v)
		}
	}
}

// stored is a member of the stored settings.
func (w *world) stored(name string) any {
	var got any = organizationsim.Settings(w.sim.World, w.id)

	for part := range strings.SplitSeq(name, ".") {
		d, _ := got.(sim.Doc)
		got = d[part]
	}

	if n, ok := got.(json.Number); ok {
		got = n.String()
	}

	return got
}

func (w *world) wantState(want acctest.Attrs) {
	w.t.Helper()

	got := w.core.State(settings)
	for name, v := range want {
		if !reflect.DeepEqual(got[name], v) {
			w.t.Errorf("%s is %#v, want %#v", name, got[name], v)
		}
	}
}

// wantPuts checks the bodies that were sent since the log was last reset, and resets it.
func (w *world) wantPuts(want ...string) {
	w.t.Helper()

	got := []string{}

	for _, e := range w.sim.Log().Calls("PUT", route) {
		got = append(got, string(e.Body))

		if len(e.Header.Values("X-Org-Id")) > 0 {
			w.t.Errorf("%s %s was sent with an organization", e.Method, e.Path)
		}
	}

	w.sim.Log().Reset()

	if !slices.Equal(got, want) {
		w.t.Errorf("PUT\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

var wantError, wantNoError = proof.WantError, proof.WantNoError
