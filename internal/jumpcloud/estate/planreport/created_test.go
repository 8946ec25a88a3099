// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package planreport_test

import (
	"encoding/json"
	"maps"
	"testing"
)

// TestTenantsWithoutIDs tells objects of two tenants apart that one plan creates. References
// are as Terraform writes them: with each.key the index is left out.
func TestTenantsWithoutIDs(t *testing.T) {
	t.Parallel()

	refer := func(to ...string) object { return object{"references": to} }
	resource := func(of object) object {
		return object{"address": "jumpcloud_policy.p", "expressions": object{"organization_id": of}}
	}

	table := map[string]struct {
		organizations [2]object // address, module and index
		policy        object
		config        object
		want          string
	}{
		"each.key in one module": {
			[2]object{{"address": `jumpcloud_organization.o["acme"]`, "index": "acme"}, {"address": `jumpcloud_organization.o["globex"]`, "index": "globex"}},
			object{"index": "globex"},
			object{"resources": []any{resource(refer("jumpcloud_organization.o", "each.key"))}},
			"Globex",
		},
		"by its address": {
			[2]object{{"address": "jumpcloud_organization.acme", "name": "acme"}, {"address": "jumpcloud_organization.globex", "name": "globex"}},
			object{},
			object{"resources": []any{resource(refer("jumpcloud_organization.globex.id", "jumpcloud_organization.globex"))}},
			"Globex",
		},
		"by its instance": {
			[2]object{{"address": `jumpcloud_organization.o["a.b"]`, "index": "a.b"}, {"address": `jumpcloud_organization.o["c"]`, "index": "c"}},
			object{},
			object{"resources": []any{resource(refer(`jumpcloud_organization.o["a.b"].id`, `jumpcloud_organization.o["a.b"]`, "jumpcloud_organization.o"))}},
			"Acme",
		},
		"through a variable of a module": {
			[2]object{{"address": `jumpcloud_organization.o["acme"]`, "index": "acme"}, {"address": `jumpcloud_organization.o["globex"]`, "index": "globex"}},
			object{"module_address": `module.baseline["globex"].module.inner`},
			object{"module_calls": object{"baseline": object{
				"expressions": object{"organization_id": refer("jumpcloud_organization.o", "each.key")},
				"module": object{"module_calls": object{"inner": object{
					"expressions": object{"org": refer("var.organization_id")},
					"module":      object{"resources": []any{resource(refer("var.org"))}},
				}}},
			}}},
			"Globex",
		},
		"each.value of a module": {
			[2]object{{"address": `jumpcloud_organization.o["acme"]`, "index": "acme"}, {"address": `jumpcloud_organization.o["globex"]`, "index": "globex"}},
			object{"module_address": `module.baseline["acme"]`},
			object{"module_calls": object{"baseline": object{
				"for_each_expression": refer("jumpcloud_organization.o"),
				"expressions":         object{"organization_id": refer("each.value.id", "each.value")},
				"module":              object{"resources": []any{resource(refer("var.organization_id"))}},
			}}},
			"Acme",
		},
		"an output of a module": {
			[2]object{{"address": `module.tenant["acme"].jumpcloud_organization.o`, "module_address": `module.tenant["acme"]`}, {"address": `module.tenant["globex"].jumpcloud_organization.o`, "module_address": `module.tenant["globex"]`}},
			object{},
			object{"resources": []any{resource(refer(`module.tenant["globex"].organization_id`, `module.tenant["globex"]`, "module.tenant"))}},
			"Globex",
		},
		"an output of a module with each.key": {
			[2]object{{"address": `module.tenant["acme"].jumpcloud_organization.o`, "module_address": `module.tenant["acme"]`}, {"address": `module.tenant["globex"].jumpcloud_organization.o`, "module_address": `module.tenant["globex"]`}},
			object{"index": "acme"},
			object{"resources": []any{resource(refer("module.tenant", "each.key"))}},
			"Acme",
		},
		"a local that says nothing": {
			[2]object{{"address": `jumpcloud_organization.o["acme"]`, "index": "acme"}, {"address": `jumpcloud_organization.o["globex"]`, "index": "globex"}},
			object{"index": "globex"},
			object{"resources": []any{resource(refer("local.ids", "each.key"))}},
			"Tenants that the plan creates",
		},
	}

	for name, row := range table {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			var changes []any

			for i, name := range []string{"Acme", "Globex"} {
				o := object{
					"mode": "managed", "type": "jumpcloud_organization", "name": "o", "provider_name": "registry.terraform.io/seed-37bf88c1/jumpcloud",
					"change": object{"actions": []string{"create"}, "before": nil, "after": object{"name": name}, "after_unknown": object{"id": true}},
				}
				maps.Copy(o, row.organizations[i])

				changes = append(changes, o)
			}

			p := object{
				"address": "jumpcloud_policy.p", "mode": "managed", "type": "jumpcloud_policy", "name": "p",
				"provider_name": "registry.terraform.io/seed-37bf88c1/jumpcloud",
				"change":        object{"actions": []string{"create"}, "before": nil, "after": object{"name": "Lock"}, "after_unknown": object{"organization_id": true}},
			}
			maps.Copy(p, row.policy)

			raw, err := json.Marshal(object{
				"format_version": "1.2", "planned_values": object{}, "resource_changes": append(changes, p), "configuration": object{"root_module": row.config},
			})
			if err != nil {
				t.Fatal(err)
			}

			for _, tenant := range parse(t, raw).Tenants {
				for _, c := range tenant.Changes {
					if c.Type == "jumpcloud_policy" && tenant.Name != row.want {
						t.Errorf("it is of %q, want %q", tenant.Name, row.want)
					}
				}
			}
		})
	}
}
