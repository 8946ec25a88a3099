// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package groupmembership_test

import (
	"os"
	"reflect"
	"slices"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestMain(m *testing.M) { os.Exit(proof.Main(m)) }

const ann = "nexport_group_membership.ann"

// world is one in which Ann has a subscription to Acme.
func world(t *testing.T, switches map[string]string) *acctest.World {
	t.Helper()

	w := acctest.NewWorld(t, switches)
	w.Subscribe(w.Ann(), w.Acme())
	w.Sim.AddEntry(sim.Doc{"name": "Field", "short_name": "ACME-FIELD", "type": nexportsim.Group, "parent_id": w.Acme()})

	return w
}

func config(w *acctest.World, groups ...string) proof.Config {
	ids := []any{}
	for _, g := range groups {
		ids = append(ids, w.Sim.EntryID(g))
	}

	return proof.Config{ann: {"user_id": w.Ann(), "group_ids": ids}}
}

func sent(w *acctest.World, groups ...string) sim.Doc {
	ids := []any{}
	for _, g := range groups {
		ids = append(ids, w.Sim.EntryID(g))
	}

	return sim.Doc{"user_id": w.Ann(), "group_ids": ids}
}

// member are the short names of the groups that Ann is in.
func member(w *acctest.World) []string {
	all := []string{}

	for _, m := range w.Docs(nexportsim.Memberships) {
		d, _ := w.Sim.Store.Docs(nexportsim.Directory, "").Get(nexportsim.Text(m, "group_id"))
		all = append(all, nexportsim.Text(d, "short_name"))
	}

	slices.Sort(all)

	return all
}

func wantMember(t *testing.T, w *acctest.World, want ...string) {
	t.Helper()

	if got := member(w); !slices.Equal(got, want) {
		t.Errorf("member of %v, want %v", got, want)
	}
}

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	w := world(t, nil)
	acctest.WantNothing(t, w.Core.Apply(config(w, "ACME-LEADS", "ACME-SAFETY")))
	w.WantBody("CreateMembership", sent(w, "ACME-LEADS", "ACME-SAFETY"))
	w.WantCalls("POST CreateMembership 200")

	if got := w.Core.Identity(ann); !reflect.DeepEqual(got, proof.Attrs{"user_id": w.Ann()}) {
		t.Errorf("identity %v", got)
	}

	w.Core.MustPlanEmpty(config(w, "ACME-LEADS", "ACME-SAFETY"))
	w.WantCalls("GET GetUser 200")

	// What is new is added in one call and what is gone removed in another.
	w.Core.MustApply(config(w, "ACME-SAFETY", "ACME-FIELD"))
	w.WantBody("CreateMembership", sent(w, "ACME-FIELD"))
	w.WantBody("RemoveMembership", sent(w, "ACME-LEADS"))
	wantMember(t, w, "ACME-FIELD", "ACME-SAFETY")

	w.Sim.Log().Reset()
	acctest.WantNothing(t, w.Core.Destroy())
	w.WantCalls("GET GetUser 200", "POST RemoveMembership 200")
	wantMember(t, w)
}

// TestAtomic: where the second of two calls fails, the first is taken back.
func TestAtomic(t *testing.T) {
	t.Parallel()

	w := world(t, nil)
	w.Core.MustApply(config(w, "ACME-LEADS"))

	refused := w.Sim.Inject(sim.Fault{
		PathPrefix: acctest.API + "RemoveMembership", Times: 1, Status: 422, Body: `{"api_error_entity":{"error_code":3,"error_message":"locked"}}`,
	})
	acctest.WantError(t, w.Core.Apply(config(w, "ACME-FIELD")), "Unable to Update Group Membership", "locked", "taken back", "status 422")
	refused.Remove()
	wantMember(t, w, "ACME-LEADS")
	w.WantState(ann, proof.Attrs{"group_ids": []any{w.Sim.EntryID("ACME-LEADS")}})

	w.Core.MustApply(config(w, "ACME-FIELD"))
	wantMember(t, w, "ACME-FIELD")

	// One group that is not there fails the whole call.
	bad := proof.Config{ann: {"user_id": w.Ann(), "group_ids": []any{w.Sim.EntryID("ACME-FIELD"), w.Sim.EntryID("ACME-LEADS"), w.Ann()}}}
	acctest.WantError(t, w.Core.Apply(bad), "Entity not found")
	wantMember(t, w, "ACME-FIELD")
}

// TestNothingIsTakenBack: where taking the first call back fails as well, the error says what was
// added, since no state does.
func TestNothingIsTakenBack(t *testing.T) {
	t.Parallel()

	w := world(t, nil)
	w.Core.MustApply(config(w, "ACME-LEADS"))
	w.Sim.Inject(sim.Fault{
		PathPrefix: acctest.API + "RemoveMembership", Status: 422, Body: `{"api_error_entity":{"error_code":3,"error_message":"locked"}}`,
	})
	acctest.WantError(t, w.Core.Apply(config(w, "ACME-FIELD")), "Unable to Update Group Membership", "locked", "was made a member of",
		w.Sim.EntryID("ACME-FIELD"), "taking that back failed as well")
	wantMember(t, w, "ACME-FIELD", "ACME-LEADS")
	w.WantState(ann, proof.Attrs{"group_ids": []any{w.Sim.EntryID("ACME-LEADS")}})
}

