// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy_test

import (
	"fmt"
	"maps"
	"net/http"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/authnpolicy/authnpolicysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	portal  = "jumpcloud_authn_policy.portal"
	office  = "jumpcloud_iplist.office"
	route   = "/api/v2/authn/policies"
	group   = "66b1f0a2c8d5e90001a1b2c3"
	staff   = "66b1f0a2c8d5e90001a1b2c4"
	nowhere = "66b1f0a2c8d5e90001ffffff"
)

type object = map[string]any

type world struct{ *acctest.World }

func newWorld(t *testing.T, switches ...string) *world {
	t.Helper()

	w := acctest.NewWorld(t, acctest.Of{
		Address: portal, Collection: authnpolicysim.Collection, Path: route,
		Attributes: acctest.Attrs{
			"name": "Portal", "effect": object{"action": "allow"}, "targets": object{"users": object{"inclusions": []any{"ALL"}}},
		},
	}, acctest.Switches(switches...))
	w.Use(acctest.As(w.Sim, simulator.RoleBilling).With("JUMPCLOUD_MAX_RETRIES", "0"))

	for _, id := range []string{group, staff} {
		w.Sim.Put("usergroups", w.Org, id, sim.Doc{"name": id, "type": "user_group"})
		w.Sim.Put(authnpolicysim.Applications, w.Org, id, sim.Doc{"name": id})
	}

	return &world{w}
}

func (w *world) list(org string) string {
	w.T.Helper()

	id := w.Sim.IDs.ObjectID()
	w.Sim.Put("iplists", org, id, sim.Doc{"name": "Office", "description": "", "ips": []any{"203.0.113.0/24"}})

	return id
}

func (w *world) docs() sim.Collection { return w.Sim.Docs(authnpolicysim.Collection, w.Org) }

// last is the newest write to the policies, as a text.
func (w *world) last(method string) string {
	w.T.Helper()

	calls := w.Sim.Log().Calls(method, route)
	if len(calls) == 0 {
		w.T.Fatalf("no %s", method)
	}

	return string(calls[len(calls)-1].Body)
}

// fails plans and wants an error that has all the texts.
func (w *world) fails(config acctest.Config, texts ...string) {
	w.T.Helper()
	wantTexts(w.T, w.Plan(config).Diags.Errors(), texts...)
}

func wantTexts(tb testing.TB, d acctest.Diagnostics, texts ...string) {
	tb.Helper()

	if len(d) == 0 {
		tb.Errorf("no error, want %q", texts)
	}

	for _, text := range texts {
		if !strings.Contains(d.String(), text) {
			tb.Errorf("%q is not in:\n%s", text, d)
		}
	}
}

func full(list string) acctest.Attrs {
	return acctest.Attrs{
		"name": "Full", "description": "d", "type": "application", "disabled": true, "monitor_only": true,
		"targets": object{
			"users":       object{"inclusions": []any{"ALL"}},
			"user_groups": object{"inclusions": []any{staff}, "exclusions": []any{group}},
			"user_attributes": object{
				"inclusions": []any{object{"field": "department", "value": "Sales"}},
				"exclusions": []any{object{"field": "costCenter", "value": "1"}, object{"field": "company", "value": "Acme"}},
			},
			"resources":             []any{object{"type": "application", "id": group}, object{"type": "user_portal"}},
			"excluded_applications": []any{staff, group},
		},
		"conditions": object{"all": []any{
			object{"not": object{"ip_address_in": []any{list}}},
			object{"any": []any{object{"location_in": object{"countries": []any{"US", "CA"}}}, object{"device_encrypted": false}}},
			object{"device_managed": true},
		}},
		"effect": object{
			"action": "deny",
			"obligations": object{
				"mfa": object{"required": true}, "mfa_factors": []any{"TOTP", "PUSH"},
				"user_verification": object{"requirement": "required"},
			},
			"custom_error_message": object{
				"enabled": true, "message": "no", "primary_help": object{"text": "a", "url": "https://example.com"},
				"secondary_help": object{"text": "b", "url": "https://example.org"},
			},
		},
	}
}

