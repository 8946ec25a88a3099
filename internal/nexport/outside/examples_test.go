// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli/workdir"
)

const examples = "../../../companions/nexport/examples"

// TestTerraformExamples: each example that the documentation shows is valid.
func TestTerraformExamples(t *testing.T) {
	t.Parallel()

	c := newCLI(t)
	workdir.Need(t, tfcli.WriteOnly)

	old := workdir.Lacks(t, tfcli.Identities) != ""

	// All data sources together: they do not refer to each other.
	validate(t, c, filepath.Join(examples, "data-sources/*/*.tf"))

	resources, err := filepath.Glob(examples + "/resources/*")
	if err != nil || len(resources) != 4 {
		t.Fatalf("%d resources: %v", len(resources), err)
	}

	for _, dir := range resources {
		validate(t, c, dir+"/resource.tf", dir+"/import-by-string-id.tf")

		// Terraform and OpenTofu know identities from 1.12 on.
		if !old {
			validate(t, c, dir+"/resource.tf", dir+"/import-by-identity.tf")
		}
	}
}

// validate checks files as one configuration, with the provider block of the examples.
func validate(t *testing.T, c *cli, patterns ...string) {
	t.Helper()

	at := c.Another()
	copied := 0

	for _, pattern := range append(patterns, examples+"/provider/provider.tf") {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: no files: %v", pattern, err)
		}

		for _, file := range files {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}

			copied++
			at.Write(strconv.Itoa(copied)+".tf", string(raw))
		}
	}

	if out, code := at.Run("validate"); code != 0 {
		t.Errorf("%v: validate: %d\n%s", patterns, code, out)
	}
}
