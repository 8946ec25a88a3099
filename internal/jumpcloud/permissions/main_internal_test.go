// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/provider"
)

// TestEveryResourceIsListed: operations.txt names every resource of the provider and no
// other, and no operation that the contract has no scopes for.
func TestEveryResourceIsListed(t *testing.T) {
	t.Parallel()

	listed := operations()

	for _, construct := range provider.New("test")().Resources(t.Context()) {
		var resp resource.MetadataResponse

		construct().Metadata(t.Context(), resource.MetadataRequest{ProviderTypeName: "jumpcloud"}, &resp)

		if len(listed[resp.TypeName]) == 0 {
			t.Errorf("operations.txt lists no operation of %s", resp.TypeName)
		}

		delete(listed, resp.TypeName)
	}

	for name := range listed {
		t.Errorf("operations.txt lists %s, which is not registered", name)
	}

	for name, calls := range operations() {
		for _, o := range calls {
			if len(jumpcloud.Scopes(o.method, o.path)) == 0 {
				t.Errorf("%s: %s %s has no scopes", name, o.method, o.path)
			}
		}
	}
}

func TestRun(t *testing.T) {
	t.Parallel()

	docs := t.TempDir()
	if err := os.Mkdir(filepath.Join(docs, "resources"), 0o755); err != nil {
		t.Fatal(err)
	}

	if err := run(docs); err == nil {
		t.Error("pages that are missing were not missed")
	}

	for name := range operations() {
		page := filepath.Join(docs, "resources", strings.TrimPrefix(name, "jumpcloud_")+".md")
		if err := os.WriteFile(page, []byte("# Title\n\n"+marker+"\n## Schema\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}

	if err := run(docs); err != nil {
		t.Fatal(err)
	}

	raw, err := os.ReadFile(filepath.Join(docs, "resources", "iplist.md"))
	if err != nil {
		t.Fatal(err)
	}

	for _, part := range []string{"# Title\n\n## Permissions needed\n", "| `DELETE /api/v2/iplists/{id}` | `authn` |\n\n" + marker + "\n## Schema\n"} {
		if !strings.Contains(string(raw), part) {
			t.Errorf("no %q in:\n%s", part, raw)
		}
	}
}