// TestLifeCycle goes through every reading of what nobody documents.
func TestLifeCycle(t *testing.T) {
	t.Parallel()

	for _, switches := range [][]string{
		nil,
		{"authnpolicy-patch-nested", "merge"},
		{"authnpolicy-empty-members", "drop"},
		{"authnpolicy-list-order", "reverse"},
		{"authnpolicy-patch-nested", "merge", "authnpolicy-empty-members", "drop", "authnpolicy-list-order", "reverse"},
	} {
		t.Run(strings.Join(switches, " "), func(t *testing.T) {
			t.Parallel()

			w := newWorld(t, switches...)
			list := w.list(w.Org)

			w.MustApply(w.Config(nil))

			const least = `{"description":"","disabled":false,"effect":{"action":"allow"},"monitorOnly":false,"name":"Portal",` +
				`"targets":{"users":{"inclusions":["ALL"]}},"type":"user_portal"}`
			if got := w.last("POST"); got != least {
				t.Errorf("POST %s\nwant %s", got, least)
			}

			w.MustApply(w.Config(full(list)))

			state := w.State(portal)
			if got := fmt.Sprint(state["effect"]); !strings.Contains(got, "mfa_factors:[PUSH TOTP]") {
				t.Errorf("effect in state: %s", got)
			}

			if d := w.Import("jumpcloud_authn_policy.imported", w.Org+"/"+fmt.Sprint(state["id"])); len(d.Errors()) > 0 {
				t.Fatal(d)
			}

			imported := w.State("jumpcloud_authn_policy.imported")
			for _, name := range []string{"name", "description", "type", "disabled", "monitor_only", "targets", "effect"} {
				if a, b := fmt.Sprint(imported[name]), fmt.Sprint(state[name]); a != b {
					t.Errorf("imported %s: %s\nwant %s", name, a, b)
				}
			}

			both := w.Config(full(list))
			both["jumpcloud_authn_policy.imported"] = both[portal]
			n := w.Sim.Log().Count("PATCH", route)
			w.MustApply(both)

			if now := w.Sim.Log().Count("PATCH", route); now != n {
				t.Errorf("%d changes after an import", now-n)
			}

			// Everything optional goes, whether PATCH merges or replaces.
			lean := w.Config(acctest.Attrs{"targets": nil, "effect": object{"action": "allow"}})
			lean["jumpcloud_authn_policy.imported"] = lean[portal]
			w.MustApply(lean)

			for _, d := range w.docs().All() {
				if text := fmt.Sprint(d); strings.Contains(text, "ALL") || strings.Contains(text, "TOTP") || strings.Contains(text, list) {
					t.Errorf("not cleared: %s", text)
				}
			}

			if d := w.Destroy(); len(d) > 0 || w.docs().Len() > 0 {
				t.Errorf("destroy: %s, %d left", d, w.docs().Len())
			}
		})
	}
}

