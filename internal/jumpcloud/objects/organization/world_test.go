// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	nova      = "jumpcloud_organization.nova"
	providers = "/api/v2/providers"
)

type world struct{ *acctest.World }

func newWorld(t *testing.T, role string, switches map[string]string) *world {
	t.Helper()

	return &world{acctest.NewWorld(t, acctest.Of{Path: providers, Headerless: true, Role: role}, switches)}
}

func config(attrs acctest.Attrs) acctest.Config { return acctest.Config{nova: attrs} }

// named returns the organizations of that name.
func (w *world) named(name string) []sim.Doc {
	var found []sim.Doc

	for _, d := range w.Sim.Organizations(w.ProviderID).All() {
		if d["name"] == name {
			found = append(found, d)
		}
	}

	return found
}

// one returns the id of the one organization of that name.
func (w *world) one(name string) string {
	w.T.Helper()

	found := w.named(name)
	if len(found) != 1 {
		w.T.Fatalf("%d organizations are named %q, want one", len(found), name)
	}

	id, ok := found[0]["id"].(string)
	if !ok {
		w.T.Fatalf("no id: %v", found[0])
	}

	return id
}

func (w *world) wantState(want acctest.Attrs) {
	w.T.Helper()

	if got := w.State(nova); !reflect.DeepEqual(got, want) {
		w.T.Errorf("state %v, want %v", got, want)
	}
}

var wantError, wantNoError = proof.WantError, proof.WantNoError
