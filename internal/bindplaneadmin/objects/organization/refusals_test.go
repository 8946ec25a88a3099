// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/bindplanesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestRefusedAtPlan(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		attrs proof.Attrs
		part  string
	}{
		"not accepted":      {proof.Attrs{"accept_eula": false}, "License Agreement Is Not Accepted"},
		"blank name":        {proof.Attrs{"display_name": " "}, "Invalid Name"},
		"blank project":     {proof.Attrs{"initial_project_name": "\u3164"}, "Invalid Name"},
		"accounts":          {proof.Attrs{"display_name": "accounts"}, "Reserved Name"},
		"projects":          {proof.Attrs{"display_name": "Projects "}, "Reserved Name"},
		"users":             {proof.Attrs{"display_name": "users"}, "Reserved Name"},
		"verify":            {proof.Attrs{"display_name": "VERIFY"}, "Reserved Name"},
		"way to destroy":    {proof.Attrs{"deletion_policy": "deleted"}, `did you mean "delete"`},
		"no licence type":   {proof.Attrs{"license_type": ""}, "license_type"},
		"no version":        {proof.Attrs{"license_key_wo": "license-one"}, "license_key_wo_version"},
		"a version alone":   {proof.Attrs{"license_key_wo_version": 1}, "license_key_wo"},
		"a version of zero": {proof.Attrs{"license_key_wo": "license-one", "license_key_wo_version": 0}, "at least 1"},
	} {
		w := newWorld(t, nil)
		t.Log(name)
		wantError(t, w.core.Plan(config(c.attrs)).Diags, c.part)

		if n := w.sim.Log().Count("", ""); n > 0 {
			t.Errorf("%s: %d calls", name, n)
		}
	}

	w := newWorld(t, nil)
	unknown := proof.Attrs{}

	for _, name := range []string{
		"display_name", "initial_project_name", "accept_eula", "license_type", "license_key_wo", "license_key_wo_version", "deletion_policy",
		"allow_duplicate_name", "secret_key_in_state",
	} {
		unknown[name] = proof.Unknown
	}

	if p := w.core.Plan(proof.Config{acme: unknown}); len(p.Diags) > 0 || p.Actions()[acme] != proof.Create {
		t.Errorf("unknown: %v %s", p.Actions(), p.Diags)
	}
}

// TestTwins: an organization of the name is found at plan, and what can be done is said.
func TestTwins(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	other := w.sim.AddOrganization("Acme")
	w.change(simulator.RoleAdmin, func(u *bindplanesim.User) { u.Organizations = append(u.Organizations, other) })
	w.sim.AddProject(other, "Production")

	wantError(t, w.core.Apply(named("Acme")), `The name "Acme" is taken already, by `+other, "import {", `id = "`+other+`"`, "allow_duplicate_name = true")

	if n := len(w.sim.Log().Writes()); n > 0 {
		t.Errorf("%d writes", n)
	}

	w.core.MustApply(config(proof.Attrs{"allow_duplicate_name": true}))

	if n := len(w.stored()); n != 2 {
		t.Errorf("%d organizations", n)
	}

	// Two of one plan.
	two := newWorld(t, nil)
	wantError(t, two.core.Plan(proof.Config{acme: attrs(nil), "bindplaneadmin_organization.b": attrs(nil)}).Diags, "Same Name Twice")

	// A server that refuses twins is quoted, with who has the name.
	for how, status := range map[string]string{"conflict": "status 409", "invalid": "status 400"} {
		w := newWorld(t, map[string]string{"organization-twin": how})
		w.sim.AddOrganization("Acme") // of others: no list shows it
		wantError(t, w.core.Apply(named("Acme")), "Unable to Create Organization", "an organization of this name exists", status)
	}

	strict := newWorld(t, map[string]string{"organization-twin": "conflict"})
	mine := strict.sim.AddOrganization("Acme")
	strict.change(simulator.RoleAdmin, func(u *bindplanesim.User) { u.Organizations = append(u.Organizations, mine) })
	wantError(t, strict.core.Apply(config(proof.Attrs{"allow_duplicate_name": true})), "an organization of this name exists", "taken already, by "+mine, "import {")
}

