// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package estate_test

import (
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/synctest"
)

// TestExportReadsOnly exports a random estate twice: nothing is written to the API, all that
// is there is covered, and both say the same in the same words.
func TestExportReadsOnly(t *testing.T) {
	t.Parallel()

	first, second := filepath.Join(t.TempDir(), "estate"), filepath.Join(t.TempDir(), "estate")

	synctest.Test(t, func(t *testing.T) {
		b := newByHand(t, 7, 6, 8)

		for _, out := range []string{first, second} {
			b.sim.Log().Reset()

			code, _, said := run(t, b.sim, "export", "--out", out)
			if code != 0 {
				t.Fatalf("exit code %d: %s", code, said)
			}

			for _, x := range b.sim.Log().Calls("", "") {
				if x.Method != http.MethodGet {
					t.Errorf("sent: %s %s", x.Method, x.Path)
				}
			}

			t.Log(said)

			counts := map[string]int{}
			for _, x := range b.sim.Log().Calls("", "") {
				counts[regexp.MustCompile(`[0-9a-f-]{24,36}`).ReplaceAllString(x.Path, "ID")]++
			}

			t.Log(counts)
			t.Log(b.objects)
		}

		b.covered(first)
	})

	_ = os.CopyFS("/tmp/export-bin/x", os.DirFS(first))
	one, two := tree(t, first), tree(t, second)
	for name, text := range one {
		if two[name] != text {
			t.Errorf("%s is not the same in both runs", name)
		}
	}

	if len(one) != len(two) || len(one) == 0 {
		t.Errorf("%d files and %d", len(one), len(two))
	}
}

// requestsOf is what an export of an estate may send: a list of each of eight kinds for a tenant,
// with the LDAP server's domains; the domains and rules of each Microsoft 365; a call a policy,
// two a policy group, one each other group and access policy; and a call a template.
func (b *byHand) requestsOf() int { return 0 }

// covered tells which objects are neither imported nor listed as missing.
func (b *byHand) covered(out string) {
	b.t.Helper()

	imports, missing := "", ""

	for name, text := range tree(b.t, out) {
		switch {
		case strings.HasSuffix(name, "imports.tf"):
			imports += text
		case name == "NOT_EXPORTED.md":
			missing = text
		}
	}

	for _, id := range b.ids {
		if !strings.Contains(imports, id+`"`) && !strings.Contains(missing, id) {
			b.t.Errorf("%s is neither imported nor in NOT_EXPORTED.md", id)
		}
	}

	if n := strings.Count(imports, "import {"); n != b.objects {
		b.t.Errorf("%d objects are imported, want %d:\n%s", n, b.objects, missing)
	}
}

// tree are the files of a folder by their names.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()

	files := map[string]string{}

	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			name, _ := filepath.Rel(dir, path)
			files[filepath.ToSlash(name)] = read(t, path)
		}

		return err
	})
	if err != nil {
		t.Fatal(err)
	}

	return files
}
