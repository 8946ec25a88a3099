// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
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

	at  *workdir.Dir
	old bool // keeps no identities

	lives   []lifeCycle
	mu      sync.Mutex
	onWrite func(r *http.Request) // or nil
	written map[string]bool
}

func newCLI(t *testing.T, lives ...lifeCycle) *cli {
	t.Helper()

	at := program.New(t, "JUMPCLOUD_REQUESTS_PER_SECOND=100", "JUMPCLOUD_MAX_RETRIES=0")
	c := &cli{world: newWorld(t), at: at, old: workdir.Lacks(t, tfcli.Identities) != "", lives: lives, written: map[string]bool{}}
	server := httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		recorded := httptest.NewRecorder()
		c.sim.ServeHTTP(recorded, r)

		if then := c.first(r); then != nil {
			then(r)
		}

		maps.Copy(out.Header(), recorded.Header())

		out.WriteHeader(recorded.Code)
		_, _ = out.Write(recorded.Body.Bytes())
	}))
	t.Cleanup(server.Close)

	blocks := ""
	for _, l := range lives {
		blocks += l.block(c.world) + "\n"
	}

	c.configure(blocks)
	c.at.Env = append(c.at.Env, "JUMPCLOUD_API_URL="+server.URL, "JUMPCLOUD_API_KEY="+c.sim.Key(simulator.RoleBilling))

	return c
}

// configure writes the configuration.
func (c *cli) configure(block string) {
	c.t.Helper()

	c.at.Write("main.tf", fmt.Sprintf("terraform {\n  required_providers {\n    jumpcloud = { source = %q }\n  }\n}\n\nprovider \"jumpcloud\" {}\n\n%s\n", terraformcli.Provider.Source, block))
}

// program is the provider, built once for all tests of the package.
var program = workdir.Provider{Provider: terraformcli.Provider}

// onFirstWrite has f called with the first request that makes an object of each life cycle, once
// it is made, and before it is answered.
func (c *cli) onFirstWrite(f func(r *http.Request)) {
	c.mu.Lock()
	defer c.mu.Unlock()

	c.onWrite = f
}

// first returns what is to be called with a request, or nil unless it is the first of its life cycle.
func (c *cli) first(r *http.Request) func(r *http.Request) {
	c.mu.Lock()
	defer c.mu.Unlock()

	for _, l := range c.lives {
		method, suffix, _ := strings.Cut(l.write, " ")
		if c.onWrite != nil && !c.written[l.name] && r.Method == method && strings.Contains(r.URL.Path, suffix) {
			c.written[l.name] = true

			return c.onWrite
		}
	}

	return nil
}

// settled says what is wrong unless there is one of each kind and nothing left to do.
func (c *cli) settled() []string {
	var found []string

	if out, code := c.at.Run("apply", "-auto-approve"); code != 0 {
		found = append(found, errorsIn(out))
	}

	if out, code := c.at.Run("plan", "-detailed-exitcode"); code != 0 {
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
