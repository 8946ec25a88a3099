// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/simulator"
)

// TestTerraformShowsNoSecret: neither token nor password is in a log at TRACE, a plan, a
// state or an error, whatever the service quotes.
func TestTerraformShowsNoSecret(t *testing.T) {
	t.Parallel()

	const password = "simulated password"

	for name, env := range map[string]func(c *cli) []string{
		"token": func(*cli) []string { return nil },
		"password": func(*cli) []string {
			return []string{"ZAMMAD_TOKEN=", "ZAMMAD_USERNAME=admin@example.com", "ZAMMAD_PASSWORD=" + password}
		},
	} {
		c := newCLI(t)
		token := c.sim.Token(simulator.RoleAdmin)
		c.Env = append(c.Env, env(c)...)
		c.Env = append(c.Env, "TF_LOG=TRACE", "TF_LOG_PATH="+filepath.Join(c.Path, "trace.log"))
		c.Write("main.tf", "terraform {\n  required_providers {\n    zammad = { source = \""+provider.Source+
			"\" }\n  }\n}\n\nresource \"zammad_organization\" \"acme\" {\n  name = \"Acme\"\n}\n")

		if out, code := c.Run("plan", "-out=plan.bin"); code != 0 {
			t.Fatalf("%s: plan: %d\n%s", name, code, out)
		}

		c.Show("plan.bin")

		if out, code := c.Run("apply", "plan.bin"); code != 0 {
			t.Fatalf("%s: apply: %d\n%s", name, code, out)
		}

		// A service that quotes what it was sent.
		c.sim.Inject(sim.Fault{Status: 422, Body: `{"error":"not with Token token=` + token + ` nor ` + password + `"}`})

		out, code := c.Run("plan")
		if code == 0 || !strings.Contains(out, "(redacted)") {
			t.Errorf("%s: plan: %d\n%s", name, code, out)
		}

		c.Write("printed.txt", out)

		secret := token
		if name == "password" {
			secret = password
		}

		if searched := c.Lacks(secret); searched < 6 {
			t.Errorf("%s: searched %d files", name, searched)
		}
	}
}
