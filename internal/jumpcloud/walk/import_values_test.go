// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/authnpolicy/authnpolicysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// tableOf is what registry_values and oma_uri_values return: a list, where a literal in HCL
// gives a tuple.
func tableOf(rows ...map[string]string) tftypes.Value {
	types := map[string]tftypes.Type{}
	for name := range rows[0] {
		types[name] = tftypes.String
	}

	row := tftypes.Object{AttributeTypes: types}

	var all []tftypes.Value

	for _, r := range rows {
		values := map[string]tftypes.Value{}
		for name, text := range r {
			values[name] = tftypes.NewValue(tftypes.String, text)
		}

		all = append(all, tftypes.NewValue(row, values))
	}

	return tftypes.NewValue(tftypes.List{ElementType: row}, all)
}

// Values of a policy that are written otherwise than an import spells them say the same.
func TestImportOfValuesWrittenOtherwise(t *testing.T) {
	t.Parallel()

	for name, policy := range map[string]acctest.Attrs{
		"the template's defaults": {"template_name": "app_notifications_darwin", "values": object{
			"BundleIdentifier": "com.example.app", "BadgesEnabled": true, "PreviewType": "Always", "SoundsEnabled": false,
		}},
		"wire values for labels": {"template_name": "app_notifications_darwin", "values": object{"BundleIdentifier": "com.example.app", "AlertType": "2"}},
		"a text for a number":    {"template_name": "lock_screen_darwin", "values": object{"timeout": "300"}},
		"registry_values": {"template_name": "custom_registry_keys_policy_windows", "values": object{"customRegTable": tableOf(
			map[string]string{"customLocation": `SOFTWARE\Policies\Acme`, "customValueName": "Enabled", "customRegType": "DWORD", "customData": "1"},
			map[string]string{"customLocation": `SOFTWARE\Policies\Acme`, "customValueName": "Home", "customRegType": "String", "customData": "https://example.com"},
		)}},
		"oma_uri_values": {"template_name": "custom_oma_uri_mdm_windows", "values": object{"uriList": tableOf(
			map[string]string{"uri": "./Device/Vendor/MSFT/Policy/Config/DeviceLock/MaxInactivityTimeDeviceLock", "format": "int", "value": "10"},
		)}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			const address = "jumpcloud_policy.this"

			w := newWorld(t)
			policy["name"], policy["organization_id"] = "A policy", w.org

			if d := w.Apply(only(address, policy)).Errors(); len(d) > 0 {
				t.Fatal(d)
			}

			for how, do := range w.imports(address) {
				for _, problem := range append(w.importedAsGenerated(address, do), w.importedAs(address, do, policy)...) {
					t.Errorf("%s: %s", how, problem)
				}
			}
		})
	}
}

// What the plan refuses to make can be there: an access policy that lets nobody in, made in
// the console, is imported without a change.
func TestImportOfLockout(t *testing.T) {
	t.Parallel()

	const address, id = "jumpcloud_authn_policy.this", "65b000000000000000000009"

	w := newWorld(t)
	w.sim.Put(authnpolicysim.Collection, w.org, id, sim.Doc{
		"name": "Closed", "description": "", "disabled": false, "monitorOnly": false, "type": "user_portal", "conditions": sim.Doc{},
		"effect": sim.Doc{"action": "deny"}, "targets": sim.Doc{"users": sim.Doc{"inclusions": []any{"ALL"}}},
	})

	for _, problem := range w.importedAsGenerated(address, func() acctest.Diagnostics { return w.Import(address, w.org+"/"+id) }) {
		t.Error(problem)
	}
}