func TestUpdateSendsWhatChanged(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	list := w.list(w.Org)
	w.MustApply(w.Config(nil))

	conditions := object{"not": object{"ip_address_in": []any{list}}}
	effect := object{"action": "allow", "obligations": object{"mfa": object{"required": true}}}
	users := object{"users": object{"inclusions": []any{"ALL"}}}

	for _, step := range []struct {
		change acctest.Attrs
		body   string
	}{
		{acctest.Attrs{"name": "N"}, `{"name":"N"}`},
		{acctest.Attrs{"description": "d"}, `{"description":"d","name":"Portal"}`},
		{acctest.Attrs{"type": "ldap"}, `{"description":"","type":"ldap"}`},
		{acctest.Attrs{"disabled": true}, `{"disabled":true,"type":"user_portal"}`},
		{acctest.Attrs{"monitor_only": true}, `{"disabled":false,"monitorOnly":true}`},
		{acctest.Attrs{"conditions": conditions}, `{"conditions":{"not":{"ipAddressIn":["` + list + `"]}},"monitorOnly":false}`},
		{acctest.Attrs{"effect": effect}, `{"conditions":{},"effect":{"action":"allow","obligations":{"mfa":{"required":true}}}}`},
		{nil, `{"effect":{"action":"allow","obligations":{"mfa":{"required":false}}}}`},
		{
			acctest.Attrs{"targets": object{"user_groups": object{"inclusions": []any{group}}}},
			`{"targets":{"userGroups":{"inclusions":["` + group + `"]},"users":{"inclusions":[]}}}`,
		},
		{acctest.Attrs{"targets": users}, `{"targets":{"userGroups":{"inclusions":[]},"users":{"inclusions":["ALL"]}}}`},
	} {
		w.MustApply(w.Config(step.change))

		if got := w.last("PATCH"); got != step.body {
			t.Errorf("PATCH %s\nwant  %s", got, step.body)
		}
	}

	// The guard is Terraform's own, and another order or spelling of nothing is no change.
	n := w.Sim.Log().Count("PATCH", route)
	w.MustApply(w.Config(acctest.Attrs{"lockout_protection": false}))
	w.MustApply(w.Config(acctest.Attrs{"conditions": object{}, "lockout_protection": false}))
	w.MustApply(w.Config(acctest.Attrs{"targets": object{
		"users": object{"inclusions": []any{"ALL"}}, "user_groups": object{"exclusions": []any{}},
	}}))

	if now := w.Sim.Log().Count("PATCH", route); now != n {
		t.Errorf("%d requests for changes that mean nothing", now-n)
	}
}

func TestDrift(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	list := w.list(w.Org)
	config := w.Config(full(list))
	w.MustApply(config)

	id := w.docs().IDs()[0]

	for name, value := range map[string]any{
		"name": "x", "description": "x", "type": "ldap", "disabled": false, "monitorOnly": false, "targets": object{}, "conditions": object{},
		"effect": object{"action": "allow"},
	} {
		w.Sim.Change(authnpolicysim.Collection, w.Org, id, func(d sim.Doc) { d[name] = value })

		if got := w.Plan(config).Actions()[portal]; got != acctest.Update {
			t.Errorf("a changed %s plans %q", name, got)
		}

		w.MustApply(config)
	}

	// A filter with a value that is no text is shown, not lost.
	w.Sim.Change(authnpolicysim.Collection, w.Org, id, func(d sim.Doc) {
		d["targets"] = object{"userAttributes": object{"inclusions": []any{object{"field": "level", "operator": "EQ", "value": 5}}}}
	})
	w.Plan(config)

	if got := fmt.Sprint(w.State(portal)["targets"]); !strings.Contains(got, "value:5") {
		t.Errorf("a number in state: %s", got)
	}

	w.Sim.Remove(authnpolicysim.Collection, w.Org, id)

	if got := w.Plan(config).Actions()[portal]; got != acctest.Create {
		t.Errorf("a removed policy plans %q", got)
	}
}

