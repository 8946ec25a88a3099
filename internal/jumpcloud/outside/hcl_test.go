// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclparse"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/provider"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

const root = "../../.."

// piece is HCL that people copy: a fenced block of a page, or a file of an example.
type piece struct {
	at    string // file, and line of a page
	text  string
	body  *hclsyntax.Body
	whole []*piece // all of its page, or of its folder: what it may refer to
}

// profile is the least that is a configuration profile of Apple's.
const profile = `<plist version="1.0"><dict>
	<key>PayloadType</key><string>Configuration</string>
	<key>PayloadVersion</key><integer>1</integer>
	<key>PayloadIdentifier</key><string>com.example.wifi</string>
	<key>PayloadUUID</key><string>7F3C2B5E-4F0E-4E6C-8F7D-0B1C2D3E4F50</string>
	<key>PayloadContent</key><array><dict>
		<key>PayloadType</key><string>com.apple.wifi.managed</string>
		<key>PayloadVersion</key><integer>1</integer>
		<key>PayloadIdentifier</key><string>com.example.wifi.1</string>
		<key>PayloadUUID</key><string>7F3C2B5E-4F0E-4E6C-8F7D-0B1C2D3E4F51</string>
	</dict></array>
</dict></plist>`

var fence = regexp.MustCompile("(?ms)^```(?:terraform|hcl)\n(.*?)^```")

// pieces are those of all pages and single examples, each text once.
func pieces(t *testing.T) []*piece {
	t.Helper()

	var (
		all    []*piece
		seen   = map[string]bool{}
		parser = hclparse.NewParser()
	)

	group := func(texts map[string]string) {
		var whole []*piece

		for _, at := range slices.Sorted(maps.Keys(texts)) {
			file, diags := parser.ParseHCL([]byte(texts[at]), at)
			if diags.HasErrors() {
				t.Errorf("%s is no HCL: %s", at, diags)

				continue
			}

			body, _ := file.Body.(*hclsyntax.Body)
			whole = append(whole, &piece{at: at, text: texts[at], body: body})
		}

		for _, p := range whole {
			p.whole = whole

			if !seen[p.text] {
				seen[p.text] = true
				all = append(all, p)
			}
		}
	}

	// Files first: a page shows most of them again.
	for _, folder := range glob(t, "examples/*s/*") {
		texts := map[string]string{}

		for _, pattern := range []string{"*.tf", "*.hcl"} {
			for _, file := range glob(t, filepath.Join(folder, pattern)) {
				texts[file] = read(t, file)
			}
		}

		group(texts)
	}

	for _, page := range pages(t) {
		texts := map[string]string{}
		text := read(t, page)

		for _, found := range fence.FindAllStringSubmatchIndex(text, -1) {
			line := 1 + strings.Count(text[:found[2]], "\n")
			texts[fmt.Sprintf("%s:%04d", page, line)] = text[found[2]:found[3]]
		}

		group(texts)
	}

	return all
}

