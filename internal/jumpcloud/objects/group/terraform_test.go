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
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// TestTerraformUnknownQuery: a query that comes from another resource is known after that
// one's apply, while Terraform knows its type before.
func TestTerraformUnknownQuery(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)

	resource.Test(t, resource.TestCase{
		IsUnitTest:               true,
		ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling), "jumpcloud_system_group"),
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
