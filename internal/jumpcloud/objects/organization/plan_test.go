// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/organization/organizationsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestDestroyIsPrevented(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	id := w.one(simulator.AcmeInc)
	wantNoError(t, w.Import(nova, id))

	w.Sim.Log().Reset()

	const said = `"Acme Inc" (%s) would stay alive and billable: users %d, devices %d, policies %d.`

	wantError(t, w.Plan(acctest.Config{}).Diags, "Organization Cannot Be Deleted", fmt.Sprintf(said, id, 0, 0, 0),
		`set deletion_policy = "abandon", apply, then remove it`, "keep managing it", "ask JumpCloud's support")

	for i := range 130 {
		user := fmt.Sprintf("%024x", i)
		w.Sim.Put(organizationsim.SystemUsers, id, user, sim.Doc{"username": "user-" + user})
	}

	for i := range 7 {
		device := fmt.Sprintf("%024x", i)
		w.Sim.Put(organizationsim.Systems, id, device, sim.Doc{"hostname": "device-" + device})
	}

	for range 3 {
		if _, err := w.Sim.AddPolicy(id, simulator.SeedPolicy{Name: "Lock", Template: "lock_screen_darwin", Values: map[string]any{"timeout": 300}}); err != nil {
			t.Fatal(err)
		}
	}

	wantError(t, w.Plan(acctest.Config{}).Diags, fmt.Sprintf(said, id, 130, 7, 3))

	if n := len(w.Sim.Log().Writes()); n > 0 || w.State(nova) == nil {
		t.Errorf("%d writes, state %v", n, w.State(nova))
	}

	// What cannot be counted is left out; the plan fails all the same.
	w.Sim.Inject(sim.Fault{PathPrefix: "/api/systemusers", Status: 403})
	wantError(t, w.Plan(acctest.Config{}).Diags, "would stay alive and billable.\n")
}

// TestDestroyIsPreventedWithoutRefresh: nor does a plan without refresh let it pass.
func TestDestroyIsPreventedWithoutRefresh(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	w.MustApply(config(acctest.Attrs{"name": "Nova"}))
	wantError(t, w.PlanWithoutRefresh(acctest.Config{}).Diags, "Organization Cannot Be Deleted")

	// Applied first, the other policy lets it go.
	w.MustApply(config(acctest.Attrs{"name": "Nova", "deletion_policy": "abandon"}))

	p := w.PlanWithoutRefresh(acctest.Config{})
	if len(p.Diags) > 0 || p.Actions()[nova] != acctest.Destroy {
		t.Errorf("%v %s", p.Actions(), p.Diags)
	}
}

func TestTwin(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	id := w.one(simulator.Globex)
	block := fmt.Sprintf("  import {\n    to = jumpcloud_organization.<name> # the address above\n    id = %q\n  }", id)

	d := w.Plan(config(acctest.Attrs{"name": simulator.Globex})).Diags
	wantError(t, d, "Organization Exists Already", `AttributeName("name")`, block, "allow_duplicate_name = true")

	// Every twin is listed.
	second := w.Sim.AddOrganization(w.ProviderID, jumpcloudsim.Organization{Name: simulator.Globex})
	wantError(t, w.Plan(config(acctest.Attrs{"name": simulator.Globex})).Diags, block, second)

	// Of another provider is none of ours.
	if p := w.Plan(config(acctest.Attrs{"name": simulator.OtherTenant})); len(p.Diags) > 0 {
		t.Errorf("%s", p.Diags)
	}

	// What looks the same to the eye is refused too: nobody could delete it.
	for _, name := range []string{"initech", " Initech", "Initech\u00a0", "Initech.", "Ini\u200btech"} {
		wantError(t, w.Plan(config(acctest.Attrs{"name": name})).Diags, "Organization of a Similar Name", `AttributeName("name")`,
			fmt.Sprintf("looks the same as that of %q (%s)", simulator.Initech, w.one(simulator.Initech)), "allow_duplicate_name = true")
	}

	if n := len(w.Sim.Log().Writes()); n > 0 {
		t.Errorf("%d writes", n)
	}

	w.MustApply(config(acctest.Attrs{"name": simulator.Globex, "allow_duplicate_name": true}))

	if n := len(w.named(simulator.Globex)); n != 3 {
		t.Errorf("%d organizations, want 3", n)
	}

	// A rename onto a taken name makes a twin as well; nothing stands in one's own way.
	wantError(t, w.Plan(config(acctest.Attrs{"name": simulator.Initech})).Diags, "Organization Exists Already", w.one(simulator.Initech))
	w.MustApply(config(acctest.Attrs{"name": simulator.Initech, "allow_duplicate_name": true}))
	w.MustApply(config(acctest.Attrs{"name": "Nova"}))
	w.MustApply(config(acctest.Attrs{"name": "nova"}))
}

