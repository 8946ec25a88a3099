// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli/workdir"
)

const (
	bosPassword = "canary/of+Bo's=password"

	canary = `
terraform {
  required_providers {
    nexport = { source = "seed-37bf88c1/nexport" }
  }
}

variable "password" {
  type      = string
  ephemeral = true
}

data "nexport_organization" "acme" {
  short_name = "ACME"
}

resource "nexport_user" "bo" {
  owner_organization_id = data.nexport_organization.acme.id
  login                 = "bo@acme.example"
  first_name            = "Bo"
  last_name             = "Berg"
  email                 = "bo@acme.example"
  password_wo           = var.password
  password_wo_version   = 1
}

resource "nexport_subscription" "bo" {
  organization_id = data.nexport_organization.acme.id
  user_id         = nexport_user.bo.id
}
`
)

// TestTerraformShowsNoSecret: neither token nor password is in a log at TRACE, a plan, a
// state or an error, whatever the service quotes, in any spelling that an address has.
func TestTerraformShowsNoSecret(t *testing.T) {
	t.Parallel()

	c := newCLI(t)
	workdir.Need(t, tfcli.WriteOnly)
	c.Env = append(c.Env, "TF_LOG=TRACE", "TF_LOG_PATH="+filepath.Join(c.Path, "trace.log"), "TF_VAR_password="+bosPassword)
	c.Write("main.tf", canary)

	if out, code := c.Run("plan", "-out=plan.bin"); code != 0 {
		t.Fatalf("plan: %d\n%s", code, out)
	}

	c.Show("plan.bin")

	if out, code := c.Run("apply", "plan.bin"); code != 0 {
		t.Fatalf("apply: %d\n%s", code, out)
	}

	// A service that breaks off, and one that quotes what it was sent.
	password := c.sim.Summary("").Logins[simulator.RoleAdmin].Password
	dropped := c.sim.Inject(sim.Fault{PathPrefix: "/api/v1/AdminApi/GetUser", Drop: true})

	broken, code := c.Run("plan")
	if code == 0 {
		t.Errorf("plan: %d\n%s", code, broken)
	}

	dropped.Remove()

	c.sim.Inject(sim.Fault{
		PathPrefix: "/api/v1/AdminApi/GetUser", Status: 422,
		Body: `{"api_error_entity":{"error_code":3,"error_message":"not as ` + password + `"}}`,
	})

	out, code := c.Run("plan")
	if code == 0 || !strings.Contains(out, "not as (redacted)") {
		t.Errorf("plan: %d\n%s", code, out)
	}

	c.Write("printed.txt", broken+out)

	tokens := c.sim.Tokens()
	if len(tokens) < 4 { // one a run of the provider that made a call
		t.Errorf("%d tokens", len(tokens))
	}

	for _, secret := range append(tokens, password, bosPassword, "canary%2Fof%2BBo", "canary%2fof%2bBo", "access_token=0") {
		if searched := c.Lacks(secret); searched < 6 {
			t.Errorf("searched %d files", searched)
		}
	}
}
