// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/provider"
)

func TestRun(t *testing.T) {
	t.Parallel()

	docs := t.TempDir()
	page := filepath.Join(docs, "resources", "iplist.md")
	list := provider.Declaration{Kind: "resources", Type: "jumpcloud_iplist", Group: "Networks", Calls: []string{"DELETE /api/v2/iplists/{id}"}}

	if err := run(docs, []provider.Declaration{list}); err == nil {
		t.Error("a page that is missing was not missed")
	}

	if err := os.Mkdir(filepath.Dir(page), 0o755); err != nil {
		t.Fatal(err)
	}

	const generated = "---\nsubcategory: \"\"\n---\n# Title\n\n" + marker + "\n## Schema\n"
	if err := os.WriteFile(page, []byte(generated), 0o644); err != nil {
		t.Fatal(err)
	}

	if err := run(docs, []provider.Declaration{list}); err != nil {
		t.Fatal(err)
	}

	raw, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}

	for _, part := range []string{
		"---\nsubcategory: \"Networks\"\n---\n# Title\n\n## Permissions needed\n",
		"| `DELETE /api/v2/iplists/{id}` | `authn` |\n\n" + marker + "\n## Schema\n",
	} {
		if !strings.Contains(string(raw), part) {
			t.Errorf("no %q in:\n%s", part, raw)
		}
	}

	if err := run(docs, []provider.Declaration{list}); err == nil {
		t.Error("a page that was completed is completed again")
	}
}
