// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/objects/organization/organizationsim"
)

// TestNamesAtPlan: a name that is given twice, or that another organization has, is found
// before anything is made; nobody is told of an attribute that there is not.
func TestNamesAtPlan(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	both := config(proof.Attrs{"name": "Acme"})
	both["zammad_organization.twin"] = proof.Attrs{"name": "ACME"}

	d := w.core.Plan(both).Diags
	wantError(t, d, "Same Name Twice", "to two organizations")

	if strings.Contains(d.String(), "allow_duplicate_name") {
		t.Error(d)
	}

	w.core.MustApply(config(proof.Attrs{"name": "Acme"}))
	id := organizationsim.Add(w.sim.World, sim.Doc{"name": "GLOBEX"})
	both["zammad_organization.twin"] = proof.Attrs{"name": "Globex"}

	// A refusal where what is in state was read before, a warning where it was not yet.
	text := w.core.Plan(both).Diags.String()
	for _, part := range []string{"Organization Exists Already", `"Globex" is taken already, by ` + id, "import {"} {
		if !strings.Contains(text, part) || strings.Contains(text, "allow_duplicate_name") {
			t.Errorf("want %s in:\n%s", part, text)
		}
	}

	// What it is called itself is no twin, whatever the case of its letters.
	w.core.MustApply(config(proof.Attrs{"name": "ACME"}))
}

// TestReplaced: who stays in Zammad keeps the name, so nobody takes the place.
func TestReplaced(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	attrs := proof.Attrs{"name": "Acme", "on_destroy": "deactivate"}
	w.core.MustApply(config(attrs))

	wantError(t, w.core.PlanReplacing(config(attrs), acme).Diags, "Name Stays Taken", `"Acme"`, "another name")
	w.core.MustPlanEmpty(config(attrs))

	attrs["name"] = "Acme 2"
	wantNothing(t, w.core.PlanReplacing(config(attrs), acme).Apply())

	if stored := w.stored(); len(stored) != 2 || stored[0]["active"] != false {
		t.Errorf("stored %v", stored)
	}

	attrs["on_destroy"] = nil
	w.core.MustApply(config(attrs))
	wantNothing(t, w.core.PlanReplacing(config(attrs), acme).Apply())
}