// pages are the texts for people. A guide is taken where it is written: its page is a copy.
func pages(t *testing.T) []string {
	t.Helper()

	found := []string{"README.md", "CONTRIBUTING.md", "SECURITY.md", "templates/index.md.tmpl"}

	for _, folder := range []string{"docs", "templates", "examples"} {
		err := fs.WalkDir(os.DirFS(root), folder, func(at string, _ fs.DirEntry, err error) error {
			_, missing := os.Stat(filepath.Join(root, strings.Replace(at, "docs/", "templates/", 1)))
			if strings.HasSuffix(at, ".md") && (folder != "docs" || missing != nil) {
				found = append(found, at)
			}

			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}

	return found
}

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
		if len(glob(t, filepath.Join(folder, "main.tf"))) == 1 {
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

// assemble writes a folder with a piece and what it needs, and returns the variables that the
// folder has to be given.
func (w *world) assemble(name string, p *piece) []string {
	w.t.Helper()

	dir := filepath.Join(w.dir, name)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		w.t.Fatal(err)
	}

	text := p.text
	have := declared(p.body)
	open := references(p.body)

	for len(open) > 0 {
		need := open[0]
		open = open[1:]

		if have[need] {
			continue
		}

		have[need] = true

		kind, label, _ := strings.Cut(need, ".")
		block, of := declaring(p.whole, need)

		switch {
		case block != nil && kind != "local":
			text += "\n" + source(of, block.Range())
			open = append(open, references(block.Body)...)
		case kind == "var":
			text += fmt.Sprintf("\nvariable %q {\n  type = any\n}\n", label)
		case kind == "local":
			text += fmt.Sprintf("\nlocals {\n  %s = var.any_local\n}\n", label)
			open = append(open, "var.any_local")
		default:
			w.t.Errorf("%s refers to %s, which its page does not have", p.at, need)
		}
	}

	text = withoutOthers(w.t, text)

	if !strings.Contains(text, "required_providers") {
		w.file(filepath.Join(dir, "required.tf"), required)
	}

	// Profiles that it reads beside it.
	for _, file := range regexp.MustCompile(`\w+\.mobileconfig`).FindAllString(text, -1) {
		w.file(filepath.Join(dir, file), profile)
	}

	// Tables that it reads, with the columns that it asks for.
	for _, file := range regexp.MustCompile(`\w+\.csv`).FindAllString(text, -1) {
		columns := map[string]bool{}
		for _, found := range regexp.MustCompile(`\b(?:r|each\.value)\.(\w+)`).FindAllStringSubmatch(text, -1) {
			columns[found[1]] = true
		}

		names := slices.Sorted(maps.Keys(columns))
		w.file(filepath.Join(dir, file), strings.Join(names, ",")+"\n"+strings.Repeat("1,", len(names)-1)+"1\n")
	}

	w.file(filepath.Join(dir, "main.tf"), text)
	w.stubs(dir, text)

	return variablesIn(w.t, text)
}

// withoutOthers takes the blocks of other providers out of a text, and has a text for what they
// are asked: their schemas are not here.
func withoutOthers(t *testing.T, text string) string {
	t.Helper()

	file, diags := hclparse.NewParser().ParseHCL([]byte(text), "")
	if diags.HasErrors() {
		t.Fatal(diags)
	}

	body, _ := file.Body.(*hclsyntax.Body)
	for _, b := range slices.Backward(body.Blocks) {
		if len(b.Labels) == 2 && !strings.HasPrefix(b.Labels[0], "jumpcloud_") && !strings.HasPrefix(b.Labels[0], "terraform_") {
			text = text[:b.TypeRange.Start.Byte] + text[b.CloseBraceRange.End.Byte:]
			text = regexp.MustCompile(`(data\.|ephemeral\.)?`+strings.Join(b.Labels, `\.`)+`(\.\w+)+`).ReplaceAllString(text, `"2026-08-31T00:00:00Z"`)
		}
	}

	return text
}

// stubs writes the modules that a page calls without showing them: with the variables that the
// calls give, the outputs that are read, and the resources that are imported into.
func (w *world) stubs(dir, text string) {
	w.t.Helper()

	file, diags := hclparse.NewParser().ParseHCL([]byte(text), dir)
	if diags.HasErrors() {
		w.t.Fatal(diags)
	}

	body, _ := file.Body.(*hclsyntax.Body)

	for _, b := range body.Blocks {
		if b.Type != "module" {
			continue
		}

		path, _ := b.Body.Attributes["source"].Expr.Value(nil)
		stub := required

		for name := range b.Body.Attributes {
			if !slices.Contains([]string{"source", "for_each", "count", "providers", "depends_on"}, name) {
				stub += fmt.Sprintf("variable %q {\n  type = any\n}\n", name)
			}
		}

		read := map[string]bool{}
		member := regexp.MustCompile(`module\.` + b.Labels[0] + `(?:\[[^\]]*\])?\.(\w+)(?:\.(\w+))?`)

		for _, found := range member.FindAllStringSubmatch(text, -1) {
			if read[found[1]] {
				continue
			}

			read[found[1]] = true

			if strings.HasPrefix(found[1], "jumpcloud_") {
				stub += fmt.Sprintf("resource %q %q {\n  name = var.name\n}\n", found[1], found[2])
			} else {
				stub += fmt.Sprintf("output %q {\n  value = null\n}\n", found[1])
			}
		}

		at := filepath.Join(dir, path.AsString())
		if err := os.MkdirAll(at, 0o700); err != nil {
			w.t.Fatal(err)
		}

		w.file(filepath.Join(at, "main.tf"), stub)
	}
}

// call is the block that makes a folder part of the one configuration.
func call(name string, variables []string) string {
	text := fmt.Sprintf("module %q {\n  source = %q\n", name, "./"+name)
	for _, v := range variables {
		text += fmt.Sprintf("  %s = var.any\n", v)
	}

	return text + "}\n"
}

// variablesOf are those that a configuration must be given.
func variablesOf(t *testing.T, folder string) []string {
	t.Helper()

	files, err := filepath.Glob(filepath.Join(folder, "*.tf"))
	if err != nil {
		t.Fatal(err)
	}

	var names []string

	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}

		names = append(names, variablesIn(t, string(raw))...)
	}

	return names
}

