// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/bindplanesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	full := attrs(proof.Attrs{"license_type": "Growth", "license_key_wo": "license-one", "license_key_wo_version": 1})

	p := w.core.Plan(proof.Config{acme: full})

	// The plan says what is accepted, where, and for whom.
	for _, part := range []string{"License Agreement Is Accepted", acctest.URL, `"Acme"`, `"Growth"`} {
		if !strings.Contains(p.Diags.Warnings().String(), part) {
			t.Errorf("no warning says %q:\n%s", part, p.Diags)
		}
	}

	wantDone(t, p.Apply())
	w.wantBody("POST", sim.Doc{
		"organizationName": "Acme", "accountName": "Production", "eulaAccepted": true, "licenseType": "Growth", "licenseKey": "license-one",
	})

	// Plan and apply, which is another process, look for a twin; then what is there is noted.
	w.wantCalls("GET "+all+" 200", "GET "+all+" 200", "GET "+all+" 200", "POST "+all+" 201")
	w.wantState(proof.Attrs{
		"id": w.id(), "name": "acme", "display_name": "Acme", "initial_project_name": "Production", "license_type": "Growth",
		"initial_project_id": bindplanesim.Metadata(w.project(), "id"), "initial_project_secret_key": secretKey(w.project()),
		"license_key_wo": nil, "accept_eula": true,
	})
}

// TestChanges: the name and the licence change in place, each with one request.
func TestChanges(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	a := attrs(nil)
	w.core.MustApply(proof.Config{acme: a})
	w.wantState(proof.Attrs{"license_key_wo_version": nil})

	if got := w.core.Identity(acme); !reflect.DeepEqual(got, proof.Attrs{"id": w.id()}) {
		t.Errorf("identity %v", got)
	}

	// One call for the organizations and one for the projects refresh any number.
	w.sim.Log().Reset()
	w.core.MustPlanEmpty(proof.Config{acme: a})
	w.wantCalls("GET "+all+" 200", "GET "+projects+" 200")

	a["display_name"] = "Acme Inc"
	w.core.MustApply(proof.Config{acme: a})
	w.wantBody("PATCH", sim.Doc{"name": "Acme Inc"})
	w.wantState(proof.Attrs{"display_name": "Acme Inc", "name": "acme", "initial_project_secret_key": secretKey(w.project())})

	// A licence where there was none, and another one: the version decides.
	for version, key := range map[int]string{1: "license-one", 2: "license-two"} {
		a["license_key_wo"], a["license_key_wo_version"] = key, version
		w.sim.Log().Reset()
		w.core.MustApply(proof.Config{acme: a})
		w.wantBody("PUT", sim.Doc{"licenseKey": key})

		if w.license()["key"] != key {
			t.Errorf("the licence is %v", w.license())
		}
	}

	a["license_key_wo"] = "license-three"
	w.sim.Log().Reset()
	w.core.MustApply(proof.Config{acme: a})

	// Leaving the licence out, or what was sent at the creation alone, sends nothing.
	delete(a, "license_key_wo")
	delete(a, "license_key_wo_version")
	w.core.MustApply(proof.Config{acme: a})

	// The secret key leaves state, and comes back.
	a["secret_key_in_state"] = false
	w.core.MustApply(proof.Config{acme: a})
	w.wantState(proof.Attrs{"initial_project_secret_key": nil})
	delete(a, "secret_key_in_state")
	w.core.MustApply(proof.Config{acme: a})
	w.wantState(proof.Attrs{"initial_project_secret_key": secretKey(w.project())})

	if n := len(w.sim.Log().Writes()); n > 0 {
		t.Errorf("%d writes", n)
	}

	w.sim.Log().Reset()
	wantDone(t, w.core.Destroy())
	w.wantCalls("GET "+all+" 200", "GET "+projects+" 200", "DELETE "+single+" 204")

	if left := w.stored(); len(left) != 0 || len(w.core.Addresses()) != 0 {
		t.Errorf("left: %v, in state: %v", left, w.core.Addresses())
	}
}

