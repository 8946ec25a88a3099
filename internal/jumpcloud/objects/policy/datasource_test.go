// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy_test

import (
	"net/http"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// look reads a data source in the organization; an error fails the test.
func (w *world) look(typeName string, attrs acctest.Attrs) (acctest.Attrs, acctest.Diagnostics) {
	w.Helper()

	attrs["organization_id"] = w.Org

	found, d := w.Data(typeName, attrs)
	if len(d.Errors()) > 0 {
		w.Fatalf("%s: %s", typeName, d)
	}

	return found, d
}

// lookFails reads a data source that must fail, and returns the errors.
func (w *world) lookFails(typeName string, attrs acctest.Attrs) acctest.Diagnostics {
	w.Helper()

	attrs["organization_id"] = w.Org

	_, d := w.Data(typeName, attrs)
	if len(d.Errors()) == 0 {
		w.Fatalf("%s %v: no error", typeName, attrs)
	}

	return d.Errors()
}

// TestTemplateRestrictions: for which systems a template works, and what the console checks.
func TestTemplateRestrictions(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	const typeName = "jumpcloud_policy_template"

	plain, _ := w.look(typeName, acctest.Attrs{"name": "lock_screen_darwin"})
	w.equal("an OS alone", text(t, plain["os_restrictions"]), `[{"deprecated_version":"","earliest_version":"","mdm_required":false,`+
		`"os_name":"macOS","supervision_required":false,"supported_enrollment_types":[]}]`)

	d, _ := w.Sim.Docs(policysim.Templates, "").Find(func(d sim.Doc) bool { return d["name"] == "lock_screen_darwin" })
	d["osRestrictions"] = []any{
		sim.Doc{"osName": "Windows", "earliestVersion": "10", "isMdmRequired": true, "supportedEnrollmentTypes": []any{"device"}},
		sim.Doc{
			"osName": "Mac OS X", "deprecatedVersion": "15", "supportedEnrollmentTypes": []any{"user"},
			"appleRestrictions": sim.Doc{"requiresSupervision": true, "supportedEnrollmentTypes": []any{"automated", "device"}},
		},
	}

	fields, _ := d["configFields"].([]any)
	first, _ := fields[0].(map[string]any)
	first["validators"] = sim.Doc{"max": 3600}

	id, _ := d["id"].(string)
	w.Sim.Docs(policysim.Templates, "").Put(id, d)

	found, _ := w.look(typeName, acctest.Attrs{"name": "lock_screen_darwin"})
	w.equal("restrictions", text(t, found["os_restrictions"]), `[`+
		`{"deprecated_version":"","earliest_version":"10","mdm_required":true,"os_name":"Windows","supervision_required":false,"supported_enrollment_types":["device"]},`+
		`{"deprecated_version":"15","earliest_version":"","mdm_required":false,"os_name":"Mac OS X","supervision_required":true,"supported_enrollment_types":["automated","device"]}]`)

	name, _ := first["name"].(string)
	all, _ := found["fields"].(map[string]any)
	one, _ := all[name].(map[string]any)
	w.equal("validators", text(t, one["validators_json"]), `"{\"max\":3600}"`)
}

func TestTemplateDataSource(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	const typeName = "jumpcloud_policy_template"

	lock, _ := w.look(typeName, acctest.Attrs{"name": "lock_screen_darwin"})
	w.equal("template", text(t, []any{lock["id"], lock["display_name"], lock["os_family"]}), `["5f000000efa4b5beddd54100","Lock Screen","darwin"]`)
	w.equal("fields", text(t, lock["fields"]), `{`+
		`"askForPassword":{"columns":[],"default_json":"true","help":"","id":"5f000000efa4b5beddd54102","label":"Ask for the password at once",`+
		`"options":[],"position":1,"read_only":false,"required":false,"sensitive":false,"type":"checkbox","validators_json":null},`+
		`"timeout":{"columns":[],"default_json":"60","help":"Seconds of inactivity before the screen locks.","id":"5f000000efa4b5beddd54101",`+
		`"label":"Lock after so many seconds","options":[],"position":0,"read_only":false,"required":true,"sensitive":false,"type":"number","validators_json":null}}`)
	w.equal("calls", w.routes(), "GET "+templates+", GET "+templates+"/{id}")

	for _, test := range []struct{ template, field, member, want string }{
		{"app_notifications_darwin", "AlertType", "options", `[{"label":"None","value_json":"\"0\""},` +
			`{"label":"Temporary Banner","value_json":"\"1\""},{"label":"Persistent Banner","value_json":"\"2\""}]`},
		{"app_notifications_darwin", "AlertType", "default_json", `"\"Temporary Banner\""`},
		{"system_updates_osp_windows", "UPDATE_NOTIFICATION_LEVEL", "options", `[{"label":"Default","value_json":"0"},` +
			`{"label":"No Restart Warnings","value_json":"1"},{"label":"None","value_json":"2"}]`},
		{"energy_saver_darwin", "sleepMode", "options", `[{"label":"Never","value_json":"\"0\""},` +
			`{"label":"On Battery","value_json":"\"1\""},{"label":"Always","value_json":"\"2\""}]`},
		{"custom_registry_keys_policy_windows", "customRegTable", "columns", `["customData","customLocation","customRegType","customValueName"]`},
		{"custom_registry_keys_policy_windows", "customRegTable", "default_json", "null"},
		{"custom_font_policy_darwin", "setFont", "default_json", "null"},
		{"encrypted_dns_https_darwin", "ServerAddresses", "default_json", `"[]"`},
		{"wifi_configuration_windows", "PASSPHRASE", "sensitive", "true"},
		{"wifi_configuration_windows", "PASSPHRASE", "default_json", "null"},
		{"ssh_server_security_linux", "configPath", "read_only", "true"},
		{"file_vault_darwin", "escrowNotice", "type", `"copywell"`},
	} {
		found, _ := w.look(typeName, acctest.Attrs{"name": test.template})
		fields, _ := found["fields"].(map[string]any)
		field, _ := fields[test.field].(map[string]any)
		w.equal(test.template+"."+test.field+"."+test.member, text(t, field[test.member]), test.want)
	}

	none, _ := w.look(typeName, acctest.Attrs{"name": "activation_lock_darwin"})
	w.equal("fields", text(t, none["fields"]), "{}")

	w.mentions(w.lookFails(typeName, acctest.Attrs{"name": "lock_scren_darwin"}), `did you mean "lock_screen_darwin"?`, `"Acme Inc"`)
	w.Org, _ = w.Sim.OrganizationID(simulator.Initech)
	w.mentions(w.lookFails(typeName, acctest.Attrs{"name": "custom_oma_uri_mdm_windows"}), "once that MDM is enabled there", `"Initech"`)

	w.Sim.Inject(sim.Fault{Method: get, PathPrefix: templates, Status: http.StatusForbidden, Body: "{}"})
	w.mentions(w.lookFails(typeName, acctest.Attrs{"name": "lock_screen_darwin"}), "Unable to Read Policy Template", "check its role")
}

func TestTemplatesDataSource(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	const typeName = "jumpcloud_policy_templates"

	count := func(attrs acctest.Attrs) int {
		t.Helper()

		found, _ := w.look(typeName, attrs)
		items, _ := found["templates"].([]any)
		names, _ := found["names"].([]any)

		if len(items) != len(names) {
			t.Errorf("%v: %d templates, %d names", attrs, len(items), len(names))
		}

		return len(items)
	}

	all := count(acctest.Attrs{})
	if all <= 100 {
		t.Errorf("%d templates are one page", all)
	}

	sum := 0
	for _, family := range []string{"linux", "darwin", "windows", "ios", "universal", "android"} {
		sum += count(acctest.Attrs{"os_family": family})
	}

	if sum != all {
		t.Errorf("%d templates by OS family, %d in all", sum, all)
	}

	found, _ := w.look(typeName, acctest.Attrs{"os_family": "darwin", "search": "lock SCREEN"})
	items, _ := found["templates"].([]any)
	w.equal("found", text(t, items), `[{"description":"Simulated from the API reference; labels, defaults and requirements are invented.",`+
		`"display_name":"Lock Screen","id":"5f000000efa4b5beddd54100","name":"lock_screen_darwin","os_family":"darwin"}]`)
	w.equal("found", text(t, found["names"]), `["lock_screen_darwin"]`)

	if n := count(acctest.Attrs{"search": "nothing of the kind"}); n != 0 {
		t.Errorf("%d templates", n)
	}

	w.mentions(w.lookFails(typeName, acctest.Attrs{"os_family": "macos"}), "OS family", "darwin")

	with := count(acctest.Attrs{"os_family": "ios"})
	w.Org, _ = w.Sim.OrganizationID(simulator.Initech)

	if without := count(acctest.Attrs{"os_family": "ios"}); with == 0 || without != 0 {
		t.Errorf("templates for iOS: %d with MDM, %d without", with, without)
	}
}

func TestPolicyDataSource(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	const typeName = "jumpcloud_policy"

	config := w.policy("app_notifications_darwin", acctest.Attrs{"name": "Slack", "notes": "n", "values": map[string]any{
		"BundleIdentifier": "com.tinyspeck.slackmacgap", "AlertType": "0", "BadgesEnabled": true, "SoundsEnabled": false,
	}})
	config["jumpcloud_policy.wifi"] = w.wifi("Wi-Fi", secret, 1)[address]
	config["jumpcloud_policy.twin"] = w.wifi("Twin", secret, 1)[address]
	config["jumpcloud_policy.twin"]["allow_duplicate_name"] = true
	config["jumpcloud_policy.other"] = w.lock(acctest.Attrs{"name": "Twin", "allow_duplicate_name": true})[address]
	w.MustApply(config)

	byName, d := w.look(typeName, acctest.Attrs{"name": "Slack"})
	byID, _ := w.look(typeName, acctest.Attrs{"id": w.id()})
	w.equal("by id", text(t, byID), text(t, byName))
	w.equal("values", text(t, byName["values"]), `{"AlertType":"None","BundleIdentifier":"com.tinyspeck.slackmacgap","SoundsEnabled":false}`)
	w.equal("rest", text(t, []any{byName["notes"], byName["template_name"], byName["os_family"]}), `["n","app_notifications_darwin","darwin"]`)

	if len(d) > 0 {
		t.Error(d)
	}

	// What is read can be written: the same policy in another organization.
	globex, _ := w.Sim.OrganizationID(simulator.Globex)
	copied := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleBilling))
	copied.MustApply(acctest.Config{address: {
		"organization_id": globex, "name": byName["name"], "template_name": byName["template_name"], "values": byName["values"],
	}})

	wifi, d := w.look(typeName, acctest.Attrs{"name": "Wi-Fi"})
	w.equal("values", text(t, wifi["values"]), `{"SSID":"corp"}`)
	w.mentions(d.Warnings(), "Sensitive Policy Values Left Out", "PASSPHRASE", "sensitive_values_wo")
	w.silent(wifi, d)

	w.mentions(w.lookFails(typeName, acctest.Attrs{"name": "Twin"}), `2 of the policies are named "Twin"`, "give one of their ids")
	w.mentions(w.lookFails(typeName, acctest.Attrs{"name": "Slak"}), `did you mean "Slack"?`)
	w.mentions(w.lookFails(typeName, acctest.Attrs{"id": "66b1f0a2c8d5e90001a1b2c3"}), "not found", "66b1f0a2c8d5e90001a1b2c3")
	w.mentions(w.lookFails(typeName, acctest.Attrs{"id": "x"}), "24 hexadecimal digits")
	w.lookFails(typeName, acctest.Attrs{})
	w.lookFails(typeName, acctest.Attrs{"id": w.id(), "name": "Slack"})
}