func TestConditionErrors(t *testing.T) {
	t.Parallel()

	w := newWorld(t)

	for text, conditions := range map[string]any{
		"\"ipAddressNotIn\" is not a condition\n\n" +
			"Conditions: all, any, not, ip_address_in, location_in, device_managed, device_encrypted.\n" +
			"Write  not = { ip_address_in = [...] }": object{"ipAddressNotIn": []any{group}},
		"Write  not = { location_in = { ... } }":           object{"location_not_in": object{}},
		"Write  not = { device_managed = true }":           object{"all": []any{object{"not_device_managed": true}}},
		"Write  device_encrypted = true":                   object{"deviceEncrypted": true},
		"Did you mean \"device_managed\"?":                 object{"device_manged": true},
		"Found at conditions.all[1].":                      object{"all": []any{object{"device_managed": true}, object{"weather": "rain"}}},
		"conditions holds 2 conditions (device_encrypted":  object{"device_managed": true, "device_encrypted": true},
		"conditions.any must be a list of at least one":    object{"any": []any{}},
		"conditions.not must be an object":                 object{"not": "x"},
		"conditions.not must hold a condition":             object{"not": object{}},
		"conditions.ip_address_in[0]: \"Office\" is not":   object{"ip_address_in": []any{"Office"}},
		"conditions.ip_address_in must be a list":          object{"ip_address_in": group},
		"conditions.ip_address_in[1] is null, not":         object{"ip_address_in": []any{group, nil}},
		"conditions.all[0] must be an object such as":      object{"all": []any{nil}},
		"conditions.location_in.countries must be a list":  object{"location_in": object{"countries": nil}},
		"conditions.location_in must be an object such as": object{"location_in": []any{"US"}},
		"countries[0]: \"us\" is not a country code of ISO 3166-1 (two capital letters); did you mean \"US\" (United States)?": countries("us"),
		"conditions.device_managed must be true or false":                                                                      object{"device_managed": "yes"},
		"conditions must be an object such as":                                                                                 "always",
	} {
		w.fails(w.Config(acctest.Attrs{"conditions": conditions}), "Invalid Condition", text)
	}

	for _, conditions := range []any{
		acctest.Unknown,
		object{"ip_address_in": []any{acctest.Unknown}},
		object{"not": acctest.Unknown},
		object{"all": []any{acctest.Unknown}},
		object{"device_managed": acctest.Unknown},
		object{"location_in": object{"countries": acctest.Unknown}},
		object{"ip_address_in": acctest.Unknown},
		object{},
	} {
		if d := w.Plan(w.Config(acctest.Attrs{"conditions": conditions})).Diags; len(d) > 0 {
			t.Errorf("%v: %s", conditions, d)
		}
	}
}

func countries(codes ...any) object { return object{"location_in": object{"countries": codes}} }

// TestCountries: what two letters are no country, and which was meant.
func TestCountries(t *testing.T) {
	t.Parallel()

	w := newWorld(t)

	for code, text := range map[string]string{
		"UK":      "did you mean \"GB\" (Britain (UK))?",
		"EL":      "did you mean \"GR\" (Greece)?",
		"Germany": "did you mean \"DE\" (Germany)?",
		"fr":      "did you mean \"FR\" (France)?",
		"XX":      "\"XX\" is not a country code of ISO 3166-1 (two capital letters).", // for users to assign
		"ZZ":      "\"ZZ\" is not",
		"QM":      "\"QM\" is not",
		"EU":      "\"EU\" is not", // reserved
		"UN":      "\"UN\" is not",
		"AC":      "\"AC\" is not",
		"SU":      "\"SU\" is not", // withdrawn
		"AN":      "\"AN\" is not",
		"":        "\"\" is not",
		"USA":     "\"USA\" is not",
	} {
		w.fails(w.Config(acctest.Attrs{"conditions": object{"not": countries("US", code)}}), "Invalid Condition", "countries[1]: ", text)
	}

	d := w.Plan(w.Config(acctest.Attrs{"conditions": object{"all": []any{countries("XK", "RS")}}})).Diags
	if len(d) != 1 || len(d.Warnings()) != 1 || !strings.Contains(d.String(), "Unassigned Country Code") {
		t.Errorf("Kosovo: %s", d)
	}

	w.MustApply(w.Config(acctest.Attrs{"conditions": countries("GB", "DE", "SS", "CW")}))
}

