// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package customprofilefield_test

import (
	"os"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
)

func TestMain(m *testing.M) { os.Exit(proof.Main(m)) }

func TestFields(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, nil)

	got, d := w.Core.Data("nexport_custom_profile_fields", proof.Attrs{"organization_id": w.Acme()})
	acctest.WantNothing(t, d)

	all, _ := got["fields"].([]any)
	if len(all) != 2 {
		t.Fatalf("%v", got)
	}

	second, _ := all[1].(map[string]any)
	if second["key"] != "cost_center" || second["type"] != "Text" {
		t.Errorf("%v", second)
	}

	got, d = w.Core.Data("nexport_custom_profile_fields", proof.Attrs{"organization_id": w.Acme(), "field_id": second["id"]})
	acctest.WantNothing(t, d)

	if all, _ := got["fields"].([]any); len(all) != 1 || acctest.Member(all[0], "key") != "cost_center" {
		t.Errorf("%v", got)
	}

	_, d = w.Core.Data("nexport_custom_profile_fields", proof.Attrs{"organization_id": w.Ann()})
	acctest.WantError(t, d, "Unable to Read Custom Profile Fields", "Entity not found")
}
