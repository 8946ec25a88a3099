// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsettings_test

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
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

func TestTerraform(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	config := func(length int) string {
		return fmt.Sprintf(`
			resource "jumpcloud_organization_settings" "this" {
			  organization_id     = %q
			  password_compliance = "custom"
			  on_destroy          = "restore"

			  password_policy = {
			    enable_min_length = true
			    min_length        = %d
			  }

			  user_portal = {
			    idle_session_duration_minutes = 60
			  }
			}
		`, w.Org, length)
	}

	resource.Test(t, resource.TestCase{
		IsUnitTest:               true,
		ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling), "jumpcloud_organization_settings"),
		Steps: []resource.TestStep{
			{
				Config: config(12),
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
					plancheck.ExpectResourceAction(settings, plancheck.ResourceActionCreate),
				}},
				ConfigStateChecks: []statecheck.StateCheck{
					statecheck.ExpectKnownValue(settings, tfjsonpath.New("password_policy").AtMapKey("min_length"), knownvalue.Int64Exact(12)),
					statecheck.ExpectKnownValue(settings, tfjsonpath.New("password_policy").AtMapKey("max_history"), knownvalue.Null()),
				},
			},
			{
				Config: config(16),
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
					plancheck.ExpectResourceAction(settings, plancheck.ResourceActionUpdate),
				}},
			},
			{
				ResourceName:                         settings,
				ImportState:                          true,
				ImportStateIdFunc:                    func(*terraform.State) (string, error) { return w.Org, nil },
				ImportStateVerifyIdentifierAttribute: "organization_id",
				// An import reads every setting, the configuration has some; see TestEverySetting.
				ImportStateCheck: func(all []*terraform.InstanceState) error {
					if len(all) != 1 || all[0].Attributes["password_policy.min_length"] != "16" {
						return fmt.Errorf("imported %v", all)
					}

					return nil
				},
			},
		},
	})

	w.wantStored(map[string]any{"passwordPolicy.minLength": "8", "userPortal.idleSessionDurationMinutes": "480"})
}

// TestTerraformImportOfAPart: what the configuration leaves out is not planned as a removal, at the top
// and within a nested object.
func TestTerraformImportOfAPart(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)

	resource.Test(t, resource.TestCase{
		IsUnitTest:               true,
		ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling), "jumpcloud_organization_settings"),
		Steps: []resource.TestStep{{
			Config: fmt.Sprintf(`
				import {
				  to = jumpcloud_organization_settings.this
				  id = %[1]q
				}

				resource "jumpcloud_organization_settings" "this" {
				  organization_id = %[1]q
				  contact_name    = "Example Contact"
				  password_policy = { max_history = 3 }
				}
			`, w.Org),
			ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
				plancheck.ExpectResourceAction(settings, plancheck.ResourceActionNoop),
			}},
		}},
	})

	w.WantPuts()
}
