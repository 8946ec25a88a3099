// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"fmt"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/terraform"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// used are the types of the configurations here.
var used = []string{
	"jumpcloud_policy", "jumpcloud_policy_association", "jumpcloud_policy_group", "jumpcloud_policy_group_association",
	"jumpcloud_policy_group_membership", "jumpcloud_system_group", "jumpcloud_system_group_association",
	"jumpcloud_system_group_membership", "jumpcloud_user_group",
}

// imported is a step that imports a resource and compares all of it.
func (w *world) imported(address string, parts ...string) resource.TestStep {
	return resource.TestStep{
		ResourceName:                         address,
		ImportState:                          true,
		ImportStateVerify:                    true,
		ImportStateVerifyIdentifierAttribute: parts[0],
		ImportStateIdFunc: func(s *terraform.State) (string, error) {
			id := w.Org
			for _, part := range parts {
				id += "/" + s.RootModule().Resources[address].Primary.Attributes[part]
			}

			return id, nil
		},
	}
}

// importedBut is a step that imports a resource and compares all but some attributes.
func (w *world) importedBut(address string, but ...string) resource.TestStep {
	step := w.imported(address, "id")
	step.ImportStateVerifyIgnore = but

	return step
}

func TestTerraformGroups(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	config := func(name string) string {
		return fmt.Sprintf(`
			resource "jumpcloud_policy" "lock" {
			  organization_id = %[1]q
			  name            = "Lock"
			  template_name   = "lock_screen_darwin"
			  values          = { timeout = 300 }
			}

			resource "jumpcloud_system_group" "macs" {
			  organization_id   = %[1]q
			  name              = %[2]q
			  membership_method = "DYNAMIC_AUTOMATED"
			  member_query = {
			    query_type = "FilterQuery"
			    filters    = [{ field = "os", operator = "eq", value = "Mac OS X" }]
			  }
			}

			resource "jumpcloud_user_group" "staff" {
			  organization_id = %[1]q
			  name            = %[2]q
			  posix_groups    = { staff = 2000 }
			  radius_reply    = [{ name = "Tunnel-Type", value = "13" }]
			}

			resource "jumpcloud_policy_group" "baseline" {
			  organization_id  = %[1]q
			  name             = %[2]q
			  policy_ids       = [jumpcloud_policy.lock.id]
			  system_group_ids = [jumpcloud_system_group.macs.id]
			}
		`, w.Org, name)
	}

	resource.Test(t, resource.TestCase{
		IsUnitTest:               true,
		ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling), used...),
		Steps: []resource.TestStep{
			{
				Config: config("Macs"),
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
					plancheck.ExpectResourceAction(baseline, plancheck.ResourceActionCreate),
					plancheck.ExpectUnknownValue(baseline, tfjsonpath.New("id")),
				}},
				ConfigStateChecks: []statecheck.StateCheck{
					statecheck.ExpectKnownValue(baseline, tfjsonpath.New("policy_ids"), knownvalue.SetSizeExact(1)),
					statecheck.ExpectKnownValue(baseline, tfjsonpath.New("system_group_ids"), knownvalue.SetSizeExact(1)),
					statecheck.ExpectKnownValue(devices, tfjsonpath.New("member_query").AtMapKey("query_type"), knownvalue.StringExact("FilterQuery")),
					statecheck.ExpectKnownValue(staff, tfjsonpath.New("posix_groups").AtMapKey("staff"), knownvalue.Int64Exact(2000)),
				},
			},
			w.importedBut(baseline, "policy_ids", "system_group_ids"), // an import manages no set
			w.imported(devices, "id"),
			w.importedBut(staff, "posix_groups", "radius_reply"),
			{
				Config: config("All Macs"),
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
					plancheck.ExpectResourceAction(baseline, plancheck.ResourceActionUpdate),
					plancheck.ExpectResourceAction(devices, plancheck.ResourceActionUpdate),
					plancheck.ExpectResourceAction(staff, plancheck.ResourceActionUpdate),
				}},
			},
		},
	})

	for _, collection := range []string{groupsim.PolicyGroups, groupsim.SystemGroups, groupsim.UserGroups} {
		if left := w.Sim.Docs(collection, w.Org).Len(); left > 0 {
			t.Errorf("%d %s left behind", left, collection)
		}
	}
}

