// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const bo = "nexport_user.bo"

// config has every type of object and reads through every data source.
func config(w *acctest.World, last, status string) proof.Config {
	root := w.Sim.EntryID(simulator.Root)

	return proof.Config{
		bo: {
			"owner_organization_id": w.Acme(), "login": "bo@acme.example", "first_name": "Bo", "last_name": last, "email": "bo@acme.example",
			"password_wo": "a password of Bo's", "password_wo_version": 1,
		},
		"nexport_subscription.bo": {
			"organization_id": w.Acme(), "user_id": proof.Ref(bo, "id"), "status": status, "custom_profile_fields": map[string]any{"badge": last},
		},
		"nexport_group.field": {"parent_id": w.Acme(), "name": "Field", "short_name": "ACME-FIELD", "description": "x", "tracking_string": "y"},
		"nexport_group_membership.bo": {
			"user_id": proof.Ref("nexport_subscription.bo", "user_id"), "group_ids": []any{proof.Ref("nexport_group.field", "id"), w.Sim.EntryID("ACME-LEADS")},
		},
		"data.nexport_organization.root":         {"id": root},
		"data.nexport_organizations.all":         {"short_name": simulator.Root},
		"data.nexport_directory.leads":           {"base_organization_id": root, "name": "leads", "short_name": "ACME"},
		"data.nexport_user.ann":                  {"login": "ann@acme.example"},
		"data.nexport_users.all":                 {"search_term": "ann"},
		"data.nexport_subscriptions.ann":         {"user_id": w.Ann()},
		"data.nexport_subscriptions.anns":        {"login": "ann@acme.example"},
		"data.nexport_subscriptions.acme":        {"organization_id": w.Acme()},
		"data.nexport_custom_profile_fields.all": {"organization_id": w.Acme()},
		"data.nexport_group_permission.one":      {"user_id": w.Ann(), "permission": "ViewGroups", "group_id": w.Sim.EntryID("ACME-LEADS")},
		"data.nexport_group_permission.all":      {"user_id": w.Ann(), "permission": "ViewGroups", "organization_id": w.Acme()},
	}
}

// live makes, changes and destroys all of it, and checks what the service then has. Time is
// virtual: waiting for the request rate takes none.
func live(t *testing.T, switches map[string]string, provider proof.Attrs) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) { life(t, switches, provider) })
}

func life(t *testing.T, switches map[string]string, provider proof.Attrs) {
	t.Helper()

	w := acctest.NewWorld(t, switches)
	w.Core.Provider = provider

	w.Sim.Store.Docs(nexportsim.Grants, "").Put("1", sim.Doc{"user_id": w.Ann(), "group_id": w.Sim.EntryID("ACME-LEADS"), "permission": "ViewGroups"})
	w.Subscribe(w.Ann(), w.Acme())

	w.Core.MustApply(config(w, "Berg", "On Leave"))
	w.Core.MustApply(config(w, "Burg", "Graduated"))

	id := w.Sim.UserID("bo@acme.example")
	u, _ := w.Sim.Store.Docs(nexportsim.Users, "").Get(id)
	s, _ := w.Sim.Store.Docs(nexportsim.Subscriptions, "").Get(id + "/" + w.Acme())

	if u["last_name"] != "Burg" || s["status"] != "Graduated" || s["disabled"] != false || len(w.Docs(nexportsim.Memberships)) != 2 {
		t.Errorf("%v %v %v", u, s, w.Docs(nexportsim.Memberships))
	}

	got, d := w.Core.Data("nexport_group_permission", proof.Attrs{"user_id": w.Ann(), "permission": "ViewGroups", "organization_id": w.Acme()})
	if groups, _ := got["groups"].([]any); len(d) > 0 || len(groups) != 1 {
		t.Errorf("%v %s", got, d)
	}

	for _, typ := range []string{"nexport_user", "nexport_subscription"} {
		if listed, d := w.Core.List(typ, proof.Query{}); len(d) > 0 || len(listed) == 0 && w.Sim.Switches.Get("users-empty-term") == "all" {
			t.Errorf("%s: %d listed %s", typ, len(listed), d)
		}
	}

	if d := w.Core.Destroy(); len(d.Errors()) > 0 || len(d.Warnings()) != 2 {
		t.Errorf("%s", d)
	}

	if s, _ := w.Sim.Store.Docs(nexportsim.Subscriptions, "").Get(id + "/" + w.Acme()); s["disabled"] != true || len(w.Docs(nexportsim.Memberships)) != 0 {
		t.Errorf("%v %v", s, w.Docs(nexportsim.Memberships))
	}
}

