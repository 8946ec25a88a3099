// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/objects/organization/organizationsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/objects/ticketpriority/ticketprioritysim"
)

const configuration = `
terraform {
  required_providers {
    zammad = { source = %q }
  }
}

resource "zammad_ticket_priority" "plain" {
  name = "4 urgent"
}

resource "zammad_ticket_priority" "full" {
  name     = "5 disaster"
  note     = "Call somebody"
  ui_icon  = "important"
  ui_color = "high-priority"
  active   = false
}

resource "zammad_organization" "acme" {
  name   = "Acme Inc"
  domain = "acme.example"
}
`

// longAgo is when the objects were created, in Zammad as in the state.
const longAgo = "2022-12-01T10:00:00.000Z"

// TestTerraformTakesOverState: state as the provider o11ydev/zammad wrote it, with its own
// attributes and address, is taken over by "terraform state replace-provider" with no changes. OpenTofu needs the old
// address in full.
func TestTerraformTakesOverState(t *testing.T) {
	t.Parallel()

	c := newCLI(t)
	plain := ticketprioritysim.Add(c.sim.World, sim.Doc{"name": "4 urgent", "created_at": longAgo})
	full := ticketprioritysim.Add(c.sim.World, sim.Doc{
		"name": "5 disaster", "note": "Call somebody", "ui_icon": "important", "ui_color": "high-priority", "active": false,
		"created_at": longAgo,
	})
	acme := organizationsim.Add(c.sim.World, sim.Doc{"name": "Acme Inc", "domain": "acme.example", "created_at": longAgo})

	c.Write("main.tf", fmt.Sprintf(configuration, provider.Source))
	c.Write("terraform.tfstate", oldState(t,
		oldObject("zammad_ticket_priority", "plain", priorityState(plain, "4 urgent", nil, nil, nil, true)),
		oldObject("zammad_ticket_priority", "full", priorityState(full, "5 disaster", "Call somebody", "important", "high-priority", false)),
		oldObject("zammad_organization", "acme", map[string]any{
			"id": acme, "name": "Acme Inc", "shared": true, "domain": "acme.example", "domain_assignment": false, "active": true, "note": nil,
			"created_by_id": 1, "updated_by_id": 1, "created_at": longAgo, "updated_at": longAgo,
		})))

	if out, code := c.Run("state", "replace-provider", "-auto-approve", "registry.terraform.io/o11ydev/zammad", provider.Source); code != 0 {
		t.Fatalf("state replace-provider: %d\n%s", code, out)
	}

	// 0 is an empty plan, 2 one with changes.
	if out, code := c.Run("plan", "-detailed-exitcode"); code != 0 {
		t.Fatalf("plan: %d\n%s", code, out)
	}

	before := len(c.sim.Log().Writes())

	if out, code := c.Run("apply", "-auto-approve"); code != 0 || !strings.Contains(out, "0 added, 0 changed, 0 destroyed") {
		t.Errorf("apply: %d\n%s", code, out)
	}

	if n := len(c.sim.Log().Writes()) - before; n > 0 {
		t.Errorf("%d writes", n)
	}

	// What was taken over is managed from now on.
	raw, err := os.ReadFile(filepath.Join(c.Path, "terraform.tfstate"))
	if err != nil || strings.Contains(string(raw), "o11ydev") {
		t.Errorf("%v: state still names the old provider:\n%s", err, raw)
	}
}

func priorityState(id, name string, note, icon, color any, active bool) map[string]any {
	return map[string]any{
		"id": id, "name": name, "note": note, "ui_icon": icon, "ui_color": color, "default_create": false, "active": active,
		"created_by_id": 1, "updated_by_id": 1, "created_at": longAgo, "updated_at": longAgo,
	}
}

func oldObject(typ, name string, attributes map[string]any) map[string]any {
	return map[string]any{
		"mode": "managed", "type": typ, "name": name, "provider": `provider["registry.terraform.io/o11ydev/zammad"]`,
		"instances": []any{map[string]any{"schema_version": 0, "attributes": attributes, "sensitive_attributes": []any{}}},
	}
}

// oldState is a state file of Terraform 1.3, which was current when that provider was.
func oldState(t *testing.T, objects ...map[string]any) string {
	t.Helper()

	raw, err := json.Marshal(map[string]any{
		"version": 4, "terraform_version": "1.3.6", "serial": 3, "lineage": "0f7ee5a4-0c5e-4bc0-9a8d-7f5a4c1d2b3e", "outputs": map[string]any{},
		"resources": objects,
	})
	if err != nil {
		t.Fatal(err)
	}

	return string(raw)
}