func TestTerraformEdges(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	p := w.policies(1)[0]
	system := groupsim.AddSystem(w.Sim.World, w.Org, groupsim.Device{DisplayName: "mac"})
	config := fmt.Sprintf(`
		resource "jumpcloud_policy_group" "baseline" {
		  organization_id = %[1]q
		  name            = "Baseline"
		}

		resource "jumpcloud_policy_group_membership" "x" {
		  organization_id = %[1]q
		  policy_group_id = jumpcloud_policy_group.baseline.id
		  policy_id       = %[2]q
		}

		resource "jumpcloud_policy_association" "x" {
		  organization_id = %[1]q
		  policy_id       = %[2]q
		  target_type     = "system"
		  target_id       = %[3]q
		}

		resource "jumpcloud_policy_group_association" "x" {
		  organization_id = %[1]q
		  policy_group_id = jumpcloud_policy_group.baseline.id
		  target_type     = "system"
		  target_id       = %[3]q
		}

		resource "jumpcloud_system_group" "macs" {
		  organization_id = %[1]q
		  name            = "Macs"
		}

		resource "jumpcloud_system_group_membership" "x" {
		  organization_id = %[1]q
		  system_group_id = jumpcloud_system_group.macs.id
		  system_id       = %[3]q
		}

		resource "jumpcloud_system_group_association" "x" {
		  organization_id = %[1]q
		  system_group_id = jumpcloud_system_group.macs.id
		  target_type     = "policy"
		  target_id       = %[2]q
		}
	`, w.Org, p, system)

	const (
		membership       = "jumpcloud_policy_group_membership.x"
		association      = "jumpcloud_policy_association.x"
		groupAssociation = "jumpcloud_policy_group_association.x"
		deviceMembership = "jumpcloud_system_group_membership.x"
		deviceGroup      = "jumpcloud_system_group_association.x"
	)

	resource.Test(t, resource.TestCase{
		IsUnitTest:               true,
		ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling), used...),
		Steps: []resource.TestStep{
			{
				Config: config,
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
					plancheck.ExpectResourceAction(membership, plancheck.ResourceActionCreate),
					plancheck.ExpectUnknownValue(membership, tfjsonpath.New("policy_group_id")),
				}},
				ConfigStateChecks: []statecheck.StateCheck{
					statecheck.ExpectKnownValue(membership, tfjsonpath.New("policy_id"), knownvalue.StringExact(p)),
					statecheck.ExpectKnownValue(association, tfjsonpath.New("target_id"), knownvalue.StringExact(system)),
					statecheck.ExpectKnownValue(groupAssociation, tfjsonpath.New("target_type"), knownvalue.StringExact("system")),
					statecheck.ExpectKnownValue(deviceMembership, tfjsonpath.New("system_id"), knownvalue.StringExact(system)),
					statecheck.ExpectKnownValue(deviceGroup, tfjsonpath.New("target_id"), knownvalue.StringExact(p)),
				},
			},
			w.imported(membership, "policy_group_id", "policy_id"),
			w.imported(association, "policy_id", "target_type", "target_id"),
			w.imported(groupAssociation, "policy_group_id", "target_type", "target_id"),
			w.imported(deviceMembership, "system_group_id", "system_id"),
			w.imported(deviceGroup, "system_group_id", "target_type", "target_id"),
		},
	})

	if left := w.Sim.Docs(groupsim.Edges, w.Org).Len(); left > 0 {
		t.Errorf("%d edges left behind", left)
	}
}

// TestTerraformUnknownQuery: a query that comes from another resource is known after that
// one's apply, while Terraform knows its type before.
func TestTerraformUnknownQuery(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)

	resource.Test(t, resource.TestCase{
		IsUnitTest:               true,
		ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling), used...),
		Steps: []resource.TestStep{{
			Config: fmt.Sprintf(`
				resource "terraform_data" "query" {
				  input = {
				    query_type = "FilterQuery"
				    filters    = [{ field = "os", operator = "eq", value = "Mac OS X" }]
				  }
				}

				resource "jumpcloud_system_group" "macs" {
				  organization_id   = %q
				  name              = "Macs"
				  membership_method = "DYNAMIC_AUTOMATED"
				  member_query      = terraform_data.query.output
				}
			`, w.Org),
			ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
				plancheck.ExpectUnknownValue(devices, tfjsonpath.New("member_query")),
			}},
			ConfigStateChecks: []statecheck.StateCheck{
				statecheck.ExpectKnownValue(devices, tfjsonpath.New("member_query").AtMapKey("query_type"), knownvalue.StringExact("FilterQuery")),
			},
		}},
	})
}
