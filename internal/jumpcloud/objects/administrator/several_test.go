// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// role is the id of a built-in role.
func (w *world) role(name string) string {
	w.T.Helper()

	d, ok := w.Sim.FindRole(w.ProviderID, name)
	if !ok {
		w.T.Fatalf("no role %q", name)
	}

	id, _ := d["id"].(string)

	return id
}

func TestSeveralRoles(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	desk, read, runner := w.role("Help Desk"), w.role("Read Only"), w.role("Command Runner")
	attrs := func(further ...any) acctest.Attrs {
		return acctest.Attrs{"email": email, "role": "Help Desk", "additional_role_ids": further}
	}

	w.MustApply(config(attrs(read)))

	if sent := w.Bodies("POST"); len(sent) != 1 || !slices.Equal(sent[0]["roles"].([]any), []any{desk, read}) || sent[0]["roleName"] != "Help Desk" { //nolint:forcetypeassert // a list
		t.Errorf("sent %v", sent)
	}

	w.MustApply(config(attrs(runner)))
	w.wantBodies("PUT", sim.Doc{"roles": []any{desk, runner}})
	w.WantState(acctest.Attrs{"additional_role_ids": []any{runner}, "role": "Help Desk", "role_id": desk})

	// Another main role goes with the others, whatever the service makes of it alone.
	changed := attrs(runner)
	changed["role"] = "Manager"
	w.MustApply(config(changed))
	w.wantBodies("PUT", sim.Doc{"roleName": "Manager", "roles": []any{w.role("Manager"), runner}})

	// Changed elsewhere.
	w.change(email, func(d sim.Doc) { d["roles"] = []any{read} })

	if a := w.Plan(config(changed)).Actions()[lee]; a != acctest.Update {
		t.Errorf("planned %q", a)
	}

	w.MustApply(config(changed))
	w.Bodies("PUT")

	got, d := w.Data("jumpcloud_provider_administrator", acctest.Attrs{"email": email})
	wantNoError(t, d)

	names, _ := got["roles"].([]any)
	if len(names) != 2 || !slices.Contains(names, any("Command Runner")) || !slices.Contains(names, any("Manager")) {
		t.Errorf("roles %v", names)
	}

	// Imported with them; left out they stay; empty they go.
	w.Forget(lee)
	wantNoError(t, w.Import(lee, w.id(email)))
	w.MustPlanEmpty(config(changed))
	w.MustApply(config(acctest.Attrs{"email": email, "role": "Manager"}))
	w.wantBodies("PUT")
	w.MustApply(config(acctest.Attrs{"email": email, "role": "Manager", "additional_role_ids": []any{}}))
	w.wantBodies("PUT", sim.Doc{"roles": []any{w.role("Manager")}})
	w.WantState(acctest.Attrs{"additional_role_ids": []any{}})

	refused := attrs(desk)
	wantError(t, w.Plan(config(refused)).Diags, `is the id of role "Help Desk" already`, `AttributeName("additional_role_ids")`)
	wantError(t, w.Plan(config(attrs("666666666666666666666666"))).Diags, "is not a role", `AttributeName("additional_role_ids")`)
	wantError(t, w.Plan(config(attrs("Manager"))).Diags, "24 hexadecimal digits")
}

// TestSeveralRolesWithoutTheMainOnesID: where nobody can tell the id, no list of roles is sent.
func TestSeveralRolesWithoutTheMainOnesID(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	attrs := acctest.Attrs{"email": email, "role": "Help Desk", "additional_role_ids": []any{w.role("Read Only")}}
	injected := w.Sim.Inject(sim.Fault{Method: "GET", Pattern: "/api/v2/roles", Status: 403})

	wantError(t, w.Apply(config(attrs)), "Unable to Create Provider Administrator", "status 403")

	if n := len(w.Sim.Log().Writes()); n > 0 {
		t.Errorf("%d writes", n)
	}

	injected.Remove()
	w.MustApply(config(attrs))
}