func TestValidators(t *testing.T) {
	t.Parallel()

	w := newWorld(t)

	for text, attributes := range map[string]acctest.Attrs{
		"policy type":                    {"type": "portal"},
		"action":                         {"effect": object{"action": "block"}},
		"factor":                         {"effect": object{"action": "allow", "obligations": object{"mfa_factors": []any{"SMS"}}}},
		"requirement":                    {"effect": object{"action": "allow", "obligations": object{"user_verification": object{"requirement": "x"}}}},
		"user target":                    {"targets": object{"users": object{"inclusions": []any{group}}}},
		"resource type":                  {"targets": object{"resources": []any{object{"type": "vpn"}}}},
		"24 hexadecimal digits":          {"targets": object{"user_groups": object{"exclusions": []any{"Admins"}}}},
		"string length must be at least": {"targets": object{"resources": []any{object{"type": "ldap", "id": ""}}}},
	} {
		w.fails(w.Config(attributes), text)
	}

	unknown := acctest.Unknown
	for _, attributes := range []acctest.Attrs{
		{"type": unknown},
		{"effect": unknown},
		{"targets": unknown},
		{"effect": object{"action": unknown}},
		{"targets": object{"users": unknown, "user_groups": object{"exclusions": unknown}, "resources": unknown}},
		{"effect": object{"action": "deny"}, "targets": object{"users": object{"inclusions": unknown}}},
		{"effect": object{"action": "allow", "obligations": object{"mfa_factors": unknown, "user_verification": unknown}}},
		{"monitor_only": unknown, "disabled": unknown, "lockout_protection": unknown, "effect": object{"action": "deny"}},
		{"organization_id": unknown},
	} {
		if d := w.Plan(w.Config(attributes)).Diags; len(d) > 0 {
			t.Errorf("%v: %s", attributes, d)
		}
	}
}

func TestDeleteIPListInUse(t *testing.T) {
	t.Parallel()

	for _, allowed := range []string{"refuse", "allow"} {
		w := newWorld(t, "iplist-delete-in-use", allowed)
		lists := acctest.Config{office: {"organization_id": w.Org, "name": "Office", "ips": []any{"203.0.113.0/24"}}}
		w.MustApply(lists)

		both := w.Config(acctest.Attrs{"conditions": object{"not": object{"ip_address_in": []any{w.State(office)["id"]}}}})
		w.Sim.Put(authnpolicysim.Collection, w.Org, nowhere, sim.Doc{"name": "Other", "conditions": object{}, "effect": object{"action": "allow"}})
		maps.Copy(both, lists)
		w.MustApply(both)

		delete(both, office)
		d := w.Apply(both).Errors()

		if allowed == "allow" {
			if len(d) > 0 {
				t.Error(d)
			}

			continue
		}

		wantTexts(t, d, "Unable to Delete IP List", "IP list is in use", "Access policies that use it: \"Portal\" ("+
			fmt.Sprint(w.State(portal)["id"])+")", "Something still uses it")

		if strings.Contains(d.String(), "Other") {
			t.Errorf("names a policy that does not use the list: %s", d)
		}
	}
}

