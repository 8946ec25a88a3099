// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy_test

import (
	"fmt"
	"regexp"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"
	"github.com/hashicorp/terraform-plugin-testing/tfversion"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// terraform runs steps with real Terraform.
func (w *world) terraform(since tfversion.TerraformVersionCheck, steps ...resource.TestStep) {
	w.Helper()

	test := resource.TestCase{
		IsUnitTest:               true,
		ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling), "jumpcloud_policy"),
		Steps:                    steps,
	}

	if since != nil {
		test.TerraformVersionChecks = []tfversion.TerraformVersionCheck{since}
	}

	resource.Test(w.T, test)
}

func (w *world) hcl(name, template, rest string) string {
	return fmt.Sprintf(`
		resource "jumpcloud_policy" %[1]q {
		  organization_id = %[2]q
		  name            = %[1]q
		  template_name   = %[3]q
		  %[4]s
		}
	`, name, w.Org, template, rest)
}

func expect(action plancheck.ResourceActionType) resource.ConfigPlanChecks {
	return resource.ConfigPlanChecks{
		PreApply:             []plancheck.PlanCheck{plancheck.ExpectResourceAction(address, action)},
		PostApplyPostRefresh: []plancheck.PlanCheck{plancheck.ExpectEmptyPlan()},
	}
}

// TestTerraform: values that are unknown until the apply, and what a dynamic attribute gets of HCL
// that the protocol in process does not write.
func TestTerraform(t *testing.T) {
	t.Parallel()

	const usb = "jumpcloud_policy.usb"

	w := newWorld(t)
	values := tfjsonpath.New("values")
	dns := func(name, addresses string) string {
		return w.hcl(name, "encrypted_dns_https_darwin", `values = { ServerURL = "https://dns.example", ServerAddresses = `+addresses+` }`)
	}
	opaque := func(name, value string) string {
		return w.hcl(name, "software_update_enforcement_specific_darwin_ddm", `values = { TargetOSVersion = "15.1", TargetLocalDateTime = `+value+` }`)
	}
	dynamic := w.hcl("usb", "disable_usb_storage_linux", "values = tomap({ disable_mtp = false, disable_afc = true })") +
		dns("tuple", `["9.9.9.9", "1.1.1.1"]`) + dns("list", `tolist(["9.9.9.9", "1.1.1.1"])`) +
		dns("set", `toset(["9.9.9.9", "1.1.1.1"])`) + dns("empty", `tolist([])`) +
		opaque("numbers", `[45, 45.0, 0.1, 1e-7, 12345678901234567890, -0.5]`) +
		opaque("nested", `[null, [[]], {}, { a = null, b = [1, "x"] }, tolist([[1], [2]])]`) +
		opaque("object", `{ when = tomap({ at = "now" }), if = { x = null } }`) +
		w.hcl("json", "lock_screen_darwin", `values = jsondecode("{\"timeout\": 45.0, \"askForPassword\": null}")`) +
		w.hcl("yaml", "app_notifications_darwin", `values = yamldecode(<<-EOT
			BundleIdentifier: com.example.app
			AlertType: Persistent Banner
			BadgesEnabled: true
			PreviewType: "1"
		EOT
		)`) +
		w.hcl("rows", "custom_registry_keys_policy_windows", `values = { customRegTable = tolist([for n in ["A", "B"] : {
			customLocation = "SOFTWARE\\Acme", customValueName = n, customRegType = "DWORD", customData = "1" }]) }`) +
		w.hcl("file", "custom_mdm_profile_ios", `values = { payload = base64encode("<plist/>") }`) +
		w.hcl("none", "activation_lock_darwin", "values = {}") + w.hcl("null", "lock_screen_darwin", "values = null")
	seconds := func(input string) string {
		return `resource "terraform_data" "seconds" { input = ` + input + ` }` +
			w.hcl("this", "lock_screen_darwin", "values = { timeout = terraform_data.seconds.output }")
	}

	w.terraform(nil,
		resource.TestStep{
			// A value that is not known before apply, and then does not fit.
			Config:      seconds(`"many"`),
			ExpectError: regexp.MustCompile(`values.timeout expected a number, got "many"`),
		},
		resource.TestStep{
			PreConfig: func() {
				if n := w.Sim.Log().Count(post, policies); n != 0 {
					t.Errorf("%d creations", n)
				}
			},
			Config: seconds("300") + dynamic,
			ConfigPlanChecks: resource.ConfigPlanChecks{
				PreApply: []plancheck.PlanCheck{
					plancheck.ExpectResourceAction(address, plancheck.ResourceActionCreate),
					plancheck.ExpectUnknownValue(address, values.AtMapKey("timeout")),
				},
				PostApplyPostRefresh: []plancheck.PlanCheck{plancheck.ExpectEmptyPlan()},
			},
			ConfigStateChecks: []statecheck.StateCheck{
				statecheck.ExpectKnownValue(address, values.AtMapKey("timeout"), knownvalue.Int64Exact(300)),
				statecheck.ExpectKnownValue(address, tfjsonpath.New("notes"), knownvalue.StringExact("")),
			},
		},
		resource.TestStep{
			// A value that drifts is put right, in the spelling of the configuration.
			PreConfig: func() { w.drift("disable_mtp", true) },
			Config:    w.hcl("this", "lock_screen_darwin", "values = { timeout = 120, askForPassword = null }") + dynamic,
			ConfigPlanChecks: resource.ConfigPlanChecks{
				PreApply: []plancheck.PlanCheck{
					plancheck.ExpectResourceAction(address, plancheck.ResourceActionUpdate),
					plancheck.ExpectResourceAction(usb, plancheck.ResourceActionUpdate),
				},
				PostApplyPostRefresh: []plancheck.PlanCheck{plancheck.ExpectEmptyPlan()},
			},
		},
	)
}

func TestTerraformWriteOnly(t *testing.T) {
	t.Parallel()

	w := newWorld(t, "policy-sensitive-read", "masked")
	since := tfversion.SkipBelow(tfversion.Version1_11_0)
	wifi := func(ssid, passphrase string, version int) string {
		return w.hcl("this", "wifi_configuration_windows", fmt.Sprintf(`
			values                      = { SSID = %q }
			sensitive_values_wo         = { PASSPHRASE = %q }
			sensitive_values_wo_version = %d
		`, ssid, passphrase, version))
	}
	holds := func(want string) statecheck.StateCheck {
		return check(func() { w.equal("held", w.heldByOnly("PASSPHRASE"), `"`+want+`"`) })
	}
	null := statecheck.ExpectKnownValue(address, tfjsonpath.New("sensitive_values_wo"), knownvalue.Null())

	w.terraform(since,
		resource.TestStep{
			Config:            wifi("corp", secret, 1),
			ConfigPlanChecks:  expect(plancheck.ResourceActionCreate),
			ConfigStateChecks: []statecheck.StateCheck{null, holds(secret)},
		},
		resource.TestStep{
			Config:            wifi("corp", rotated, 2),
			ConfigPlanChecks:  expect(plancheck.ResourceActionUpdate),
			ConfigStateChecks: []statecheck.StateCheck{null, holds(rotated)},
		},
	)
}