// TestSeveralRolesTurnedOff: nobody is invited twice because the service took less than was asked.
func TestSeveralRolesTurnedOff(t *testing.T) {
	t.Parallel()

	w := newWorld(t, map[string]string{"administrator-several-roles": "off"})
	attrs := acctest.Attrs{"email": email, "role": "Help Desk", "additional_role_ids": []any{w.role("Read Only")}}

	d := w.Apply(config(attrs))
	if len(d) != 1 || len(d.Warnings()) != 1 || !strings.Contains(d.String(), "Additional Roles Not Taken") || w.Tainted(lee) {
		t.Errorf("%s", d)
	}

	id := w.id(email)

	if a := w.Plan(config(attrs)).Actions()[lee]; a != acctest.Update {
		t.Errorf("planned %q", a)
	}

	wantError(t, w.Apply(config(attrs)), "Unable to Update Provider Administrator", "JumpCloud turns on for a provider", `AttributeName("additional_role_ids")`)
	delete(attrs, "additional_role_ids")
	w.MustApply(config(attrs))
	w.WantState(acctest.Attrs{"id": id})
}

// TestLastBillingAmongSeveral: who has billing beside another role is still the last one.
func TestLastBillingAmongSeveral(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	attrs := acctest.Attrs{"email": email, "role": "Manager", "additional_role_ids": []any{w.role("Administrator With Billing")}}
	w.MustApply(config(attrs))
	w.change(simulator.RoleBilling, func(d sim.Doc) { d["suspended"] = true })

	wantError(t, w.Plan(acctest.Config{}).Diags, `Refusing to remove the last "Administrator With Billing"`)
	wantError(t, w.Plan(config(with(attrs, "additional_role_ids", []any{}))).Diags, "Planned action: update of additional_role_ids")
	w.MustApply(config(with(with(attrs, "additional_role_ids", []any{}), "allow_lockout", true)))
}

func TestOrganizationsOfAnAdministrator(t *testing.T) {
	t.Parallel()

	for _, feature := range []string{"take", "ignore"} {
		w := newWorld(t, map[string]string{"administrator-organizations": feature})
		acme, globex, initech := w.org(simulator.AcmeInc), w.org(simulator.Globex), w.org(simulator.Initech)
		attrs := func(ids ...any) acctest.Attrs {
			return acctest.Attrs{"email": email, "role": "Help Desk", "organization_access": "selected", "organization_ids": ids}
		}
		linked := func(want ...any) {
			t.Helper()

			got, _ := w.stored(email)["organizations"].([]any)
			if len(got) != len(want) || slices.ContainsFunc(want, func(id any) bool { return !slices.Contains(got, id) }) {
				t.Errorf("%s: sees %v, want %v", feature, got, want)
			}
		}

		w.MustApply(config(attrs(acme, globex)))
		linked(acme, globex)

		sent := w.Bodies("POST")
		if first, _ := sent[0]["administratorOrganizations"].([]any); len(first) != 2 || sent[0]["bindNoOrgs"] != true {
			t.Errorf("sent %v", sent)
		}

		if links := len(sent) - 1; links != map[string]int{"take": 0, "ignore": 2}[feature] {
			t.Errorf("%s: %d links were posted", feature, links)
		}

		// The new one first, then the old one goes; nothing else is sent.
		w.MustApply(config(attrs(acme, initech)))
		linked(acme, initech)

		if n := w.Sim.Log().Count("DELETE", ""); n != 1 || w.Sim.Log().Count("PUT", "") != 0 || w.Sim.Log().Count("POST", "") != 1 {
			t.Errorf("%d were taken away", n)
		}

		w.change(email, func(d sim.Doc) { d["organizations"] = []any{globex} })

		if a := w.Plan(config(attrs(acme, initech))).Actions()[lee]; a != acctest.Update {
			t.Errorf("planned %q", a)
		}

		w.MustApply(config(attrs(acme, initech)))
		linked(acme, initech)

		// An import leaves open who owns them, and adopting what is there sends nothing.
		w.Forget(lee)
		wantNoError(t, w.Import(lee, w.id(email)))
		w.WantState(acctest.Attrs{"organization_ids": nil})
		w.Sim.Log().Reset()
		w.MustApply(config(attrs(acme, initech)))

		if n := len(w.Sim.Log().Writes()); n > 0 {
			t.Errorf("%d writes", n)
		}

		w.MustApply(config(acctest.Attrs{"email": email, "role": "Help Desk", "organization_access": "selected"}))
		linked(acme, initech)
	}
}

