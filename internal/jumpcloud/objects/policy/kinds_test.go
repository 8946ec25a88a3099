// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy_test

import (
	"maps"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

func rows(cells ...map[string]any) []any {
	all := make([]any, 0, len(cells))
	for _, c := range cells {
		all = append(all, c)
	}

	return all
}

func key(name, data string) map[string]any {
	return map[string]any{
		"customLocation": `SOFTWARE\Policies\Acme`, "customValueName": name, "customRegType": "DWORD", "customData": data,
	}
}

func uri(format, value string) map[string]any {
	return map[string]any{"uri": "./Device/Vendor/MSFT/Policy", "format": format, "value": value}
}

// Every displayType with a known encoding (evidence: policies 2.3), and one without.
func TestKinds(t *testing.T) {
	t.Parallel()

	tests := []struct {
		name, template, field string
		others                map[string]any // what the template needs besides

		first, second   any    // in the configuration
		wire1, wire2    string // as JSON
		console         any    // on the wire
		shown           string // of console, as JSON
		cleared         string // on the wire once it left the configuration; "" if it is not sent
		alwaysNecessary bool   // cannot leave the configuration
	}{
		{
			name: "checkbox", template: "lock_screen_darwin", field: "askForPassword",
			first: false, wire1: "false", second: true, wire2: "true", console: false, shown: "false", cleared: "true",
		},
		{
			name: "number", template: "lock_screen_darwin", field: "timeout",
			first: 300, wire1: "300", second: 0.5, wire2: "0.5", console: 45, shown: "45", cleared: "60",
		},
		{
			name: "numberinline", template: "ssh_server_security_linux", field: "maxAuthTries",
			first: 3, wire1: "3", second: 0, wire2: "0", console: 9, shown: "9", cleared: "4",
		},
		{
			name: "text", template: "airprint_printer_darwin", field: "setPort", others: map[string]any{"setIPAddress": "10.0.0.9"},
			first: "222", wire1: `"222"`, second: "", wire2: `""`, console: "80", shown: `"80"`, cleared: `"631"`,
		},
		{
			name: "textarea", template: "ssh_server_security_linux", field: "banner",
			first: "Stay\nout", wire1: `"Stay\nout"`, second: "Go", wire2: `"Go"`, console: "Hi", shown: `"Hi"`, cleared: `""`,
		},
		{
			name: "email", template: "support_information_windows", field: "SUPPORTEMAIL", alwaysNecessary: true,
			first: "it@example.com", wire1: `"it@example.com"`, second: "help@example.com", wire2: `"help@example.com"`,
			console: "x@example.com", shown: `"x@example.com"`,
		},
		{
			name: "select by label", template: "app_notifications_darwin", field: "AlertType", others: map[string]any{"BundleIdentifier": "x"},
			first: "Persistent Banner", wire1: `"2"`, second: "None", wire2: `"0"`, console: "2", shown: `"Persistent Banner"`, cleared: `"1"`,
		},
		{
			name: "select by wire value", template: "app_notifications_darwin", field: "AlertType", others: map[string]any{"BundleIdentifier": "x"},
			first: "2", wire1: `"2"`, second: "0", wire2: `"0"`, console: "2", shown: `"2"`, cleared: `"1"`,
		},
		{
			name: "select of numbers", template: "system_updates_osp_windows", field: "UPDATE_NOTIFICATION_LEVEL",
			first: "None", wire1: "2", second: "No Restart Warnings", wire2: "1", console: 2, shown: `"None"`, cleared: "0",
		},
		{
			name: "select of numbers by number", template: "system_updates_osp_windows", field: "UPDATE_NOTIFICATION_LEVEL",
			first: 2, wire1: "2", second: 1, wire2: "1", console: 2, shown: "2", cleared: "0",
		},
		{
			name: "select with text and value swapped", template: "energy_saver_darwin", field: "sleepMode",
			first: "On Battery", wire1: `"1"`, second: "Always", wire2: `"2"`, console: "1", shown: `"On Battery"`, cleared: `"0"`,
		},
		{
			name: "radio", template: "ssh_server_security_linux", field: "permitRootLogin",
			first: "Keys Only", wire1: `"prohibit-password"`, second: "yes", wire2: `"yes"`, console: "no", shown: `"no"`, cleared: `"no"`,
		},
		{
			name: "segmentedbutton", template: "automatic_macOS_updates_darwin_ddm", field: "InstallOSUpdates",
			first: "Always On", wire1: `"AlwaysOn"`, second: "Always Off", wire2: `"AlwaysOff"`, console: "AlwaysOn", shown: `"Always On"`, cleared: `"Allowed"`,
		},
		{
			name: "singlelistbox", template: "encrypted_dns_https_darwin", field: "ServerAddresses", others: map[string]any{"ServerURL": "https://dns.example"},
			first: []any{"1.1.1.1", "1.0.0.1"}, wire1: `["1.1.1.1","1.0.0.1"]`, second: []any{"1.0.0.1"}, wire2: `["1.0.0.1"]`,
			console: []any{"1.0.0.1", "8.8.8.8"}, shown: `["1.0.0.1","8.8.8.8"]`, cleared: `[]`,
		},
		{
			name: "table", template: "custom_registry_keys_policy_windows", field: "customRegTable", alwaysNecessary: true,
			first:  rows(key("A", "1"), key("B", "2")),
			wire1:  text(t, rows(key("A", "1"), key("B", "2"))),
			second: rows(key("A", "1")), wire2: text(t, rows(key("A", "1"))),
			console: rows(key("A", "3")), shown: text(t, rows(key("A", "3"))),
		},
		{
			name: "multilist", template: "custom_oma_uri_mdm_windows", field: "uriList", alwaysNecessary: true,
			first: rows(uri("int", "600")), wire1: text(t, rows(uri("int", "600"))),
			second: rows(uri("chr", "x"), changed(uri("bool", "true"), "uri", "./Other")), wire2: text(t, rows(uri("chr", "x"), changed(uri("bool", "true"), "uri", "./Other"))),
			console: rows(uri("int", "1")), shown: text(t, rows(uri("int", "1"))),
		},
		{
			name: "file", template: "custom_font_policy_darwin", field: "setFont", others: map[string]any{"setName": "Roboto"}, alwaysNecessary: true,
			first: "AAECAwQ=", wire1: `"AAECAwQ="`, second: "/+8=", wire2: `"/+8="`, console: "AAAA", shown: `"AAAA"`,
		},
		{
			name: "opaque", template: "software_update_enforcement_specific_darwin_ddm", field: "TargetLocalDateTime", others: map[string]any{"TargetOSVersion": "15.1"},
			first: map[string]any{"date": "2026-12-01", "at": []any{1, nil, true}}, wire1: `{"at":[1,null,true],"date":"2026-12-01"}`,
			second: "2026-12-01T00:00", wire2: `"2026-12-01T00:00"`, console: 7, shown: "7",
		},
	}

	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()

			w := newWorld(t)
			config := func(v any) acctest.Config {
				values := map[string]any{test.field: v}
				maps.Copy(values, test.others)

				return w.policy(test.template, acctest.Attrs{"values": values})
			}

			w.MustApply(config(test.first))
			w.equal("created", w.held(test.field), test.wire1)
			w.equal("sent", w.sent(post)[test.field], test.wire1)

			w.MustApply(config(test.second))
			w.equal("updated", w.held(test.field), test.wire2)
			w.equal("sent", w.sent(put)[test.field], test.wire2)

			w.MustApply(config(test.first))
			w.MustApply(config(test.second))
			w.console(test.field, test.console)
			w.equal("plan after drift", text(t, w.Plan(config(test.second)).Actions()), `{"`+address+`":"update"}`)
			w.equal("drift", w.shown(test.field), test.shown)
			w.MustApply(config(test.second))
			w.equal("after drift", w.held(test.field), test.wire2)

			if d := w.Import("jumpcloud_policy.imported", w.Org+"/"+w.id()); len(d) > 0 {
				t.Fatal(d)
			}

			w.Forget("jumpcloud_policy.imported")

			if test.alwaysNecessary {
				w.mentions(w.refused(config(nil)), "values."+test.field, "required, but not set")
			} else {
				w.MustApply(config(nil))
				w.equal("cleared", w.held(test.field), test.cleared)
			}

			w.destroy()
		})
	}
}

