// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/objects/organization/organizationsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/zammadsim"
)

func TestDataSource(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	id := organizationsim.Add(w.sim.World, sim.Doc{"name": "Acme Inc", "domain": "acme.example", "note": "R&amp;D", "customer_number": "A-1", "vip": true})
	user := w.sim.AddUser(zammadsim.User{Login: "ann@acme.example", OrganizationID: id})

	want := proof.Attrs{
		"id": id, "name": "Acme Inc", "shared": true, "domain": "acme.example", "domain_assignment": false, "active": true, "vip": true,
		"note": "R&amp;D", "custom_attributes": map[string]any{"customer_number": "A-1"}, "member_ids": []any{user},
	}

	for name, config := range map[string]proof.Attrs{"by id": {"id": id}, "by name": {"name": "Acme Inc"}} {
		got, d := w.core.Data("zammad_organization", config)
		wantNothing(t, d)

		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}

	// Letters of either case are one, and what is configured stands.
	if got, d := w.core.Data("zammad_organization", proof.Attrs{"name": "ACME inc"}); len(d) > 0 || got["id"] != id || got["name"] != "ACME inc" {
		t.Errorf("%v %s", got, d)
	}

	for name, c := range map[string]struct {
		config proof.Attrs
		parts  []string
	}{
		"a slip":     {proof.Attrs{"name": "Acme Ink"}, []string{"Unable to Read Organization", `did you mean "Acme Inc"?`}},
		"unknown id": {proof.Attrs{"id": "999"}, []string{"Couldn't find Organization with 'id'=999"}},
		"neither":    {proof.Attrs{}, []string{"Invalid Attribute Combination"}},
		"both":       {proof.Attrs{"id": id, "name": "Acme Inc"}, []string{"Invalid Attribute Combination"}},
		"no id":      {proof.Attrs{"id": "Acme Inc"}, []string{"a whole number of at least 1"}},
	} {
		t.Log(name)

		_, d := w.core.Data("zammad_organization", c.config)
		wantError(t, d, c.parts...)
	}

	// Search is not for reading: what was just written is not there yet.
	if n := w.sim.Log().Count("", all+"/search"); n > 0 {
		t.Errorf("%d searches", n)
	}
}

func TestListDataSource(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	first := organizationsim.Add(w.sim.World, sim.Doc{"name": "Acme Inc", "domain": "acme.example"})
	second := organizationsim.Add(w.sim.World, sim.Doc{"name": "Globex", "active": false, "domain": "acme.example"})

	for name, c := range map[string]struct {
		config proof.Attrs
		want   map[string]any
	}{
		"inactive":  {proof.Attrs{"active": false}, map[string]any{"Globex": second}},
		"of domain": {proof.Attrs{"domain": "@ACME.example"}, map[string]any{"Acme Inc": first, "Globex": second}},
		"both":      {proof.Attrs{"domain": "acme.example", "active": true}, map[string]any{"Acme Inc": first}},
		"none":      {proof.Attrs{"domain": "x"}, map[string]any{}},
	} {
		got, d := w.core.Data("zammad_organizations", c.config)
		wantNothing(t, d)

		if list, _ := got["organizations"].([]any); !reflect.DeepEqual(got["ids_by_name"], c.want) || len(list) != len(c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// TestPages: a list longer than a page is read whole, whatever is beyond the first.
func TestPages(t *testing.T) {
	t.Parallel()

	for count, calls := range map[int]int{499: 1, 500: 2, 501: 2} {
		w := newWorld(t, nil)

		for i := range count - 1 { // beside the one that is there
			organizationsim.Add(w.sim.World, sim.Doc{"name": fmt.Sprintf("Organization %d", i)})
		}

		w.sim.Log().Reset()

		got, d := w.core.Data("zammad_organizations", proof.Attrs{})
		wantNothing(t, d)

		list, _ := got["organizations"].([]any)
		if len(list) != count || w.sim.Log().Count("GET", all) != calls {
			t.Errorf("%d organizations in %d calls, want %d in %d", len(list), w.sim.Log().Count("GET", all), count, calls)
		}

		for i, e := range w.sim.Log().Calls("GET", all) {
			if e.Query.Get("page") != fmt.Sprint(i+1) || e.Query.Get("per_page") != "500" {
				t.Errorf("call %d asks for %v", i, e.Query)
			}
		}
	}
}

func TestListDataSourceRefused(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.sim.Inject(sim.Fault{PathPrefix: all, Status: 403})

	_, d := w.core.Data("zammad_organizations", proof.Attrs{})
	wantError(t, d, "Unable to Read Organizations", "permission", "status 403")
}

func TestListResource(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	id := organizationsim.Add(w.sim.World, sim.Doc{"name": "Acme Inc", "domain": "acme.example"})
	organizationsim.Add(w.sim.World, sim.Doc{"name": "Acorn", "domain": "acorn.example"})
	organizationsim.Add(w.sim.World, sim.Doc{"name": "Globex", "domain": "acme.example"})
	w.sim.Log().Reset()

	found, d := w.core.List("zammad_organization", proof.Query{
		Config: proof.Attrs{"name": []any{"ac*"}, "domain": []any{"ACME.*"}}, IncludeResource: true,
	})
	wantNothing(t, d)

	if len(found) != 1 || found[0].Name != "Acme Inc" || found[0].Identity["id"] != id || found[0].Resource["domain"] != "acme.example" {
		t.Errorf("%v", found)
	}

	if n := w.sim.Log().Count("GET", all+"/search"); n > 0 {
		t.Errorf("%d searches", n)
	}

	w.sim.Inject(sim.Fault{PathPrefix: all, Status: 403})

	_, d = w.core.List("zammad_organization", proof.Query{})
	wantError(t, d, "permission", "status 403")
}
