// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

const registryTemplate, omaTemplate = "custom_registry_keys_policy_windows", "custom_oma_uri_mdm_windows"

func changed(row map[string]any, changes ...any) map[string]any {
	out := maps.Clone(row)

	for i := 0; i < len(changes); i += 2 {
		name, _ := changes[i].(string)
		if out[name] = changes[i+1]; changes[i+1] == nil {
			delete(out, name)
		}
	}

	return out
}

// What the functions refuse, the resource refuses in a row that was written by hand.
func TestPlanRefusesRows(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	reg, oma := key("A", "1"), uri("int", "1")

	for name, test := range map[string]struct {
		template string
		rows     []any
		want     []string
	}{
		"value is a number":   {omaTemplate, rows(changed(oma, "value", 2)), []string{"uriList[0].value expected a string, got 2", "provider::jumpcloud::oma_uri_values"}},
		"value is a boolean":  {omaTemplate, rows(changed(oma, "format", "bool", "value", true)), []string{"uriList[0].value expected a string, got true"}},
		"value is missing":    {omaTemplate, rows(changed(oma, "value", nil)), []string{"uriList[0].value is missing"}},
		"format is missing":   {omaTemplate, rows(changed(oma, "format", nil)), []string{"uriList[0].format is missing"}},
		"uri is missing":      {omaTemplate, rows(changed(oma, "uri", nil)), []string{"uriList[0].uri is missing"}},
		"format is a word":    {omaTemplate, rows(changed(oma, "format", "boolean")), []string{`uriList[0].format must be "bool"`, "provider::jumpcloud::oma_uri_values"}},
		"format is unknown":   {omaTemplate, rows(changed(oma, "format", "nonsense")), []string{`"nonsense" is not an OMA-URI format. There are: "int", "chr"`}},
		"uri":                 {omaTemplate, rows(changed(oma, "uri", "Device/Example")), []string{`uriList[0].uri "Device/Example" must begin with "./"`}},
		"value of its format": {omaTemplate, rows(changed(oma, "format", "float", "value", "NaN")), []string{`uriList[0].value expected a decimal number, got "NaN"`}},
		"xml":                 {omaTemplate, rows(changed(oma, "format", "xml", "value", "<a>")), []string{"uriList[0].value not well-formed XML: line 1"}},
		"base64":              {omaTemplate, rows(changed(oma, "format", "b64", "value", "AAAA\nBBBB")), []string{"breaks at offset 4 of 9"}},
		"uri twice":           {omaTemplate, rows(oma, changed(oma, "uri", strings.ToUpper(oma["uri"].(string)))), []string{"uriList[1].uri is there twice, as in row 0"}}, //nolint:forcetypeassert // a string
		"every row": {
			omaTemplate,
			rows(changed(oma, "value", 2), changed(oma, "uri", "./x", "format", "boolean"), map[string]any{"uri": "Device/Example", "format": "nonsense"}),
			[]string{"(5 problems)"},
		},

		"location":            {registryTemplate, rows(changed(reg, "customLocation", `Computer\HKEY_LOCAL_MACHINE\SOFTWARE\Acme`)), []string{`customRegTable[0].customLocation must be "SOFTWARE\\Acme"`, "provider::jumpcloud::registry_values"}},
		"location in a file":  {registryTemplate, rows(changed(reg, "customLocation", `[HKEY_LOCAL_MACHINE\SOFTWARE\Acme]`)), []string{`customLocation must be "SOFTWARE\\Acme"`}},
		"location of others":  {registryTemplate, rows(changed(reg, "customLocation", `HKCU\SOFTWARE\Acme`)), []string{"HKEY_LOCAL_MACHINE only"}},
		"location is missing": {registryTemplate, rows(changed(reg, "customLocation", nil)), []string{"customLocation is missing"}},
		"name is empty":       {registryTemplate, rows(changed(reg, "customValueName", "")), []string{"customValueName is empty"}},
		"name is long":        {registryTemplate, rows(changed(reg, "customValueName", strings.Repeat("n", 100))), []string{"at most 99"}},
		"type":                {registryTemplate, rows(changed(reg, "customRegType", "REG_DWORD")), []string{`customRegType must be "DWORD"`}},
		"type is binary":      {registryTemplate, rows(changed(reg, "customRegType", "REG_BINARY")), []string{"cannot write REG_BINARY"}},
		"data is hexadecimal": {registryTemplate, rows(changed(reg, "customData", "dword:0000001f")), []string{`customData must be "31"`}},
		"data is too large":   {registryTemplate, rows(changed(reg, "customData", "4294967296")), []string{"from 0 to 2^32-1 for DWORD"}},
		"data is no number":   {registryTemplate, rows(changed(reg, "customData", "x")), []string{`for DWORD, got "x"`}},
		"key twice":           {registryTemplate, rows(reg, changed(reg, "customValueName", "a")), []string{"customRegTable[1].customValueName is there twice, as in row 0"}},
	} {
		field := map[string]string{registryTemplate: "customRegTable", omaTemplate: "uriList"}[test.template]
		errs := w.refused(w.policy(test.template, acctest.Attrs{"values": map[string]any{field: test.rows}}))

		if len(errs) != 1 {
			t.Errorf("%s: %s", name, errs)
		}

		w.mentions(errs, append(test.want, `[AttributeName("values")]`)...)
	}

	// What is not known yet is passed over.
	for template, table := range map[string]map[string]any{
		registryTemplate: {"customRegTable": rows(changed(reg, "customLocation", acctest.Unknown), changed(reg, "customData", acctest.Unknown), changed(reg, "customRegType", acctest.Unknown, "customData", "x", "customValueName", "B"))},
		omaTemplate:      {"uriList": rows(changed(oma, "uri", acctest.Unknown), changed(oma, "format", acctest.Unknown, "value", "x"), changed(oma, "uri", "./x", "value", acctest.Unknown))},
	} {
		if d := w.Plan(w.policy(template, acctest.Attrs{"values": table})).Diags; len(d) > 0 {
			t.Error(d)
		}
	}
}

