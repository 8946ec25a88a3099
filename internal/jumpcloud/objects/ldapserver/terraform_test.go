// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package ldapserver_test

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
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/ldapserver/ldapserversim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// TestTerraform adopts the LDAP server and gives it a Samba domain.
func TestTerraform(t *testing.T) {
	t.Parallel()

	s := acctest.Simulator(t, simulator.Options{})
	org, _ := s.OrganizationID(simulator.AcmeInc)
	config := func(action string) string {
		return fmt.Sprintf(`
resource "jumpcloud_ldap_server" "this" {
  organization_id     = %[1]q
  user_lockout_action = %[2]q
}

resource "jumpcloud_ldap_samba_domain" "this" {
  organization_id = %[1]q
  ldap_server_id  = jumpcloud_ldap_server.this.id
  name            = "ACME-%[2]s"
  sid             = %[3]q
}
`, org, action, sid)
	}
	actions := func(a plancheck.ResourceActionType) resource.ConfigPlanChecks {
		return resource.ConfigPlanChecks{
			PreApply: []plancheck.PlanCheck{
				plancheck.ExpectResourceAction(server, a), plancheck.ExpectResourceAction(domain, a),
			},
			PostApplyPostRefresh: []plancheck.PlanCheck{plancheck.ExpectEmptyPlan()},
		}
	}

	resource.Test(t, resource.TestCase{
		ProtoV6ProviderFactories: acctest.Factories(s, acctest.As(s, simulator.RoleBilling), "jumpcloud_ldap_samba_domain", "jumpcloud_ldap_server"),
		Steps: []resource.TestStep{
			{
				Config:           config("disable"),
				ConfigPlanChecks: actions(plancheck.ResourceActionCreate),
				ConfigStateChecks: []statecheck.StateCheck{
					statecheck.ExpectKnownValue(server, tfjsonpath.New("id"), knownvalue.StringExact(ldapserversim.ServerID(org))),
				},
			},
			{
				ResourceName: server, ImportState: true, ImportStateVerify: true, ImportStateId: org + "/" + ldapserversim.ServerID(org),
			},
			{
				ResourceName: domain, ImportState: true, ImportStateVerify: true,
				ImportStateIdFunc: func(state *terraform.State) (string, error) {
					return org + "/" + ldapserversim.ServerID(org) + "/" + state.RootModule().Resources[domain].Primary.ID, nil
				},
			},
			{Config: config("remove"), ConfigPlanChecks: actions(plancheck.ResourceActionUpdate)},
		},
	})
}
