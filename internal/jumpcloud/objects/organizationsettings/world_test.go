// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsettings_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/organization/organizationsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	settings = "jumpcloud_organization_settings.this"
	route    = "/api/organizations/"
)

type world struct{ *acctest.World }

// The calls name the organization in their path, and in no header.
func newWorld(t *testing.T, switches map[string]string) *world {
	t.Helper()

	return &world{acctest.NewWorld(t, acctest.Of{Address: settings, Path: route, Headerless: true}, switches)}
}

// change alters settings as somebody in the console would.
func (w *world) change(change func(s sim.Doc)) {
	organizationsim.ChangeSettings(w.Sim.World, w.Org, change)
}

// wantStored checks members of the stored settings; a nested one is named with a dot.
func (w *world) wantStored(want map[string]any) {
	w.T.Helper()

	for name, v := range want {
		if got := w.stored(name); got != v {
			w.T.Errorf("stored %s is %v, want %v", name, got, v)
		}
	}
}

// stored is a member of the stored settings.
func (w *world) stored(name string) any {
	var got any = organizationsim.Settings(w.Sim.World, w.Org)

	for part := range strings.SplitSeq(name, ".") {
		d, _ := got.(sim.Doc)
		got = d[part]
	}

	if n, ok := got.(json.Number); ok {
		got = n.String()
	}

	return got
}

var wantError, wantNoError = proof.WantError, proof.WantNoError
