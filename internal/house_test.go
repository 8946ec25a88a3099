// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package internal_test holds the house to its plan: what has no vendor names none, and no
// file grows beyond what is read at once.
package internal_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// vendors are the rooms of a service each; what is not one of them serves all.
func vendors(t *testing.T) []string {
	t.Helper()

	found, err := filepath.Glob("*/provider/provider.go")
	if err != nil || len(found) == 0 {
		t.Fatal(found, err)
	}

	var names []string
	for _, file := range found {
		names = append(names, filepath.Dir(filepath.Dir(file)))
	}

	return names
}

// own is the text that every file has: the licence line and the module's path.
var own = regexp.MustCompile(`terraform-provider-\w+`)

func TestKernelsNameNoVendor(t *testing.T) {
	t.Parallel()

	names := vendors(t)
	seen := 0

	files(t, func(at string, text string) {
		room, _, _ := strings.Cut(at, "/")
		if !strings.Contains(at, "/") || slices.Contains(names, room) || room == "decisions" || room == "tools" {
			return
		}

		seen++

		for n, line := range strings.Split(own.ReplaceAllString(text, ""), "\n") {
			for _, vendor := range names {
				if strings.Contains(strings.ToLower(line), vendor) {
					t.Errorf("%s:%d names %s: %s", at, n+1, vendor, strings.TrimSpace(line))
				}
			}
		}
	})

	if seen == 0 {
		t.Error("no kernel was looked at")
	}
}

// catalogues are lists, of which nobody reads the whole.
var catalogues = regexp.MustCompile(`(^|/)(catalogue|templates|countries|deviations)\w*\.go$`)

func TestFilesAreReadAtOnce(t *testing.T) {
	t.Parallel()

	const most = 300

	files(t, func(at string, text string) {
		if n := strings.Count(text, "\n"); n > most && !strings.HasSuffix(at, "_test.go") && !catalogues.MatchString(at) {
			t.Errorf("%s has %d lines, which are two ideas or a catalogue", at, n)
		}
	})
}

// No provider reads Terraform's version: a test that tells no identity runs in the first round of
// proof.Main only, which would not see what another version changes.
// openMember is a member of an answer that may be anything.
var openMember = regexp.MustCompile("(?m)^\\t\\w+ +(?:map\\[string\\]|\\[\\])*any +`json:")

// A number in a member of any type is a float unless its type says otherwise, and no plain JSON
// value: whoever makes a value of Terraform of it would fail.
func TestOpenMembersKeepTheirNumbers(t *testing.T) {
	t.Parallel()

	packages, exact, open := map[string]bool{}, map[string]bool{}, map[string]bool{}

	files(t, func(at string, text string) {
		if strings.HasSuffix(at, "_test.go") {
			return
		}

		packages[filepath.Dir(at)] = packages[filepath.Dir(at)] || strings.Contains(text, `/internal/anyjson"`)
		open[at] = openMember.MatchString(text)
		exact[at] = strings.Contains(text, "anyjson.Unmarshal(")
	})

	seen := 0

	for at := range open {
		if !open[at] || !packages[filepath.Dir(at)] {
			continue
		}

		if seen++; !exact[at] {
			t.Errorf("%s: an answer has members of any type, and is not decoded by anyjson.Unmarshal", at)
		}
	}

	if seen == 0 {
		t.Error("no answer was looked at")
	}
}

func TestNobodyReadsTheVersionOfTerraform(t *testing.T) {
	t.Parallel()

	seen := 0

	files(t, func(at string, text string) {
		if strings.HasSuffix(at, "_test.go") || strings.HasPrefix(at, "proof/") {
			return
		}

		seen++

		if strings.Contains(text, ".TerraformVersion") {
			t.Errorf("%s reads Terraform's version", at)
		}
	})

	if seen == 0 {
		t.Error("no file was looked at")
	}
}

// realTest is a test that runs the steps of a life with a real Terraform.
var realTest = regexp.MustCompile(`(?ms)^func (Test\w+)\([^\n]*{\n(.*?)^}`)

// Where the tests of a package run twice, proof.Main leaves out of the second round what has
// Terraform in its name: with a real one, the second would be the first again.
func TestTestsWithTerraformSaySo(t *testing.T) {
	t.Parallel()

	seen := 0

	files(t, func(at string, text string) {
		if !strings.HasSuffix(at, "_test.go") {
			return
		}

		for _, found := range realTest.FindAllStringSubmatch(text, -1) {
			if !strings.Contains(found[2], "resource.UnitTest(") && !strings.Contains(found[2], "resource.Test(") {
				continue
			}

			seen++

			if !strings.Contains(found[1], "Terraform") {
				t.Errorf("%s: %s runs Terraform and does not have it in its name", at, found[1])
			}
		}
	})

	if seen == 0 {
		t.Error("no test with a real Terraform was looked at")
	}
}

// A vendor's room imports no other's, and no kernel imports a vendor's.
func TestNoArrowLeadsToAVendor(t *testing.T) {
	t.Parallel()

	out, err := exec.CommandContext(t.Context(), "go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}

	names := vendors(t)
	checked := 0

	for line := range strings.Lines(string(out)) {
		packages := strings.Fields(line)
		from := room(packages[0])

		for _, to := range packages[1:] {
			if vendor := room(to); slices.Contains(names, vendor) && vendor != from {
				t.Errorf("%s imports %s", packages[0], to)
			}

			checked++
		}
	}

	if checked == 0 {
		t.Error("no import was looked at")
	}
}

// room is the folder below internal that a package of this module is in, or "".
func room(path string) string {
	_, below, _ := strings.Cut(path, "/terraform-provider-jumpcloud/internal/")
	name, _, _ := strings.Cut(below, "/")

	return name
}

func files(t *testing.T, look func(at, text string)) {
	t.Helper()

	err := fs.WalkDir(os.DirFS("."), ".", func(at string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(at, ".go") {
			return err
		}

		raw, err := os.ReadFile(at)
		if err == nil {
			look(at, string(raw))
		}

		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
