// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package grouppermission_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestMain(m *testing.M) { os.Exit(proof.Main(m)) }

// TestPermission: both questions are asked with POST and change nothing, so that a provider
// that is set to read_only asks them, and a failure has them asked again.
func TestPermission(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, nil)
	w.Core.Use(acctest.As(w.Sim, "viewer").With("NEXPORT_READ_ONLY", "true"))

	leads := w.Sim.EntryID("ACME-LEADS")
	w.Sim.Store.Docs(nexportsim.Grants, "").Put("1", sim.Doc{"user_id": w.Ann(), "group_id": leads, "permission": "ViewGroups"})

	for permission, want := range map[string]bool{"ViewGroups": true, "EditGroups": false} {
		got, d := w.Core.Data("nexport_group_permission", proof.Attrs{"user_id": w.Ann(), "permission": permission, "group_id": leads})
		acctest.WantNothing(t, d)

		groups, _ := got["groups"].([]any)
		if got["permitted"] != want || len(groups) != 0 {
			t.Errorf("%s: %v", permission, got)
		}
	}

	w.Sim.Log().Reset()

	got, d := w.Core.Data("nexport_group_permission", proof.Attrs{"user_id": w.Ann(), "permission": "ViewGroups", "organization_id": w.Acme()})
	acctest.WantNothing(t, d)
	w.WantBody("SearchGroupsForPermission", sim.Doc{
		"user_id": w.Ann(), "permission": "ViewGroups", "org_id": w.Acme(), "per_page": json.Number("30"),
	})

	if all, _ := got["groups"].([]any); len(all) != 1 || acctest.Member(all[0], "id") != leads || got["permitted"] != true {
		t.Errorf("%v", got)
	}

	_, d = w.Core.Data("nexport_group_permission", proof.Attrs{"user_id": w.Ann(), "permission": "ViewGroups", "group_id": w.Ann()})
	acctest.WantError(t, d, "Unable to Read Group Permission", "Entity not found")
}
