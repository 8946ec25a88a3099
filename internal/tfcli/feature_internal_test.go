// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package tfcli

import "testing"

func TestFeatures(t *testing.T) {
	t.Parallel()

	for _, row := range []struct {
		product string
		minor   int
		feature Feature
		lacks   string
	}{
		{"Terraform", 8, WriteOnly, "Terraform 1.8 has no write-only arguments and ephemeral values, which came with 1.11"},
		{"Terraform", 11, WriteOnly, ""},
		{"OpenTofu", 9, RemovedLifecycle, "OpenTofu 1.9 has no removed blocks with a lifecycle, which came with 1.10"},
		{"Terraform", 8, RemovedLifecycle, ""},
		{"OpenTofu", 99, MocksFromFolder, "OpenTofu has no mocks from a folder"},
	} {
		if got := row.feature.lacking(row.product, row.minor); got != row.lacks {
			t.Errorf("%s 1.%d: %q, want %q", row.product, row.minor, got, row.lacks)
		}
	}
}