func variablesIn(t *testing.T, text string) []string {
	t.Helper()

	parsed, diags := hclparse.NewParser().ParseHCL([]byte(text), "")
	if diags.HasErrors() {
		t.Fatal(diags)
	}

	var names []string

	body, _ := parsed.Body.(*hclsyntax.Body)
	for _, b := range body.Blocks {
		if _, given := b.Body.Attributes["default"]; b.Type == "variable" && !given {
			names = append(names, b.Labels[0])
		}
	}

	return names
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

func importsOfExamples(t *testing.T) map[string]bool {
	t.Helper()

	texts := map[string]bool{}
	for _, file := range glob(t, "examples/resources/*/import-*.tf") {
		texts[read(t, file)] = true
	}

	return texts
}

// declared are the addresses that a body has.
func declared(body *hclsyntax.Body) map[string]bool {
	names := map[string]bool{}

	for _, b := range body.Blocks {
		for _, name := range addresses(b) {
			names[name] = true
		}
	}

	return names
}

func addresses(b *hclsyntax.Block) []string {
	switch b.Type {
	case "variable":
		return []string{"var." + b.Labels[0]}
	case "resource":
		return []string{strings.Join(b.Labels, ".")}
	case "data", "module", "ephemeral":
		return []string{b.Type + "." + strings.Join(b.Labels, ".")}
	case "check":
		var names []string
		for _, inner := range b.Body.Blocks {
			names = append(names, addresses(inner)...)
		}

		return names
	case "locals":
		var names []string
		for name := range b.Body.Attributes {
			names = append(names, "local."+name)
		}

		return names
	}

	return nil
}

func declaring(all []*piece, address string) (*hclsyntax.Block, *piece) {
	for _, p := range all {
		for _, b := range p.body.Blocks {
			if slices.Contains(addresses(b), address) {
				return b, p
			}
		}
	}

	return nil, nil
}

func source(p *piece, r hcl.Range) string {
	// A block's range is its header; its body ends where the brace does.
	for _, b := range p.body.Blocks {
		if b.Range() == r {
			return p.text[b.TypeRange.Start.Byte:b.CloseBraceRange.End.Byte] + "\n"
		}
	}

	return ""
}

// references are the addresses that a body needs, with "moved" and "removed" left out: what they
// speak of is gone.
func references(body *hclsyntax.Body) []string {
	var found []string

	for _, traversal := range traversals(body) {
		steps := []string{traversal.RootName()}

		for _, step := range traversal[1:] {
			if a, ok := step.(hcl.TraverseAttr); ok {
				steps = append(steps, a.Name)
			} else {
				break
			}
		}

		switch n := len(steps); {
		case n > 1 && slices.Contains([]string{"var", "local", "module"}, steps[0]):
			found = append(found, strings.Join(steps[:2], "."))
		case n > 2 && (steps[0] == "data" || steps[0] == "ephemeral"):
			found = append(found, strings.Join(steps[:3], "."))
		case n > 1 && strings.HasPrefix(steps[0], "jumpcloud_"):
			found = append(found, strings.Join(steps[:2], "."))
		}
	}

	return found
}

func traversals(body *hclsyntax.Body) []hcl.Traversal {
	var found []hcl.Traversal

	for _, name := range slices.Sorted(maps.Keys(body.Attributes)) {
		found = append(found, body.Attributes[name].Expr.Variables()...)
	}

	for _, b := range body.Blocks {
		if b.Type != "moved" && b.Type != "removed" {
			found = append(found, traversals(b.Body)...)
		}
	}

	return found
}

func kindsOf(body *hclsyntax.Body) []string {
	var kinds []string
	for _, b := range body.Blocks {
		kinds = append(kinds, b.Type)
	}

	return kinds
}
