// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"context"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/terraformcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli/workdir"
)

// cli is a folder with a configuration, Terraform, and a simulator that listens.
type cli struct {
	*world

	terraform, dir string
	env            []string
	old            bool // keeps no identities

	lives   []lifeCycle
	mu      sync.Mutex
	onWrite func(r *http.Request) // of each life cycle the next one
	written map[string]bool
}

func newCLI(t *testing.T, lives ...lifeCycle) *cli {
	t.Helper()

	if os.Getenv("TF_ACC") == "" {
		t.Skip("needs a real Terraform: set TF_ACC=1")
	}

	terraform, err := tfcli.Find()
	if err != nil {
		t.Fatal(err)
	}

	c := &cli{world: newWorld(t), terraform: terraform, dir: t.TempDir(), lives: lives, written: map[string]bool{}}
	server := httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		recorded := httptest.NewRecorder()
		c.sim.ServeHTTP(recorded, r)

		if c.first(r) {
			c.onWrite(r)
		}

		maps.Copy(out.Header(), recorded.Header())

		out.WriteHeader(recorded.Code)
		_, _ = out.Write(recorded.Body.Bytes())
	}))
	t.Cleanup(server.Close)

	rc := filepath.Join(c.dir, "terraform.rc")
	if err := os.WriteFile(rc, []byte(terraformcli.Provider.Overrides(program.Built(t))), 0o600); err != nil {
		t.Fatal(err)
	}

	blocks := ""
	for _, l := range lives {
		blocks += l.block(c.world) + "\n"
	}

	c.configure(blocks)
	c.env = terraformcli.Provider.Environ("TF_CLI_CONFIG_FILE="+rc, "TF_CLI_ARGS=-no-color", "JUMPCLOUD_API_URL="+server.URL,
		"JUMPCLOUD_API_KEY="+c.sim.Key(simulator.RoleBilling), "JUMPCLOUD_REQUESTS_PER_SECOND=100", "JUMPCLOUD_MAX_RETRIES=0")

	keeps, err := tfcli.KeepsIdentities(t.Context())
	if err != nil {
		t.Fatal(err)
	}

	c.old = !keeps

	return c
}

// configure writes the configuration.
func (c *cli) configure(block string) {
	c.t.Helper()

	text := fmt.Sprintf("terraform {\n  required_providers {\n    jumpcloud = { source = %q }\n  }\n}\n\nprovider \"jumpcloud\" {}\n\n%s\n", terraformcli.Provider.Source, block)
	if err := os.WriteFile(filepath.Join(c.dir, "main.tf"), []byte(text), 0o600); err != nil {
		c.t.Fatal(err)
	}
}

// program is the provider, built once for all tests of the package.
var program = workdir.Provider{Provider: terraformcli.Provider}

func (c *cli) run(ctx context.Context, out io.Writer, args ...string) (string, int) {
	env, stop := terraformcli.Provider.Attached(ctx, program.Built(c.t), c.dir, c.env, args)
	defer stop()

	printed, code, err := tfcli.Run(ctx, c.dir, env, out, c.terraform, args...)
	if err != nil && ctx.Err() == nil {
		c.t.Fatal(err)
	}

	return printed, code
}

// first tells whether a request is the first that makes an object of its life cycle, and somebody
// wants to know.
func (c *cli) first(r *http.Request) bool {
	c.mu.Lock()
	defer c.mu.Unlock()

	for _, l := range c.lives {
		method, suffix, _ := strings.Cut(l.write, " ")
		if c.onWrite != nil && !c.written[l.name] && r.Method == method && strings.Contains(r.URL.Path, suffix) {
			c.written[l.name] = true

			return true
		}
	}

	return false
}

// settled says what is wrong unless there is one of each kind and nothing left to do.
func (c *cli) settled() []string {
	var found []string

	if out, code := c.run(c.t.Context(), io.Discard, "apply", "-auto-approve"); code != 0 {
		found = append(found, errorsIn(out))
	}

	if out, code := c.run(c.t.Context(), io.Discard, "plan", "-detailed-exitcode"); code != 0 {
		found = append(found, out)
	}

	for _, l := range c.lives {
		if n := l.count(c.world); n != 1 {
			found = append(found, fmt.Sprintf("%s: there are %d, want 1", l.name, n))
		}
	}

	return found
}

// errorsIn leaves out what Terraform prints before the first error.
func errorsIn(out string) string {
	if i := strings.Index(out, "Error:"); i >= 0 {
		return out[i:]
	}

	return out
}