// others are the values of each switch beside its default, by kind: field, operation or "".
func others(t *testing.T) map[string]map[string][]string {
	t.Helper()

	s, err := simulator.New(simulator.Options{})
	if err != nil {
		t.Fatal(err)
	}

	all := map[string]map[string][]string{"field": {}, "operation": {}, "": {}}

	for _, row := range s.Switches.List() {
		kind, name, ok := strings.Cut(row.Name, "-")
		if !ok || all[kind] == nil {
			kind, name = "", row.Name
		}

		all[kind][name] = slices.DeleteFunc(slices.Clone(row.Values), func(v string) bool { return v == row.Default })
	}

	return all
}

// TestLifeUnderOtherReadings: the life goes well where every undocumented behaviour is
// another one than the simulator's default, each value in one of a few worlds.
func TestLifeUnderOtherReadings(t *testing.T) {
	t.Parallel()

	all := others(t)[""]

	for i := range 2 {
		switches := map[string]string{}
		for name, values := range all {
			switches[name] = values[i%len(values)]
		}

		live(t, switches, nil)
	}

	// A code without a name is a reading of its own.
	live(t, map[string]string{"refusal-form": "200"}, nil)
}

// TestLifeUnderOtherNames: the life goes well where every member and every operation has
// another name and the provider is told so, and each name that the provider expects is a
// switch of the simulator.
func TestLifeUnderOtherNames(t *testing.T) {
	t.Parallel()

	all := others(t)

	for kind, expected := range map[string][]string{"field": nexport.FieldNames(), "operation": nexport.OperationNames()} {
		for _, name := range expected {
			if len(all[kind][name]) == 0 {
				t.Errorf("the simulator has no switch for the %s %s", kind, name)
			}
		}
	}

	for i := range 2 {
		switches, fields, operations := map[string]string{}, map[string]any{}, map[string]any{}

		for _, name := range nexport.FieldNames() {
			fields[name] = all["field"][name][0]
			switches["field-"+name] = all["field"][name][0]
		}

		for _, name := range nexport.OperationNames() {
			value := all["operation"][name][i%len(all["operation"][name])]
			operations[name] = value
			switches["operation-"+name] = value
		}

		live(t, switches, proof.Attrs{"field_names": fields, "operations": operations})
	}
}

// TestWrongNames: each name that is wrong alone ends in words that name the members that
// there are, or the operation that there is not.
func TestWrongNames(t *testing.T) {
	t.Parallel()

	all := others(t)
	needed := []string{
		"user.user_id", "user.login", "subscription.subscription_id", "subscription.disabled", "organization.org_id",
		"directory_entry.id", "custom_profile_field.key", "custom_profile_field_value.key", "permission.is_permitted", "permitted_group.groups",
	}

	for _, name := range needed {
		other := all["field"][name][0]

		synctest.Test(t, func(t *testing.T) {
			w := acctest.NewWorld(t, map[string]string{"field-" + name: other})
			d := w.Core.Apply(config(w, "Berg", "On Leave"))

			if len(d.Errors()) == 0 { // what only a read needs
				d = append(d, w.Core.Plan(config(w, "Berg", "On Leave")).Diags...)
			}

			if text := d.String(); !strings.Contains(text, name+";") || !strings.Contains(text, `"`+other+`" (`) {
				t.Errorf("%s: %s", name, text)
			}
		})
	}

	for _, name := range []string{"CreateSubscription", "GetOrganizations", "SearchGroupsForPermission", "SetSubscriptionStatus"} {
		synctest.Test(t, func(t *testing.T) {
			w := acctest.NewWorld(t, map[string]string{"operation-" + name: all["operation"][name][0]})

			d := w.Core.Apply(config(w, "Berg", "On Leave")).String()
			if !strings.Contains(d, "No HTTP resource was found") || !strings.Contains(d, name) {
				t.Errorf("%s: %s", name, d)
			}
		})
	}
}