// TestSecretKeyStaysOutOfState from the beginning, where that is wanted.
func TestSecretKeyStaysOutOfState(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.MustApply(config(proof.Attrs{"secret_key_in_state": false}))
	w.wantState(proof.Attrs{"initial_project_secret_key": nil, "initial_project_id": bindplanesim.Metadata(w.project(), "id")})
}

// TestPrevented: without deletion_policy nothing is deleted, be it destroyed or replaced.
func TestPrevented(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	a := attrs(proof.Attrs{"deletion_policy": nil, "license_type": "Growth"})
	w.core.MustApply(proof.Config{acme: a})
	w.sim.Log().Reset()

	wantError(t, w.core.Plan(proof.Config{}).Diags, "Deletion Is Prevented", `organization "Acme"`, `deletion_policy = "delete"`, "removed block")

	for name, value := range map[string]any{"initial_project_name": "Staging", "license_type": "Enterprise"} {
		changed := attrs(a)
		changed[name] = value
		wantError(t, w.core.Plan(proof.Config{acme: changed}).Diags, "Replacement Is Prevented", name+" is settled when the organization is made")
	}

	// A tainted object is destroyed without a plan of its own.
	w.core.Taint(acme)
	wantError(t, w.core.Apply(proof.Config{acme: a}), "Unable to Delete Organization", "is protected")

	if n := len(w.sim.Log().Writes()); n > 0 {
		t.Errorf("%d writes", n)
	}

	// What was sent at the creation alone may be left out later.
	left := newWorld(t, nil)
	left.core.MustApply(config(proof.Attrs{"license_type": "Growth"}))
	left.core.MustApply(config(nil))

	// Where it is allowed, a replacement is one.
	if got := left.core.Plan(config(proof.Attrs{"initial_project_name": "Staging", "allow_duplicate_name": true})).Actions()[acme]; got != proof.Replace {
		t.Errorf("plans %s, want %s", got, proof.Replace)
	}
}

func TestImport(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	id := w.sim.AddOrganization("Acme")
	w.sim.AddProject(id, "Production")
	w.change(simulator.RoleAdmin, func(u *bindplanesim.User) { u.Organizations = append(u.Organizations, id) })

	for name, imported := range map[string]func(c *proof.Core) proof.Diagnostics{
		"by id":       func(c *proof.Core) proof.Diagnostics { return c.Import(acme, id) },
		"by identity": func(c *proof.Core) proof.Diagnostics { return c.ImportByIdentity(acme, proof.Attrs{"id": id}) },
	} {
		w.core = acctest.NewCore(t, w.sim, acctest.As(w.sim, simulator.RoleAdmin))
		t.Log(name)
		wantDone(t, imported(w.core))
		w.wantState(proof.Attrs{
			"id": id, "name": "acme", "display_name": "Acme", "accept_eula": nil, "deletion_policy": nil,
			"initial_project_id": bindplanesim.Metadata(w.project(), "id"), "initial_project_secret_key": nil,
		})

		// What nobody can read is taken from the configuration, and nothing is sent for it.
		w.sim.Log().Reset()
		w.core.MustApply(config(proof.Attrs{"license_type": "Growth", "license_key_wo": "license-one", "license_key_wo_version": 1}))

		if n := len(w.sim.Log().Writes()); n > 0 {
			t.Errorf("%s: %d writes", name, n)
		}

		w.wantState(proof.Attrs{"initial_project_secret_key": secretKey(w.project())})
	}

	// A key that is to stay out of state is in none at any time.
	w.core = acctest.NewCore(t, w.sim, acctest.As(w.sim, simulator.RoleAdmin))
	w.core.Imports = map[string]any{acme: id}
	w.core.MustApply(config(proof.Attrs{"secret_key_in_state": false}))
	w.wantState(proof.Attrs{"initial_project_secret_key": nil})

	// Which of several projects was the first nobody can tell.
	w.sim.AddProject(id, "Staging")

	w.core = acctest.NewCore(t, w.sim, acctest.As(w.sim, simulator.RoleAdmin))
	wantDone(t, w.core.Import(acme, id))
	w.wantState(proof.Attrs{"initial_project_id": nil, "initial_project_secret_key": nil})
	wantError(t, w.core.Import("bindplaneadmin_organization.other", "a b"), "Unable to Import Organization", "letters, digits")
	wantError(t, w.core.Import("bindplaneadmin_organization.other", "999"), "Unable to Read Organization", `the list holds no "999"`)
}

