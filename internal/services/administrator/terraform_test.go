// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/terraform"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/simulator"
)

func TestTerraform(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	config := `
		resource "jumpcloud_provider_administrator" "lee" {
		  email               = "lee@example.com"
		  role                = "Help Desk"
		  organization_access = "selected"
		}

		resource "jumpcloud_administrator_organization_link" "lee" {
		  administrator_id = jumpcloud_provider_administrator.lee.id
		  organization_id  = "` + w.org(simulator.Globex) + `"
		}

		data "jumpcloud_whoami" "me" {}
	`

	resource.Test(t, resource.TestCase{
		IsUnitTest:               true,
		ProtoV6ProviderFactories: acctest.Factories(w.sim, acctest.As(w.sim, simulator.RoleBilling)),
		Steps: []resource.TestStep{
			{
				Config: config,
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
					plancheck.ExpectUnknownValue(lee, tfjsonpath.New("id")),
				}},
				ConfigStateChecks: []statecheck.StateCheck{
					statecheck.ExpectKnownValue("data.jumpcloud_whoami.me", tfjsonpath.New("role"), knownvalue.StringExact("Administrator With Billing")),
				},
			},
			// The link was made after its administrator was read.
			{ResourceName: lee, ImportState: true, ImportStateVerify: true, ImportStateVerifyIgnore: []string{"organization_count"}},
			{
				ResourceName: link, ImportState: true, ImportStateVerify: true, ImportStateVerifyIdentifierAttribute: "organization_id",
				ImportStateIdFunc: func(*terraform.State) (string, error) {
					return w.id("lee@example.com") + "/" + w.org(simulator.Globex), nil
				},
			},
		},
	})
}
