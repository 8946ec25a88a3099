// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Subcategories writes the registry's navigation groups into generated pages.
// The generator leaves the front matter's subcategory empty unless every object
// has a template of its own; here one file says it for all:
//
//	{"Networks": ["iplist", "iplists"]}
//
// A page that the file does not name is an error, and so is a name without a
// page, so that the file and the provider cannot drift apart.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	groups := flag.String("groups", "", "JSON file: subcategory to names without the provider's prefix")
	docs := flag.String("docs", "", "folder of the generated pages")

	flag.Parse()

	if err := run(*groups, *docs); err != nil {
		fmt.Fprintln(os.Stderr, "subcategories:", err)
		os.Exit(1)
	}
}

func run(groups, docs string) error {
	raw, err := os.ReadFile(groups)
	if err != nil {
		return err
	}

	var names map[string][]string
	if err := json.Unmarshal(raw, &names); err != nil {
		return fmt.Errorf("%s: %w", groups, err)
	}

	byName := map[string]string{}

	for group, members := range names {
		for _, name := range members {
			if other, ok := byName[name]; ok {
				return fmt.Errorf("%s: %s is in %s and in %s", groups, name, other, group)
			}

			byName[name] = group
		}
	}

	pages, err := filepath.Glob(filepath.Join(docs, "*", "*.md"))
	if err != nil {
		return err
	}

	var problems []error

	used := map[string]bool{}

	for _, page := range pages {
		if filepath.Base(filepath.Dir(page)) == "guides" {
			continue // guides say it themselves
		}

		name := strings.TrimSuffix(filepath.Base(page), ".md")
		used[name] = true

		group, ok := byName[name]
		if !ok {
			problems = append(problems, fmt.Errorf("%s names no subcategory for %s", groups, name))

			continue
		}

		problems = append(problems, fill(page, group))
	}

	for name := range byName {
		if !used[name] {
			problems = append(problems, fmt.Errorf("%s names %s, which has no page", groups, name))
		}
	}

	slices.SortFunc(problems, func(a, b error) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })

	return errors.Join(problems...)
}

const empty = "\nsubcategory: \"\"\n"

func fill(page, group string) error {
	raw, err := os.ReadFile(page)
	if err != nil {
		return err
	}

	before, after, ok := strings.Cut(string(raw), empty)
	if !ok {
		return fmt.Errorf("%s has no empty subcategory in its front matter", page)
	}

	return os.WriteFile(page, fmt.Appendf(nil, "%s\nsubcategory: %q\n%s", before, group, after), 0o644)
}
