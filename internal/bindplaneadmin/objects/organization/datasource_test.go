// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/bindplanesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestDataSource(t *testing.T) {
	t.Parallel()

	w := newWorld(t, map[string]string{"organization-by-name": "anybody"})
	id := w.sim.AddOrganization("Acme Inc")
	foreign := w.sim.AddOrganization("Globex")
	w.change(simulator.RoleAdmin, func(u *bindplanesim.User) { u.Organizations = append(u.Organizations, id) })

	want := proof.Attrs{"id": id, "name": "acme-inc", "display_name": "Acme Inc"}

	for name, config := range map[string]proof.Attrs{"id": {"id": id}, "name": {"name": "acme-inc"}, "display name": {"display_name": "Acme Inc"}} {
		got, d := w.core.Data("bindplaneadmin_organization", config)
		wantDone(t, d)

		if !reflect.DeepEqual(got, want) {
			t.Errorf("by %s: %v, want %v", name, got, want)
		}
	}

	// The list has only those that the user belongs to; a name may find others.
	if got, d := w.core.Data("bindplaneadmin_organization", proof.Attrs{"name": "globex"}); len(d) > 0 || got["id"] != foreign {
		t.Errorf("%v %s", got, d)
	}

	for name, c := range map[string]struct {
		config proof.Attrs
		parts  []string
	}{
		"a slip":          {proof.Attrs{"display_name": "Acme Ink"}, []string{"Unable to Read Organization", `did you mean "Acme Inc"?`}},
		"an unknown name": {proof.Attrs{"name": "acme-ink"}, []string{`did you mean "acme-inc"?`}},
		"unknown id":      {proof.Attrs{"id": "999"}, []string{`the list holds no "999"`}},
		"an id as a name": {proof.Attrs{"display_name": id}, []string{"Unable to Read Organization", id}},
		"neither":         {proof.Attrs{}, []string{"Invalid Attribute Combination"}},
		"two":             {proof.Attrs{"id": id, "name": "acme-inc"}, []string{"Invalid Attribute Combination"}},
		"a reserved name": {proof.Attrs{"name": "users"}, []string{"Reserved Name"}},
	} {
		t.Log(name)

		_, d := w.core.Data("bindplaneadmin_organization", c.config)
		wantError(t, d, c.parts...)
	}

	fault := w.sim.Inject(sim.Fault{Method: "GET", Pattern: "/v1/organizations/acme-ink", Status: 403})
	_, d := w.core.Data("bindplaneadmin_organization", proof.Attrs{"name": "acme-ink"})
	wantError(t, d, "Unable to Read Organization", "status 403")
	fault.Remove()
}

func TestOrganizations(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	id := w.sim.AddOrganization("Acme Inc")
	w.sim.AddOrganization("Globex") // of others
	w.change(simulator.RoleAdmin, func(u *bindplanesim.User) { u.Organizations = append(u.Organizations, id) })

	got, d := w.core.Data("bindplaneadmin_organizations", proof.Attrs{})
	wantDone(t, d)

	list, _ := got["organizations"].([]any)
	if len(list) != 2 || !reflect.DeepEqual(list[1], map[string]any{"id": id, "name": "acme-inc", "display_name": "Acme Inc"}) {
		t.Errorf("%v", got)
	}

	w.sim.Inject(sim.Fault{PathPrefix: all, Status: 403})

	_, d = w.core.Data("bindplaneadmin_organizations", proof.Attrs{})
	wantError(t, d, "Unable to Read Organizations", "status 403")
}

func TestUsers(t *testing.T) {
	t.Parallel()

	for _, header := range []string{"followed", "ignored"} {
		w := newWorld(t, map[string]string{"project-header": header})
		id := w.sim.AddOrganization("Acme Inc")
		project := w.sim.AddProject(id, "Production")
		user := w.sim.AddUser(bindplanesim.User{Role: "member", Email: "ann@acme.example", Organizations: []string{id}, Project: project})

		// Who acts there without belonging there is told so.
		_, d := w.core.Data("bindplaneadmin_users", proof.Attrs{"organization_id": id})
		wantError(t, d, "Unable to Read Users", "belongs to no organization")

		w.change(simulator.RoleAdmin, func(u *bindplanesim.User) { u.Organizations = append(u.Organizations, id) })

		got, d := w.core.Data("bindplaneadmin_users", proof.Attrs{})
		wantDone(t, d)

		if list, _ := got["users"].([]any); len(list) != 2 || got["organization_id"] == id {
			t.Errorf("%v", got)
		}

		got, d = w.core.Data("bindplaneadmin_users", proof.Attrs{"organization_id": id})

		if header == "ignored" {
			wantError(t, d, "does not let it choose", "API key of a project there")

			continue
		}

		wantDone(t, d)

		list, _ := got["users"].([]any)
		if len(list) != 2 || !reflect.DeepEqual(list[1], map[string]any{
			"id": user, "name": user, "display_name": "member", "email": "ann@acme.example", "active_project_id": project,
		}) {
			t.Errorf("%v", got)
		}
	}
}

func TestList(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.MustApply(named("Acme"))

	found, d := w.core.List("bindplaneadmin_organization", proof.Query{Config: proof.Attrs{"name": []any{"ac*"}}, IncludeResource: true})
	wantDone(t, d)

	if len(found) != 1 || found[0].Name != "Acme" || found[0].Identity["id"] != w.id() || found[0].Resource["display_name"] != "Acme" {
		t.Errorf("%v", found)
	}
}
