// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"maps"
	"reflect"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestUserGroupLifeCycle(t *testing.T) {
	t.Parallel()

	for _, shape := range []string{"short", "whole"} {
		w := newWorld(t, map[string]string{"group-list-shape": shape})
		attrs := acctest.Attrs{"name": "Staff"}
		w.MustApply(w.one(staff, attrs))

		if want, got := (sim.Doc{
			"name": "Staff", "description": "", "email": "", "membershipMethod": "STATIC", "memberQuery": nil,
			"memberQueryExemptions": []any{}, "memberSuggestionsNotify": false,
		}), w.Sim.Log().Calls("POST", "")[0].Object(); !reflect.DeepEqual(got, want) {
			t.Errorf("created with %v, want %v", got, want)
		}

		// Somebody gives the group a query and an attribute that nobody knows here: both are kept.
		id := w.id(staff)
		query := sim.Doc{"queryType": "FilterQuery", "filters": []any{sim.Doc{"field": "company", "operator": "eq", "value": "Acme"}}}
		w.Sim.Change(groupsim.UserGroups, w.Org, id, func(d sim.Doc) {
			d["membershipMethod"], d["memberQuery"] = "DYNAMIC_AUTOMATED", query
			d["attributes"] = sim.Doc{"kept": true, "ldapGroups": []any{sim.Doc{"name": "Staff"}}}
		})
		w.MustPlanEmpty(w.one(staff, attrs))

		for _, step := range []acctest.Attrs{
			{"description": "Everybody"},
			{"email": "staff@example.com"},
			{"name": "All staff"},
			{"sudo_enabled": true},
			{"sudo_without_password": true},
			{"samba_enabled": true},
			{"ldap_groups": set("staff", "all")},
			{"radius_reply": []any{map[string]any{"name": "Tunnel-Type", "value": "13"}, map[string]any{"name": "Tunnel-Private-Group-Id", "value": "20"}}},
		} {
			maps.Copy(attrs, step)

			if a := w.Plan(w.one(staff, attrs)).Actions()[staff]; a != acctest.Update {
				t.Errorf("%v plans %s", step, a)
			}

			w.MustApply(w.one(staff, attrs))
		}

		want := sim.ToDoc(sim.Doc{
			"kept": true, "sudo": sim.Doc{"enabled": true, "withoutPassword": true}, "sambaEnabled": true,
			"ldapGroups": []any{sim.Doc{"name": "all"}, sim.Doc{"name": "staff"}},
			"radius": sim.Doc{"reply": []any{
				sim.Doc{"name": "Tunnel-Type", "value": "13"}, sim.Doc{"name": "Tunnel-Private-Group-Id", "value": "20"},
			}},
		})
		if d := w.only(groupsim.UserGroups); !reflect.DeepEqual(d["attributes"], want) || d["membershipMethod"] != "DYNAMIC_AUTOMATED" || !reflect.DeepEqual(d["memberQuery"], query) {
			t.Errorf("stored %v, want attributes %v", d, want)
		}

		// An attribute that is left out is not managed any more, and stays.
		w.MustApply(w.one(staff, acctest.Attrs{"name": "All staff"}))
		w.wantState(staff, acctest.Attrs{"sudo_enabled": nil, "ldap_groups": nil, "description": "", "email": ""})

		if d := w.only(groupsim.UserGroups); !reflect.DeepEqual(d["attributes"], want) || d["description"] != "" {
			t.Errorf("stored %v", d)
		}

		// POSIX groups cannot be changed, so they make another group.
		posix := acctest.Attrs{"name": "All staff", "posix_groups": map[string]any{"staff": 2000}}
		if a := w.Plan(w.one(staff, posix)).Actions()[staff]; a != acctest.Replace {
			t.Errorf("planned %s", a)
		}

		w.MustApply(w.one(staff, posix))
		w.MustApply(w.one(staff, acctest.Attrs{"name": "All staff", "description": "x", "posix_groups": map[string]any{"staff": 2000}}))
		w.Sim.Remove(groupsim.UserGroups, w.Org, w.id(staff))
		w.MustApply(w.one(staff, posix))
		wantNoError(t, w.Destroy())
	}
}

