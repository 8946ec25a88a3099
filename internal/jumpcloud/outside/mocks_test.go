// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/terraformcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
)

// TestTerraformModuleTestAgainstTheSimulator runs the other half of examples/module-test, which asks
// the service: at the end nothing is in the way of destroying what it made.
func TestTerraformModuleTestAgainstTheSimulator(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.Options{})
	w.copy("../../../examples/module-test")

	says(t, w.must("test", "-test-directory=simulator"), "2 passed, 0 failed")

	if v := w.sim.TakeViolations(); len(v) > 0 {
		t.Errorf("requests that JumpCloud does not know: %+v", v)
	}
}

// TestExampleOfAModuleTest runs examples/module-test: the mocked ids pass every check.
func TestExampleOfAModuleTest(t *testing.T) {
	t.Parallel()

	if os.Getenv("TF_ACC") == "" {
		t.Skip("runs Terraform; set TF_ACC=1, as `make test` does")
	}

	terraform, err := tfcli.Find()
	if err != nil {
		t.Fatal(err)
	}

	if strings.Contains(filepath.Base(terraform), "tofu") {
		t.Skip("OpenTofu reads no mocks from a folder")
	}

	dir := t.TempDir()
	rc := filepath.Join(t.TempDir(), "terraform.rc")

	if err := os.CopyFS(dir, os.DirFS(filepath.Join(root, "examples", "module-test"))); err != nil {
		t.Fatal(err)
	}

	if err := os.WriteFile(rc, []byte(terraformcli.Provider.Overrides(program.Built(t))), 0o600); err != nil {
		t.Fatal(err)
	}

	test := func() (string, int) {
		printed, code, err := tfcli.Run(t.Context(), dir, terraformcli.Provider.Environ("TF_CLI_CONFIG_FILE="+rc), io.Discard, terraform, "test", "-no-color")
		if err != nil {
			t.Fatal(err)
		}

		return printed, code
	}

	if printed, code := test(); code != 0 || !strings.Contains(printed, "2 passed, 0 failed") {
		t.Errorf("with the mocks: exit code %d\n%s", code, printed)
	}

	// Without them the ids that Terraform makes up are refused.
	if err := os.Remove(filepath.Join(dir, "mocks", "jumpcloud.tfmock.hcl")); err != nil {
		t.Fatal(err)
	}

	if printed, code := test(); code == 0 || !strings.Contains(printed, "24 hexadecimal digits") {
		t.Errorf("without the mocks: exit code %d\n%s", code, printed)
	}
}
