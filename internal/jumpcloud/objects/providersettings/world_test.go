// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package providersettings_test

import (
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	settings = "jumpcloud_provider_settings.this"
	route    = "/api/v2/providers/"
)

type world struct{ *acctest.World }

func newWorld(t *testing.T, switches map[string]string) *world {
	t.Helper()

	return &world{acctest.NewWorld(t, acctest.Of{Address: settings, Path: route, Headerless: true}, switches)}
}

func config(attrs acctest.Attrs) acctest.Config { return acctest.Config{settings: attrs} }

// change alters the provider as somebody in the console would.
func (w *world) change(change func(p sim.Doc)) {
	w.Sim.Change(jumpcloudsim.Providers, "", w.ProviderID, change)
}

func (w *world) stored() sim.Doc {
	d, _ := w.Sim.Docs(jumpcloudsim.Providers, "").Get(w.ProviderID)

	return d
}

// wantStored checks members of the stored provider; a nested one is named with a dot.
func (w *world) wantStored(want map[string]any) {
	w.T.Helper()

	for name, v := range want {
		var got any = w.stored()

		for part := range strings.SplitSeq(name, ".") {
			d, _ := got.(sim.Doc)
			got = d[part]
		}

		if got != v {
			w.T.Errorf("stored %s is %v, want %v", name, got, v)
		}
	}
}

var wantError, wantNoError = proof.WantError, proof.WantNoError
