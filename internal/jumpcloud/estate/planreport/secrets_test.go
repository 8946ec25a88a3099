// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package planreport_test

import (
	"encoding/json"
	"strings"
	"testing"
)

type object = map[string]any

// canaried is a plan with a secret in every place that a plan has for one. All have CANARY
// in them.
func canaried() object {
	const org = "00000000000000000000000a"

	change := func(address string, change object) object {
		return object{
			"address": address, "mode": "managed", "type": "jumpcloud_policy", "name": "x",
			"provider_name": "registry.terraform.io/seed-37bf88c1/jumpcloud", "change": change,
		}
	}

	return object{
		"format_version": "1.2",
		"variables":      object{"key": object{"value": "CANARY-variable"}, "plain": object{"value": "fine"}},
		"planned_values": object{
			"outputs":     object{"o": object{"sensitive": true, "value": []any{"CANARY-output-planned"}}},
			"root_module": object{"resources": []any{object{"type": "jumpcloud_iplist", "values": object{"x": "CANARY-planned"}, "sensitive_values": object{"x": true}}}},
		},
		"prior_state": object{"values": object{"root_module": object{"child_modules": []any{object{"resources": []any{
			object{"type": "jumpcloud_iplist", "values": object{"x": "CANARY\n-two lines"}, "sensitive_values": object{"x": true}},
			object{"type": "jumpcloud_organization", "values": object{"id": org, "name": "CANARY-tenant"}, "sensitive_values": object{"name": true}},
			object{"type": "jumpcloud_iplist", "values": object{"a": object{"b": []any{"CANARY-prior"}}}, "sensitive_values": object{"a": object{"b": []any{true}}}},
		}}}}}},
		"output_changes": object{"o": object{"actions": []any{"update"}, "before": "CANARY-output-1", "after": "CANARY-output-2", "before_sensitive": true, "after_sensitive": true}},
		"configuration": object{"root_module": object{
			"variables": object{"key": object{"sensitive": true}, "plain": object{}},
			"resources": []any{object{"address": "jumpcloud_policy.x", "expressions": object{"notes": object{"constant_value": "CANARY-constant"}}}},
		}},
		"resource_drift": []any{change("jumpcloud_policy.drift", object{
			"actions": []any{"update"}, "before": object{"values": "CANARY-drift-1"}, "after": object{"values": "CANARY-drift-2"},
			"before_sensitive": object{"values": true}, "after_sensitive": object{},
		})},
		"resource_changes": []any{
			// Marked before only, after only, whole, nested, in lists, and in names.
			change("jumpcloud_policy.one", object{
				"actions": []any{"update"},
				"before": object{
					"organization_id": org, "name": "CANARY-name", "a": "CANARY-before-only", "b": "plain", "list": []any{"CANARY-element", "x"},
					"deep": object{"more": []any{object{"s": "CANARY-deep-1"}}}, "unmarked": "with CANARY-variable inside", "secretly": "seen before",
					"from_output": "of CANARY-output-1", "from_drift": "of CANARY-drift-1", "from_prior": "of CANARY-prior", "lines": "of CANARY\n-two lines",
				},
				"after": object{
					"organization_id": org, "name": "CANARY-name", "a": "plain", "b": "CANARY-after-only", "list": []any{"y", "x"},
					"deep": object{"more": []any{object{"s": "CANARY-deep-2"}}}, "unmarked": "with CANARY-planned inside", "secretly": "seen after",
					"from_output": "of CANARY-output-2", "from_drift": "of CANARY-after-only", "from_prior": "of CANARY-output-planned", "lines": "other",
				},
				"before_sensitive": object{"name": true, "a": true, "list": []any{true, false}, "deep": object{"more": []any{object{"s": true}}}},
				"after_sensitive":  object{"name": true, "b": true, "list": []any{false, false}, "deep": true},
			}),
			change("jumpcloud_policy.whole", object{
				"actions": []any{"delete", "create"}, "before": object{"organization_id": org, "values": object{"x": "CANARY-whole-1"}},
				"after": object{"organization_id": org, "values": object{"x": "CANARY-whole-2"}}, "before_sensitive": true, "after_sensitive": true,
			}),
			// What has no schema: by the name of a field, of a row, and in texts that are documents.
			change("jumpcloud_policy.dynamic", object{
				"actions": []any{"update"},
				"before": object{"organization_id": org, "name": "Wi-Fi", "values": object{
					"wifiPassword": "CANARY-field-1", "timeout": 300, "payload": "<dict><key>Password</key>CANARY-xml-1</dict>",
					"rows": []any{object{"name": "ClientSecret", "data": "CANARY-row-1"}}, "profile": "line\nCANARY-lines-1",
				}, "values_json": `{"psk":"CANARY-json-1"}`},
				"after": object{"organization_id": org, "name": "Wi-Fi", "values": object{
					"wifiPassword": "CANARY-field-2", "timeout": 600, "payload": "<dict><key>Password</key>CANARY-xml-2</dict>",
					"rows": []any{object{"name": "ClientSecret", "data": "CANARY-row-2"}}, "profile": "line\nCANARY-lines-2",
				}, "values_json": `{"psk":"CANARY-json-2"}`},
				"before_sensitive": object{}, "after_sensitive": object{},
			}),
			change("jumpcloud_policy.lines", object{
				"actions": []any{"delete"}, "before": object{"organization_id": org, "name": "CANARY\n-two lines"}, "before_sensitive": object{},
			}),
			change("jumpcloud_policy.address[\"CANARY-variable\"]", object{
				"actions": []any{"delete"}, "before": object{"organization_id": org}, "before_sensitive": object{}, "after_sensitive": false,
			}),
		},
	}
}

func TestNoOutputHoldsASecret(t *testing.T) {
	t.Parallel()

	raw, err := json.Marshal(canaried())
	if err != nil {
		t.Fatal(err)
	}

	if n := strings.Count(string(raw), "CANARY"); n != 41 {
		t.Fatalf("the plan has %d canaries", n)
	}

	p := parse(t, raw)

	for name, got := range map[string]string{
		"text": render(t, p.Text), "Markdown": render(t, p.Markdown), "HTML": render(t, p.HTML),
	} {
		if at := strings.Index(got, "CANARY"); at >= 0 {
			t.Errorf("the %s holds a secret: %s", name, got[max(0, at-200):min(len(got), at+60)])
		}

		for _, want := range []string{"300 → 600", "sensitive value"} {
			if !strings.Contains(got, want) {
				t.Errorf("the %s lacks %q", name, want)
			}
		}
	}
}

// TestNoOutputHoldsASecret_OfTerraform is of a plan that Terraform made, with a sensitive
// variable in an attribute and in a value of a policy.
func TestNoOutputHoldsASecret_OfTerraform(t *testing.T) {
	t.Parallel()

	raw := fixture(t, "twelve.json")
	if n := strings.Count(string(raw), "canary-variable"); n < 10 {
		t.Fatalf("the plan has %d canaries", n)
	}

	p := parse(t, raw)

	for name, got := range map[string]string{
		"text": render(t, p.Text), "Markdown": render(t, p.Markdown), "HTML": render(t, p.HTML),
	} {
		if strings.Contains(got, "canary") {
			t.Errorf("the %s holds a secret", name)
		}
	}
}
