// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package evidence_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// pages are the Markdown files of this folder.
type pages struct {
	readme   string
	text     map[string]string // by page, without .md
	sections map[string]bool   // such as "policies 2" and "policies 2.3"
	legend   []string
}

var (
	heading   = regexp.MustCompile(`^(##|###) (\d+)(?:\.(\d+))? \S`)
	row       = regexp.MustCompile("(?m)^\\| `\\[(\\w+)\\]` \\|")
	quoted    = regexp.MustCompile("`([^`]+)`")
	reference = regexp.MustCompile(`\b([a-z]+) (\d+\.\d+)\b`)
)

// readPages fails for headings that are out of order or stand twice.
func readPages(t *testing.T) pages {
	t.Helper()

	p := pages{text: map[string]string{}, sections: map[string]bool{}}

	files, err := filepath.Glob("*.md")
	if err != nil || len(files) < 2 {
		t.Fatalf("no pages: %v", err)
	}

	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}

		if file == "README.md" {
			p.readme = string(raw)
			for _, found := range row.FindAllStringSubmatch(p.readme, -1) {
				p.legend = append(p.legend, found[1])
			}

			continue
		}

		name := strings.TrimSuffix(file, ".md")
		p.text[name] = string(raw)
		p.readSections(t, name)
	}

	return p
}

func (p pages) readSections(t *testing.T, page string) {
	t.Helper()

	chapter := ""

	for line := range strings.Lines(p.text[page]) {
		if !strings.HasPrefix(line, "##") {
			continue
		}

		found := heading.FindStringSubmatch(line)
		if found == nil || (found[1] == "##") != (found[3] == "") || found[3] != "" && found[2] != chapter {
			t.Errorf("%s.md: heading %q is not \"## 1 …\", or \"### 1.1 …\" in its chapter", page, strings.TrimSpace(line))

			continue
		}

		chapter = found[2]

		section := page + " " + chapter
		if found[3] != "" {
			section += "." + found[3]
		}

		if p.sections[section] {
			t.Errorf("section %s stands twice", section)
		}

		p.sections[section] = true
	}
}

// unsourced are the sections of a page that say nothing of their source.
func (p pages) unsourced(page string) []string {
	var problems []string

	for _, section := range strings.Split(p.text[page], "\n### ")[1:] {
		section, _, _ = strings.Cut(section, "\n## ")
		if !mark.MatchString(section) {
			title, _, _ := strings.Cut(section, "\n")
			problems = append(problems, "no mark in "+title)
		}
	}

	return problems
}

// references tells which sections of other pages a page names in vain.
func (p pages) references(text string) []string {
	var problems []string

	for _, found := range reference.FindAllStringSubmatch(text, -1) {
		if _, page := p.text[found[1]]; page && !p.sections[found[1]+" "+found[2]] {
			problems = append(problems, "there is no section "+found[0])
		}
	}

	return problems
}

// switches are the names behind "Switches:", with a page of each.
func (p pages) switches() map[string]string {
	named := map[string]string{}

	for page, text := range p.text {
		for _, rest := range strings.Split(text, "\nSwitches:")[1:] {
			rest, _, _ = strings.Cut(rest, "\n\n")
			for _, found := range quoted.FindAllStringSubmatch(rest, -1) {
				named[found[1]] = page
			}
		}
	}

	return named
}
