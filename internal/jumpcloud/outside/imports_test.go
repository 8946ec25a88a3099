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
)

// Every import block of the documentation is valid beside the example of its resource.
func TestTerraformImportBlocksOfExamples(t *testing.T) {
	t.Parallel()

	folders, err := filepath.Glob("../../../examples/resources/*")
	if err != nil || len(folders) == 0 {
		t.Fatal(folders, err)
	}

	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			t.Parallel()

			w := newWorld(t, simulator.Options{})
			w.write("required.tf", required)
			w.write("resource.tf", w.text(filepath.Join(folder, "resource.tf")))
			w.write("restrictions.mobileconfig", "<plist/>") // what an example reads beside it

			blocks, err := filepath.Glob(filepath.Join(folder, "import-*.tf"))
			if err != nil || len(blocks) < 3 {
				t.Errorf("%v %v", blocks, err)
			}

			for i, file := range blocks {
				w.importing(filepath.Base(folder), file, i)
			}

			if out, code := w.run("validate"); code != 0 {
				t.Error(messages(out))
			}
		})
	}
}

var target = regexp.MustCompile(`(?m)^  to += \w+\.(\w+)`)

// importing puts an import block beside a copy of the resource that it imports, since only
// one block may import an address. With for_each, the copy has one, too. An identity needs
// Terraform 1.12.
func (w *world) importing(typeName, file string, n int) {
	w.t.Helper()

	block := w.text(file)
	if strings.Contains(block, "identity = {") && !w.knowsIdentities() {
		return
	}

	name := target.FindStringSubmatch(block)
	if name == nil {
		w.t.Fatalf("%s imports nothing", file)
	}

	head := fmt.Sprintf("resource %q %q {\n", typeName, name[1])
	_, rest, found := strings.Cut(w.text(filepath.Join(filepath.Dir(file), "resource.tf")), head)
	body, _, closed := strings.Cut(rest, "\n}")

	if !found || !closed {
		w.t.Fatalf("%s imports %s.%s, which the example does not have", file, typeName, name[1])
	}

	if strings.Contains(block, "for_each") {
		body = "  for_each = toset([])\n" + body
	}

	copied := fmt.Sprintf("%s_%d", name[1], n)
	w.write(fmt.Sprintf("import%d.tf", n), fmt.Sprintf("resource %q %q {\n%s\n}\n\n", typeName, copied, body)+
		strings.ReplaceAll(block, typeName+"."+name[1], typeName+"."+copied))
}

func (w *world) text(file string) string {
	w.t.Helper()

	raw, err := os.ReadFile(file)
	if err != nil {
		w.t.Fatal(err)
	}

	return string(raw)
}

// knowsIdentities tells whether Terraform is 1.12 or later.
func (w *world) knowsIdentities() bool {
	product, minor := w.version()

	return product == "Terraform" && minor >= 12
}

// version is Terraform or OpenTofu, and the second part of its version 1.
func (w *world) version() (product string, minor int) {
	w.t.Helper()

	if _, err := fmt.Sscanf(w.must("version"), "%s v1.%d", &product, &minor); err != nil {
		w.t.Fatal(err)
	}

	return product, minor
}
