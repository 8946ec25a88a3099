// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package internal_test

import (
	"path"
	"slices"
	"strings"
	"testing"
)

// What a resource has of its own is read in one go: half of the objects need no more lines for
// a resource than this, its schema included. What more of them say again belongs into a kernel.
func TestResourcesAreLean(t *testing.T) {
	t.Parallel()

	const most = 120

	lines, resources := map[string]int{}, map[string]int{}

	files(t, func(at string, text string) {
		folder, name := path.Split(at)
		if !strings.Contains(folder, "/objects/") || strings.HasSuffix(name, "_test.go") {
			return
		}

		if strings.HasPrefix(name, "resource") || strings.HasPrefix(name, "schema") {
			lines[folder] += strings.Count(text, "\n")
		}

		if strings.HasPrefix(name, "resource") {
			resources[folder]++
		}
	})

	var each []int
	for folder, n := range resources {
		each = append(each, lines[folder]/n)
	}

	slices.Sort(each)

	if len(each) < 2 || each[len(each)/2] > most {
		t.Errorf("half of the objects have more than %d lines for a resource: %v", most, each)
	}
}
