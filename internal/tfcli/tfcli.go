// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package tfcli runs Terraform or OpenTofu with a provider that was built here, for tests, the
// demonstration and the bench.
package tfcli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
)

// Provider is a provider that was built here.
type Provider struct {
	Source  string // its address as configurations write it, such as owner/name
	Prefix  string // of the variables of the environment that it reads
	Package string // of its program, from the module's root
}

// BuiltProviders names a folder with the providers that `make test` built for all packages.
const BuiltProviders = "TF_ACC_BUILT_PROVIDERS"

// Find returns the program that TF_ACC_TERRAFORM_PATH names, else terraform or tofu on PATH.
func Find() (string, error) {
	if named := os.Getenv("TF_ACC_TERRAFORM_PATH"); named != "" {
		found, err := exec.LookPath(named)
		if err != nil {
			return "", err
		}

		return filepath.Abs(found) // it is run in other folders
	}

	for _, name := range []string{"terraform", "tofu"} {
		if found, err := exec.LookPath(name); err == nil {
			return found, nil
		}
	}

	return "", errors.New("neither terraform nor tofu is on PATH; install one, or name it in TF_ACC_TERRAFORM_PATH")
}

// Root is the folder of this module.
func Root(ctx context.Context) (string, error) {
	out, err := exec.CommandContext(ctx, "go", "env", "GOMOD").Output()
	if err != nil {
		return "", fmt.Errorf("go env GOMOD: %w", err)
	}

	return filepath.Dir(strings.TrimSpace(string(out))), nil
}

// Build returns a folder with the provider: that of [BuiltProviders] if it is there, else the one
// given, into which it is built.
func (p Provider) Build(ctx context.Context, into string) (string, error) {
	name := "terraform-provider-" + path.Base(p.Source)

	if built := os.Getenv(BuiltProviders); built != "" {
		if _, err := os.Stat(filepath.Join(built, name)); err == nil {
			return built, nil
		}
	}

	root, err := Root(ctx)
	if err != nil {
		return "", err
	}

	printed, code, err := Run(ctx, root, os.Environ(), io.Discard, "go", "build", "-ldflags=-w", "-o", filepath.Join(into, name), p.Package)
	if err == nil && code != 0 {
		err = errors.New(printed)
	}

	if err != nil {
		return "", fmt.Errorf("building the provider: %w", err)
	}

	return into, nil
}

// Environ is this process's environment without what would steer Terraform or the
// provider: a key that is exported for other work must not get in here.
func (p Provider) Environ(add ...string) []string {
	var env []string

	for _, kv := range os.Environ() {
		if !strings.HasPrefix(kv, p.Prefix) && !strings.HasPrefix(kv, "TF_") {
			env = append(env, kv)
		}
	}

	return append(append(env, "CHECKPOINT_DISABLE=1", "TF_IN_AUTOMATION=1"), add...)
}

// Run runs a program. What it prints goes to out and is returned. A non-zero exit code
// is no error.
func Run(ctx context.Context, dir string, env []string, out io.Writer, name string, args ...string) (string, int, error) {
	var printed bytes.Buffer

	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir, cmd.Env = dir, env
	cmd.Stdout = io.MultiWriter(&printed, out)
	cmd.Stderr = cmd.Stdout
	// Terraform ends in order, with its state written, when it is interrupted.
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }

	err := cmd.Run()

	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) && ctx.Err() == nil {
		return printed.String(), exit.ExitCode(), nil
	}

	return printed.String(), 0, err
}

// Overrides is a CLI configuration with which no init is needed.
func (p Provider) Overrides(folder string) string {
	return fmt.Sprintf("provider_installation {\n  dev_overrides {\n    %q = %q\n  }\n  direct {}\n}\n", p.Source, filepath.ToSlash(folder))
}

// Mirrored is a CLI configuration with which init installs from such a folder as [Provider.Mirror]
// makes. Unlike with [Provider.Overrides] init works, and asks no registry.
func Mirrored(folder string) string {
	return fmt.Sprintf("provider_installation {\n  filesystem_mirror {\n    path = %q\n  }\n}\n", filepath.ToSlash(folder))
}

// Mirror puts a built provider where init looks for it, and returns that place.
func (p Provider) Mirror(ctx context.Context, program, folder, built, version string) (string, error) {
	host, err := p.host(ctx, program)
	if err != nil {
		return "", err
	}

	target := filepath.Join(folder, host, filepath.FromSlash(p.Source), version, runtime.GOOS+"_"+runtime.GOARCH)
	if err := os.MkdirAll(target, 0o755); err != nil {
		return "", err
	}

	raw, err := os.ReadFile(built)
	if err != nil {
		return "", err
	}

	installed := filepath.Join(target, filepath.Base(built)+"_v"+version)

	return installed, os.WriteFile(installed, raw, 0o755)
}

// host asks the program which registry it takes a short address to mean; Terraform and
// OpenTofu differ. Nothing is downloaded.
func (p Provider) host(ctx context.Context, program string) (string, error) {
	folder, err := os.MkdirTemp("", "provider-host-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(folder)

	config := fmt.Sprintf("terraform {\n  required_providers {\n    it = { source = %q }\n  }\n}\n", p.Source)
	if err := os.WriteFile(filepath.Join(folder, "main.tf"), []byte(config), 0o600); err != nil {
		return "", err
	}

	out, _, err := Run(ctx, folder, p.Environ("TF_CLI_ARGS=-no-color"), io.Discard, program, "providers")
	if err != nil {
		return "", err
	}

	found := regexp.MustCompile(`provider\[([^/\]]+)/` + regexp.QuoteMeta(p.Source)).FindStringSubmatch(out)
	if found == nil {
		return "", fmt.Errorf("%s providers does not show which registry it uses:\n%s", program, out)
	}

	return found[1], nil
}
