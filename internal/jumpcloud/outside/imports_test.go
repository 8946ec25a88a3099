// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2/hclparse"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli/workdir"
)

// Every import block of the documentation is valid beside the example of its resource. Terraform
// reads import blocks of a root module only, so as many examples as do not differ in what they
// call by one name are one configuration.
func TestTerraformImportBlocksOfExamples(t *testing.T) {
	t.Parallel()

	folders, err := filepath.Glob("../../../examples/resources/*")
	if err != nil || len(folders) == 0 {
		t.Fatal(folders, err)
	}

	var together []*world

	have := map[*world]map[string]string{}
	from := map[*world]map[string]string{}

	for _, folder := range folders {
		example := declarations(t, filepath.Join(folder, "resource.tf"))
		name := filepath.Base(folder)

		at := slices.IndexFunc(together, func(w *world) bool { return agree(have[w], example) })
		if at < 0 {
			w := newWorld(t, simulator.Options{})
			w.write("required.tf", required)
			w.write("restrictions.mobileconfig", "<plist/>") // what an example reads beside it

			at, together = len(together), append(together, w)
			have[w], from[w] = map[string]string{}, map[string]string{}
		}

		w := together[at]

		var text strings.Builder

		for address, block := range example {
			if _, there := have[w][address]; !there {
				text.WriteString(block + "\n")
			}

			have[w][address] = block
		}

		w.write(name+".tf", text.String())
		from[w][name+".tf"] = folder

		blocks, err := filepath.Glob(filepath.Join(folder, "import-*.tf"))
		if err != nil || len(blocks) < 3 {
			t.Errorf("%s: %v %v", folder, blocks, err)
		}

		for i, file := range blocks {
			if into := w.importing(name, file, i); into != "" {
				from[w][into] = file
			}
		}
	}

	workdir.Need(t, tfcli.WriteOnly)

	for _, w := range together {
		w.validate(from[w])
	}

	t.Logf("%d examples in %d configurations", len(folders), len(together))
}

// declarations are the blocks of a file by what they are called.
func declarations(t *testing.T, file string) map[string]string {
	t.Helper()

	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}

	parsed, diags := hclparse.NewParser().ParseHCL(raw, file)
	if diags.HasErrors() {
		t.Fatal(diags)
	}

	all := map[string]string{}
	body, _ := parsed.Body.(*hclsyntax.Body)

	for _, b := range body.Blocks {
		all[b.Type+" "+strings.Join(b.Labels, ".")] = string(raw[b.TypeRange.Start.Byte:b.CloseBraceRange.End.Byte])
	}

	return all
}

// agree tells whether blocks of one name are the same block.
func agree(one, other map[string]string) bool {
	for name, block := range other {
		if there, ok := one[name]; ok && there != block {
			return false
		}
	}

	return true
}

// imported is what blocks beside an import block are called, in each of the examples.
var imported = regexp.MustCompile(`\bimported\b`)

var target = regexp.MustCompile(`(?m)^  to += \w+\.(\w+)`)

// importing puts an import block beside a copy of the resource that it imports, since only
// one block may import an address. With for_each, the copy has one, too. An identity needs
// Terraform 1.12. It returns the name of the file, "" where there is none.
func (w *world) importing(typeName, file string, n int) string {
	w.t.Helper()

	block := w.text(file)
	if strings.Contains(block, "identity = {") && workdir.Lacks(w.t, tfcli.Identities) != "" {
		return ""
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
	block = imported.ReplaceAllString(block, "imported_"+typeName)
	into := fmt.Sprintf("%s-import%d.tf", typeName, n)
	w.write(into, fmt.Sprintf("resource %q %q {\n%s\n}\n\n", typeName, copied, body)+
		strings.ReplaceAll(block, typeName+"."+name[1], typeName+"."+copied))

	return into
}

func (w *world) text(file string) string {
	w.t.Helper()

	raw, err := os.ReadFile(file)
	if err != nil {
		w.t.Fatal(err)
	}

	return string(raw)
}
