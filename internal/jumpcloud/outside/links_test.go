// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	link    = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	heading = regexp.MustCompile(`(?m)^#+ +(.+)$`)
	fenced  = regexp.MustCompile("(?ms)^```.*?^```")
)

// TestLinksResolve: each link of a page leads to a file that is there, and to a heading in it.
// Pages of docs/ link to each other with or without ".md", as the registry takes both. Sources of
// guides stand in templates/ and are read as pages of docs/, which are copies of them. Links to the
// web are counted alone.
func TestLinksResolve(t *testing.T) {
	t.Parallel()

	within, web := 0, 0

	all := pages(t)
	for _, pattern := range []string{"companions/*/*.md", "internal/decisions/*.md", "internal/*/evidence/*.md", ".github/*.md"} {
		all = append(all, glob(t, pattern)...)
	}

	for _, page := range all {
		for _, found := range link.FindAllStringSubmatch(fenced.ReplaceAllString(read(t, page), ""), -1) {
			if strings.Contains(found[1], "://") {
				web++

				continue
			}

			within++

			if !resolves(t, page, found[1]) {
				t.Errorf("%s: the link to %s leads nowhere", page, found[1])
			}
		}
	}

	t.Logf("%d links within the repository resolve, %d lead to the web", within, web)

	if within < 100 {
		t.Error("the pages have more links than were found")
	}
}

func resolves(t *testing.T, page, to string) bool {
	t.Helper()

	path, fragment, _ := strings.Cut(to, "#")
	target := page

	if path != "" {
		target = ""

		for _, from := range []string{page, strings.Replace(page, "templates/", "docs/", 1)} {
			at := filepath.Join(filepath.Dir(from), path)

			for _, candidate := range []string{at, at + ".md", strings.Replace(at, "docs/", "templates/", 1)} {
				if _, err := os.Stat(filepath.Join(root, candidate)); target == "" && err == nil {
					target = candidate
				}
			}
		}
	}

	if target == "" || fragment == "" {
		return target != ""
	}

	text := fenced.ReplaceAllString(read(t, target), "")
	for _, found := range heading.FindAllStringSubmatch(text, -1) {
		if slug(found[1]) == fragment {
			return true
		}
	}

	return strings.Contains(text, `<a id="`+fragment+`">`)
}

// slug is the anchor that GitHub and the registries give a heading.
func slug(title string) string {
	kept := regexp.MustCompile(`[^\p{L}\p{N} _-]`).ReplaceAllString(strings.ToLower(title), "")

	return strings.ReplaceAll(strings.TrimSpace(kept), " ", "-")
}

func read(t *testing.T, file string) string {
	t.Helper()

	raw, err := os.ReadFile(filepath.Join(root, file))
	if err != nil {
		t.Fatal(err)
	}

	return string(raw)
}

// glob finds files below the repository's root.
func glob(t *testing.T, pattern string) []string {
	t.Helper()

	found, err := filepath.Glob(filepath.Join(root, pattern))
	if err != nil {
		t.Fatal(err)
	}

	for i, file := range found {
		if found[i], err = filepath.Rel(root, file); err != nil {
			t.Fatal(err)
		}
	}

	return found
}
