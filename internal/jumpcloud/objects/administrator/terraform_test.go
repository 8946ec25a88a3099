// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator_test

import (
	"regexp"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/terraform"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// used are the types of the configurations here.
var used = []string{
	"jumpcloud_administrator_organization_link", "jumpcloud_provider_administrator", "jumpcloud_role",
	"jumpcloud_whoami",
}

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
		ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling), used...),
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
			{ResourceName: lee, ImportState: true, ImportStateVerify: true},
			{
				ResourceName: link, ImportState: true, ImportStateVerify: true, ImportStateVerifyIdentifierAttribute: "organization_id",
				ImportStateIdFunc: func(*terraform.State) (string, error) {
					return w.id("lee@example.com") + "/" + w.org(simulator.Globex), nil
				},
			},
		},
	})
}

// TestTerraformRoleOfTheSameRun: an administrator gets a role that is made with them, by name and by
// id; the role is renamed; and nothing is left to do each time.
func TestTerraformRoleOfTheSameRun(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	step := func(role, first string) resource.TestStep {
		return resource.TestStep{
			Config: `
				resource "jumpcloud_role" "tier" {
				  name   = "` + role + `"
				  scopes = ["groups"]
				}

				resource "jumpcloud_provider_administrator" "lee" {
				  email      = "lee@example.com"
				  role       = jumpcloud_role.tier.name
				  first_name = "` + first + `"
				}

				resource "jumpcloud_provider_administrator" "kim" {
				  email      = "kim@example.com"
				  role_id    = jumpcloud_role.tier.id
				  first_name = "` + first + `"
				}
			`,
			ConfigStateChecks: []statecheck.StateCheck{
				statecheck.ExpectKnownValue(lee, tfjsonpath.New("role"), knownvalue.StringExact(role)),
				statecheck.ExpectKnownValue("jumpcloud_provider_administrator.kim", tfjsonpath.New("role"), knownvalue.StringExact(role)),
			},
			ConfigPlanChecks: resource.ConfigPlanChecks{PostApplyPostRefresh: []plancheck.PlanCheck{plancheck.ExpectEmptyPlan()}},
		}
	}

	resource.Test(t, resource.TestCase{
		IsUnitTest:               true,
		ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling), used...),
		Steps:                    []resource.TestStep{step("Tier 1", "A"), step("Tier 2", "A"), step("Tier 3", "B")},
	})
}

// TestTerraformCreateBeforeDestroy cannot work, says why, and leaves the old one in place.
func TestTerraformCreateBeforeDestroy(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	config := func(access, first string) string {
		return `
			resource "jumpcloud_provider_administrator" "lee" {
			  email               = "lee@example.com"
			  role                = "Help Desk"
			  organization_access = "` + access + `"

			  lifecycle {
			    create_before_destroy = ` + first + `
			  }
			}
		`
	}

	resource.Test(t, resource.TestCase{
		IsUnitTest:               true,
		ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling), used...),
		Steps: []resource.TestStep{
			{Config: config("all", "true")},
			{Config: config("selected", "true"), ExpectError: regexp.MustCompile(`that[\s│]+cannot[\s│]+work`)},
			{Config: config("all", "true"), PlanOnly: true},
			{Config: config("selected", "false"), ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
				plancheck.ExpectResourceAction(lee, plancheck.ResourceActionDestroyBeforeCreate),
			}}},
		},
	})
}
