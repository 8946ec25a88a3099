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
	all := []provider.Declaration{
		list,
		{Kind: "data-sources", Type: "jumpcloud_iplists", Group: "Networks"},
		{Kind: "data-sources", Type: "jumpcloud_roles", Object: 1},
		{Kind: "actions", Type: "jumpcloud_iplist_check", Group: "Networks"},
	}

	guides := func() {
		for _, family := range []string{"darwin", "windows", "linux", "ios", "android"} {
			write(t, filepath.Join(docs, "guides", "policy-templates-"+family+".md"), "---\npage_title: \"Templates\"\n---\n\n<!-- catalogue: "+family+" -->\n")
		}
	}

	write(t, filepath.Join(docs, "guides", "networks.md"), "---\npage_title: \"Networks\"\n---\n\n```terraform\nresource \"jumpcloud_iplist\" \"x\" {}\n\naction \"jumpcloud_iplist_check\" \"x\" {}\n```\n")
	write(t, filepath.Join(docs, "guides", "credentials-and-regions.md"), "---\npage_title: \"Credentials\"\n---\n\nSee examples/office.\n")
	write(t, filepath.Join(docs, "examples", "office", "main.tf"), "resource \"jumpcloud_iplist\" \"x\" {}\n")

	guides()

	if err := run(docs, filepath.Join(docs, "examples"), all); err == nil {
		t.Error("a page that is missing was not missed")
	}

	const generated = "---\nsubcategory: \"\"\n---\n# Title\n\n<!-- " + marker + "\n## Schema\n"

	for _, d := range all {
		write(t, filepath.Join(docs, file(d)), generated)
	}

	guides()

	if err := run(docs, filepath.Join(docs, "examples"), all); err != nil {
		t.Fatal(err)
	}

	holds(t, page,
		"---\nsubcategory: \"Networks\"\n---\n# Title\n\n## Permissions needed\n",
		"| `DELETE /api/v2/iplists/{id}` | `authn` |\n\n<!-- "+marker+"\n## Schema\n",
		"## See also\n\n- Data sources: [jumpcloud_iplists](../data-sources/iplists.md)\n- Actions: [jumpcloud_iplist_check](../actions/iplist_check.md)\n- Guides: [Networks](../guides/networks.md)\n"+
			"- Whole configurations: [office]("+tree+"office)\n",
	)

	// What no guide uses has the guides of its object, else the one about all.
	holds(t, filepath.Join(docs, "data-sources", "iplists.md"), "- Resource: [jumpcloud_iplist](../resources/iplist.md)\n- Actions: [jumpcloud_iplist_check](../actions/iplist_check.md)\n- Guides: [Networks](../guides/networks.md)\n")
	holds(t, filepath.Join(docs, "data-sources", "roles.md"), "## See also\n\n- Guides: [Credentials](../guides/credentials-and-regions.md)\n")

	// And back.
	holds(t, filepath.Join(docs, "guides", "networks.md"), "## Pages of what is used here\n\n[resources/iplist](../resources/iplist.md), [actions/iplist_check](../actions/iplist_check.md)\n")
	holds(t, filepath.Join(docs, "guides", "credentials-and-regions.md"), "\n[examples/office]("+tree+"office)\n")

	guides()

	if err := run(docs, filepath.Join(docs, "examples"), all); err == nil {
		t.Error("a page that was completed is completed again")
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()

	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}

	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func holds(t *testing.T, path string, parts ...string) {
	t.Helper()

	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}

	for _, part := range parts {
		if !strings.Contains(string(raw), part) {
			t.Errorf("no %q in:\n%s", part, raw)
		}
	}
}
