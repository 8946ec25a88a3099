// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const root = "../.."

// TestMirrorStandsAlone: the tree of every sibling has all packages and embedded files that its
// program needs, from the module alone and offline, and what registries ask for. CI compiles it.
func TestMirrorStandsAlone(t *testing.T) {
	t.Parallel()

	names, err := os.ReadDir(filepath.Join(root, companions))
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}

	for _, sibling := range names {
		name := sibling.Name()
		into := filepath.Join(t.TempDir(), name)

		// What was there before is replaced, but for the repository's own data.
		for _, old := range []string{"stale/x.go", ".git/HEAD"} {
			if err := os.MkdirAll(filepath.Dir(filepath.Join(into, old)), 0o700); err != nil {
				t.Fatal(err)
			}

			if err := os.WriteFile(filepath.Join(into, old), []byte("x"), 0o600); err != nil {
				t.Fatal(err)
			}
		}

		if err := write(t.Context(), root, name, into); err != nil {
			t.Fatal(err)
		}

		for file, want := range map[string]bool{
			"main.go": true, "go.mod": true, "LICENSE": true, "README.md": true, "CHANGELOG.md": true, ".goreleaser.yml": true,
			".github/workflows/release.yml": true, "terraform-registry-manifest.json": true, "docs/index.md": true, ".git/HEAD": true,
			"stale/x.go": false, companions: false, "internal/sim": false,
		} {
			if _, err := os.Stat(filepath.Join(into, file)); (err == nil) != want {
				t.Errorf("%s: %s is there: %t, want %t", name, file, err == nil, want)
			}
		}

		contains(t, filepath.Join(into, "go.mod"), "module github.com/seed-37bf88c1/terraform-provider-"+name+"\n")
		contains(t, filepath.Join(into, ".goreleaser.yml"), "project_name: terraform-provider-"+name+"\n")
		onlyOwnModule(t, into)

		cmd := exec.CommandContext(t.Context(), "go", "list", "-buildvcs=false", "-deps", "-test", "./...")
		cmd.Dir, cmd.Env = into, append(os.Environ(), "GOPROXY=off", "GOWORK=off")

		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: go list: %v\n%s", name, err, out)
		}
	}
}

func contains(t *testing.T, file, part string) {
	t.Helper()

	raw, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(raw), part) {
		t.Errorf("%s lacks %q: %v", file, part, err)
	}
}

// onlyOwnModule: no file imports what stands in this repository alone.
func onlyOwnModule(t *testing.T, folder string) {
	t.Helper()

	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" {
			return err
		}

		raw, err := os.ReadFile(path)
		if strings.Contains(string(raw), "/terraform-provider-jumpcloud/") || strings.HasSuffix(path, "_test.go") {
			t.Errorf("%s is not the mirror's own", path)
		}

		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func TestRefusals(t *testing.T) {
	t.Parallel()

	for want, args := range map[string][2]string{"no sibling": {"nobody", "x"}, `no sibling ""`: {"", "x"}, "-into": {"", ""}} {
		name := args[0]
		if want == "-into" {
			all, err := os.ReadDir(filepath.Join(root, companions))
			if err != nil {
				t.Fatal(err)
			}

			name = all[0].Name()
		}

		if err := write(t.Context(), root, name, args[1]); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}
