// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping_test

import (
	"maps"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
)

// TestMappingOfANewOrganization: one run makes an organization and maps it at all vendors. The
// plan knows the company, and the organization only by its name.
func TestMappingOfANewOrganization(t *testing.T) {
	t.Parallel()

	const harbor = "jumpcloud_organization.harbor"

	w := newWorld(t, vendors[0], nil)
	integrations := map[string]string{vendors[0].name: w.integration}
	whole := acctest.Config{harbor: {"name": "Harbor Legal LLP", "deletion_policy": "abandon"}}
	least := acctest.Config{harbor: whole[harbor]}

	billed := map[string]acctest.Attrs{
		psasim.ConnectWise: {"agreement": "Managed Services 2026", "addition": "JumpCloud Platform"},
		psasim.Autotask:    {"contract": "Managed Services 2026", "service": "JumpCloud Platform"},
		psasim.Syncro:      {"billing": map[string]any{"schedule": "Harbor Legal - Monthly", "line_item": "Support"}},
	}

	for _, v := range vendors {
		if integrations[v.name] == "" {
			integrations[v.name] = psasim.AddIntegration(w.Sim.World, w.ProviderID, v.name)
		}

		least[v.address()] = acctest.Attrs{
			"integration_id": integrations[v.name], "organization_id": acctest.Ref(harbor, "id"), "company": "Harbor Legal",
		}

		whole[v.address()] = maps.Clone(least[v.address()])
		maps.Copy(whole[v.address()], billed[v.name])
	}

	p := w.Plan(whole)
	wantNone(t, p.Diags)

	for _, v := range vendors {
		if planned := p.Planned(v.address()); planned["company_id"] != "253" || planned["organization_id"] != acctest.Unknown {
			t.Errorf("%s: planned %v", v.name, planned)
		}
	}

	wantNone(t, p.Apply())
	w.MustPlanEmpty(whole)

	for _, v := range vendors {
		if made := w.State(v.address()); made["company_id"] != "253" || made["organization_id"] != w.State(harbor)["id"] {
			t.Errorf("%s: made %v", v.name, made)
		}
	}

	p = w.Plan(least)
	if p.Count(acctest.Update) != len(vendors) || len(p.Actions()) != len(vendors) {
		t.Errorf("planned %v", p.Actions())
	}

	wantNone(t, p.Apply())
	w.MustPlanEmpty(least)

	if d := w.Destroy().Errors(); len(d) > 0 {
		t.Error(d)
	}

	for _, v := range vendors {
		if n := w.Sim.Docs(psasim.Mappings, integrations[v.name]).Len(); n > 0 {
			t.Errorf("%s: %d left behind", v.name, n)
		}
	}
}
