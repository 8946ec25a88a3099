// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestFaultsOfReads: each operation that a plan reads with meets faults. One that passes is
// not noticed; one that stays is an error, and no object leaves the plan for it.
func TestFaultsOfReads(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := acctest.NewWorld(t, nil)
		w.Sim.Store.Docs(nexportsim.Grants, "").Put("1", sim.Doc{"user_id": w.Ann(), "group_id": w.Sim.EntryID("ACME-LEADS"), "permission": "ViewGroups"})
		w.Core.MustApply(config(w, "Berg", "On Leave"))

		for _, operation := range []string{
			"GetCustomProfileFieldValues", "GetCustomProfileFields", "GetOrganizations", "GetSubscription", "GetSubscriptions", "GetUser",
			"GetUserContactInformation", "GetUsers", "HasGroupPermission", "SearchDirectory", "SearchGroupsForPermission", "SearchSubscriptions",
		} {
			at := acctest.API + operation

			for name, passes := range map[string]sim.Fault{
				"500": {Status: 500}, "dropped": {Drop: true}, "429": {Status: 429}, "malformed": {Malformed: true},
			} {
				passes.Pattern, passes.Times = at, 1
				injected := w.Sim.Inject(passes)

				if p := w.Core.Plan(config(w, "Berg", "On Leave")); len(p.Diags) > 0 || p.Count(proof.NoOp) != 4 || injected.Fired() != 1 {
					t.Errorf("%s, %s: fired %d, %v %s", operation, name, injected.Fired(), p.Actions(), p.Diags)
				}

				injected.Remove()
			}

			for name, stays := range map[string]sim.Fault{
				"500": {Status: 500}, "not JSON": {Malformed: true}, "no path": {Status: 404, Body: `{"Message":"No HTTP resource was found"}`},
			} {
				stays.Pattern = at
				injected := w.Sim.Inject(stays)

				if p := w.Core.Plan(config(w, "Berg", "On Leave")); len(p.Diags.Errors()) == 0 || p.Count(proof.Create) > 0 {
					t.Errorf("%s, %s for ever: %v %s", operation, name, p.Actions(), p.Diags)
				}

				injected.Remove()
			}
		}
	})
}
