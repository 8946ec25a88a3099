// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"fmt"
	"maps"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestTerraformActions does every deed with the command line, which Terraform can from 1.14 on:
// by hand, and after a resource was made.
func TestTerraformActions(t *testing.T) {
	t.Parallel()

	terraform := os.Getenv("TF_ACC_QUERY_PATH")
	if terraform == "" {
		t.Skip("needs a Terraform that has actions: set TF_ACC_QUERY_PATH")
	}

	w := newWorld(t, simulator.Options{})
	w.terraform = terraform
	acme, _ := w.sim.OrganizationID(simulator.AcmeInc)
	user := groupsim.AddUser(w.sim.World, acme, "ada")
	system := groupsim.AddSystem(w.sim.World, acme, groupsim.Device{DisplayName: "Laptop"})

	deeds := map[string]string{ // the call of each, where %s is the administrator
		"jumpcloud_administrator_reset_totp":        "POST /api/users/resettotp/%s",
		"jumpcloud_administrator_resend_invitation": "GET /api/users/reactivate/%s",
		"jumpcloud_system_lock":                     "POST /api/systems/" + system + "/command/builtin/lock",
		"jumpcloud_system_restart":                  "POST /api/systems/" + system + "/command/builtin/restart",
		"jumpcloud_system_shutdown":                 "POST /api/systems/" + system + "/command/builtin/shutdown",
		"jumpcloud_user_expire_password":            "POST /api/systemusers/" + user + "/expire",
		"jumpcloud_user_resend_activation":          "POST /api/systemusers/" + user + "/reactivate",
		"jumpcloud_user_reset_mfa":                  "POST /api/systemusers/" + user + "/resetmfa",
		"jumpcloud_user_unlock":                     "POST /api/systemusers/" + user + "/unlock",
	}

	text := required + fmt.Sprintf(`
data "jumpcloud_provider_administrators" "all" {}

locals { lee = values(data.jumpcloud_provider_administrators.all.administrators)[0].id }

resource "jumpcloud_iplist" "offices" {
  organization_id = %q
  name            = "Offices"
  ips             = ["192.0.2.1"]

  lifecycle {
    action_trigger {
      events  = [after_create]
      actions = [action.jumpcloud_user_unlock.this, action.jumpcloud_system_lock.this]
    }
  }
}

output "lee" { value = local.lee }
`, acme)

	for _, name := range slices.Sorted(maps.Keys(deeds)) {
		config := "administrator_id = local.lee"

		switch {
		case strings.HasPrefix(name, "jumpcloud_user_"):
			config = fmt.Sprintf("organization_id = %q\n    user_id = %q", acme, user)
		case strings.HasPrefix(name, "jumpcloud_system_"):
			config = fmt.Sprintf("organization_id = %q\n    system_id = %q", acme, system)
		}

		text += fmt.Sprintf("\naction %q \"this\" {\n  config {\n    %s\n  }\n}\n", name, config)
	}

	w.write("main.tf", text)

	// deedsDone are the calls that do something, in their order.
	deedsDone := func() []string {
		var all []string

		for _, e := range w.sim.Log().Calls("", "") {
			if call := e.Method + " " + e.Path; e.Method != http.MethodGet || strings.Contains(e.Path, "/reactivate/") {
				all = append(all, call)
			}
		}

		return all
	}

	w.mustApply()

	made := deedsDone()
	if len(made) != 3 || made[0] != "POST /api/v2/"+iplistsim.Collection || made[1] != deeds["jumpcloud_user_unlock"] || made[2] != deeds["jumpcloud_system_lock"] {
		t.Errorf("after the list was made: %q", made)
	}

	lee := strings.TrimSpace(w.must("output", "-raw", "lee"))

	for name, call := range deeds {
		if strings.Contains(call, "%s") {
			call = fmt.Sprintf(call, lee)
		}

		w.sim.Log().Reset()

		out := w.must("apply", "-input=false", "-auto-approve", "-invoke=action."+name+".this")
		if got := deedsDone(); !slices.Equal(got, []string{call}) {
			t.Errorf("%s: %q\n%s", name, got, out)
		}
	}

	w.sim.Log().Reset()

	if out := w.must("plan", "-input=false"); !strings.Contains(out, "No changes.") {
		t.Errorf("a deed is done again: %s", out)
	}

	w.must("plan", "-input=false", "-invoke=action.jumpcloud_user_reset_mfa.this")

	w.env["JUMPCLOUD_READ_ONLY"] = "true"

	out, code := w.run("apply", "-input=false", "-auto-approve", "-invoke=action.jumpcloud_administrator_resend_invitation.this")
	if code == 0 {
		t.Errorf("done by a provider that may only read: %s", out)
	}

	says(t, out, "read_only")
	delete(w.env, "JUMPCLOUD_READ_ONLY")

	w.sim.Inject(sim.Fault{Method: "POST", PathPrefix: "/api/systemusers/", Status: 404, Times: 1})

	out, code = w.run("apply", "-input=false", "-auto-approve", "-invoke=action.jumpcloud_user_unlock.this")
	if code == 0 {
		t.Errorf("done, although there is no such user: %s", out)
	}

	says(t, out, "Unable to Invoke", user)

	if got := deedsDone(); len(got) != 1 {
		t.Errorf("a plan, a provider that may only read, and a refusal did: %q", got)
	}
}

