// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"os"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// TestTerraformQueryOfANull: a lookup that found nothing does not choose every organization.
func TestTerraformQueryOfANull(t *testing.T) {
	t.Parallel()

	terraform := os.Getenv("TF_ACC_QUERY_PATH")
	if terraform == "" {
		t.Skip("needs a Terraform that has the command query: set TF_ACC_QUERY_PATH")
	}

	w := newWorld(t, simulator.Options{})
	w.terraform = terraform
	w.write("main.tf", required)
	w.write("all.tfquery.hcl", `
locals {
  ids = { acme = "66b1f0a2c8d5e90001a1b2c3" }
}

list "jumpcloud_iplist" "lost" {
  provider = jumpcloud

  config {
    organization_ids = [lookup(local.ids, "globex", null)]
  }
}
`)

	out, code := w.run("query")
	if code == 0 {
		t.Errorf("everything was searched: %s", out)
	}

	says(t, out, "Null Element", "organization_ids[0] is null")

	if calls := w.sim.Log().Calls("", "/api/v2/"); len(calls) > 0 {
		t.Errorf("%d calls were sent", len(calls))
	}
}