// TestFaults breaks every operation in every way.
func TestFaults(t *testing.T) {
	t.Parallel()

	faults := map[string]sim.Fault{
		"500":       {Status: http.StatusInternalServerError, Times: 1},
		"committed": {Status: http.StatusInternalServerError, After: true, Times: 1},
		"dropped":   {Drop: true, After: true, Times: 1},
		"malformed": {Malformed: true, After: true, Times: 1},
		"403":       {Status: http.StatusForbidden, Times: 1},
		"404":       {Status: http.StatusNotFound, Times: 1},
	}

	for name, fault := range faults {
		fault.PathPrefix = route

		t.Run(name, func(t *testing.T) {
			t.Parallel()

			w := newWorld(t)
			config, changed := w.Config(nil), w.Config(acctest.Attrs{"name": "Changed"})

			// Create: never two, and what exists is in state.
			fault.Method = http.MethodPost
			in := w.Sim.Inject(fault)
			d := w.Apply(config)

			if in.Fired() == 0 {
				t.Fatal("the fault did not fire")
			}

			if stored := w.docs().Len(); (stored == 1) != (w.State(portal) != nil) || stored > 1 {
				t.Errorf("create: %d stored, state %v\n%s", stored, w.State(portal), d)
			}

			w.MustApply(config)
			w.Only()

			// Read: an error or the truth, and state survives.
			fault.Method = http.MethodGet
			w.Sim.Inject(fault)
			d = w.Plan(config).Diags

			if (name != "404" && len(d.Errors()) == 0) || w.State(portal) == nil {
				t.Errorf("read: %s, state %v", d, w.State(portal))
			}

			w.Sim.ClearFaults()
			w.MustApply(config)

			// Update: an error, or success with the change made.
			fault.Method = http.MethodPatch
			w.Sim.Inject(fault)
			d = w.Apply(changed)

			if len(d.Errors()) == 0 && w.State(portal)["name"] != "Changed" {
				t.Errorf("update: no error, and state is %v", w.State(portal))
			}

			w.Sim.ClearFaults()
			w.MustApply(changed)

			if w.docs().All()[w.docs().Len()-1]["name"] != "Changed" {
				t.Errorf("update: stored %v", w.Only())
			}

			// Delete: gone, or an error and still in state.
			fault.Method = http.MethodDelete
			w.Sim.Inject(fault)
			d = w.Destroy()

			if (len(d.Errors()) > 0) != (w.State(portal) != nil) {
				t.Errorf("delete: %s, state %v", d, w.State(portal))
			}

			w.Sim.ClearFaults()

			if d := w.Destroy(); len(d.Errors()) > 0 {
				t.Error(d)
			}
		})
	}
}

func TestDataSources(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	list := w.list(w.Org)
	w.MustApply(w.Config(full(list)))

	id := w.State(portal)["id"]

	for _, by := range []acctest.Attrs{{"id": id}, {"name": "Full"}} {
		by["organization_id"] = w.Org

		found, d := w.Data("jumpcloud_authn_policy", by)
		if len(d) > 0 {
			t.Fatal(d)
		}

		for _, name := range []string{"id", "name", "type", "targets", "effect", "conditions"} {
			if a, b := fmt.Sprint(found[name]), fmt.Sprint(w.State(portal)[name]); a != b {
				t.Errorf("%s is %s, want %s", name, a, b)
			}
		}
	}

	for _, step := range []struct {
		by   acctest.Attrs
		text string
	}{
		{acctest.Attrs{"name": "Ful"}, "Full"},
		{acctest.Attrs{"id": nowhere}, "Unable to Read Access Policy"},
		{acctest.Attrs{}, "Invalid Attribute Combination"},
		{acctest.Attrs{"id": "x"}, "24 hexadecimal digits"},
	} {
		step.by["organization_id"] = w.Org
		_, d := w.Data("jumpcloud_authn_policy", step.by)
		wantTexts(t, d, step.text)
	}

	everything, d := w.Data("jumpcloud_authn_policies", acctest.Attrs{"organization_id": w.Org})
	if len(d) > 0 {
		t.Fatal(d)
	}

	if got := fmt.Sprint(everything["authn_policies"]); !strings.Contains(got, "action:deny") || !strings.Contains(got, "name:Full") {
		t.Errorf("policies: %s", got)
	}

	if got := fmt.Sprint(everything["ids_by_name"]); got != fmt.Sprintf("map[Full:%s]", id) {
		t.Errorf("ids_by_name: %s", got)
	}
}

func TestImportErrors(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	wantTexts(t, w.Import(portal, "x"), "<organization_id>/<id>")
	wantTexts(t, w.Import(portal, w.Org+"/"+nowhere), "Unable to Read Access Policy")

	w.MustApply(w.Config(nil))

	if d := w.ImportByIdentity("jumpcloud_authn_policy.again", w.Identity(portal)); len(d.Errors()) > 0 {
		t.Error(d)
	}
}
