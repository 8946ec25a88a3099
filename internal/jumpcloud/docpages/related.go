// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/provider"
)

// tree is where the examples can be read: the registry has pages, but no files of the repository.
const tree = "https://github.com/seed-37bf88c1/terraform-provider-jumpcloud/tree/main/examples/"

// words are the kinds of pages in words, in the order in which they are listed.
var words = []struct{ kind, word string }{
	{"resources", "Resource"},
	{"data-sources", "Data sources"},
	{"list-resources", "List resource"},
	{"ephemeral-resources", "Ephemeral resource"},
	{"actions", "Actions"},
	{"functions", "Functions"},
}

// blocks are the kinds of blocks that a configuration uses the kinds of pages in.
var blocks = map[string]string{
	"resources": "resource", "data-sources": "data", "list-resources": "list", "ephemeral-resources": "ephemeral", "actions": "action",
}

// texts are all that the pages can be related to: guides and whole configurations, by name.
type texts struct {
	guides   map[string]guide
	examples map[string]string // their Terraform files
}

type guide struct{ title, text string }

var title = regexp.MustCompile(`(?m)^page_title: "(.+)"$`)

func readTexts(guides, examples string) (texts, error) {
	all := texts{map[string]guide{}, map[string]string{}}

	pages, err := filepath.Glob(filepath.Join(guides, "*.md"))
	if err != nil {
		return all, err
	}

	for _, page := range pages {
		raw, err := os.ReadFile(page)
		if err != nil {
			return all, err
		}

		found := title.FindStringSubmatch(string(raw))
		if found == nil {
			return all, fmt.Errorf("%s has no page_title", page)
		}

		all.guides[filepath.Base(page)] = guide{found[1], string(raw)}
	}

	for _, pattern := range []string{"*/main.tf", "*/*.tf", "*/modules/*/*.tf"} {
		files, err := filepath.Glob(filepath.Join(examples, pattern))
		if err != nil {
			return all, err
		}

		for _, file := range files {
			raw, err := os.ReadFile(file)
			if err != nil {
				return all, err
			}

			below, _ := filepath.Rel(examples, file)
			name, _, _ := strings.Cut(filepath.ToSlash(below), "/")
			all.examples[name] += string(raw)
		}
	}

	delete(all.examples, "provider")

	return all, nil
}

// use tells whether a text has a block of the type, or calls the function.
func use(text string, d provider.Declaration) bool {
	if d.Kind == "functions" {
		return strings.Contains(text, "provider::jumpcloud::"+d.Type+"(")
	}

	return regexp.MustCompile(`(?m)^ *` + blocks[d.Kind] + ` "` + d.Type + `"`).MatchString(text)
}

// file is the page of a type below docs/.
func file(d provider.Declaration) string {
	return d.Kind + "/" + strings.TrimPrefix(d.Type, "jumpcloud_") + ".md"
}

// related is the section of a page that leads to the others about the same object, to the guides
// that use it, and to whole configurations.
func (all texts) related(d provider.Declaration, declared []provider.Declaration) string {
	b := &strings.Builder{}
	b.WriteString("\n## See also\n\n")

	for _, w := range words {
		var links []string

		for _, o := range declared {
			if o.Kind == w.kind && o.Object == d.Object && file(o) != file(d) {
				links = append(links, fmt.Sprintf("[%s](../%s)", o.Type, file(o)))
			}
		}

		if len(links) > 0 {
			fmt.Fprintf(b, "- %s: %s\n", w.word, strings.Join(links, ", "))
		}
	}

	if links := all.guidesOf(d, declared); len(links) > 0 {
		fmt.Fprintf(b, "- Guides: %s\n", strings.Join(links, ", "))
	}

	var links []string

	for _, name := range slices.Sorted(maps.Keys(all.examples)) {
		if use(all.examples[name], d) {
			links = append(links, fmt.Sprintf("[%s](%s%s)", name, tree, name))
		}
	}

	if len(links) > 0 {
		fmt.Fprintf(b, "- Whole configurations: %s\n", strings.Join(links, ", "))
	}

	return b.String()
}

// guidesOf are those that use the type; failing that, those that use another type of its object,
// and then the ones about all objects.
func (all texts) guidesOf(d provider.Declaration, declared []provider.Declaration) []string {
	links := all.guidesWith(func(text string) bool { return use(text, d) })

	if len(links) == 0 {
		links = all.guidesWith(func(text string) bool {
			return slices.ContainsFunc(declared, func(o provider.Declaration) bool { return o.Object == d.Object && use(text, o) })
		})
	}

	if len(links) == 0 {
		general := "credentials-and-regions.md"
		if d.Tenant() {
			general = "multi-tenancy.md"
		}

		links = []string{fmt.Sprintf("[%s](../guides/%s)", all.guides[general].title, general)}
	}

	return links
}

// guidesWith leaves the catalogue out, which would be on every page about policies.
func (all texts) guidesWith(want func(string) bool) []string {
	var links []string

	for _, name := range slices.Sorted(maps.Keys(all.guides)) {
		if g := all.guides[name]; !strings.HasPrefix(name, "policy-templates-") && want(g.text) {
			links = append(links, fmt.Sprintf("[%s](../guides/%s)", g.title, name))
		}
	}

	return links
}

// back is the section of a guide that leads to the pages of what its blocks use, and to the whole
// configurations that it names; "" if it uses nothing.
func (all texts) back(text string, declared []provider.Declaration) string {
	var links []string

	for _, w := range words {
		for _, d := range declared {
			if d.Kind == w.kind && use(text, d) {
				links = append(links, fmt.Sprintf("[%s](../%s)", strings.TrimSuffix(file(d), ".md"), file(d)))
			}
		}
	}

	for _, name := range slices.Sorted(maps.Keys(all.examples)) {
		if strings.Contains(text, "examples/"+name) {
			links = append(links, fmt.Sprintf("[examples/%s](%s%s)", name, tree, name))
		}
	}

	if len(links) == 0 {
		return ""
	}

	return "\n## Pages of what is used here\n\n" + strings.Join(links, ", ") + "\n"
}