func TestDrift(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.MustApply(named("Acme"))
	w.rename("Acme Corp")
	w.sim.Log().Reset()
	w.core.MustApply(named("Acme"))
	w.wantBody("PATCH", sim.Doc{"name": "Acme"})

	// A key that somebody made the default is shown by the next refresh.
	p := w.project()
	spec, _ := p["spec"].(sim.Doc)
	spec["secretKey"] = "secret-new"
	w.sim.Store.Docs(bindplanesim.Projects, "").Put(bindplanesim.Metadata(p, "id"), p)
	w.core.MustPlanEmpty(named("Acme"))
	w.wantState(proof.Attrs{"initial_project_secret_key": "secret-new"})

	// The first project may be gone while the organization is there.
	w.sim.Store.Docs(bindplanesim.Projects, "").Remove(bindplanesim.Metadata(p, "id"))
	w.core.MustPlanEmpty(named("Acme"))
	w.wantState(proof.Attrs{"initial_project_id": nil, "initial_project_secret_key": nil})
}

// TestReadings: what the docs and the vendor's tests say differently, and what nobody says.
func TestReadings(t *testing.T) {
	t.Parallel()

	for name, value := range map[string]string{
		"organization-create-status": "200", "name-form": "id", "project-paths": "accounts", "project-header": "ignored",
		"display-name-space": "trimmed", "missing-status": "400", "organization-path-name": "display-name",
	} {
		w := newWorld(t, map[string]string{name: value})
		t.Log(name, value)
		w.core.MustApply(named("Acme"))
		w.core.MustApply(named(" Acme Inc"))
		w.wantState(proof.Attrs{"display_name": " Acme Inc", "initial_project_id": bindplanesim.Metadata(w.project(), "id")})
		wantDone(t, w.core.Destroy())
	}

	// An older server takes no licence with a creation; raising the version sends it.
	w := newWorld(t, map[string]string{"organization-create-license-key": "ignored"})
	w.core.MustApply(config(proof.Attrs{"license_key_wo": "license-one", "license_key_wo_version": 1}))

	if w.license()["key"] != nil {
		t.Errorf("the licence is %v", w.license())
	}

	w.core.MustApply(config(proof.Attrs{"license_key_wo": "license-one", "license_key_wo_version": 2}))

	if w.license()["key"] != "license-one" {
		t.Errorf("the licence is %v", w.license())
	}
}

// TestOlderServerIsAskedOnce under the name that it does not know.
func TestOlderServerIsAskedOnce(t *testing.T) {
	t.Parallel()

	w := newWorld(t, map[string]string{"project-paths": "accounts"})
	w.core.MustApply(proof.Config{acme: attrs(nil), "bindplaneadmin_organization.b": attrs(proof.Attrs{"display_name": "B"})})
	w.sim.Log().Reset()
	w.core.MustPlanEmpty(proof.Config{acme: attrs(nil), "bindplaneadmin_organization.b": attrs(proof.Attrs{"display_name": "B"})})

	if n, older := w.sim.Log().Count("GET", projects), w.sim.Log().Count("GET", all+"/accounts/all"); n > 2 || older != 1 {
		t.Errorf("%d calls under the new name and %d under the older one", n, older)
	}
}
