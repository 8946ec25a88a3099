// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package estate_test

import (
	"errors"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// alike tells which files differ.
func alike(t *testing.T, got, want map[string]string) {
	t.Helper()

	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s is\n%s\nwant\n%s", name, got[name], want[name])
		}
	}

	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is there, too", name)
		}
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()

	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o750), os.WriteFile(path, []byte(text), 0o600)); err != nil {
		t.Fatal(err)
	}
}

// covered tells which objects are neither imported nor listed as missing.
func (b *byHand) covered(t *testing.T, out string) {
	t.Helper()

	ids, missing := imported(t, out), read(t, filepath.Join(out, "NOT_EXPORTED.md"))

	for _, id := range b.ids {
		is := func(imported string) bool { return imported == id || strings.HasSuffix(imported, "/"+id) }
		if !slices.ContainsFunc(ids, is) && !strings.Contains(missing, id) {
			t.Errorf("%s is neither imported nor in NOT_EXPORTED.md", id)
		}
	}

	if len(ids) != b.objects {
		t.Errorf("%d objects are imported, want %d:\n%s", len(ids), b.objects, missing)
	}
}

var importID = regexp.MustCompile(`(?m)^  id = "(.*)"$`)

// imported are the import ids in a folder: those of blocks in imports.tf, and those that the
// files of imports/ hold.
func imported(t *testing.T, dir string) []string {
	t.Helper()

	var ids []string

	for name, text := range tree(t, dir) {
		switch {
		case path.Base(name) == "imports.tf":
			for _, found := range importID.FindAllStringSubmatch(text, -1) {
				ids = append(ids, found[1])
			}
		case path.Base(path.Dir(name)) == "imports":
			var n yaml.Node
			if err := yaml.Unmarshal([]byte(text), &n); err != nil {
				t.Fatalf("%s: %s", name, err)
			}

			ids = append(ids, leaves(n.Content[0])...)
		}
	}

	return ids
}

// leaves are the texts of a mapping of texts and mappings.
func leaves(n *yaml.Node) []string {
	if n.Kind == yaml.ScalarNode {
		return []string{n.Value}
	}

	var all []string
	for i := 1; i < len(n.Content); i += 2 {
		all = append(all, leaves(n.Content[i])...)
	}

	return all
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
