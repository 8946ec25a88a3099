// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user_test

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestUserDataSource(t *testing.T) {
	t.Parallel()

	for _, role := range []string{simulator.RoleBilling, simulator.RoleTenant} {
		w := newWorldAs(t, role, nil)
		w.add("ada.king", nil)
		id := w.add("ada", sim.Doc{
			"firstname": "Ada", "jobTitle": "Analyst", "sudo": true, "unix_uid": 5001, "manager": missing,
			"attributes":       []any{sim.Doc{"name": "badge", "value": "17"}},
			"restrictedFields": []any{sim.Doc{"field": "email", "type": "scim", "id": "x"}, sim.Doc{"field": "email", "type": "active_directory"}},
		})

		for name, config := range map[string]acctest.Attrs{
			"id": {"id": id}, "username": {"username": "ada"}, "email": {"email": "ada@acme.example"},
			"another case": {"email": "Ada@Acme.example"},
		} {
			got, d := w.Data("jumpcloud_user", w.In(config))
			wantNoError(t, d)

			email := "ada@acme.example"
			if given, ok := config["email"].(string); ok {
				email = given // as it was written
			}

			want := acctest.Attrs{
				"id": id, "username": "ada", "email": email, "state": "ACTIVATED", "firstname": "Ada", "lastname": "",
				"job_title": "Analyst", "sudo": true, "enable_user_portal_multifactor": nil, "unix_uid": int64(5001), "unix_guid": nil,
				"manager_id": missing, "attributes": map[string]any{"badge": "17"}, "restricted_fields": []any{"email"},
			}
			for attribute, v := range want {
				if fmt.Sprint(got[attribute]) != fmt.Sprint(v) {
					t.Errorf("%s: %s is %#v, want %#v", name, attribute, got[attribute], v)
				}
			}
		}

		w.Sim.Log().Reset()

		_, d := w.Data("jumpcloud_user", w.In(acctest.Attrs{"email": "ada@acme.example"}))
		wantNoError(t, d)

		calls := w.Sim.Log().Calls("GET", "/api/systemusers")
		if len(calls) != 1 || calls[0].Query.Get("filter") != "email:$eq:ada@acme.example" {
			t.Errorf("%d calls: %v", len(calls), calls)
		}

		for says, config := range map[string]acctest.Attrs{
			"did you mean":                  {"username": "adaa"},
			"Unable to Read User":           {"id": missing},
			"Invalid Attribute Combination": {"username": "ada", "email": "ada@acme.example"},
			"24 hexadecimal digits":         {"id": "ada"},
		} {
			_, d := w.Data("jumpcloud_user", w.In(config))
			wantError(t, d, says)
		}
	}
}

// TestUserOfAnotherOrganization: an address that several users of the MSP have is looked for in
// the one organization.
func TestUserOfAnotherOrganization(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	globex, _ := w.Sim.OrganizationID(simulator.Globex)
	w.Sim.Put("systemusers", globex, missing, sim.Doc{"username": "grace", "email": "grace@acme.example"})

	_, d := w.Data("jumpcloud_user", w.In(acctest.Attrs{"email": "grace@acme.example"}))
	wantError(t, d, "Unable to Read User", "grace@acme.example", w.Org)
}

func TestUsersDataSource(t *testing.T) {
	t.Parallel()

	w := newWorld(t)

	var all, sales, gone []any

	for i := range 230 {
		members := sim.Doc{}
		if i%10 == 0 {
			members["department"] = "Sales"
		}

		if i == 30 || i == 31 {
			members["state"] = "SUSPENDED"
		}

		id := w.add(fmt.Sprintf("u%03d", i), members)
		all = append(all, id)

		if i%10 == 0 {
			sales = append(sales, id)
		}

		if i == 30 {
			gone = append(gone, id)
		}
	}

	for _, c := range []struct {
		config acctest.Attrs
		ids    []any
	}{
		{nil, all},
		{acctest.Attrs{"department": "Sales"}, sales},
		{acctest.Attrs{"department": "Sales", "state": "SUSPENDED"}, gone},
		{acctest.Attrs{"job_title": "Analyst"}, []any{}},
	} {
		got, d := w.Data("jumpcloud_users", w.In(c.config))
		wantNoError(t, d)

		users, _ := got["users"].([]any)
		names, _ := got["ids_by_username"].(map[string]any)
		emails, _ := got["ids_by_email"].(map[string]any)

		if !reflect.DeepEqual(got["ids"], c.ids) || len(users) != len(c.ids) || len(names) != len(c.ids) || len(emails) != len(c.ids) {
			t.Errorf("%v: %d users, want %d", c.config, len(users), len(c.ids))
		}
	}

	// One listing is for all of them.
	w.Sim.Log().Reset()
	wantNoError(t, w.Plan(acctest.Config{
		"data.jumpcloud_users.all":   w.In(nil),
		"data.jumpcloud_users.sales": w.In(acctest.Attrs{"department": "Sales"}),
	}).Diags)
	w.wantCalls("GET /api/systemusers", "GET /api/systemusers", "GET /api/systemusers")

	_, d := w.Data("jumpcloud_users", w.In(acctest.Attrs{"state": "ACTIVE"}))
	wantError(t, d, `"ACTIVE"`, "ACTIVATED")
}
