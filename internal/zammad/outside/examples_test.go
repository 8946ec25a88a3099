// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli/workdir"
)

// TestTerraformExamples: each example that the documentation shows is valid.
func TestTerraformExamples(t *testing.T) {
	t.Parallel()

	const examples = "../../../companions/zammad/examples"

	files, err := filepath.Glob(examples + "/*s/*/*.tf")
	if err != nil || len(files) < 6 {
		t.Fatalf("%d examples: %v", len(files), err)
	}

	block, err := os.ReadFile(examples + "/provider/provider.tf")
	if err != nil {
		t.Fatal(err)
	}

	c := newCLI(t)

	old := workdir.Lacks(t, tfcli.Identities) != ""

	for _, file := range files {
		// Terraform and OpenTofu know identities from 1.12 on.
		if old && filepath.Base(file) == "import-by-identity.tf" {
			continue
		}

		at := c.Another()
		at.Write("provider.tf", string(block))

		// An import needs what it imports to.
		for _, name := range []string{filepath.Base(file), "resource.tf"} {
			raw, err := os.ReadFile(filepath.Join(filepath.Dir(file), name))
			if err == nil {
				at.Write(name, string(raw))
			} else if !os.IsNotExist(err) {
				t.Fatal(err)
			}
		}

		if out, code := at.Run("validate"); code != 0 {
			t.Errorf("%s: validate: %d\n%s", file, code, out)
		}
	}
}
