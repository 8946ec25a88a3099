// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

func TestDataSources(t *testing.T) {
	t.Parallel()

	for _, unmapped := range []string{"listed", "omitted"} {
		each(t, map[string]string{"mappings-unmapped-organizations": unmapped}, func(t *testing.T, w *world, v vendor) {
			t.Helper()

			name := "jumpcloud_" + v.name + "_mapping"
			ask := acctest.Attrs{"integration_id": w.integration, "organization_id": w.Org}

			_, d := w.Data(name, ask)
			wantError(t, d, "Unable to Read "+v.title+" Mapping")

			w.MustApply(w.config(v.full))

			one, d := w.Data(name, ask)
			wantNone(t, d)

			want := map[string]any{"organization_name": "Acme Inc", "company_id": "250", "company_name": psasim.Acme}
			if v.outer != "" {
				want[v.outer+"_id"], want[v.inner+"_name"], want["last_sync_status"] = "412", psasim.Platform, nil
			}

			if v.name == psasim.Autotask {
				want["non_billable_users"] = 2
			}

			check := func(got map[string]any) {
				for attribute, value := range want {
					if got[attribute] != value {
						t.Errorf("%s is %v, want %v", attribute, got[attribute], value)
					}
				}
			}
			check(one)

			// The daily sync leaves its result.
			if _, err := psasim.Sync(w.Sim.World, w.integration); err != nil {
				t.Fatal(err)
			}

			if v.outer != "" {
				want["last_sync_status"], want["last_sync_time"] = psasim.Succeeded, w.stored(w.Org)["lastSyncDateTime"]
			}

			all, d := w.Data(name+"s", acctest.Attrs{"integration_id": w.integration})
			wantNone(t, d)

			listed, _ := all["mappings"].([]any)
			if len(listed) != 1 {
				t.Fatalf("%v", all)
			}

			first, _ := listed[0].(map[string]any)
			want["organization_id"] = w.Org

			check(first)

			others := []string{}

			for _, name := range []string{simulator.Globex, simulator.Initech} {
				id, _ := w.Sim.OrganizationID(name)
				others = append(others, id)
			}

			slices.Sort(others)

			if got := fmt.Sprint(all["unmapped_organization_ids"]); got != fmt.Sprint(others) {
				t.Errorf("unmapped: %s, want %s", got, others)
			}
		})
	}
}
