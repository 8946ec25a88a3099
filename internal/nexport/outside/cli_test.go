// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"bytes"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
)

// provider is the provider as Terraform knows it.
var provider = tfcli.Provider{Source: "seed-37bf88c1/nexport", Prefix: "NEXPORT_"}

// cli is a folder with a configuration, Terraform, and a simulator that listens.
type cli struct {
	t              *testing.T
	sim            *simulator.Simulator
	terraform, dir string
	env            []string
}

func newCLI(t *testing.T) *cli {
	t.Helper()

	if os.Getenv("TF_ACC") == "" {
		t.Skip("needs a real Terraform: set TF_ACC=1")
	}

	terraform, err := tfcli.Find()
	if err != nil {
		t.Fatal(err)
	}

	s, err := simulator.New(simulator.Options{})
	if err != nil {
		t.Fatal(err)
	}

	server := httptest.NewServer(s)
	t.Cleanup(server.Close)

	c := &cli{t: t, sim: s, terraform: terraform, dir: t.TempDir()}
	c.write("terraform.rc", provider.Overrides(built(t)))
	login := s.Summary("").Login
	c.env = provider.Environ("TF_CLI_CONFIG_FILE="+filepath.Join(c.dir, "terraform.rc"), "TF_CLI_ARGS=-no-color", "NEXPORT_URL="+server.URL,
		"NEXPORT_USERNAME="+login.Username, "NEXPORT_PASSWORD="+login.Password, "NEXPORT_REQUESTS_PER_SECOND=100", "NEXPORT_MAX_RETRIES=0")

	return c
}

func (c *cli) write(name, text string) {
	c.t.Helper()

	if err := os.WriteFile(filepath.Join(c.dir, name), []byte(text), 0o600); err != nil {
		c.t.Fatal(err)
	}
}

// run runs Terraform and returns what it prints and its exit code.
func (c *cli) run(args ...string) (string, int) {
	c.t.Helper()

	var discarded bytes.Buffer

	out, code, err := tfcli.Run(c.t.Context(), c.dir, c.env, &discarded, c.terraform, args...)
	if err != nil {
		c.t.Fatalf("terraform %v: %s", args, err)
	}

	return out, code
}

var build = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "nexport-outside-")
	if err != nil {
		return "", err
	}

	out, err := exec.Command("go", "build", "-o", filepath.Join(dir, "terraform-provider-nexport"), "../../../companions/nexport").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("building the provider: %w: %s", err, out)
	}

	return dir, nil
})

// built is the folder with the provider, which is built once.
func built(t *testing.T) string {
	t.Helper()

	dir, err := build()
	if err != nil {
		t.Fatal(err)
	}

	return dir
}

func TestMain(m *testing.M) {
	code := m.Run()

	if os.Getenv("TF_ACC") != "" {
		if dir, err := build(); err == nil {
			_ = os.RemoveAll(dir)
		}
	}

	os.Exit(code)
}