// TestTerraformActionsOfTooManyOrganizations: an action with a for_each is counted as the resources
// are, and refused before one of its instances is done.
func TestTerraformActionsOfTooManyOrganizations(t *testing.T) {
	t.Parallel()

	terraform := os.Getenv("TF_ACC_QUERY_PATH")
	if terraform == "" {
		t.Skip("needs a Terraform that has actions: set TF_ACC_QUERY_PATH")
	}

	w := newWorld(t, simulator.Options{})
	w.terraform = terraform

	users := ""

	for _, name := range []string{simulator.AcmeInc, simulator.Globex} {
		id, _ := w.sim.OrganizationID(name)
		users += fmt.Sprintf("    %q = %q\n", id, groupsim.AddUser(w.sim.World, id, "ada"))
	}

	w.write("main.tf", required+fmt.Sprintf(`
provider "jumpcloud" {
  blast_radius = { max_organizations = 1 }
}

locals {
  users = {
%s  }
}

action "jumpcloud_user_expire_password" "each" {
  for_each = local.users

  config {
    organization_id = each.key
    user_id         = each.value
  }
}

action "jumpcloud_user_expire_password" "nowhere" {
  config {
    user_id = values(local.users)[0]
  }
}
`, users))

	for action, want := range map[string][]string{
		"each":    {"Blast Radius Exceeded", "jumpcloud_user_expire_password (invoke) in 2 organizations"},
		"nowhere": {"Missing organization_id"},
	} {
		for _, command := range [][]string{{"plan", "-input=false"}, {"apply", "-input=false", "-auto-approve"}} {
			out, code := w.run(append(command, "-invoke=action.jumpcloud_user_expire_password."+action)...)
			if code == 0 {
				t.Errorf("%s of %s passed: %s", command[0], action, out)
			}

			says(t, out, want...)
		}
	}

	w.env["JUMPCLOUD_MAX_ORGANIZATIONS"] = "2"
	w.must("plan", "-input=false", "-invoke=action.jumpcloud_user_expire_password.each")

	if n := w.sim.Log().Count(http.MethodPost, ""); n > 0 {
		t.Errorf("%d deeds were done", n)
	}

	w.must("apply", "-input=false", "-auto-approve", "-invoke=action.jumpcloud_user_expire_password.each")

	if n := w.sim.Log().Count(http.MethodPost, "/api/systemusers/"); n != 2 {
		t.Errorf("%d deeds were done, want 2", n)
	}
}
