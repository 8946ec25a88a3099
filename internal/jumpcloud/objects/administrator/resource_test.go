// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator_test

import (
	"fmt"
	"net/http"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const email = "lee@example.com"

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.MustApply(config(acctest.Attrs{"email": email, "role": "Help Desk", "organization_access": "selected"}))
	w.wantBodies("POST", sim.Doc{
		"email": email, "firstname": "", "lastname": "", "roleName": "Help Desk", "bindNoOrgs": true, "apiKeyAllowed": false,
	})

	id := w.id(email)
	want := acctest.Attrs{
		"id": id, "email": email, "first_name": "", "last_name": "", "role": "Help Desk", "organization_access": "selected",
		"api_access": false, "multi_factor": false, "allow_lockout": false, "registered": false, "suspended": false,
		"api_key_expires_at": nil,
	}
	w.WantState(want)

	if got := w.Identity(lee); !reflect.DeepEqual(got, acctest.Attrs{"id": id}) {
		t.Errorf("identity %v", got)
	}

	// Each attribute changes in place, and nothing else is sent.
	attrs := acctest.Attrs{"email": email, "role": "Help Desk", "organization_access": "selected"}

	for _, c := range []struct {
		attribute string
		value     any
		sent      sim.Doc
	}{
		{"first_name", "Lee", sim.Doc{"firstname": "Lee"}},
		{"last_name", "Example", sim.Doc{"lastname": "Example"}},
		{"role", "Manager", sim.Doc{"roleName": "Manager"}},
		{"api_access", true, sim.Doc{"apiKeyAllowed": true}},
		{"multi_factor", true, sim.Doc{"enableMultiFactor": true}},
	} {
		attrs[c.attribute], want[c.attribute] = c.value, c.value
		w.MustApply(config(attrs))
		w.wantBodies("PUT", c.sent)
		w.WantState(want)
	}

	// What is Terraform's own is sent nowhere.
	attrs["allow_lockout"] = true
	w.MustApply(config(attrs))
	w.wantBodies("PUT")

	// Optional ones removed: names are cleared, access ends, MFA stays as it is.
	w.MustApply(config(acctest.Attrs{"email": email, "role": "Manager", "organization_access": "selected"}))
	w.wantBodies("PUT", sim.Doc{"firstname": "", "lastname": "", "apiKeyAllowed": false})
	w.WantState(acctest.Attrs{"multi_factor": true, "first_name": "", "id": id})

	// Changed elsewhere: shown, and put right.
	attrs = acctest.Attrs{"email": email, "role": "Manager", "organization_access": "selected"}
	w.change(email, func(d sim.Doc) { d["roleName"] = "Read Only" })

	if a := w.Plan(config(attrs)).Actions()[lee]; a != acctest.Update {
		t.Errorf("planned %q", a)
	}

	w.MustApply(config(attrs))

	// Gone elsewhere: made anew.
	w.Sim.Remove(jumpcloudsim.Administrators, "", id)
	w.MustApply(config(attrs))

	wantNoError(t, w.Destroy())

	if w.stored(email) != nil {
		t.Error("still there")
	}
}

// TestAnotherAddress: the person stays, with all that is theirs.
func TestAnotherAddress(t *testing.T) {
	t.Parallel()

	const kim = "kim@example.com"

	w := newWorld(t, nil)
	w.MustApply(config(acctest.Attrs{"email": email, "role": "Help Desk"}))
	id := w.id(email)

	if a := w.Plan(config(acctest.Attrs{"email": kim, "role": "Help Desk"})).Actions()[lee]; a != acctest.Update {
		t.Errorf("planned %q", a)
	}

	w.MustApply(config(acctest.Attrs{"email": kim, "role": "Help Desk"}))
	w.wantBodies("PUT", sim.Doc{"email": kim})
	w.WantState(acctest.Attrs{"email": kim, "id": id})

	if w.stored(email) != nil || w.id(kim) != id {
		t.Errorf("stored %v", w.stored(kim))
	}

	// With another access a new one is invited.
	if a := w.Plan(config(acctest.Attrs{"email": kim, "role": "Help Desk", "organization_access": "selected"})).Actions()[lee]; a != acctest.Replace {
		t.Errorf("planned %q", a)
	}
}

