// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
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
)

const root = "../../.."

// piece is HCL that people copy: a fenced block of a page, or a file of an example.
type piece struct {
	at    string // file, and line of a page
	text  string
	body  *hclsyntax.Body
	whole []*piece // all of its page, or of its folder: what it may refer to
}

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

func importsOfExamples(t *testing.T) map[string]bool {
	t.Helper()

	texts := map[string]bool{}
	for _, file := range glob(t, "examples/resources/*/import-*.tf") {
		texts[read(t, file)] = true
	}

	return texts
}
