// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package estate_test

import (
	"errors"
	"flag"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
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

			if n := b.sim.Log().Count("", ""); n > b.requests {
				t.Errorf("%d requests, want at most %d", n, b.requests)
			}

			if want := fmt.Sprintf("with %d requests", b.sim.Log().Count("", "")); !strings.Contains(said, want) {
				t.Errorf("standard error lacks %q: %s", want, said)
			}
		}

		b.covered(first)
	})

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

var updateExport = flag.Bool("export.update", false, "write the golden files of the export")

// TestExportWritesWhatPeopleKeep exports a tenant with four policies.
func TestExportWritesWhatPeopleKeep(t *testing.T) {
	t.Parallel()

	const golden = "testdata/export"

	out := filepath.Join(t.TempDir(), "estate")

	synctest.Test(t, func(t *testing.T) {
		if code, _, said := run(t, newByHand(t, 2, 1, 4).sim, "export", "--out", out); code != 0 {
			t.Fatal(said)
		}
	})

	if *updateExport {
		if err := errors.Join(os.RemoveAll(golden), os.CopyFS(golden, os.DirFS(out))); err != nil {
			t.Fatal(err)
		}
	}

	got, want := tree(t, out), tree(t, golden)
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s is\n%s\nwant\n%s", name, got[name], want[name])
		}
	}

	if len(got) != len(want) {
		t.Errorf("%d files, want %d", len(got), len(want))
	}
}

// TestExportGoesOn ends an export where a tenant fails, and goes on: only what has a gap is read
// again, and the result is that of an export in one go.
func TestExportGoesOn(t *testing.T) {
	t.Parallel()

	out, whole := filepath.Join(t.TempDir(), "estate"), filepath.Join(t.TempDir(), "estate")

	synctest.Test(t, func(t *testing.T) {
		b := newByHand(t, 5, 3, 3)
		globex, _ := b.sim.OrganizationID("Globex")

		if code, _, said := run(t, b.sim, "export", "--out", whole); code != 0 {
			t.Fatal(said)
		}

		b.sim.Inject(sim.Fault{Status: http.StatusForbidden, Match: func(r *http.Request) bool {
			return r.URL.Path == "/api/v2/iplists" && r.Header.Get("X-Org-Id") == globex
		}})

		if code, _, said := run(t, b.sim, "export", "--out", out); code != 0 {
			t.Fatal(said)
		}

		if missing := read(t, filepath.Join(out, "NOT_EXPORTED.md")); !strings.Contains(missing, "| Globex | jumpcloud_iplist |") {
			t.Errorf("NOT_EXPORTED.md lacks the lists of Globex:\n%s", missing)
		}

		if code, _, said := run(t, b.sim, "export", "--out", out); code != 1 || !strings.Contains(said, "is not empty") {
			t.Errorf("exit code %d: %s", code, said)
		}

		b.sim.ClearFaults()
		b.sim.Log().Reset()

		if code, _, said := run(t, b.sim, "export", "--out", out, "--resume"); code != 0 {
			t.Fatal(said)
		}

		for _, x := range b.sim.Log().Calls("", "") {
			if org := x.Header.Get("X-Org-Id"); org != "" && org != globex {
				t.Errorf("read again: %s of %s", x.Path, org)
			}
		}
	})

	got, want := tree(t, out), tree(t, whole)
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s is\n%s\nwant\n%s", name, got[name], want[name])
		}
	}
}

// TestExportOfSome exports organizations by name and by id, and refuses a name that none or
// several have.
func TestExportOfSome(t *testing.T) {
	t.Parallel()

	out := filepath.Join(t.TempDir(), "estate")

	synctest.Test(t, func(t *testing.T) {
		b := newByHand(t, 5, 3, 2)
		second, _ := b.sim.OrganizationID("Globex!")

		code, _, said := run(t, b.sim, "export", "--out", out, "--organization", "Nobody")
		if code != 1 || !strings.Contains(said, `--organization "Nobody": 0 of the 3`) {
			t.Errorf("exit code %d: %s", code, said)
		}

		if code, _, said := run(t, b.sim, "export", "--out", out, "--organization", "globex", "--organization", second); code != 0 {
			t.Fatal(said)
		}
	})

	var folders []string

	for name := range tree(t, out) {
		if folder, ok := strings.CutSuffix(name, "/versions.tf"); ok {
			folders = append(folders, folder)
		}
	}

	slices.Sort(folders)

	if len(folders) != 2 || folders[0] != "globex" || !strings.HasPrefix(folders[1], "globex-") {
		t.Errorf("folders are %q", folders)
	}
}

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
