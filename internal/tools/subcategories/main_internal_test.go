// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const page = "---\npage_title: \"x\"\nsubcategory: \"\"\ndescription: |-\n---\n"

func write(t *testing.T, folder, name, text string) string {
	t.Helper()

	path := filepath.Join(folder, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}

	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}

	return path
}

func TestRun(t *testing.T) {
	t.Parallel()

	docs := t.TempDir()
	groups := write(t, t.TempDir(), "groups.json", `{"Networks":["iplist"]}`)
	resource := write(t, docs, "resources/iplist.md", page)
	data := write(t, docs, "data-sources/iplist.md", page)
	guide := write(t, docs, "guides/start.md", page)
	index := write(t, docs, "index.md", page)

	if err := run(groups, docs); err != nil {
		t.Fatal(err)
	}

	filled := strings.Replace(page, `subcategory: ""`, `subcategory: "Networks"`, 1)
	for path, want := range map[string]string{resource: filled, data: filled, guide: page, index: page} {
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("%s is %q, %v", path, got, err)
		}
	}
}

func TestRunReportsDrift(t *testing.T) {
	t.Parallel()

	tests := map[string]struct{ groups, page, want string }{
		"a page without a group": {`{}`, page, "no subcategory for iplist"},
		"a group without a page": {`{"Networks":["iplist","gone"]}`, page, "gone, which has no page"},
		"a name in two groups":   {`{"A":["iplist"],"B":["iplist"]}`, page, "iplist is in"},
		"another front matter":   {`{"Networks":["iplist"]}`, "---\n---\n", "no empty subcategory"},
		"a file that is no map":  {`[]`, page, "cannot unmarshal"},
	}

	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			docs := t.TempDir()
			write(t, docs, "resources/iplist.md", test.page)

			err := run(write(t, t.TempDir(), "groups.json", test.groups), docs)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want it to contain %q", err, test.want)
			}
		})
	}
}
