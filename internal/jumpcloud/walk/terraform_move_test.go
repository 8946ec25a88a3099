// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/terraformcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli/workdir"
)

// A state file of another provider, a moved block, and the plan changes nothing; the same
// after "terraform state replace-provider" where type and id are the same. Terraform wants a
// program for the other provider's address, too: this one stands in for it.
func TestTerraformMoved(t *testing.T) {
	t.Parallel()

	for name, source := range map[string]string{
		"another type": "jumpcloud_usergroup", "the same type": "jumpcloud_user_group", "replaced provider": "jumpcloud_user_group",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			if name == "another type" {
				workdir.Need(t, tfcli.MovedTypes)
			}

			other := "registry.example/other/jumpcloud"
			if name == "replaced provider" {
				other = "registry.terraform.io/other/jumpcloud" // in full, which OpenTofu needs
			}

			c := newCLI(t, lifeCycle{block: func(w *world) string {
				return fmt.Sprintf("resource \"jumpcloud_user_group\" \"all_staff\" {\n  organization_id = %q\n  name = \"A user_group\"\n}\n\n"+
					"moved {\n  from = %s.staff\n  to   = jumpcloud_user_group.all_staff\n}", w.org, source)
			}})
			c.at.Env = append(c.at.Env, "JUMPCLOUD_ORGANIZATION_ID="+c.org) // the old state names no organization

			c.override(other)
			c.state(other, source, map[string]any{"id": c.group(groupsim.UserGroup), "name": "A user_group", "description": ""})

			if name == "replaced provider" {
				if out, code := c.at.Run("state", "replace-provider", "-auto-approve", other, terraformcli.Provider.Source); code != 0 {
					t.Fatal(out)
				}
			}

			out, code := c.at.Run("apply", "-input=false", "-auto-approve")
			if code != 0 || !strings.Contains(out, "0 added, 0 changed, 0 destroyed") {
				t.Fatal(out)
			}

			for _, e := range c.sim.Log().Writes() {
				t.Errorf("written: %s %s", e.Method, e.Path)
			}
		})
	}
}

// override has the provider stand in for another one's address as well.
func (c *cli) override(address string) {
	folder := program.Built(c.t)

	c.at.Write("terraform.rc", strings.Replace(program.Overrides(folder), "dev_overrides {", fmt.Sprintf("dev_overrides {\n    %q = %q", address, folder), 1))
}

// state writes a state file with one resource "staff" of another provider.
func (c *cli) state(provider, typeName string, attributes map[string]any) {
	raw, err := json.Marshal(map[string]any{
		"version": 4, "terraform_version": "1.9.0", "serial": 1, "lineage": "9d0c1e0a-7f5b-4f0e-8a39-1e6a4b2f5c11", "outputs": map[string]any{},
		"resources": []any{map[string]any{
			"mode": "managed", "type": typeName, "name": "staff", "provider": fmt.Sprintf("provider[%q]", provider),
			"instances": []any{map[string]any{"schema_version": 0, "attributes": attributes}},
		}},
	})
	if err != nil {
		c.t.Fatal(err)
	}

	c.at.Write("terraform.tfstate", string(raw))
}