func TestAddressThatCannotBeHad(t *testing.T) {
	t.Parallel()

	for _, code := range []string{"400", "409"} {
		w := newWorld(t, map[string]string{"administrator-email-taken": code})
		w.MustApply(config(acctest.Attrs{"email": email, "role": "Help Desk"}))

		moved := config(acctest.Attrs{"email": "Max@example.com", "role": "Help Desk"})
		p := w.Plan(moved)

		// Somebody else makes them once the apply has looked.
		made := sync.OnceFunc(func() {
			w.Sim.AddKey("max@example.com", jumpcloudsim.Access{ProviderID: w.ProviderID, Role: "Manager"}, "")
		})
		w.Sim.OnExchange(func(x sim.Exchange) {
			if x.Method == http.MethodGet && strings.HasSuffix(x.Path, "/administrators") {
				made()
			}
		})

		d := p.Apply()
		id := w.id("max@example.com")

		wantError(t, d, "Unable to Update Provider Administrator", "email already exists",
			"Max@example.com is the address of another administrator ("+id+"), with the role \"Manager\"")
		w.Bodies("PUT")
		wantError(t, w.Plan(moved).Diags, "Address Taken", id, `AttributeName("email")`)
	}

	w := newWorld(t, nil)
	w.MustApply(config(acctest.Attrs{"email": email, "role": "Help Desk"}))

	p := w.Plan(config(acctest.Attrs{"email": "max@example.com", "role": "Help Desk"}))
	w.Sim.AddKey("max@example.com", jumpcloudsim.Access{ProviderID: w.ProviderID, Role: "Manager"}, "")

	// Its owner loses it once the apply has looked, as they do where the same run removes them.
	freed := sync.OnceFunc(func() { w.change("max@example.com", func(d sim.Doc) { d["email"] = "gone@example.com" }) })
	w.Sim.OnExchange(func(x sim.Exchange) {
		if x.Method == http.MethodGet && strings.HasSuffix(x.Path, "/administrators") {
			freed()
		}
	})

	if d := p.Apply(); len(d.Errors()) > 0 || !strings.Contains(d.String(), "apply that first") {
		t.Errorf("%s", d)
	}

	w.WantState(acctest.Attrs{"email": "max@example.com"})

	w = newWorld(t, map[string]string{"administrator-email-change": "refuse"})
	w.MustApply(config(acctest.Attrs{"email": email, "role": "Help Desk"}))
	wantError(t, w.Apply(config(acctest.Attrs{"email": "kim@example.com", "role": "Help Desk"})), "email cannot be changed", "terraform apply -replace")
	w.WantState(acctest.Attrs{"email": email})
}

func TestImport(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	id := w.id(simulator.RoleLimited)
	w.change(simulator.RoleLimited, func(d sim.Doc) { d["email"] = email })

	wantNoError(t, w.Import(lee, id))
	w.WantState(acctest.Attrs{"email": email, "role": "Administrator", "organization_access": "selected"})
	w.MustPlanEmpty(config(acctest.Attrs{"email": email, "role": "Administrator", "organization_access": "selected", "api_access": true}))

	w.Forget(lee)
	w.change(email, func(d sim.Doc) { d["allOrganizations"] = true })
	wantNoError(t, w.ImportByIdentity(lee, acctest.Attrs{"id": id}))
	w.WantState(acctest.Attrs{"organization_access": "all"})

	wantError(t, w.Import(lee, "666666666666666666666666"), "Unable to Read Provider Administrator")
	wantError(t, w.Import(lee, email), "24 hexadecimal digits")
}

