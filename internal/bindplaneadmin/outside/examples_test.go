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

	const examples = "../../../companions/bindplaneadmin/examples"

	folders, err := filepath.Glob(examples + "/*s/bindplaneadmin_*")
	if err != nil || len(folders) < 8 {
		t.Fatalf("%d examples: %v", len(folders), err)
	}

	block, err := os.ReadFile(examples + "/provider/provider.tf")
	if err != nil {
		t.Fatal(err)
	}

	c := newCLI(t)
	workdir.Need(t, tfcli.WriteOnly)

	old := workdir.Lacks(t, tfcli.Identities) != ""

	for _, folder := range folders {
		// An import needs what it imports to, and a configuration has one import of it.
		// Terraform and OpenTofu know identities from 1.12 on.
		for _, without := range []string{"import-by-identity.tf", "import-by-string-id.tf"} {
			if !c.example(t, folder, without, block) || old {
				break
			}
		}
	}
}

// example validates the configuration in a folder without one of its files, and tells whether
// the folder has that file.
func (c *cli) example(t *testing.T, folder, without string, block []byte) bool {
	t.Helper()

	files, err := filepath.Glob(folder + "/*.tf")
	if err != nil {
		t.Fatal(err)
	}

	at, has := c.Another(), false
	at.Write("provider.tf", string(block))

	for _, file := range files {
		if filepath.Base(file) == without {
			has = true

			continue
		}

		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}

		at.Write(filepath.Base(file), string(raw))
	}

	if len(files) == 0 { // a query, which is no configuration
		return false
	}

	if out, code := at.Run("validate"); code != 0 {
		t.Errorf("%s without %s: validate: %d\n%s", folder, without, code, out)
	}

	return has
}
