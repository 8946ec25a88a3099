// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/authnpolicy/authnpolicysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/billing/billingsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/logo/logosim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/passwordmanager/passwordmanagersim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// reads is what data sources are asked for that no object of the rows tells.
func (w *world) reads() map[string]acctest.Attrs {
	const application, device, invoice = "65a0000000000000000000a1", "00000000-0000-4000-8000-0000000000d1", "in_1"

	w.sim.Put(authnpolicysim.Applications, w.org, application, sim.Doc{"name": "bookmark", "displayLabel": "Handbook"})
	w.sim.Put(passwordmanagersim.Collection, w.org, device, sim.Doc{"name": "Laptop"})
	billingsim.AddInvoice(w.sim.World, w.provider, billingsim.Invoice{
		ID: invoice, DueDate: "2026-09-01", Status: "open", AmountBilled: "99.00", AmountPaid: "0.00", AmountRemaining: "99.00", Currency: "usd",
	})

	file := func(name string) string { return filepath.Join(w.t.TempDir(), name) }

	return map[string]acctest.Attrs{
		"jumpcloud_application":                      {"id": application},
		"jumpcloud_configured_policy_template":       {"name": "Login text"},
		"jumpcloud_connectwise_additions":            {"agreement_id": "${data.jumpcloud_connectwise_agreements.this.agreements[0].id}"},
		"jumpcloud_autotask_alert_options":           {"depends_on": after(psasim.Autotask)},
		"jumpcloud_connectwise_alert_options":        {"depends_on": after(psasim.ConnectWise)},
		"jumpcloud_syncro_alert_options":             {"depends_on": after(psasim.Syncro)},
		"jumpcloud_integration":                      {"type": "syncro", "depends_on": after(psasim.Syncro)},
		"jumpcloud_integration_sync_errors":          {"type": "syncro", "integration_id": "${jumpcloud_syncro_integration.this.id}"},
		"jumpcloud_invoice":                          {"id": invoice, "output_path": file("invoice.pdf")},
		"jumpcloud_logo":                             {"id": logosim.Add(w.sim.World, "image/png", []byte("\x89PNG\r\n\x1a\n")), "output_path": file("logo.png")},
		"jumpcloud_microsoft_mdm_configuration_file": {"output_path": file("mdm.zip")},
		"jumpcloud_organization_shares":              {"object_type": "user_group", "object_id": w.foreignGroup()},
		"jumpcloud_password_manager_device":          {"id": device},
		"jumpcloud_policy_template":                  {"name": "lock_screen_darwin"},
		"jumpcloud_policy_group_memberships":         {"policy_group_id": "${jumpcloud_policy_group.this.id}"},
		"jumpcloud_shareable_objects":                {"object_type": "application"},
		"jumpcloud_system":                           {"id": w.device()},
		"jumpcloud_ticketing_alert_configurations":   {"type": "syncro", "depends_on": after(psasim.Syncro)},
	}
}

// after is the order of what needs a vendor's integration and does not refer to it.
func after(vendor string) []any { return []any{"jumpcloud_" + vendor + "_integration.this"} }

// sources are all data sources, asked for the objects of the rows.
func (w *world) sources(schemas map[string]*tfprotov6.Schema) map[string]any {
	told, all := w.reads(), map[string]any{}

	for name, schema := range schemas {
		config := acctest.Attrs{}
		if order, ok := told[name]["depends_on"]; ok {
			config["depends_on"] = order
		}

		for _, a := range schema.Block.Attributes {
			of := rowOf(name, a.Name)

			switch {
			case told[name][a.Name] != nil:
				config[a.Name] = told[name][a.Name]
			case a.Name == "organization_id" && (a.Required || a.Optional):
				config[a.Name] = w.org
			case of != "" && (a.Required || a.Name == "id" && a.Optional && told[name] == nil):
				config[a.Name] = of
			case a.Required:
				w.t.Errorf("data source %s: nothing is known for %s", name, a.Name)
			}
		}

		all[name] = object{"this": config}
	}

	return all
}

// rowOf refers to the object of a row that a data source's argument means: the object of its own
// type, that of the argument's name, or the integration of its vendor. It is "" if there is none.
func rowOf(source, argument string) string {
	if _, ok := rows[source]; ok {
		return fmt.Sprintf("${%s.this.%s}", source, argument)
	}

	owner := "jumpcloud_" + strings.TrimSuffix(argument, "_id")
	if argument == "integration_id" {
		vendor, _, _ := strings.Cut(strings.TrimPrefix(source, "jumpcloud_"), "_")
		owner = "jumpcloud_" + vendor + "_integration"
	}

	if _, ok := rows[owner]; ok {
		return fmt.Sprintf("${%s.this.id}", owner)
	}

	return ""
}