func TestPoliciesDataSource(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	const typeName = "jumpcloud_policies"

	none, _ := w.look(typeName, acctest.Attrs{})
	w.equal("none", text(t, []any{none["policies"], none["names"], none["ids_by_name"]}), `[[],[],{}]`)

	w.MustApply(w.lock(acctest.Attrs{"name": "Lock"}))
	w.MustApply(acctest.Config{
		address:                    w.lock(acctest.Attrs{"name": "Lock"})[address],
		"jumpcloud_policy.younger": w.policy("lock_screen_linux", acctest.Attrs{"name": "Lock", "allow_duplicate_name": true})[address],
		"jumpcloud_policy.usb":     w.policy("disable_usb_storage_linux", acctest.Attrs{"name": "USB"})[address],
	})

	for want, attrs := range map[string]acctest.Attrs{
		`["Lock","USB"]`: {}, `["Lock"]`: {"template_name": "lock_screen_linux"}, `["USB"]`: {"template_name": "disable_usb_storage_linux"}, `[]`: {"os_family": "windows"},
	} {
		found, _ := w.look(typeName, attrs)
		w.equal("names", text(t, found["names"]), want)
	}

	found, _ := w.look(typeName, acctest.Attrs{})
	ids, _ := found["ids_by_name"].(map[string]any)
	w.equal("the oldest", text(t, ids["Lock"]), `"`+w.id()+`"`)

	linux, _ := w.look(typeName, acctest.Attrs{"os_family": "linux"})
	items, _ := linux["policies"].([]any)

	if len(items) != 2 {
		t.Errorf("policies for Linux: %v", items)
	}

	w.mentions(w.lookFails(typeName, acctest.Attrs{"os_family": "macos"}), "OS family")
}