func TestUserGroupImportAndDrift(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	attrs := acctest.Attrs{
		"name": "Staff", "description": "x", "email": "y", "sudo_enabled": true, "sudo_without_password": true, "samba_enabled": false,
		"ldap_groups": set("a", "b"), "posix_groups": map[string]any{"staff": 2000},
		"radius_reply": []any{map[string]any{"name": "Tunnel-Type", "value": "13"}},
	}
	config := w.one(staff, attrs)
	w.MustApply(config)

	want, id := w.State(staff), w.id(staff)
	core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleBilling))
	wantNoError(t, core.ImportByIdentity(staff, acctest.Attrs{"organization_id": w.Org, "id": id}))

	// What an import has read and no configuration has is nobody's change.
	bare := w.one(staff, acctest.Attrs{"name": "Staff", "description": "x", "email": "y"})
	core.MustPlanEmpty(bare)
	wantNoError(t, core.Import(staff, w.Org+"/"+id))
	core.MustPlanEmpty(bare)

	// Nor is what is configured as it is.
	core.MustPlanEmpty(config)

	// sudo without a word of the password asks for it.
	asks := maps.Clone(attrs)
	delete(asks, "sudo_without_password")

	if p := core.Plan(w.one(staff, asks)); p.Actions()[staff] != acctest.Update || p.Planned(staff)["sudo_without_password"] != nil {
		t.Errorf("planned %s %v", p.Actions()[staff], p.Planned(staff))
	}

	other := maps.Clone(attrs)
	other["posix_groups"] = map[string]any{"staff": 2001}

	if a := core.Plan(w.one(staff, other)).Actions()[staff]; a != acctest.Replace {
		t.Errorf("planned %s", a)
	}

	core.MustApply(config)

	if got := core.State(staff); !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}

	// The LDAP group that the service adds by itself is not taken for a wish.
	plain := groupsim.AddGroup(w.Sim.World, w.Org, groupsim.UserGroup, "Plain")
	w.Sim.Change(groupsim.UserGroups, w.Org, plain, func(d sim.Doc) { d["attributes"] = sim.Doc{"ldapGroups": []any{sim.Doc{"name": "Plain"}}} })
	wantNoError(t, core.Import("jumpcloud_user_group.plain", w.Org+"/"+plain))

	if got := core.State("jumpcloud_user_group.plain"); got["ldap_groups"] != nil || got["sudo_enabled"] != nil || got["radius_reply"] != nil {
		t.Errorf("%v", got)
	}

	w.Sim.Remove(groupsim.UserGroups, w.Org, plain)

	before := w.only(groupsim.UserGroups)

	for name, v := range map[string]any{
		"sudo": sim.Doc{"enabled": false, "withoutPassword": false}, "sambaEnabled": true, "ldapGroups": []any{},
		"radius": sim.Doc{"reply": []any{}},
	} {
		w.Sim.Change(groupsim.UserGroups, w.Org, id, func(d sim.Doc) { d["attributes"].(sim.Doc)[name] = v }) //nolint:forcetypeassert // a wrong type fails the test

		if p := w.Plan(config); p.Actions()[staff] != acctest.Update {
			t.Errorf("%s: %v %s", name, p.Actions(), p.Diags)
		}

		w.MustApply(config)

		if after := w.only(groupsim.UserGroups); !reflect.DeepEqual(after, before) {
			t.Errorf("%s: %v is not mended to %v", name, after, before)
		}
	}

	w.Sim.Change(groupsim.UserGroups, w.Org, id, func(d sim.Doc) { delete(d["attributes"].(sim.Doc), "sudo") }) //nolint:forcetypeassert // a wrong type fails the test

	if p := w.Plan(config); p.Actions()[staff] != acctest.Update {
		t.Errorf("sudo gone: %v %s", p.Actions(), p.Diags)
	}
}

func TestUserGroupValidation(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	wantError(t, w.Plan(w.one(staff, acctest.Attrs{"name": "x", "sudo_without_password": true})).Diags, "sudo_enabled")
	wantError(t, w.Plan(w.one(staff, acctest.Attrs{"name": "x", "posix_groups": map[string]any{"a": -1}})).Diags, "at least 0")
	wantNoError(t, w.Plan(w.one(staff, acctest.Attrs{
		"name": acctest.Unknown, "sudo_enabled": acctest.Unknown, "sudo_without_password": true, "ldap_groups": acctest.Unknown,
		"posix_groups": acctest.Unknown, "radius_reply": acctest.Unknown,
	})).Diags)
}

// LDAP groups that were not managed before are taken over with a word of those that go.
func TestUserGroupTakesOverLDAPGroups(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.MustApply(w.one(staff, acctest.Attrs{"name": "Staff"}))
	w.Sim.Change(groupsim.UserGroups, w.Org, w.id(staff), func(d sim.Doc) {
		d["attributes"] = sim.Doc{"ldapGroups": []any{sim.Doc{"name": "a"}, sim.Doc{"name": "b"}, sim.Doc{"name": "c"}}}
	})

	p := w.Plan(w.one(staff, acctest.Attrs{"name": "Staff", "ldap_groups": set("b")}))
	if text := p.Diags.String(); !strings.Contains(text, "Taking Over a Set") || !strings.Contains(text, "removes: a, c.") {
		t.Errorf("%s", text)
	}

	if p := w.Plan(w.one(staff, acctest.Attrs{"name": "Staff", "ldap_groups": set("a", "b", "c", "d")})); len(p.Diags) > 0 {
		t.Errorf("nothing goes: %s", p.Diags)
	}
}

// TestNumberOfAPosixGroupIsNull: a number that turns out to be null while applying would be 0, which
// is root's. No group is made with it.
func TestNumberOfAPosixGroupIsNull(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	config := func(number any) acctest.Config {
		return w.one(staff, acctest.Attrs{"name": "Staff", "posix_groups": map[string]any{"staff": number}})
	}

	wantError(t, w.Plan(config(nil)).Diags, "posix_groups")
	wantError(t, w.Plan(config(acctest.Unknown)).ApplyKnowing(config(nil)), `posix_groups["staff"] is null`)

	if n := w.Sim.Docs(groupsim.UserGroups, w.Org).Len(); n > 0 {
		t.Errorf("%d groups were made", n)
	}

	w.MustApply(config(2000))
	w.MustPlanEmpty(config(2000))
}
