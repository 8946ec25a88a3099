// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"io/fs"
	"os"
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
		c.env = append(c.env, env(c)...)
		c.env = append(c.env, "TF_LOG=TRACE", "TF_LOG_PATH="+filepath.Join(c.dir, "trace.log"))
		c.write("main.tf", "terraform {\n  required_providers {\n    zammad = { source = \""+provider.Source+
			"\" }\n  }\n}\n\nresource \"zammad_organization\" \"acme\" {\n  name = \"Acme\"\n}\n")

		if out, code := c.run("plan", "-out=plan.bin"); code != 0 {
			t.Fatalf("%s: plan: %d\n%s", name, code, out)
		}

		if out, code := c.run("apply", "plan.bin"); code != 0 {
			t.Fatalf("%s: apply: %d\n%s", name, code, out)
		}

		// A service that quotes what it was sent.
		c.sim.Inject(sim.Fault{Status: 422, Body: `{"error":"not with Token token=` + token + ` nor ` + password + `"}`})

		out, code := c.run("plan")
		if code == 0 || !strings.Contains(out, "(redacted)") {
			t.Errorf("%s: plan: %d\n%s", name, code, out)
		}

		c.write("printed.txt", out)

		secret := token
		if name == "password" {
			secret = password
		}

		var searched int

		err := filepath.WalkDir(c.dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}

			searched++

			raw, err := os.ReadFile(path)
			if err == nil && strings.Contains(string(raw), secret) {
				t.Errorf("%s: the secret is in %s", name, filepath.Base(path))
			}

			return err
		})
		if err != nil || searched < 5 {
			t.Errorf("%s: searched %d files: %v", name, searched, err)
		}
	}
}
