// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package estate_test

import (
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

// layouts are those of an export, and what they are asked for with.
var layouts = map[string][]string{
	"flat":     nil,
	"baseline": {"--layout", "baseline", "--tenants-per-state", "4"},
}

// exportTo is the command that writes a layout to a folder.
func exportTo(layout, out string, more ...string) []string {
	return slices.Concat([]string{"export", "--out", out}, layouts[layout], more)
}

// TestExportReadsOnly exports a random estate twice in each layout: nothing is written to the
// API, all that is there is covered, and both say the same in the same words.
func TestExportReadsOnly(t *testing.T) {
	t.Parallel()

	dir := t.TempDir()

	synctest.Test(t, func(t *testing.T) {
		b := newByHand(t, 7, 6, 8)

		for layout := range layouts {
			for _, run := range []string{"first", "second"} {
				b.exported(exportTo(layout, filepath.Join(dir, layout, run)))
			}

			b.covered(t, filepath.Join(dir, layout, "first"))
		}
	})

	for layout := range layouts {
		one, two := tree(t, filepath.Join(dir, layout, "first")), tree(t, filepath.Join(dir, layout, "second"))
		alike(t, two, one)

		if len(one) == 0 {
			t.Errorf("nothing was written with --layout %s", layout)
		}
	}
}

// exported runs an export and checks what it has sent.
func (b *byHand) exported(args []string) {
	b.t.Helper()
	b.sim.Log().Reset()

	code, _, said := run(b.t, b.sim, args...)
	if code != 0 {
		b.t.Fatalf("exit code %d: %s", code, said)
	}

	for _, x := range b.sim.Log().Calls("", "") {
		if x.Method != http.MethodGet {
			b.t.Errorf("sent: %s %s", x.Method, x.Path)
		}
	}

	if n := b.sim.Log().Count("", ""); n > b.requests {
		b.t.Errorf("%d requests, want at most %d", n, b.requests)
	}

	if want := fmt.Sprintf("with %d requests", b.sim.Log().Count("", "")); !strings.Contains(said, want) {
		b.t.Errorf("standard error lacks %q: %s", want, said)
	}
}

var updateExport = flag.Bool("export.update", false, "write the golden files of the export")

// TestExportWritesWhatPeopleKeep exports a tenant with four policies as blocks, and three
// tenants with three as a baseline.
func TestExportWritesWhatPeopleKeep(t *testing.T) {
	t.Parallel()

	for layout, tiny := range map[string]struct {
		golden            string
		seed              uint64
		tenants, policies int
	}{
		"flat":     {"testdata/export", 2, 1, 4},
		"baseline": {"testdata/export_baseline", 4, 3, 3},
	} {
		t.Run(layout, func(t *testing.T) {
			t.Parallel()

			out := filepath.Join(t.TempDir(), "estate")

			synctest.Test(t, func(t *testing.T) {
				newByHand(t, tiny.seed, tiny.tenants, tiny.policies).exported(exportTo(layout, out))
			})

			got := tree(t, out)
			for name := range got {
				if strings.HasPrefix(name, ".export/") {
					delete(got, name) // what was read, for --resume
				}
			}

			if *updateExport {
				if err := os.RemoveAll(tiny.golden); err != nil {
					t.Fatal(err)
				}

				for name, text := range got {
					write(t, filepath.Join(tiny.golden, filepath.FromSlash(name)), text)
				}
			}

			alike(t, got, tree(t, tiny.golden))
		})
	}
}

// TestExportGoesOn ends an export where a tenant fails, and goes on: only what has a gap is read
// again, and the result is that of an export in one go.
func TestExportGoesOn(t *testing.T) {
	t.Parallel()

	dir := t.TempDir()

	synctest.Test(t, func(t *testing.T) {
		b := newByHand(t, 5, 3, 3)
		for layout := range layouts {
			b.goesOn(layout, filepath.Join(dir, layout, "out"), filepath.Join(dir, layout, "whole"))
		}
	})

	for layout := range layouts {
		alike(t, tree(t, filepath.Join(dir, layout, "out")), tree(t, filepath.Join(dir, layout, "whole")))
	}
}

func (b *byHand) goesOn(layout, out, whole string) {
	t := b.t
	t.Helper()

	globex, _ := b.sim.OrganizationID("Globex")

	b.exported(exportTo(layout, whole))

	b.sim.Inject(sim.Fault{Status: http.StatusForbidden, Match: func(r *http.Request) bool {
		return (r.URL.Path == "/api/v2/iplists" || r.URL.Path == "/api/v2/policies") && r.Header.Get("X-Org-Id") == globex
	}})

	b.exported(exportTo(layout, out))

	if missing := read(t, filepath.Join(out, "NOT_EXPORTED.md")); !strings.Contains(missing, "| Globex | jumpcloud_iplist |") {
		t.Errorf("NOT_EXPORTED.md lacks the lists of Globex:\n%s", missing)
	}

	if code, _, said := run(t, b.sim, exportTo(layout, out)...); code != 1 || !strings.Contains(said, "is not empty") {
		t.Errorf("exit code %d: %s", code, said)
	}

	b.sim.ClearFaults()
	b.exported(exportTo(layout, out, "--resume"))

	for _, x := range b.sim.Log().Calls("", "") {
		if org := x.Header.Get("X-Org-Id"); org != "" && org != globex {
			t.Errorf("read again: %s of %s", x.Path, org)
		}
	}

	b.refusesAnotherLayout(layout, out)

	if layout == "baseline" {
		b.keepsWhatPeopleChange(out)
	}
}

// keepsWhatPeopleChange goes on with an export in which somebody has worked.
func (b *byHand) keepsWhatPeopleChange(out string) {
	b.t.Helper()

	file := filepath.Join(out, "state-1", "tenants", "globex.yaml")
	written := read(b.t, file)
	changed := written + "# changed\n"
	write(b.t, file, changed)

	code, _, said := run(b.t, b.sim, exportTo("baseline", out, "--resume")...)
	if code != 1 || !strings.Contains(said, "wrote them: state-1/tenants/globex.yaml;") || read(b.t, file) != changed {
		b.t.Errorf("exit code %d: %s", code, said)
	}

	write(b.t, file, written)

	if err := os.RemoveAll(filepath.Join(out, "state-1", "imports")); err != nil {
		b.t.Fatal(err)
	}

	b.exported(exportTo("baseline", out, "--resume")) // writes again what was only removed
}

func (b *byHand) refusesAnotherLayout(layout, out string) {
	b.t.Helper()

	for another := range layouts {
		code, _, said := run(b.t, b.sim, exportTo(another, out, "--resume")...)
		if another != layout && (code != 1 || !strings.Contains(said, "began with --layout "+layout)) {
			b.t.Errorf("--layout %s goes on with %s: exit code %d: %s", another, layout, code, said)
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