// Rows that are stored and that nobody changes are not in the way of another change.
func TestRowsOfTheConsole(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	config := w.policy(registryTemplate, acctest.Attrs{"values": map[string]any{"customRegTable": rows(key("A", "1"))}})
	w.MustApply(config)

	odd := rows(changed(key("A", "1"), "customLocation", `HKLM\SOFTWARE\Acme`))
	w.console("customRegTable", odd)
	config[address]["values"] = map[string]any{"customRegTable": odd}
	config[address]["notes"] = "as it is in the console"
	w.MustApply(config)
	w.equal("held", w.held("customRegTable"), text(t, odd))
}

// A map of one type, and the rows of a CSV file, have only strings; nothing is lost by
// reading them as the type that a field takes.
func TestValuesConvert(t *testing.T) {
	t.Parallel()

	for _, test := range []struct {
		template, field string
		value           any
		wire            string
		bad             any // another value, which does not convert
		others          map[string]any
	}{
		{"lock_screen_darwin", "timeout", "300", "300", "3OO", nil},
		{"lock_screen_darwin", "askForPassword", "false", "false", "nope", nil},
		{"login_window_text_darwin", "LoginwindowText", 123, `"123"`, 1.5, nil},
		{"ssh_server_security_linux", "allowGroups", []any{"a", 7}, `["a","7"]`, []any{0.5}, nil},
		{"system_updates_osp_windows", "UPDATE_NOTIFICATION_LEVEL", "1", "1", "7", nil},
		{"app_notifications_darwin", "AlertType", 2, `"2"`, 9, map[string]any{"BundleIdentifier": "x"}},
		{registryTemplate, "customRegTable", rows(changed(key("A", ""), "customData", 1)), text(t, rows(key("A", "1"))), rows(changed(key("A", ""), "customData", 0.5)), nil},
	} {
		w := newWorld(t, "policy-value-type", "refuse")
		config := func(v any) acctest.Config {
			values := map[string]any{test.field: v}
			maps.Copy(values, test.others)

			return w.policy(test.template, acctest.Attrs{"values": values})
		}

		w.MustApply(config(test.value))
		w.equal(test.field, w.sent(post)[test.field], test.wire)

		// The configuration's spelling stays through another change, and drift still shows.
		next := config(test.value)
		next[address]["notes"] = "x"
		w.MustApply(next)
		w.equal(test.field, w.sent(put)[test.field], test.wire)
		w.equal(test.field, w.shown(test.field), text(t, test.value))
		w.refused(config(test.bad))
		w.destroy()
	}

	w := newWorld(t)
	all := tftypes.Map{ElementType: tftypes.String}
	config := w.policy("app_notifications_darwin", acctest.Attrs{"values": tftypes.NewValue(all, map[string]tftypes.Value{
		"BundleIdentifier": hcl("com.example.app"), "BadgesEnabled": hcl("true"), "AlertType": hcl("2"),
	})})
	w.MustApply(config)
	w.equal("sent", text(t, w.sent(post)), `{"AlertType":"\"2\"","BadgesEnabled":"true","BundleIdentifier":"\"com.example.app\""}`)
	w.console("BadgesEnabled", false)
	w.equal("drift", text(t, w.Plan(config).Actions()), `{"`+address+`":"update"}`)
	w.MustApply(config)
	w.equal("held", w.held("BadgesEnabled"), "true")
}
