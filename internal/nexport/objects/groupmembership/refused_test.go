// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package groupmembership_test

import (
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestLostUpdate: after an update whose answer was lost every error says what was sent, what
// the refusal may mean, and what helps, which then does.
func TestLostUpdate(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := world(t, nil)
		w.Core.MustApply(config(w, "ACME-LEADS"))
		w.Sim.Inject(sim.Fault{Method: "POST", PathPrefix: acctest.API + "CreateMembership", Times: 1, After: true, Drop: true})

		for i, lost := range []bool{true, false, false} {
			d := w.Core.Apply(config(w, "ACME-SAFETY"))
			acctest.WantError(t, d, "Unable to Update Group Membership", "Entity not found or duplicate (error code 2)",
				"user_id "+w.Ann(), "group_ids "+w.Sim.EntryID("ACME-SAFETY"), "there already", "end them in the console and apply again", "status 404")

			if got := strings.Contains(d.String(), "answer of a first try was lost"); got != lost || strings.Contains(d.String(), "import") {
				t.Errorf("%d: %s", i, d)
			}
		}

		w.WantState(ann, proof.Attrs{"group_ids": []any{w.Sim.EntryID("ACME-LEADS")}})

		// What the error says helps.
		w.Sim.Store.Docs(nexportsim.Memberships, "").Remove(w.Ann() + "/" + w.Sim.EntryID("ACME-SAFETY"))
		w.Core.MustApply(config(w, "ACME-SAFETY"))
		wantMember(t, w, "ACME-SAFETY")
	})
}

// TestRefusedCreation: a membership that is there already, a group that is not, and a refusal
// within a success are told with all that was sent, and the import helps where it is said to.
func TestRefusedCreation(t *testing.T) {
	t.Parallel()

	for _, form := range []string{"status", "200"} {
		w := world(t, map[string]string{"refusal-form": form})
		w.Core.MustApply(config(w, "ACME-LEADS", "ACME-SAFETY"))
		w.Core.Forget(ann)

		acctest.WantError(t, w.Core.Apply(config(w, "ACME-LEADS", "ACME-SAFETY")), "Unable to Create Group Membership", "Entity not found or duplicate (error code 2)",
			"user_id "+w.Ann(), w.Sim.EntryID("ACME-LEADS"), w.Sim.EntryID("ACME-SAFETY"), "there already", "import it by the user's id")

		bad := proof.Config{ann: {"user_id": w.Ann(), "group_ids": []any{w.Acme()}}}
		acctest.WantError(t, w.Core.Apply(bad), "Entity not found (error code 2)", "group_ids "+w.Acme(), "a user or a group that is not there")

		if form == "200" { // where no status tells that there is nothing to end
			gone := w.Sim.Store.Docs(nexportsim.Memberships, "")
			w.Core.Imports = map[string]any{ann: w.Ann()}
			w.Core.MustApply(config(w, "ACME-LEADS", "ACME-SAFETY"))
			gone.Remove(w.Ann() + "/" + w.Sim.EntryID("ACME-LEADS"))
			acctest.WantError(t, w.Core.Destroy(), "Entity not found (error code 2)", w.Sim.EntryID("ACME-LEADS"), "membership that is not there", "out of state")

			continue
		}

		w.Core.Imports = map[string]any{ann: w.Ann()}
		w.Core.MustApply(config(w, "ACME-LEADS", "ACME-SAFETY"))
	}
}

// TestUnreadable: answers that never tell whether it worked end in words.
func TestUnreadable(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := world(t, map[string]string{"membership-duplicate": "accept"})
		w.Sim.Inject(sim.Fault{PathPrefix: acctest.API + "CreateMembership", Malformed: true})
		acctest.WantError(t, w.Core.Apply(config(w, "ACME-LEADS")), "user_id "+w.Ann(), "group_ids "+w.Sim.EntryID("ACME-LEADS"), "No answer told whether it worked")
	})
}
