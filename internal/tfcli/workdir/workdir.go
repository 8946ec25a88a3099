// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package workdir is a working directory of Terraform for tests that run it as people do: over
// the process boundary, with a provider that was built here. It knows no vendor.
package workdir

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
)

// Provider is a provider that the tests of a package run. It is built once for all of them.
type Provider struct {
	tfcli.Provider

	mu      sync.Mutex
	made    string // a folder to remove, "" where none was made
	program string // the folder with the provider
	err     error
}

// Main runs the tests of a package, and removes what was built for them.
func (p *Provider) Main(m *testing.M) int {
	code := m.Run()
	p.Remove()

	return code
}

// Remove removes what was built, if anything was.
func (p *Provider) Remove() {
	if p.made != "" {
		_ = os.RemoveAll(p.made)
	}
}

// Built returns the folder with the provider, which it builds where that was not done yet.
func (p *Provider) Built(t *testing.T) string {
	t.Helper()

	p.mu.Lock()
	defer p.mu.Unlock()

	if p.program == "" && p.err == nil {
		p.made, p.err = os.MkdirTemp("", "provider-") //nolint:usetesting // it outlives the test that comes first
		if p.err == nil {
			p.program, p.err = p.Build(t.Context(), p.made)
		}
	}

	if p.err != nil {
		t.Fatal(p.err)
	}

	return p.program
}

// Dir is a working directory, with Terraform and the environment that it runs in.
type Dir struct {
	Path string
	Env  []string

	t         *testing.T
	provider  *Provider
	built     string // the folder with it
	terraform string
}

// New returns an empty working directory in which the provider needs no init. env is added to
// the environment. It skips where tests with a real Terraform are off, as the plugin testing
// library does.
func (p *Provider) New(t *testing.T, env ...string) *Dir {
	t.Helper()

	if os.Getenv("TF_ACC") == "" {
		t.Skip("needs a real Terraform: set TF_ACC=1")
	}

	terraform, err := tfcli.Find()
	if err != nil {
		t.Fatal(err)
	}

	d := &Dir{Path: t.TempDir(), t: t, provider: p, built: p.Built(t), terraform: terraform}
	d.Write("terraform.rc", p.Overrides(d.built))
	d.Env = append(p.Environ("TF_CLI_CONFIG_FILE="+filepath.Join(d.Path, "terraform.rc"), "TF_CLI_ARGS=-no-color"), env...)

	return d
}

// Another returns an empty working directory with the same Terraform, provider and environment.
func (d *Dir) Another() *Dir {
	other := *d
	other.Path = d.t.TempDir()

	return &other
}

// Write puts a file into it.
func (d *Dir) Write(name, text string) {
	d.t.Helper()

	if err := os.WriteFile(filepath.Join(d.Path, name), []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
}

// Use runs another Terraform from now on.
func (d *Dir) Use(terraform string) { d.terraform = terraform }

// Run runs Terraform, and returns what it prints and its exit code.
func (d *Dir) Run(args ...string) (string, int) {
	d.t.Helper()

	return d.RunUntil(d.t.Context(), io.Discard, args...)
}

// RunUntil is [Dir.Run] which interrupts Terraform when ctx ends, and writes to out what it prints
// as it comes.
func (d *Dir) RunUntil(ctx context.Context, out io.Writer, args ...string) (string, int) {
	d.t.Helper()

	env, stop := d.provider.Attached(ctx, d.built, d.Path, d.Env, args)
	defer stop()

	printed, code, err := tfcli.Run(ctx, d.Path, env, out, d.terraform, args...)
	if err != nil && ctx.Err() == nil {
		d.t.Fatalf("terraform %v: %s", args, err)
	}

	return printed, code
}