func TestRole(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	tier, scopes := "66b1f0a2c8d5e90001a1b2e5", []string{"groups"}
	w.Sim.Put(jumpcloudsim.Roles, w.ProviderID, tier, sim.Doc{"name": "Tier 1 (custom)", "scopes": scopes, "isCustom": true})

	d := w.Plan(config(acctest.Attrs{"email": email, "role": "Helpdesk"})).Diags
	wantError(t, d, `"Helpdesk" is not a role; did you mean "Help Desk"?`, "Roles: Administrator With Billing, Administrator, Manager, "+
		"Command Runner With Billing, Command Runner, Help Desk, Billing Only, Read Only, and custom roles: \"Tier 1 (custom)\".",
		`AttributeName("role")`)
	wantError(t, w.Plan(config(acctest.Attrs{"email": email, "role_id": "666666666666666666666666"})).Diags, "is not a role", `AttributeName("role_id")`)

	// By id, by its name, by the id of another one.
	w.MustApply(config(acctest.Attrs{"email": email, "role_id": tier}))
	w.WantState(acctest.Attrs{"role": "Tier 1 (custom)", "role_id": tier})
	w.Sim.Log().Reset()
	w.MustApply(config(acctest.Attrs{"email": email, "role": "Tier 1 (custom)"}))
	w.wantBodies("PUT")

	desk, _ := w.Sim.FindRole(w.ProviderID, "Help Desk")
	w.MustApply(config(acctest.Attrs{"email": email, "role_id": desk["id"]}))
	w.wantBodies("PUT", sim.Doc{"roleName": "Help Desk"})

	// A second role of one name.
	w.Sim.Put(jumpcloudsim.Roles, w.ProviderID, "66b1f0a2c8d5e90001a1b2e6", sim.Doc{"name": "Tier 1 (custom)", "scopes": scopes, "isCustom": true})
	wantError(t, w.Plan(config(acctest.Attrs{"email": email, "role": "Tier 1 (custom)"})).Diags, "2 roles are named", tier)

	// By both, as generated configuration has it.
	manager, _ := w.Sim.FindRole(w.ProviderID, "Manager")
	w.MustApply(config(acctest.Attrs{"email": email, "role": "Manager", "role_id": manager["id"]}))
	w.MustPlanEmpty(config(acctest.Attrs{"email": email, "role": "Manager"}))
	wantError(t, w.Plan(config(acctest.Attrs{"email": email, "role": "Help Desk", "role_id": manager["id"]})).Diags,
		fmt.Sprintf("role is \"Help Desk\", and role_id %s is \"Manager\"", manager["id"]), `AttributeName("role")`)
	wantError(t, w.Plan(config(acctest.Attrs{"email": email, "role": desk["id"]})).Diags, `is the id of the role "Help Desk": give it as role_id`)

	// A credential that may not list roles can still name a built-in one.
	in := w.Sim.Inject(sim.Fault{Method: "GET", PathPrefix: "/api/v2/roles", Status: 403})
	w.MustApply(config(acctest.Attrs{"email": email, "role": "Read Only"}))
	wantError(t, w.Plan(config(acctest.Attrs{"email": email, "role": "Other"})).Diags, "Scopes needed (one of): roles, roles.readonly")
	in.Remove()
}

func TestRefusedAtPlan(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		attrs acctest.Attrs
		part  string
	}{
		"no address":    {acctest.Attrs{"email": "lee", "role": "Manager"}, "must be an e-mail address"},
		"no role":       {acctest.Attrs{"email": email}, "Invalid Attribute Combination"},
		"an empty role": {acctest.Attrs{"email": email, "role": ""}, "role"},
		"a bad role id": {acctest.Attrs{"email": email, "role_id": "Manager"}, "24 hexadecimal digits"},
		"access":        {acctest.Attrs{"email": email, "role": "Manager", "organization_access": "select"}, `did you mean "selected"?`},
	} {
		w := newWorld(t, nil)
		t.Log(name)
		wantError(t, w.Plan(config(c.attrs)).Diags, c.part)

		if n := w.Sim.Log().Count("", ""); n > 0 {
			t.Errorf("%s: %d calls", name, n)
		}
	}

	w := newWorld(t, nil)

	p := w.Plan(config(acctest.Attrs{
		"email": acctest.Unknown, "role": acctest.Unknown, "organization_access": acctest.Unknown, "api_access": acctest.Unknown,
		"multi_factor": acctest.Unknown, "first_name": acctest.Unknown, "allow_lockout": acctest.Unknown,
	}))
	if len(p.Diags) > 0 || p.Actions()[lee] != acctest.Create {
		t.Errorf("unknown: %v %s", p.Actions(), p.Diags)
	}
}

