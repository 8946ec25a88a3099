// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package groupmembership_test

import (
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestSilent: a success that says nothing of itself is no proof, since nothing shows
// memberships: neither that they are there nor that they are gone.
func TestSilent(t *testing.T) {
	t.Parallel()

	for body, is := range map[string]string{"null": "null", "[]": "an empty list", "{}": "an empty object"} {
		t.Run(is, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := world(t, nil)

				silent := w.Sim.Inject(sim.Fault{PathPrefix: acctest.API + "CreateMembership", Status: 200, Body: body})
				acctest.WantError(t, w.Core.Apply(config(w, "ACME-LEADS")), "Unable to Create Group Membership", "does not tell whether it worked: it is "+is,
					"group_ids "+w.Sim.EntryID("ACME-LEADS"), "look in its console")
				silent.Remove()

				if w.Core.State(ann) != nil {
					t.Errorf("in state: %v", w.Core.State(ann))
				}

				w.Core.MustApply(config(w, "ACME-LEADS"))

				silent = w.Sim.Inject(sim.Fault{PathPrefix: acctest.API + "RemoveMembership", Status: 200, Body: body})
				acctest.WantError(t, w.Core.Destroy(), "Unable to Delete Group Membership", "it is "+is, "look in its console")
				silent.Remove()
				wantMember(t, w, "ACME-LEADS")

				// What did act is found out by the second try.
				w.Sim.Inject(sim.Fault{PathPrefix: acctest.API + "RemoveMembership", Status: 200, Body: body, Times: 1, After: true})
				acctest.WantNothing(t, w.Core.Destroy())

				if all := w.Docs(nexportsim.Memberships); len(all) > 0 {
					t.Errorf("%v", all)
				}

				w.Sim.Inject(sim.Fault{PathPrefix: acctest.API + "CreateMembership", Status: 200, Body: body, Times: 1, After: true})
				acctest.WantError(t, w.Core.Apply(config(w, "ACME-LEADS")), "first try was lost, or said nothing", "import it")
			})
		})
	}
}

// TestSaysSomething: whatever else a success holds is one, as its names are not documented.
func TestSaysSomething(t *testing.T) {
	t.Parallel()

	for _, body := range []string{`{"api_error_entity":{"error_code":0}}`, `[{"membership_id":"1"}]`, `"5f0c8a1e"`, `true`, " "} {
		w := world(t, nil)
		w.Sim.Inject(sim.Fault{PathPrefix: acctest.API + "CreateMembership", Status: 200, Body: body, After: true})
		acctest.WantNothing(t, w.Core.Apply(config(w, "ACME-LEADS")))
	}
}
