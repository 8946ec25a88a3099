// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyfunctions_test

import (
	"regexp"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfversion"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

func TestFunctions_Terraform(t *testing.T) {
	t.Parallel()

	s := acctest.Simulator(t, simulator.Options{})

	resource.UnitTest(t, resource.TestCase{
		ProtoV6ProviderFactories: acctest.Factories(s, acctest.As(s, simulator.RoleBilling)),
		TerraformVersionChecks:   []tfversion.TerraformVersionCheck{tfversion.SkipBelow(tfversion.Version1_8_0)},
		Steps: []resource.TestStep{{
			Config: `
output "registry" {
  value = provider::jumpcloud::registry_values([
    { location = "SOFTWARE\\Policies\\Acme", name = "Enabled", data = true },
    { location = "SOFTWARE\\Policies\\Acme", name = "Home", type = "REG_SZ", data = "https://example.com" },
  ])
}

output "oma_uri" {
  value = provider::jumpcloud::oma_uri_values([
    { uri = "./Device/Vendor/MSFT/Policy/Config/DeviceLock/MaxInactivityTimeDeviceLock", value = 10 },
  ])[0].format
}

output "ring" {
  value = provider::jumpcloud::ring("acme", { canary = 0, broad = 100 }, "2026")
}
`,
			ConfigStateChecks: []statecheck.StateCheck{
				statecheck.ExpectKnownOutputValue("registry", knownvalue.ListExact([]knownvalue.Check{
					knownvalue.ObjectExact(map[string]knownvalue.Check{
						"customLocation": knownvalue.StringExact(`SOFTWARE\Policies\Acme`), "customValueName": knownvalue.StringExact("Enabled"),
						"customRegType": knownvalue.StringExact("DWORD"), "customData": knownvalue.StringExact("1"),
					}),
					knownvalue.ObjectExact(map[string]knownvalue.Check{
						"customLocation": knownvalue.StringExact(`SOFTWARE\Policies\Acme`), "customValueName": knownvalue.StringExact("Home"),
						"customRegType": knownvalue.StringExact("String"), "customData": knownvalue.StringExact("https://example.com"),
					}),
				})),
				statecheck.ExpectKnownOutputValue("oma_uri", knownvalue.StringExact("int")),
				statecheck.ExpectKnownOutputValue("ring", knownvalue.StringExact("broad")),
			},
		}, {
			Config:      `output "ring" { value = provider::jumpcloud::ring("acme", { canary = null, broad = 100 }, "2026") }`,
			ExpectError: regexp.MustCompile(`Invalid value for "percents" parameter:\s+percents\["canary"\]\s+is\s+null`),
		}},
	})
}