// TestLicenseRefused: the refusal is explained and does not show the licence that it quotes, state
// keeps the version, and the next run sends the licence again.
func TestLicenseRefused(t *testing.T) {
	t.Parallel()

	const license = "/v1/organizations/{id}/license"

	for status, part := range map[int]string{409: "uses more than the licence allows", 400: "check that the key is whole"} {
		w := newWorld(t, nil)
		w.core.MustApply(named("Acme"))

		body := `{"errors":["License limit is incompatible with the current organization state: license-one"]}`
		fault := w.sim.Inject(sim.Fault{Method: "PUT", Pattern: license, Status: status, Body: body})
		next := config(proof.Attrs{"license_key_wo": "license-one", "license_key_wo_version": 1})
		d := w.core.Apply(next)
		wantError(t, d, "Unable to Update Organization", "License limit is incompatible", part, "the one before it is still there")

		if strings.Contains(d.String(), "license-one") {
			t.Errorf("the licence is shown: %s", d)
		}

		w.wantState(proof.Attrs{"license_key_wo_version": nil})
		fault.Remove()
		w.core.MustApply(next)

		if w.license()["key"] != "license-one" {
			t.Errorf("the licence is %v", w.license())
		}
	}
}

// TestDeleteRefused: a server that keeps an organization with projects is quoted.
func TestDeleteRefused(t *testing.T) {
	t.Parallel()

	w := newWorld(t, map[string]string{"organization-delete-with-projects": "conflict"})
	w.core.MustApply(named("Acme"))
	w.sim.AddProject(w.id(), "Staging")
	wantError(t, w.core.Destroy(), "Unable to Delete Organization", "the organization has projects", "delete its projects first", "status 409")

	if w.core.State(acme) == nil {
		t.Error("it left state")
	}
}

// TestRoles: who may do what.
func TestRoles(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.MustApply(named("Acme"))
	w.change(simulator.RoleViewer, func(u *bindplanesim.User) { u.Organizations = append(u.Organizations, w.id()) })

	w.core.Use(acctest.As(w.sim, simulator.RoleViewer))
	w.core.MustPlanEmpty(named("Acme"))
	wantError(t, w.core.Apply(named("Acme Inc")), "Unable to Update Organization", "permission denied", "Organization Admin")

	// A password goes as well as a key; a wrong one is said so.
	basic := proof.Environment{
		"BINDPLANEADMIN_URL": acctest.URL, "BINDPLANEADMIN_USERNAME": "admin@example.com", "BINDPLANEADMIN_PASSWORD": "simulated password",
	}
	w.core.Use(basic)
	w.core.MustPlanEmpty(named("Acme"))
	w.core.Use(basic.With("BINDPLANEADMIN_PASSWORD", "another"))
	wantError(t, w.core.Plan(named("Acme")).Diags, "unauthorized", "The credential was not accepted")
	w.core.Use(acctest.As(w.sim, simulator.RoleAdmin).With("BINDPLANEADMIN_API_KEY", "nobodys"))
	wantError(t, w.core.Plan(named("Acme")).Diags, "unauthorized", "The credential was not accepted")
	w.core.Use(acctest.As(w.sim, simulator.RoleAdmin).With("BINDPLANEADMIN_READ_ONLY", "true"))
	wantError(t, w.core.Apply(named("Acme Inc")), "read_only")

	if err := w.sim.Switches.Set("password-access", "off"); err != nil {
		t.Fatal(err)
	}

	w.core.Use(basic)
	wantError(t, w.core.Plan(named("Acme")).Diags, "The credential was not accepted")

	// A key that may create no second organization is told so.
	second := newWorld(t, map[string]string{"organization-second": "refused"})
	wantError(t, second.core.Apply(named("Acme")), "Unable to Create Organization", "an API key may not create an organization", "status 403")
}

// TestKeyGoesWithItsProject: where a key ends with the project that it was made in, the error
// says so, and no state is emptied for it.
func TestKeyGoesWithItsProject(t *testing.T) {
	t.Parallel()

	w := newWorld(t, map[string]string{"key-of-deleted-project": "refused"})
	w.core.MustApply(named("Acme"))
	w.change(simulator.RoleAdmin, func(u *bindplanesim.User) { u.Project = "gone" })
	wantError(t, w.core.Plan(named("Acme")).Diags, "Unable to Read Organization", "may go with the project")

	if w.core.State(acme) == nil {
		t.Error("it left state")
	}
}

// TestWarnsOfOwn: a plan that deletes the organization that the credential acts in says so,
// and that of another does not.
func TestWarnsOfOwn(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.MustApply(named("Acme"))

	if d := w.core.Plan(proof.Config{}).Diags; len(d) > 0 {
		t.Errorf("%s", d)
	}

	w.change(simulator.RoleAdmin, func(u *bindplanesim.User) { u.Project = bindplanesim.Metadata(w.project(), "id") })

	if d := w.core.Plan(proof.Config{}).Diags; len(d.Errors()) > 0 || !strings.Contains(d.Warnings().String(), `works in the project "Production"`) {
		t.Errorf("%s", d)
	}
}