// TestNamesCannotBeRead: whether a name is free is not guessed, since nobody could delete the twin.
func TestNamesCannotBeRead(t *testing.T) {
	t.Parallel()

	for name, fault := range map[string]sim.Fault{
		"403":  {Status: 403},
		"500":  {Status: 500},
		"page": {HTML: true},
		"null": {Status: 200, Body: "null"},
	} {
		synctest.Test(t, func(t *testing.T) {
			w := newWorld(t, simulator.RoleBilling, nil)
			fault.Method, fault.Match = "GET", func(r *http.Request) bool { return strings.HasSuffix(r.URL.Path, "/organizations") }
			injected := w.Sim.Inject(fault)
			before := len(w.named(simulator.Globex))

			d := w.Apply(config(acctest.Attrs{"name": simulator.Globex}))
			wantError(t, d, "Unable to Plan Organization", `AttributeName("name")`, "nobody can tell whether", "allow_duplicate_name = true")

			if n := len(w.named(simulator.Globex)); n != before || injected.Fired() == 0 {
				t.Errorf("%s: %d organizations, want %d; the fault fired %d times", name, n, before, injected.Fired())
			}

			// Who wants two anyway needs no list.
			if p := w.Plan(config(acctest.Attrs{"name": "Nova", "allow_duplicate_name": true})); len(p.Diags) > 0 || p.Actions()[nova] != acctest.Create {
				t.Errorf("%s: %v %s", name, p.Actions(), p.Diags)
			}
		})
	}
}

// TestAddressChanged: what state has already is kept with a moved block, not by an import.
func TestAddressChanged(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	w.MustApply(config(acctest.Attrs{"name": "Nova"}))

	// The old address is refreshed first, as it often is.
	w.Parallelism = 1

	d := w.Plan(acctest.Config{"jumpcloud_organization.renamed": {"name": "Nova"}}).Diags
	w.Parallelism = 10

	if n := strings.Count(d.Errors().String(), "with a moved block"); n == 0 || len(w.Sim.Log().Writes()) != 1 {
		t.Errorf("%s", d)
	}
}

// TestTwinsInOneRun: neither exists at plan; only one may come of it.
func TestTwinsInOneRun(t *testing.T) {
	t.Parallel()

	const again = "jumpcloud_organization.again"

	w := newWorld(t, simulator.RoleBilling, nil)
	twins := acctest.Config{nova: {"name": "Nova"}, again: {"name": "Nova"}}

	wantError(t, w.Apply(twins), "Same Name Twice", `gives the name "Nova" to two of the organizations`, `AttributeName("name")`)

	twins[again]["name"] = "NOVA."
	wantError(t, w.Apply(twins), "Names That Look the Same", `"Nova"`, `"NOVA."`)

	if n := len(w.Sim.Log().Writes()); n > 0 {
		t.Errorf("%d writes", n)
	}

	// Where the names are known only at the apply, one is made.
	twins[again]["name"] = "Nova"
	p := w.Plan(acctest.Config{nova: {"name": acctest.Unknown}, again: {"name": acctest.Unknown}})
	p.ApplyKnowing(twins)

	if n := len(w.named("Nova")); n > 1 {
		t.Errorf("%d organizations", n)
	}

	w = newWorld(t, simulator.RoleBilling, nil)
	w.MustApply(acctest.Config{
		nova: {"name": "Nova", "allow_duplicate_name": true}, again: {"name": "Nova", "allow_duplicate_name": true},
	})

	if n := len(w.named("Nova")); n != 2 || w.State(nova)["id"] == w.State(again)["id"] {
		t.Errorf("%d organizations, ids %v and %v", n, w.State(nova)["id"], w.State(again)["id"])
	}
}