// TestNobodyIsAdoptedSilently: at plan, before the request, and when somebody was faster
// than that.
func TestNobodyIsAdoptedSilently(t *testing.T) {
	t.Parallel()

	for _, code := range []string{"400", "409"} {
		w := newWorld(t, map[string]string{"administrator-email-taken": code})
		attrs := acctest.Attrs{"email": email, "role": "Help Desk"}
		p := w.Plan(config(attrs))

		// Somebody else makes them once the apply has looked.
		made := sync.OnceFunc(func() {
			w.Sim.AddKey("Lee@example.com", jumpcloudsim.Access{ProviderID: w.ProviderID, Role: "Manager"}, "")
		})
		w.Sim.OnExchange(func(x sim.Exchange) {
			if x.Method == http.MethodGet && strings.HasSuffix(x.Path, "/administrators") {
				made()
			}
		})
		wantError(t, p.Apply(), "email already exists", "adopt it instead of creating another", fmt.Sprintf("id = %q", w.id("Lee@example.com")))

		// They are there before the request, which is not sent.
		id := w.id("Lee@example.com")
		w.Sim.Log().Reset()
		wantError(t, w.Apply(config(attrs)), "nothing was sent", "create_before_destroy", fmt.Sprintf("id = %q", id))
		w.wantBodies("POST")

		// A plan that need not be the plan phase only warns.
		d := w.Plan(config(attrs)).Diags
		if len(d) != 1 || len(d.Warnings()) != 1 || !strings.Contains(d.String(), fmt.Sprintf("id = %q", id)) {
			t.Errorf("%s", d)
		}

		other := "jumpcloud_provider_administrator.other"
		wantNoError(t, w.Import(other, w.id(simulator.RoleLimited)))

		both := config(attrs)
		both[other] = acctest.Attrs{"email": simulator.RoleLimited + "@example.com", "role": "Administrator", "organization_access": "selected", "api_access": true}
		both[lee]["depends_on"] = []any{other} // what was read tells the provider that this is a plan
		wantError(t, w.Plan(both).Diags, "Administrator Exists Already", `with the role "Manager"`, fmt.Sprintf("id = %q", id))

		wantNoError(t, w.Import(lee, id))
	}
}

// TestLetterCaseIsNobodyElse: another spelling of an address is no difference.
func TestLetterCaseIsNobodyElse(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.MustApply(config(acctest.Attrs{"email": email, "role": "Help Desk"}))
	id := w.id(email)
	w.Sim.Log().Reset()

	shouted := config(acctest.Attrs{"email": "LEE@Example.com", "role": "Help Desk"})
	w.MustPlanEmpty(shouted)
	w.MustApply(shouted)
	w.WantState(acctest.Attrs{"email": email, "id": id})

	w.Forget(lee)
	wantNoError(t, w.Import(lee, id))
	w.MustPlanEmpty(shouted)

	if n := len(w.Sim.Log().Writes()); n > 0 {
		t.Errorf("%d writes", n)
	}
}

// TestOneAddressTwice is found at plan, whoever of the two is planned first.
func TestOneAddressTwice(t *testing.T) {
	t.Parallel()

	const other = "jumpcloud_provider_administrator.other"

	w := newWorld(t, nil)
	both := acctest.Config{lee: {"email": email, "role": "Help Desk"}, other: {"email": "Lee@example.com", "role": "Manager"}}
	wantError(t, w.Plan(both).Diags, "One Address Twice", "is the address of two administrators", `AttributeName("email")`)

	w.MustApply(acctest.Config{lee: both[lee]})
	wantError(t, w.Plan(both).Diags, "One Address Twice")
	w.MustApply(acctest.Config{lee: both[lee], other: {"email": "kim@example.com", "role": "Manager"}})
}
