// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package providersettings_test

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestDataSources(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	want := acctest.Attrs{
		"id": w.ProviderID, "name": "Example MSP", "type": "MSP", "disallow_org_creation": false, "allow_mfa_override": true,
		"require_admin_mfa": false, "contact": map[string]any{"name": "Example Contact", "email": "contact-" + w.ProviderID + "@example.com"},
	}

	for _, config := range []acctest.Attrs{{}, {"id": w.ProviderID}} {
		got, d := w.Data("jumpcloud_provider", config)
		wantNoError(t, d)

		if !reflect.DeepEqual(got, want) {
			t.Errorf("%v, want %v", got, want)
		}
	}

	got, d := w.Data("jumpcloud_providers", nil)
	wantNoError(t, d)

	if !reflect.DeepEqual(got, acctest.Attrs{"providers": []any{map[string]any(want)}, "ids": []any{w.ProviderID}}) {
		t.Errorf("providers %v", got)
	}

	// A provider as the service showed it when it showed little: the rest is null.
	w.change(func(p sim.Doc) {
		for _, name := range []string{"name", "type", "settings", "contact"} {
			delete(p, name)
		}
	})

	if got, d := w.Data("jumpcloud_provider", nil); len(d) > 0 || got["name"] != nil || got["require_admin_mfa"] != nil {
		t.Errorf("%v %s", got, d)
	}

	other, _ := w.Sim.ProviderID(simulator.OtherProvider)
	_, d = w.Data("jumpcloud_provider", acctest.Attrs{"id": other})
	wantError(t, d, "Unable to Read Provider", `AttributeName("id")`, "not found")

	_, d = w.Data("jumpcloud_provider", acctest.Attrs{"id": "Example MSP"})
	wantError(t, d, "24 hexadecimal digits")

	w.Use(acctest.As(w.Sim, simulator.RoleTenant))

	_, d = w.Data("jumpcloud_provider", nil)
	wantError(t, d, "Unable to Read Provider", "Multi-Tenant Portal")

	if got, d := w.Data("jumpcloud_providers", nil); len(d) > 0 || !reflect.DeepEqual(got["ids"], []any{}) {
		t.Errorf("a key of one organization sees %v %s", got, d)
	}
}

func TestTerraform(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	config := func(mfa bool) string {
		return fmt.Sprintf(`
			resource "jumpcloud_provider_settings" "this" {
			  name               = "Nova MSP"
			  require_admin_mfa  = %t
			  allow_mfa_override = true
			  on_destroy         = "restore"

			  contact = {
			    name  = "Operations"
			    email = "ops@example.com"
			  }
			}

			data "jumpcloud_provider" "this" {
			  depends_on = [jumpcloud_provider_settings.this]
			}
		`, mfa)
	}

	resource.Test(t, resource.TestCase{
		IsUnitTest:               true,
		ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling)),
		Steps: []resource.TestStep{
			{
				Config: config(true),
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
					plancheck.ExpectResourceAction(settings, plancheck.ResourceActionCreate),
					plancheck.ExpectKnownValue(settings, tfjsonpath.New("id"), knownvalue.StringExact(w.ProviderID)),
				}},
				ConfigStateChecks: []statecheck.StateCheck{
					statecheck.ExpectKnownValue("data.jumpcloud_provider.this", tfjsonpath.New("require_admin_mfa"), knownvalue.Bool(true)),
				},
			},
			{
				ResourceName:      settings,
				ImportState:       true,
				ImportStateVerify: true,
				// Terraform's own, of which the service knows nothing.
				ImportStateVerifyIgnore: []string{"on_destroy", "original"},
			},
			{
				Config: config(false),
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
					plancheck.ExpectResourceAction(settings, plancheck.ResourceActionUpdate),
				}},
			},
		},
	})

	w.wantStored(map[string]any{"name": "Example MSP", "contact.name": "Example Contact"})
}
