// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"bytes"
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
	"time"

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

	mu      sync.Mutex
	onWrite func(r *http.Request) // the next one of the life cycle
}

func newCLI(t *testing.T, l lifeCycle) *cli {
	t.Helper()

	if os.Getenv("TF_ACC") == "" {
		t.Skip("needs a real Terraform: set TF_ACC=1")
	}

	terraform, err := tfcli.Find()
	if err != nil {
		t.Fatal(err)
	}

	c := &cli{world: newWorld(t), terraform: terraform, dir: t.TempDir()}
	method, suffix, _ := strings.Cut(l.write, " ")
	server := httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		recorded := httptest.NewRecorder()
		c.sim.ServeHTTP(recorded, r)

		if r.Method == method && strings.Contains(r.URL.Path, suffix) {
			c.written(r)
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

	c.configure(l.block(c.world))
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

func (c *cli) written(r *http.Request) {
	c.mu.Lock()
	do := c.onWrite
	c.onWrite = nil
	c.mu.Unlock()

	if do != nil {
		do(r)
	}
}

// settled says what is wrong unless there is one of the kind and nothing left to do.
func (c *cli) settled(l lifeCycle) []string {
	var found []string

	if out, code := c.run(c.t.Context(), io.Discard, "apply", "-auto-approve"); code != 0 {
		found = append(found, errorsIn(out))
	}

	if out, code := c.run(c.t.Context(), io.Discard, "plan", "-detailed-exitcode"); code != 0 {
		found = append(found, out)
	}

	if n := l.count(c.world); n != 1 {
		found = append(found, fmt.Sprintf("there are %d, want 1", n))
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

// What somebody removed in the console, Terraform makes again, or lets go once it is not
// configured any more.
func TestTerraformRemovedInTheConsole(t *testing.T) {
	t.Parallel()

	for _, l := range lifeCycles {
		t.Run(l.name, func(t *testing.T) {
			t.Parallel()

			c := newCLI(t, l)
			if out, code := c.run(t.Context(), io.Discard, "apply", "-auto-approve"); code != 0 {
				t.Fatal(out)
			}

			l.remove(c.world)

			var found []string
			if !l.stays {
				found = c.settled(l)
			} else {
				c.configure("")

				if out, code := c.run(t.Context(), io.Discard, "apply", "-auto-approve"); code != 0 {
					found = append(found, errorsIn(out))
				}
			}

			check(t, "terraform-removed/"+l.name, c.old, found...)
		})
	}
}

// Ctrl-C while the object is made: what was sent is known afterwards, and nothing twice.
func TestTerraformInterrupted(t *testing.T) {
	t.Parallel()

	for _, l := range lifeCycles {
		t.Run(l.name, func(t *testing.T) {
			t.Parallel()

			c := newCLI(t, l)
			ctx, interrupt := context.WithCancel(t.Context())
			heard := &watch{text: "Interrupt received", seen: make(chan struct{})}

			// Made, and not answered before the provider was told to stop.
			c.onWrite = func(r *http.Request) {
				interrupt()

				select {
				case <-heard.seen:
				case <-t.Context().Done():
				}

				select {
				case <-r.Context().Done(): // it gave up
				case <-time.After(300 * time.Millisecond): // it waits for the answer, as it should
				}
			}

			c.run(ctx, heard, "apply", "-auto-approve")

			if ctx.Err() == nil {
				interrupt()
				t.Fatal("the request never came")
			}

			check(t, "terraform-interrupted/"+l.name, c.old, c.settled(l)...)
		})
	}
}

// watch closes a channel when a text is printed.
type watch struct {
	text string
	seen chan struct{}

	once sync.Once
	all  bytes.Buffer
}

func (w *watch) Write(p []byte) (int, error) {
	w.all.Write(p)

	if strings.Contains(w.all.String(), w.text) {
		w.once.Do(func() { close(w.seen) })
	}

	return len(p), nil
}
