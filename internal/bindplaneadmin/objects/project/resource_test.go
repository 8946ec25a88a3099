// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package project_test

import (
	"encoding/json"
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

	for _, answer := range []string{"wrapped", "bare", "id"} {
		w := newWorld(t, map[string]string{"project-create-answer": answer})
		w.core.MustApply(config(nil))

		calls := w.sim.Log().Calls("POST", all)
		if len(calls) != 1 || !reflect.DeepEqual(calls[0].Object(), sim.Doc{"displayName": "Staging"}) || calls[0].Header.Get("X-Bindplane-Account-ID") != "" {
			t.Errorf("%s: %v", answer, calls)
		}

		w.wantState(proof.Attrs{"id": w.id(), "name": "staging", "display_name": "Staging", "organization_id": w.own})

		if got := w.core.Identity(staging); !reflect.DeepEqual(got, proof.Attrs{"id": w.id()}) {
			t.Errorf("identity %v", got)
		}

		// State holds no secret key.
		raw, err := json.Marshal(w.core.State(staging))
		if key, _ := w.secretKey().(string); err != nil || key == "" || strings.Contains(string(raw), key) {
			t.Errorf("the key %q is in state, or there is none: %s", key, raw)
		}

		w.sim.Log().Reset()
		wantNothing(t, w.core.Destroy())

		if n := w.sim.Log().Count("DELETE", all); n != 1 || len(w.stored()) != 0 {
			t.Errorf("%s: %d deletions, left %v", answer, n, w.stored())
		}
	}
}

// TestInAnotherOrganization: a header chooses it, and nothing is created where that is not
// followed.
func TestInAnotherOrganization(t *testing.T) {
	t.Parallel()

	for _, paths := range []string{"both", "accounts"} {
		w := newWorld(t, map[string]string{"project-paths": paths})
		there := config(proof.Attrs{"organization_id": w.client})
		w.core.MustApply(there)
		w.wantState(proof.Attrs{"organization_id": w.client})

		if got := w.only()["organization"]; got != w.client {
			t.Errorf("it is in %v, want %v", got, w.client)
		}

		// The request names a project that is there already.
		named := w.sim.Log().Calls("POST", all)[0].Header.Get("X-Bindplane-Account-ID")
		if d, ok := w.sim.Store.Docs(bindplanesim.Projects, "").Get(named); !ok || d["organization"] != w.client {
			t.Errorf("the request names %q, which is %v", named, d)
		}

		wantError(t, w.core.Apply(config(proof.Attrs{"organization_id": w.organization("Empty")})), "has no project")
	}

	w := newWorld(t, map[string]string{"project-header": "ignored"})
	wantError(t, w.core.Apply(config(proof.Attrs{"organization_id": w.client})),
		"Unable to Create Project", "does not let it choose \"Acme\"", "Nothing was sent", "API key of a project there")
	wantError(t, w.core.Apply(config(proof.Attrs{"organization_id": "nowhere"})), "belongs to no organization")

	if n := len(w.sim.Log().Writes()); n > 0 {
		t.Errorf("%d writes", n)
	}
}

// TestOnboarding: an organization and a further project of it come with one apply.
func TestOnboarding(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	both := config(proof.Attrs{"organization_id": proof.Ref("bindplaneadmin_organization.globex", "id")})
	both["bindplaneadmin_organization.globex"] = proof.Attrs{
		"display_name": "Globex", "initial_project_name": "Production", "accept_eula": true, "deletion_policy": "delete",
	}
	w.core.MustApply(both)
	w.wantState(proof.Attrs{"organization_id": w.organization("Globex")})

	if d := w.core.Destroy().Errors(); len(d) > 0 || len(w.stored()) != 0 {
		t.Errorf("left %v: %s", w.stored(), d)
	}
}

func TestPlans(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.MustApply(config(proof.Attrs{"deletion_policy": nil}))
	w.sim.Log().Reset()

	wantError(t, w.core.Plan(config(proof.Attrs{"display_name": "Test"})).Diags, "Project Cannot Be Renamed", `"Staging"`, `"Test"`, "web interface")
	wantError(t, w.core.Plan(proof.Config{}).Diags, "Deletion Is Prevented", `project "Staging"`)
	wantError(t, w.core.Plan(config(proof.Attrs{"organization_id": w.client})).Diags, "Replacement Is Prevented", "organization_id is settled")
	wantError(t, newWorld(t, nil).core.Plan(config(proof.Attrs{"display_name": " "})).Diags, "Invalid Name")
	wantError(t, w.core.Apply(config(proof.Attrs{"organization_id": "a b"})), "letters, digits")
	w.core.MustApply(config(nil)) // the policy is Terraform's own

	if n := len(w.sim.Log().Writes()); n > 0 {
		t.Errorf("%d writes", n)
	}

	// Who renames it in the web interface first has nothing to do then.
	p := w.only()
	m, _ := p["metadata"].(sim.Doc)
	m["displayName"] = "Test"
	w.sim.Store.Docs(bindplanesim.Projects, "").Put(w.id(), p)
	w.core.MustPlanEmpty(config(proof.Attrs{"display_name": "Test"}))

	if got := w.core.Plan(config(proof.Attrs{"display_name": "Test", "organization_id": w.client})).Actions()[staging]; got != proof.Replace {
		t.Errorf("plans %s, want %s", got, proof.Replace)
	}
}

// TestTwins: a project of the name is found before anything is sent, in its organization.
func TestTwins(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	wantError(t, w.core.Apply(config(proof.Attrs{"display_name": "Operations"})), `The name "Operations" is taken already`, "import {", "allow_duplicate_name")
	w.core.MustApply(config(proof.Attrs{"display_name": "Operations", "organization_id": w.client}))

	two := proof.Config{"bindplaneadmin_project.a": {"display_name": "Twin"}, "bindplaneadmin_project.b": {"display_name": "Twin"}}
	wantError(t, w.core.Apply(two), "must not be used twice")
}

