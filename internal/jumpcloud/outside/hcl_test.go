// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/provider"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli/workdir"
)

// TestTerraformAllHCLOfTheDocumentation: everything that a page or an example shows as Terraform is
// valid. One run of Terraform sees each piece as a module of its own. What a piece refers to
// comes from the other pieces of its page; of variables and locals that no piece has, anything
// may be the value.
func TestTerraformAllHCLOfTheDocumentation(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.Options{})

	workdir.Need(t, tfcli.WriteOnly) // which pages show

	lists, actions := configured(t)
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
			checkConfig(t, p, "list", lists)
		case slices.Contains(blocks, "action"):
			count["actions, held to the schema"]++
			checkConfig(t, p, "action", actions)
		case imports[p.text]:
			count["imports of examples, validated by TestTerraformImportBlocksOfExamples"]++
		case slices.Contains(blocks, "import") && strings.Contains(p.text, "identity = {") && workdir.Lacks(t, tfcli.Identities) != "":
			count["imports that Terraform and OpenTofu before 1.12 cannot read"]++
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

			name, at := "x-"+filepath.Base(folder), *w
			from[name] = folder

			roots := strings.Contains(read(t, filepath.Join(folder, "main.tf")), "\nimport {")
			if roots { // which a module may not have
				at.dir = t.TempDir()
			}

			if err := os.CopyFS(filepath.Join(at.dir, name), os.DirFS(filepath.Join(root, folder))); err != nil {
				t.Fatal(err)
			}

			if roots {
				at.dir = filepath.Join(at.dir, name)
				at.validate(map[string]string{".": folder})

				continue
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

// TestProviderArgument: a list block names its provider, as Terraform asks of it, and an import
// block never does, since its provider is that of the resource.
func TestProviderArgument(t *testing.T) {
	t.Parallel()

	named := map[string]int{}

	for _, p := range pieces(t) {
		for _, b := range p.body.Blocks {
			argument := b.Body.Attributes["provider"]

			switch {
			case argument == nil && b.Type == "list":
				t.Errorf("%s: list %s does not name its provider", p.at, b.Labels[0])
			case argument == nil:
			case !slices.Contains([]string{"list", "resource", "data", "ephemeral", "action"}, b.Type):
				t.Errorf("%s: a block %q names a provider", p.at, b.Type)
			default:
				if reference, diags := hcl.AbsTraversalForExpr(argument.Expr); diags.HasErrors() || reference.RootName() != "jumpcloud" {
					t.Errorf("%s: the provider of %s %s is not jumpcloud", p.at, b.Type, b.Labels[0])
				}

				named[b.Type]++
			}
		}
	}

	if named["list"] < 60 {
		t.Errorf("%d list blocks were found", named["list"])
	}
}

// ofSeveralProviders tells whether a configuration needs another of this project's providers.
func ofSeveralProviders(text string) bool {
	const ours = `source = "seed-37bf88c1/`

	return strings.Count(text, ours) > strings.Count(text, ours+`jumpcloud"`)
}

// checkConfig holds the blocks of a kind that has a config within to the schema; only Terraform
// 1.14 could run them.
func checkConfig(t *testing.T, p *piece, kind string, schemas map[string]*tfprotov6.Schema) {
	t.Helper()

	for _, b := range p.body.Blocks {
		if b.Type != kind {
			continue
		}

		s := schemas[b.Labels[0]]
		if s == nil {
			t.Errorf("%s: there is no %s %s", p.at, kind, b.Labels[0])

			continue
		}

		for _, config := range b.Body.Blocks {
			for name := range config.Body.Attributes {
				if config.Type != "config" || !slices.ContainsFunc(s.Block.Attributes, func(a *tfprotov6.SchemaAttribute) bool { return a.Name == name }) {
					t.Errorf("%s: the %s %s has no %s.%s", p.at, kind, b.Labels[0], config.Type, name)
				}
			}
		}
	}
}

// configured returns the schemas of list resources and of actions.
func configured(t *testing.T) (lists, actions map[string]*tfprotov6.Schema) {
	t.Helper()

	server, err := providerserver.NewProtocol6WithError(provider.New("test")())()
	if err != nil {
		t.Fatal(err)
	}

	all, err := server.GetProviderSchema(t.Context(), &tfprotov6.GetProviderSchemaRequest{})
	if err != nil {
		t.Fatal(err)
	}

	actions = map[string]*tfprotov6.Schema{}
	for name, s := range all.ActionSchemas {
		actions[name] = s.Schema
	}

	return all.ListResourceSchemas, actions
}