func TestCreationIsDisabled(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	w.Sim.Change(jumpcloudsim.Providers, "", w.ProviderID, func(d sim.Doc) { d["disallowOrgCreation"] = true })
	wantError(t, w.Plan(config(acctest.Attrs{"name": "Nova"})).Diags, "Organization Creation Is Disabled",
		simulator.DefaultProvider, "partner account manager", "nothing was changed")

	if n := w.Sim.Log().Count("POST", ""); n > 0 {
		t.Errorf("%d requests to create", n)
	}

	// What exists can be managed all the same.
	wantNoError(t, w.Import(nova, w.one(simulator.AcmeInc)))
	w.MustApply(config(acctest.Attrs{"name": "Acme Incorporated"}))

	// Disabled between plan and apply.
	w = newWorld(t, simulator.RoleBilling, nil)
	p := w.Plan(config(acctest.Attrs{"name": "Nova"}))
	w.Sim.Change(jumpcloudsim.Providers, "", w.ProviderID, func(d sim.Doc) { d["disallowOrgCreation"] = true })

	// Terraform plans again right before it creates; otherwise the service refuses.
	if d := p.Apply(); len(d.Errors()) != 1 || !strings.Contains(strings.ToLower(d.String()), "organization creation is disabled") {
		t.Errorf("%s", d)
	}

	if w.State(nova) != nil {
		t.Errorf("state %v", w.State(nova))
	}
}

func TestKeyOfOneOrganization(t *testing.T) {
	t.Parallel()

	for _, answer := range []string{"empty", "forbidden"} {
		w := newWorld(t, simulator.RoleTenant, map[string]string{"single-tenant-providers": answer})
		parts := []string{
			"Administrator With Billing", "the key that begins with " + w.Sim.Key(simulator.RoleTenant)[:6],
			fmt.Sprintf("which reaches %q (%s)", simulator.AcmeInc, w.one(simulator.AcmeInc)),
		}

		wantError(t, w.Plan(config(acctest.Attrs{"name": "Nova"})).Diags, append(parts, "Unable to Plan Organization")...)
		wantError(t, w.Import(nova, w.one(simulator.AcmeInc)), append(parts, "Unable to Read Organization")...)

		_, d := w.Data("jumpcloud_organizations", acctest.Attrs{})
		wantError(t, d, append(parts, "Unable to Read Organizations")...)

		if strings.Contains(d.String(), w.Sim.Key(simulator.RoleTenant)) {
			t.Error("the whole key is shown")
		}
	}
}

func TestWrongProvider(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	w.Use(acctest.As(w.Sim, simulator.RoleBilling).With("JUMPCLOUD_PROVIDER_ID", w.one(simulator.AcmeInc)))
	wantError(t, w.Plan(config(acctest.Attrs{"name": "Nova"})).Diags, "provider_id (JUMPCLOUD_PROVIDER_ID) is "+w.one(simulator.AcmeInc),
		fmt.Sprintf("the credential sees: %q (%s)", simulator.DefaultProvider, w.ProviderID))
}

func TestCallsOfAPlan(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	all := acctest.Config{}

	for i := range 25 {
		all[fmt.Sprintf("jumpcloud_organization.tenant%02d", i)] = acctest.Attrs{"name": fmt.Sprintf("Tenant %02d", i)}
	}

	// All of them look for the provider and for twins in one listing.
	p := w.Plan(all)
	if n := w.Sim.Log().Count("", ""); n != 2 || len(p.Diags) > 0 {
		t.Errorf("%d calls, want 2: %s", n, p.Diags)
	}

	w.Sim.Log().Reset()
	wantNoError(t, p.Apply())

	if posts, calls := w.Sim.Log().Count("POST", ""), w.Sim.Log().Count("", ""); posts != 25 || calls > 27 {
		t.Errorf("%d creations in %d calls, want 25 in 27 at most", posts, calls)
	}

	w.Sim.Log().Reset()
	w.MustPlanEmpty(all)

	if n := w.Sim.Log().Count("", ""); n != 2 {
		t.Errorf("%d calls for a plan without changes, want 2", n)
	}

	w.Sim.Log().Reset()

	if p := w.PlanWithoutRefresh(all); len(p.Actions()) > 0 || w.Sim.Log().Count("", "") > 0 {
		t.Errorf("without refresh: %v, calls %v", p.Actions(), w.Sim.Log().Calls("", ""))
	}
}
