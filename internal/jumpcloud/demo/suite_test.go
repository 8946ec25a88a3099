// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli/workdir"
)

// TestDemoSuite runs the demonstration in four systems as `make demo SUITE=1` does. That it ends
// without an error means that every step checked what it shows.
func TestDemoSuite(t *testing.T) {
	t.Parallel()

	if os.Getenv("TF_ACC") == "" {
		t.Skip("runs Terraform; set TF_ACC=1, as `make test` does")
	}

	workdir.Need(t, tfcli.WriteOnly)

	var out bytes.Buffer

	temp := t.TempDir()
	if err := run(t.Context(), options{Out: &out, Bin: linked(t), Temp: temp, Suite: true}); err != nil {
		t.Fatalf("%s\n%s", err, out.String())
	}

	for _, want := range []string{
		`Plan: 27 to add, 0 to change, 0 to destroy\.`,
		`License Agreement Is Accepted`,
		`Resources: 27 added, 0 changed, 0 destroyed\.`,
		`No changes\. Your infrastructure matches the configuration\.`,
		`domain_assignment += false -> true`,
		`Plan: 0 to add, 1 to change, 0 to destroy\.`,
		`has the licenses of all clients`,
		`has the first_passwords of all clients`,
		`User Not Deleted`,
		`Resources: 27 destroyed\.`,
		`Still there, and empty: `,
		`still has the 3 contacts, their subscriptions disabled`,
		`(?s)(got \d+ requests, and knew.*){4}`,
		`Looked for \d{2} keys.*none is in there\.`,
	} {
		if !regexp.MustCompile(want).MatchString(out.String()) {
			t.Errorf("the output does not have %q", want)
		}
	}

	const most = 500
	if n := strings.Count(out.String(), "\n"); n > most {
		t.Errorf("%d lines were printed: nobody finds the drift among them", n)
	}

	left, err := os.ReadDir(temp)
	if err != nil || len(left) > 0 {
		t.Errorf("the demo leaves %v behind (%v)", left, err)
	}
}

// TestDemoSuiteRefusesAnOldTerraform before it builds, and leaves nothing.
func TestDemoSuiteRefusesAnOldTerraform(t *testing.T) {
	t.Parallel()

	terraform := filepath.Join(t.TempDir(), "tofu")
	if err := os.WriteFile(terraform, []byte("#!/bin/sh\necho OpenTofu v1.8.11\n"), 0o700); err != nil {
		t.Fatal(err)
	}

	var out bytes.Buffer

	temp, bin := t.TempDir(), t.TempDir()

	err := run(t.Context(), options{Out: &out, Bin: bin, Temp: temp, Terraform: terraform, Suite: true})
	if !errors.Is(err, errTooOld) || !strings.Contains(err.Error(), "OpenTofu 1.8 has no write-only arguments") {
		t.Errorf("refused with: %v", err)
	}

	for _, folder := range []string{temp, bin} {
		if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
			t.Errorf("left behind: %v (%v)", left, err)
		}
	}
}