// The spelling of the configuration stays where the service's means the same.
func TestSpellings(t *testing.T) {
	t.Parallel()

	strs := func(all ...string) []tftypes.Value {
		out := make([]tftypes.Value, 0, len(all))
		for _, s := range all {
			out = append(out, hcl(s))
		}

		return out
	}
	list := func(all ...string) tftypes.Value {
		return tftypes.NewValue(tftypes.List{ElementType: tftypes.String}, strs(all...))
	}
	set := func(all ...string) tftypes.Value {
		return tftypes.NewValue(tftypes.Set{ElementType: tftypes.String}, strs(all...))
	}

	const lock, dns, ddm = "lock_screen_darwin", "encrypted_dns_https_darwin", "software_update_enforcement_specific_darwin_ddm"

	for _, test := range []struct {
		name, template, field string
		value                 any
		wire                  string
		console               any // means the same
	}{
		{"45", lock, "timeout", 45, "45", 45.0},
		{"45.0", lock, "timeout", number(t, "45.0"), "45", "45"},
		{"0.1", lock, "timeout", number(t, "0.1"), "0.1", 0.1},
		{"1e-7", lock, "timeout", number(t, "1e-7"), "1e-07", 1e-7},
		{"20 digits", lock, "timeout", number(t, "12345678901234567890"), "12345678901234567890", nil},
		{"30 decimals", lock, "timeout", number(t, "0.123456789012345678901234567891"), "0.123456789012345678901234567891", nil},
		{"tuple", dns, "ServerAddresses", []any{"1.1.1.1", "9.9.9.9"}, `["1.1.1.1","9.9.9.9"]`, []any{"1.1.1.1", "9.9.9.9"}},
		{"list", dns, "ServerAddresses", list("1.1.1.1", "9.9.9.9"), `["1.1.1.1","9.9.9.9"]`, []any{"1.1.1.1", "9.9.9.9"}},
		{"empty tuple", dns, "ServerAddresses", []any{}, `[]`, []any{}},
		{"empty list", dns, "ServerAddresses", list(), `[]`, []any{}},
		{"set", dns, "ServerAddresses", set("1.1.1.1", "9.9.9.9"), `["1.1.1.1","9.9.9.9"]`, []any{"9.9.9.9", "1.1.1.1"}},
		{"nested", ddm, "TargetLocalDateTime", []any{[]any{list("a")}, map[string]any{"x": nil, "y": []any{}}}, `[[["a"]],{"y":[]}]`, nil},
		{"map", ddm, "TargetLocalDateTime", tftypes.NewValue(tftypes.Map{ElementType: tftypes.String}, map[string]tftypes.Value{"k": hcl("v")}), `{"k":"v"}`, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()

			w := newWorld(t)
			values := map[string]any{test.field: test.value}

			switch test.template {
			case dns:
				values["ServerURL"] = "https://dns.example"
			case ddm:
				values["TargetOSVersion"] = "15.1"
			}

			config := w.policy(test.template, acctest.Attrs{"values": values})
			w.MustApply(config)
			w.equal("sent", w.sent(post)[test.field], test.wire)

			if test.console != nil {
				w.console(test.field, test.console)
				w.MustPlanEmpty(config)
			}

			config[address]["notes"] = "again"
			w.MustApply(config)
			w.destroy()
		})
	}
}

// The attribute itself may be a map of one type, as for_each over YAML gives it.
func TestValuesAsMap(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	flags := tftypes.Map{ElementType: tftypes.Bool}
	config := w.policy("disable_usb_storage_linux", acctest.Attrs{"values": tftypes.NewValue(flags, map[string]tftypes.Value{
		"disable_mtp": tftypes.NewValue(tftypes.Bool, false), "disable_afc": tftypes.NewValue(tftypes.Bool, true),
	})})
	w.MustApply(config)

	w.console("disable_mtp", true)
	w.MustApply(config)
	w.equal("held", w.held("disable_mtp"), "false")

	config[address]["values"] = tftypes.NewValue(flags, nil)
	w.MustApply(config)
	w.equal("held", w.held("disable_mtp"), "true")
	w.destroy()
}
