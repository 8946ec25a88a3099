// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package tfcli_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
)

// TestEnviron keeps a key that is exported for other work away from what is run here.
func TestEnviron(t *testing.T) {
	t.Setenv("THING_API_KEY", "a real key")
	t.Setenv("TF_WORKSPACE", "production")
	t.Setenv("SOMETHING_ELSE", "stays")

	env := tfcli.Provider{Prefix: "THING_"}.Environ("THING_API_URL=here")

	for _, want := range []string{"SOMETHING_ELSE=stays", "THING_API_URL=here"} {
		if !slices.Contains(env, want) {
			t.Errorf("%s is missing", want)
		}
	}

	if all := strings.Join(env, "\n"); strings.Contains(all, "a real key") || strings.Contains(all, "production") {
		t.Error("what steers the provider or Terraform gets through")
	}
}

func TestRun(t *testing.T) {
	t.Parallel()

	var shown strings.Builder

	printed, code, err := tfcli.Run(t.Context(), t.TempDir(), os.Environ(), &shown, "go", "version")
	if err != nil || code != 0 || !strings.HasPrefix(printed, "go version") || shown.String() != printed {
		t.Errorf("%q, %q, exit code %d, %v", printed, shown.String(), code, err)
	}

	if _, code, err := tfcli.Run(t.Context(), t.TempDir(), os.Environ(), &shown, "go", "no-such-command"); err != nil || code != 2 {
		t.Errorf("exit code %d, %v; want 2 and no error", code, err)
	}

	if _, _, err := tfcli.Run(t.Context(), t.TempDir(), os.Environ(), &shown, filepath.Join(t.TempDir(), "nothing")); err == nil {
		t.Error("a program that is not there is no error")
	}
}

func TestFind(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)

	if err := os.WriteFile("tofu", []byte("#!/bin/sh\n"), 0o700); err != nil {
		t.Fatal(err)
	}

	t.Setenv("PATH", folder)
	t.Setenv("TF_ACC_TERRAFORM_PATH", "")

	if path, err := tfcli.Find(); err != nil || path != filepath.Join(folder, "tofu") {
		t.Errorf("on PATH: %q, %v", path, err)
	}

	t.Setenv("TF_ACC_TERRAFORM_PATH", "./tofu")

	if path, err := tfcli.Find(); err != nil || path != filepath.Join(folder, "tofu") {
		t.Errorf("named by a relative path: %q, %v", path, err)
	}

	t.Setenv("PATH", "")
	t.Setenv("TF_ACC_TERRAFORM_PATH", "")

	if path, err := tfcli.Find(); err == nil {
		t.Errorf("found %q where nothing is", path)
	}
}

// TestVersion is asked once, of what may print a warning first.
func TestVersion(t *testing.T) {
	folder := t.TempDir()
	program := filepath.Join(folder, "tofu")
	t.Setenv("TF_ACC_TERRAFORM_PATH", program)

	for _, says := range []string{"Warning: Terraform v1.99.0 is not here\\n\\nOpenTofu v1.9.2\\non linux_amd64\\n", "Terraform v1.14.0\\n"} {
		if err := os.WriteFile(program, []byte("#!/bin/sh\nprintf '"+says+"'\n"), 0o700); err != nil {
			t.Fatal(err)
		}

		if product, minor, err := tfcli.Version(t.Context()); err != nil || product != "OpenTofu" || minor != 9 {
			t.Errorf("%q 1.%d, %v", product, minor, err)
		}
	}

	if lacks, err := tfcli.Identities.Missing(t.Context()); err != nil || lacks == "" {
		t.Errorf("OpenTofu 1.9 keeps identities, %v", err)
	}
}