// TestRemovedOutside: memberships that somebody ended are no obstacle to ending the others.
func TestRemovedOutside(t *testing.T) {
	t.Parallel()

	for _, absent := range []string{"refuse", "accept"} {
		w := world(t, map[string]string{"membership-absent": absent})
		w.Core.MustApply(config(w, "ACME-LEADS", "ACME-SAFETY"))
		w.Sim.Store.Docs(nexportsim.Memberships, "").Remove(w.Ann() + "/" + w.Sim.EntryID("ACME-LEADS"))
		acctest.WantNothing(t, w.Core.Destroy())
		wantMember(t, w)
	}
}

// TestImport: what an import cannot read is taken from the configuration; nothing is sent.
func TestImport(t *testing.T) {
	t.Parallel()

	w := world(t, nil)
	w.Core.MustApply(config(w, "ACME-LEADS"))

	for name, imported := range map[string]func(c *proof.Core) proof.Diagnostics{
		"by id":       func(c *proof.Core) proof.Diagnostics { return c.Import(ann, w.Ann()) },
		"by identity": func(c *proof.Core) proof.Diagnostics { return c.ImportByIdentity(ann, proof.Attrs{"user_id": w.Ann()}) },
	} {
		core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleAdmin))
		acctest.WantNothing(t, imported(core))
		w.Sim.Log().Reset()
		acctest.WantWarning(t, core.Apply(config(w, "ACME-LEADS")), "Memberships Taken from the Configuration")
		w.WantCalls("GET GetUser 200")
		core.MustPlanEmpty(config(w, "ACME-LEADS"))
		t.Log(name)
	}

	core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleAdmin))
	acctest.WantError(t, core.Import(ann, w.Acme()), "Unable to Read Group Membership", "Entity not found")
	acctest.WantNothing(t, core.Import(ann, w.Ann()))
	acctest.WantWarning(t, core.Destroy(), "Memberships Not Removed")
}

// TestGone: the memberships of a user who is gone leave state.
func TestGone(t *testing.T) {
	t.Parallel()

	w := world(t, nil)

	leads := config(w, "ACME-LEADS")
	w.Core.MustApply(leads)
	w.Sim.Store.Docs(nexportsim.Users, "").Remove(w.Ann())

	if p := w.Core.Plan(leads); p.Count(proof.Create) != 1 || len(p.Diags) > 0 {
		t.Errorf("%v %s", p.Actions(), p.Diags)
	}
}

// TestFaults: a lost answer has the call sent again. A service that refuses what is there
// already leaves a doubt, which the error names.
func TestFaults(t *testing.T) {
	t.Parallel()

	for name, f := range map[string]struct {
		fault     sim.Fault
		duplicate string
		says      []string
	}{
		"500":                            {fault: sim.Fault{Status: 500, Times: 1}, duplicate: "refuse"},
		"refused connection":             {fault: sim.Fault{Refuse: true, Times: 1}, duplicate: "refuse"},
		"429":                            {fault: sim.Fault{Status: 429, Times: 2}, duplicate: "refuse"},
		"committed but 500, and refused": {fault: sim.Fault{Status: 500, Times: 1, After: true}, duplicate: "refuse", says: []string{"answer of a first try was lost", "import"}},
		"committed but 500":              {fault: sim.Fault{Status: 500, Times: 1, After: true}, duplicate: "accept"},
		"malformed":                      {fault: sim.Fault{Malformed: true, Times: 1}, duplicate: "accept"},
		"403":                            {fault: sim.Fault{Status: 403, Body: `{"api_error_entity":{"error_code":1,"error_message":"no"}}`}, duplicate: "refuse", says: []string{"no (error code 1)"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := world(t, map[string]string{"membership-duplicate": f.duplicate})
				f.fault.PathPrefix = acctest.API + "CreateMembership"

				injected := w.Sim.Inject(f.fault)
				d := w.Core.Apply(config(w, "ACME-LEADS"))
				injected.Remove()

				if f.says == nil {
					acctest.WantNothing(t, d)
					wantMember(t, w, "ACME-LEADS")

					// A lost answer to the removal is no obstacle either.
					w.Sim.Inject(sim.Fault{PathPrefix: acctest.API + "RemoveMembership", Status: 500, Times: 1, After: true})
					acctest.WantNothing(t, w.Core.Destroy())
					wantMember(t, w)
				} else {
					acctest.WantError(t, d, f.says...)
				}
			})
		})
	}
}

// TestNoSubscription: the service's own condition is in its words.
func TestNoSubscription(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, nil)
	acctest.WantError(t, w.Core.Apply(config(w, "ACME-LEADS")), "Unable to Create Group Membership", "no subscription in the group's organization")
}
