// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"os"
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestMain(m *testing.M) { os.Exit(proof.Main(m)) }

func TestOne(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, nil)
	root := w.Sim.EntryID(simulator.Root)
	want := proof.Attrs{"id": root, "name": "Training", "short_name": "TRAIN"}

	// The answer has the organizations below as well, and by name Acme comes first.
	for _, by := range []proof.Attrs{{"id": root}, {"short_name": "TRAIN"}} {
		got, d := w.Core.Data("nexport_organization", by)
		acctest.WantNothing(t, d)

		if !reflect.DeepEqual(got, want) {
			t.Errorf("%v: %v", by, got)
		}
	}

	_, d := w.Core.Data("nexport_organization", proof.Attrs{"short_name": "NOBODY"})
	acctest.WantError(t, d, "Unable to Read Organization", "Entity not found")

	_, d = w.Core.Data("nexport_organization", proof.Attrs{"id": root, "short_name": "TRAIN"})
	acctest.WantError(t, d, "Invalid Attribute Combination")

	// An answer without the one that was asked for is no answer.
	w.Sim.Inject(sim.Fault{PathPrefix: acctest.API + "GetOrganizations", Status: 200, Body: `[]`})

	_, d = w.Core.Data("nexport_organization", proof.Attrs{"short_name": "TRAIN"})
	acctest.WantError(t, d, `no organization with the short_name "TRAIN"`)
}

// TestAll: pages are read to their end, whatever number the first has.
func TestAll(t *testing.T) {
	t.Parallel()

	for _, switches := range []map[string]string{nil, {"first-page": "0"}, {"paging-headers": "off"}} {
		w := acctest.NewWorld(t, switches)
		for range 70 {
			id := w.Sim.IDs.UUID()
			w.Sim.AddEntry(sim.Doc{"id": id, "name": id, "short_name": id, "type": nexportsim.Organization, "parent_id": w.Acme()})
		}

		for _, by := range []proof.Attrs{{"organization_id": w.Acme()}, {"short_name": "ACME"}} {
			got, d := w.Core.Data("nexport_organizations", by)
			acctest.WantNothing(t, d)

			all, _ := got["organizations"].([]any)
			ids, _ := got["ids_by_short_name"].(map[string]any)

			if len(all) != 71 || ids["ACME"] != w.Acme() {
				t.Errorf("%v: %d organizations", switches, len(all))
			}
		}
	}
}

// TestElementFailed: one element of a list that carries an error fails the list.
func TestElementFailed(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, nil)
	w.Sim.Inject(sim.Fault{
		PathPrefix: acctest.API + "GetOrganizations", Status: 200,
		Body: `[{"org_id":"1","name":"a","short_name":"a","api_error_entity":{"error_code":0}},{"api_error_entity":{"error_code":7,"error_message":"half"}}]`,
	})

	_, d := w.Core.Data("nexport_organizations", proof.Attrs{"short_name": "ACME"})
	acctest.WantError(t, d, "half (error code 7)", "status 200")
}