func TestImport(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	id := w.sim.AddProject(w.client, "Staging")

	for _, imported := range []func() proof.Diagnostics{
		func() proof.Diagnostics { return w.core.Import(staging, id) },
		func() proof.Diagnostics { return w.core.ImportByIdentity(staging, proof.Attrs{"id": id}) },
	} {
		w.core.Forget(staging)
		wantNothing(t, imported())
		w.wantState(proof.Attrs{"id": id, "display_name": "Staging", "organization_id": w.client, "deletion_policy": nil})
		w.core.MustPlanEmpty(config(proof.Attrs{"deletion_policy": nil}))
	}

	wantError(t, w.core.Import("bindplaneadmin_project.other", "999"), "Unable to Read Project", `has a project "999"`)

	// What somebody deleted leaves state after two looks.
	w.sim.Store.Docs(bindplanesim.Projects, "").Remove(id)
	w.sim.Log().Reset()

	if a := w.core.Plan(config(nil)).Actions()[staging]; a != proof.Create {
		t.Errorf("plans %s, want %s", a, proof.Create)
	}

	if n := w.sim.Log().Count("GET", every); n != 2 {
		t.Errorf("%d looks, want 2", n)
	}
}

func TestSecretKey(t *testing.T) {
	t.Parallel()

	const typeName = "bindplaneadmin_project_secret_key"

	w := newWorld(t, map[string]string{"project-secret-key": "admins"})
	w.core.MustApply(config(nil))

	env := acctest.As(w.sim, simulator.RoleAdmin)

	got, d := acctest.Open(t, w.sim, env, typeName, map[string]string{"project_id": w.id()})
	wantNothing(t, d)

	if got["secret_key"] != w.secretKey() {
		t.Errorf("%v, want %v", got, w.secretKey())
	}

	_, d = acctest.Open(t, w.sim, env, typeName, map[string]string{"project_id": "nothing"})
	wantError(t, d, "Unable to Open Project Secret Key", `has a project "nothing"`)
	_, d = acctest.Open(t, w.sim, env, typeName, map[string]string{"project_id": "a/b"})
	wantError(t, d, "letters, digits")
	_, d = acctest.Open(t, w.sim, acctest.As(w.sim, simulator.RoleViewer), typeName, map[string]string{"project_id": w.id()})
	wantError(t, d, "is not shown to this credential")
}

func TestProjects(t *testing.T) {
	t.Parallel()

	w := newWorld(t, map[string]string{"project-empty-list": "null"})

	for name, c := range map[string]struct {
		config proof.Attrs
		want   string
	}{
		"all": {proof.Attrs{}, "Operations Production"}, "of one": {proof.Attrs{"organization_id": w.client}, "Production"},
		"active": {proof.Attrs{"active": true}, "Operations"}, "none": {proof.Attrs{"organization_id": w.organization("Empty")}, ""},
	} {
		got, d := w.core.Data("bindplaneadmin_projects", c.config)
		wantNothing(t, d)

		var names []string

		list, _ := got["projects"].([]any)
		for _, p := range list {
			p, _ := p.(map[string]any)
			name, _ := p["display_name"].(string)
			names = append(names, name)

			if p["organization_id"] != w.own && p["organization_id"] != w.client {
				t.Errorf("%v", p)
			}
		}

		if strings.Join(names, " ") != c.want || got["active_project_id"] == "" {
			t.Errorf("%s: %v, want %s", name, got, c.want)
		}
	}

	_, d := w.core.Data("bindplaneadmin_projects", proof.Attrs{"organization_id": "nowhere"})
	wantError(t, d, "Unable to Read Projects", "belongs to no organization")
	_, d = w.core.Data("bindplaneadmin_projects", proof.Attrs{"organization_id": w.client, "active": true})
	wantError(t, d, "Invalid Attribute Combination")
}

func TestList(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)

	found, d := w.core.List("bindplaneadmin_project", proof.Query{Config: proof.Attrs{"organizations": []any{"acme"}}, IncludeResource: true})
	wantNothing(t, d)

	if len(found) != 1 || found[0].Name != "Production" || found[0].Resource["organization_id"] != w.client {
		t.Errorf("%v", found)
	}
}

// TestWarnsOfOwn: a plan that deletes the project that the credential's user works in says so.
func TestWarnsOfOwn(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.MustApply(config(nil))

	if d := w.core.Plan(proof.Config{}).Diags; len(d) > 0 {
		t.Errorf("%s", d)
	}

	admin, _ := w.sim.Store.Docs(bindplanesim.Users, "").Find(func(d sim.Doc) bool { return d["role"] == simulator.RoleAdmin })
	user := bindplanesim.UserOf(admin)
	user.Project = w.id()
	w.sim.AddUser(user)

	if d := w.core.Plan(proof.Config{}).Diags; len(d.Errors()) > 0 || !strings.Contains(d.Warnings().String(), `works in the project "Staging"`) {
		t.Errorf("%s", d)
	}
}

// TestReplacedUnderAnotherName: a project that is made anew in another organization may have another
// name there.
func TestReplacedUnderAnotherName(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.MustApply(config(nil))

	p := w.core.Plan(config(proof.Attrs{"organization_id": w.client, "display_name": "Production"}))
	if p.Actions()[staging] != proof.Replace || strings.Contains(p.Diags.String(), "Renamed") {
		t.Errorf("%v %s", p.Actions(), p.Diags)
	}
}
