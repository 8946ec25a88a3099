// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"fmt"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// TestTerraformOnboardingUnderBlastRadius: thirteen tenants with what lives in them are made in one
// apply of one saved plan, under a limit of thirteen. The objects' organizations get their
// ids while it applies, and Terraform plans each object again then.
func TestTerraformOnboardingUnderBlastRadius(t *testing.T) {
	t.Parallel()

	const tenants = 13

	w := newWorld(t, simulator.RoleBilling, nil)

	resource.Test(t, resource.TestCase{
		IsUnitTest:               true,
		ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling), "jumpcloud_iplist", "jumpcloud_organization", "jumpcloud_user_group"),
		Steps: []resource.TestStep{{
			Config: fmt.Sprintf(`
				provider "jumpcloud" {
				  blast_radius = { max_organizations = %d }
				}

				resource "jumpcloud_organization" "tenant" {
				  count           = %[1]d
				  name            = "Tenant ${count.index}"
				  deletion_policy = "abandon"
				}

				resource "jumpcloud_iplist" "office" {
				  count           = %[1]d
				  organization_id = jumpcloud_organization.tenant[count.index].id
				  name            = "Office"
				  ips             = ["192.0.2.1"]
				}

				resource "jumpcloud_user_group" "staff" {
				  count           = %[1]d
				  organization_id = jumpcloud_organization.tenant[count.index].id
				  name            = "Staff"
				}
			`, tenants),
		}},
	})

	if n := w.Sim.Log().Count("POST", providers); n != tenants {
		t.Errorf("%d organizations were made", n)
	}
}
