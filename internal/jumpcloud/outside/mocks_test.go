// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli/workdir"
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

// moduleMocks is the folder with the mocks of the example.
const moduleMocks = "../../../examples/module-test/mocks"

// tenantOfMock is what OpenTofu takes for no object whose configuration says its organization.
var tenantOfMock = regexp.MustCompile(`(, | )organization_id = "[^"]*"`)

// mocks is what a mock_provider block has inside to use the mocks of a folder.
func mocks(t *testing.T, folder string) string {
	t.Helper()

	if workdir.Lacks(t, tfcli.MocksFromFolder) == "" {
		abs, err := filepath.Abs(folder)
		if err != nil {
			t.Fatal(err)
		}

		return fmt.Sprintf("  source = %q\n", filepath.ToSlash(abs))
	}

	raw, err := os.ReadFile(filepath.Join(folder, "jumpcloud.tfmock.hcl"))
	if err != nil {
		t.Fatal(err)
	}

	return tenantOfMock.ReplaceAllString(string(raw), "")
}

// TestExampleOfAModuleTest runs examples/module-test: the mocked ids pass every check. Where mocks
// cannot come from a folder they stand in the test, as the guide says.
func TestExampleOfAModuleTest(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.Options{})
	w.copy(filepath.Join(root, "examples", "module-test"))
	delete(w.env, "JUMPCLOUD_API_KEY")
	delete(w.env, "JUMPCLOUD_API_URL")

	file := filepath.Join("tests", "tenant.tftest.hcl")
	example := w.text(filepath.Join(w.dir, file))
	from := `  source = "./mocks"` + "\n"

	if workdir.Lacks(t, tfcli.MocksFromFolder) != "" {
		w.write(file, strings.Replace(example, from, mocks(t, moduleMocks), 1))
	}

	says(t, w.must("test"), "2 passed, 0 failed")

	// Without them the ids that are made up are refused.
	w.write(file, strings.Replace(example, from, "", 1))

	if printed, code := w.run("test"); code == 0 || !strings.Contains(flat(printed), "24 hexadecimal digits") {
		t.Errorf("without the mocks: exit code %d\n%s", code, printed)
	}
}
