// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package providersettings_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	settings = "jumpcloud_provider_settings.this"
	route    = "/api/v2/providers/"
)

// world is a simulator, the provider in it, and Terraform's part.
type world struct {
	t    *testing.T
	sim  *simulator.Simulator
	id   string
	core *acctest.Core
}

func newWorld(t *testing.T, switches map[string]string) *world {
	t.Helper()

	s := acctest.Simulator(t, simulator.Options{Switches: switches})
	id, ok := s.ProviderID(simulator.DefaultProvider)

	if !ok {
		t.Fatalf("no provider %q", simulator.DefaultProvider)
	}

	return &world{t, s, id, acctest.NewCore(t, s, acctest.As(s, simulator.RoleBilling))}
}

func config(attrs acctest.Attrs) acctest.Config { return acctest.Config{settings: attrs} }

// change alters the provider as somebody in the console would.
func (w *world) change(change func(p sim.Doc)) {
	w.sim.Change(jumpcloudsim.Providers, "", w.id, change)
}

func (w *world) stored() sim.Doc {
	d, _ := w.sim.Docs(jumpcloudsim.Providers, "").Get(w.id)

	return d
}

// wantStored checks members of the stored provider; a nested one is named with a dot.
func (w *world) wantStored(want map[string]any) {
	w.t.Helper()

	for name, v := range want {
		var got any = w.stored()

		for part := range strings.SplitSeq(name, ".") {
			d, _ := got.(sim.Doc)
			got = d[part]
		}

		if got != v {
			w.t.Errorf("stored %s is %v, want %v", name, got, v)
		}
	}
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
