// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package offboarding_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/config"
	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/organization/organizationsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// example copies examples/offboarding with some folders of clients, without the versions of
// a provider that runs in this process.
func example(t *testing.T, folders map[string]map[string]string) string {
	t.Helper()

	to := t.TempDir()
	write := func(path string, raw []byte) {
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
	}

	for _, name := range []string{"main.tf", "variables.tf", "outputs.tf"} {
		raw, err := os.ReadFile(filepath.Join("../../../../examples/offboarding", name))
		if err != nil {
			t.Fatal(err)
		}

		write(filepath.Join(to, name), raw)
	}

	for folder, clients := range folders {
		if err := os.MkdirAll(filepath.Join(to, folder), 0o755); err != nil {
			t.Fatal(err)
		}

		for name, text := range clients {
			write(filepath.Join(to, folder, name+".yaml"), []byte(text))
		}
	}

	return to
}

// The example's life: a client leaves, in the example's order.
func TestTerraformExample(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)

	summit := func() string {
		d, _ := w.Sim.Organizations(w.ProviderID).Find(func(d sim.Doc) bool { return d["name"] == "Summit Freight" })
		id, _ := d["id"].(string)

		return id
	}

	const harbor, summitFreight, leaving = "name: Harbor Legal LLP\n", "name: Summit Freight\n", "state: leaving\n"

	folder := example(t, map[string]map[string]string{
		"active":  {"harbor-legal": harbor, "summit-freight": summitFreight},
		"removed": {"harbor-legal": harbor},
		"leaving": {"harbor-legal": harbor + leaving, "summit-freight": summitFreight + leaving},
		"none":    {}, // the test kit cannot read what for_each leaves at the end
	})
	directory := config.StaticDirectory(folder)
	clients := func(name string) config.Variables {
		return config.Variables{"clients": config.StringVariable(filepath.Join(folder, name))}
	}

	resource.Test(t, resource.TestCase{
		IsUnitTest:               true,
		ProtoV6ProviderFactories: acctest.Factories(w.Sim, acctest.As(w.Sim, simulator.RoleBilling)),
		Steps: []resource.TestStep{
			{ConfigDirectory: directory, ConfigVariables: clients("active")},
			{
				ConfigDirectory: directory,
				ConfigVariables: clients("removed"),
				ExpectError:     regexp.MustCompile("Organization Cannot Be Deleted"),
			},
			{
				PreConfig: func() {
					w.Sim.Put(organizationsim.Systems, summit(), "000000000000000000000001", sim.Doc{"hostname": "mac"})
				},
				ConfigDirectory: directory,
				ConfigVariables: clients("leaving"),
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
					plancheck.ExpectResourceAction(`jumpcloud_organization.client["summit-freight"]`, plancheck.ResourceActionUpdate),
				}},
				ConfigStateChecks: []statecheck.StateCheck{
					statecheck.ExpectKnownOutputValue("ready", knownvalue.ListExact([]knownvalue.Check{knownvalue.StringExact("harbor-legal")})),
					statecheck.ExpectKnownOutputValue("checklists", knownvalue.MapSizeExact(2)),
					statecheck.ExpectKnownOutputValue("still_billed", knownvalue.MapSizeExact(0)),
				},
			},
			{ConfigDirectory: directory, ConfigVariables: clients("none")},
		},
	})

	if d, ok := w.Sim.Docs(jumpcloudsim.Organizations, w.ProviderID).Get(summit()); !ok {
		t.Errorf("the organization is gone: %v", d)
	}
}