// TestOrganizationsTakenOver: the plan names what the set removes that state does not show.
func TestOrganizationsTakenOver(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	acme, globex := w.org(simulator.AcmeInc), w.org(simulator.Globex)
	attrs := acctest.Attrs{"email": email, "role": "Help Desk", "organization_access": "selected"}
	w.MustApply(config(attrs))
	w.change(email, func(d sim.Doc) { d["organizations"] = []any{acme, globex} })

	attrs["organization_ids"] = []any{acme}

	d := w.Plan(config(attrs)).Diags
	if len(d) != 1 || len(d.Warnings()) != 1 || !strings.Contains(d.String(), `"Globex" (`+globex+`)`) || strings.Contains(d.String(), acme) {
		t.Errorf("%s", d)
	}

	w.Provider = acctest.Attrs{"allowed_organization_ids": []any{acme}}
	wantError(t, w.Plan(config(attrs)).Diags, "Organization Not Allowed", globex)

	w.Provider = nil
	wantNoError(t, w.Plan(config(with(attrs, "organization_ids", []any{acme, globex}))).Diags)
}

func TestOrganizationsRefusedAtPlan(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	acme, globex, foreign := w.org(simulator.AcmeInc), w.org(simulator.Globex), w.org(simulator.OtherTenant)
	attrs := func(access any, ids ...any) acctest.Attrs {
		return acctest.Attrs{"email": email, "role": "Help Desk", "organization_access": access, "organization_ids": ids}
	}

	wantError(t, w.Plan(config(attrs("all", acme))).Diags, "Contradicting Organization Access")
	wantError(t, w.Plan(config(attrs(nil, acme))).Diags, "Contradicting Organization Access")
	wantError(t, w.Plan(config(attrs("selected", foreign))).Diags, "Unknown Organization", foreign)
	wantError(t, w.Plan(config(attrs("selected", "acme"))).Diags, "24 hexadecimal digits")

	for _, unknown := range []acctest.Attrs{attrs(acctest.Unknown, acme), attrs("selected", acctest.Unknown), with(attrs("selected"), "organization_ids", acctest.Unknown)} {
		if p := w.Plan(config(unknown)); len(p.Diags) > 0 || p.Actions()[lee] != acctest.Create {
			t.Errorf("%v: %v %s", unknown, p.Actions(), p.Diags)
		}
	}

	// What may not be touched may not be left either.
	w.MustApply(config(attrs("selected", acme, globex)))
	w.Provider = acctest.Attrs{"allowed_organization_ids": []any{globex}}
	w.Sim.Log().Reset()
	wantError(t, w.Plan(config(attrs("selected", globex))).Diags, "Organization Not Allowed")

	w.Provider = acctest.Attrs{"blast_radius": map[string]any{"max_organizations": 1}}
	wantError(t, w.Plan(config(attrs("selected"))).Diags, "Blast Radius Exceeded")

	if n := len(w.Sim.Log().Writes()); n > 0 {
		t.Errorf("%d writes", n)
	}
}

// TestFaultsOfOrganizations: one who could not be linked is in state, and the next run goes on.
func TestFaultsOfOrganizations(t *testing.T) {
	t.Parallel()

	w := newWorld(t, map[string]string{"administrator-organizations": "ignore"})
	attrs := acctest.Attrs{"email": email, "role": "Help Desk", "organization_access": "selected", "organization_ids": []any{w.org(simulator.AcmeInc)}}
	w.MustApply(config(acctest.Attrs{"email": email, "role": "Help Desk", "organization_access": "selected"}))

	injected := w.Sim.Inject(sim.Fault{Method: "POST", Status: 403})
	wantError(t, w.Apply(config(attrs)), "Unable to Update Provider Administrator", "status 403")
	injected.Remove()
	w.MustApply(config(attrs))

	injected = w.Sim.Inject(sim.Fault{Method: "GET", Pattern: "/api/v2/administrators/{id}/organizationlinks", Status: 403})
	wantError(t, w.Plan(config(attrs)).Diags, "Unable to Read Provider Administrator")
	injected.Remove()
	w.MustPlanEmpty(config(attrs))
}
