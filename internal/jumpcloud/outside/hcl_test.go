// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/provider"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// TestTerraformAllHCLOfTheDocumentation: everything that a page or an example shows as Terraform is
// valid. One run of Terraform sees each piece as a module of its own. What a piece refers to
// comes from the other pieces of its page; of variables and locals that no piece has, anything
// may be the value.
func TestTerraformAllHCLOfTheDocumentation(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.Options{})

	if product, minor := w.version(); minor < 11 {
		t.Skipf("%s 1.%d does not know write-only arguments, which pages show", product, minor)
	}

	lists := listSchemas(t)
	imports := importsOfExamples(t)
	main := required + "variable \"any\" {\n  type = any\n}\n"
	from := map[string]string{}
	count := map[string]int{}

	var alone []*piece

	for n, p := range pieces(t) {
		blocks := kindsOf(p.body)

		switch {
		case slices.ContainsFunc(blocks, func(kind string) bool {
			return strings.HasPrefix(kind, "mock_") || strings.HasPrefix(kind, "override_") || kind == "run"
		}):
			count["of tests, parsed"]++ // examples/module-test runs them
		case slices.Contains(blocks, "list"):
			count["queries, held to the schema"]++
			checkList(t, p, lists)
		case imports[p.text]:
			count["imports of examples, validated by TestTerraformImportBlocksOfExamples"]++
		case slices.Contains(blocks, "import") && strings.Contains(p.text, "identity = {") && !w.knowsIdentities():
			count["imports that Terraform before 1.12 cannot read"]++
		case slices.Contains(blocks, "import"):
			count["imports of pages, each beside its resource"]++

			alone = append(alone, p)
		default:
			count["stand alone or within their page"]++

			name := fmt.Sprintf("p%03d", n)
			from[name] = p.at
			main += call(name, w.assemble(name, p))
		}
	}

	for _, folder := range glob(t, "examples/*") {
		mains := glob(t, filepath.Join(folder, "main.tf"))

		switch {
		case len(mains) != 1:
		case ofSeveralProviders(read(t, mains[0])):
			count["whole configurations of several providers, applied by package demo"]++
		default:
			count["whole configurations"]++

			name := "x-" + filepath.Base(folder)
			from[name] = folder

			if err := os.CopyFS(filepath.Join(w.dir, name), os.DirFS(filepath.Join(root, folder))); err != nil {
				t.Fatal(err)
			}

			main += call(name, variablesOf(t, filepath.Join(root, folder)))
		}
	}

	w.write("main.tf", main)
	w.validate(from)

	for n, p := range alone {
		at := *w
		at.dir = filepath.Join(t.TempDir(), fmt.Sprintf("i%03d", n))
		at.assemble("", p)
		at.validate(map[string]string{".": p.at})
	}

	for what, n := range count {
		t.Logf("%4d pieces: %s", n, what)
	}

	if count["stand alone or within their page"] < 150 || count["whole configurations"] < 8 {
		t.Error("the documentation has more HCL than was found")
	}
}

// ofSeveralProviders tells whether a configuration needs another of this project's providers.
func ofSeveralProviders(text string) bool {
	const ours = `source = "seed-37bf88c1/`

	return strings.Count(text, ours) > strings.Count(text, ours+`jumpcloud"`)
}

// validate is terraform validate, its findings by the page that they are about.
func (w *world) validate(from map[string]string) {
	w.t.Helper()

	// The other provider of a migration is played by this one: validate asks for its schema alone.
	cli := w.env["TF_CLI_CONFIG_FILE"]
	folder, _ := built()
	w.file(cli, fmt.Sprintf("provider_installation {\n  dev_overrides {\n    %q = %q\n    %q = %q\n  }\n  direct {}\n}\n",
		"seed-37bf88c1/jumpcloud", folder, "nfernal/jumpcloud", folder))

	if strings.Contains(w.text(filepath.Join(w.dir, "main.tf")), "\nmodule ") {
		w.must("get")
	}

	out, err := w.command("validate", "-json").Output()

	var result struct {
		Diagnostics []struct {
			Severity, Summary, Detail string
			Range                     struct{ Filename string }
			Snippet                   struct{ Context, Code string }
		}
	}

	if len(out) == 0 || json.Unmarshal(out, &result) != nil {
		w.t.Fatalf("terraform validate: %s %v", out, err)
	}

	for _, d := range result.Diagnostics {
		if d.Severity == "error" {
			w.t.Errorf("%s: %s\n%s\n%s\n%s", from[filepath.Dir(d.Range.Filename)], d.Range.Filename, d.Summary, d.Detail, d.Snippet.Code)
		}
	}
}

// checkList holds the list blocks of a query to the schema; only Terraform 1.14 could run them.
func checkList(t *testing.T, p *piece, schemas map[string]*tfprotov6.Schema) {
	t.Helper()

	for _, b := range p.body.Blocks {
		if b.Type != "list" {
			continue
		}

		s := schemas[b.Labels[0]]
		if s == nil {
			t.Errorf("%s lists %s, which cannot be listed", p.at, b.Labels[0])

			continue
		}

		for _, config := range b.Body.Blocks {
			for name := range config.Body.Attributes {
				if config.Type != "config" || !slices.ContainsFunc(s.Block.Attributes, func(a *tfprotov6.SchemaAttribute) bool { return a.Name == name }) {
					t.Errorf("%s: a list of %s has no %s.%s", p.at, b.Labels[0], config.Type, name)
				}
			}
		}
	}
}

func listSchemas(t *testing.T) map[string]*tfprotov6.Schema {
	t.Helper()

	server, err := providerserver.NewProtocol6WithError(provider.New("test")())()
	if err != nil {
		t.Fatal(err)
	}

	all, err := server.GetProviderSchema(t.Context(), &tfprotov6.GetProviderSchemaRequest{})
	if err != nil {
		t.Fatal(err)
	}

	return all.ListResourceSchemas
}
