// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/bindplanesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli/workdir"
)

// license is hard to spell: what quotes it in JSON, a URL or Go does so in another way each.
const license = `lic"ense/of&acme<1>+`

const configuration = `
terraform {
  required_providers {
    bindplaneadmin = { source = "seed-37bf88c1/bindplaneadmin" }
  }
}

variable "license" {
  type      = string
  ephemeral = true
}

resource "bindplaneadmin_organization" "acme" {
  display_name           = "Acme"
  initial_project_name   = "Production"
  accept_eula            = true
  license_key_wo         = var.license
  license_key_wo_version = 1
  secret_key_in_state    = IN_STATE
  deletion_policy        = "delete"
}

ephemeral "bindplaneadmin_project_secret_key" "acme" {
  project_id = bindplaneadmin_organization.acme.initial_project_id
}

data "bindplaneadmin_projects" "all" {
  depends_on = [bindplaneadmin_organization.acme]
}
`

// TestTerraformShowsNoSecret: an organization's whole life with a real Terraform, after which
// neither key, password, licence nor secret key is in a log at TRACE, a plan, a state or an
// error, in whatever spelling, but the secret key where state is to have it.
func TestTerraformShowsNoSecret(t *testing.T) {
	t.Parallel()

	const password = "simulated password"

	for name, row := range map[string]struct {
		env     []string
		inState string
	}{
		"key":      {nil, "false"},
		"password": {[]string{"BINDPLANEADMIN_API_KEY=", "BINDPLANEADMIN_USERNAME=admin@example.com", "BINDPLANEADMIN_PASSWORD=" + password}, "true"},
	} {
		c := newCLI(t)
		workdir.Need(t, tfcli.WriteOnly)
		key := c.sim.Key(simulator.RoleAdmin)
		c.Env = append(c.Env, row.env...)
		c.Env = append(c.Env, "TF_VAR_license="+license, "TF_LOG=TRACE", "TF_LOG_PATH="+filepath.Join(c.Path, "trace.log"))
		c.Write("main.tf", strings.ReplaceAll(configuration, "IN_STATE", row.inState))

		apply := []string{"apply", "-auto-approve"}

		if name == "key" {
			out, code := c.Run("plan", "-out=plan.bin")
			if code != 0 || !strings.Contains(strings.Join(strings.Fields(out), " "), "accepts the end-user license agreement") {
				t.Fatalf("%s: plan: %d\n%s", name, code, out)
			}

			c.Show("plan.bin")

			apply = append(apply, "plan.bin")
		}

		if out, code := c.Run(apply...); code != 0 {
			t.Fatalf("%s: apply: %d\n%s", name, code, out)
		}

		if d, _ := c.sim.Store.Docs(bindplanesim.Licenses, "").Find(func(sim.Doc) bool { return true }); d["key"] != license {
			t.Errorf("%s: the licence is %v", name, d)
		}

		secret := secretKey(c.sim)

		// A service that quotes what it was sent, and the key that is in state.
		text := "not " + license + " nor " + key + " nor " + password
		if row.inState == "true" {
			text += " nor " + secret
		}

		quoted, err := json.Marshal(map[string][]string{"errors": {text}})
		if err != nil {
			t.Fatal(err)
		}

		c.sim.Inject(sim.Fault{Method: "PUT", Status: 409, Body: string(quoted)})
		c.Write("main.tf", strings.ReplaceAll(strings.Replace(configuration, "version = 1", "version = 2", 1), "IN_STATE", row.inState))

		out, code := c.Run("apply", "-auto-approve")
		if code == 0 || !strings.Contains(out, "(redacted)") {
			t.Errorf("%s: apply: %d\n%s", name, code, out)
		}

		c.Write("printed.txt", out)

		if searched := c.Lacks(license); searched < 4 {
			t.Errorf("%s: searched %d files", name, searched)
		}

		c.Lacks(secret, map[string][]string{"true": {"terraform.tfstate", "terraform.tfstate.backup"}}[row.inState]...)

		if name == "password" {
			c.Lacks(password)

			continue
		}

		c.Lacks(key)

		if out, code := c.Run("destroy", "-auto-approve"); code != 0 || c.sim.Store.Docs(bindplanesim.Organizations, "").Len() != 1 {
			t.Errorf("%s: destroy: %d\n%s", name, code, out)
		}
	}
}

// secretKey is that of the project that was made last.
func secretKey(s *simulator.Simulator) string {
	all := s.Store.Docs(bindplanesim.Projects, "").All()
	spec, _ := all[len(all)-1]["spec"].(sim.Doc)

	return bindplanesim.Text(spec, "secretKey")
}
