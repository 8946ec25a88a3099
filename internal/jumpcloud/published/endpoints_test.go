// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package published_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/contract/coverage"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/published"
)

// The real list spells its templates as the contract does, but for the
// operations it marks as undocumented.
func TestReadEndpointsOfTheReference(t *testing.T) {
	t.Parallel()

	c, ok := published.Contract.Open(t)
	if !ok {
		t.Skip("the list of endpoints is not here")
	}

	folder, err := published.Contract.Find()
	if err != nil {
		t.Fatal(err)
	}

	file, err := os.Open(filepath.Join(folder, "..", "api", "endpoints.tsv"))
	if err != nil {
		t.Skip("the list of endpoints is not here")
	}
	defer file.Close()

	rows, err := coverage.ReadEndpoints(file)
	if err != nil {
		t.Fatal(err)
	}

	if len(rows) < 150 {
		t.Errorf("got %d endpoints, want all of them", len(rows))
	}

	for _, row := range rows {
		if strings.Contains(row.Operation, "undocumented") {
			continue
		}

		example := strings.NewReplacer("{", "_", "}", "_").Replace(row.Template)
		if id, template, ok := c.Operation(row.Method, example); !ok || template != row.Template {
			t.Errorf("%s %s is %q at %q in the contract", row.Method, row.Template, id, template)
		}
	}
}
