// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package workdir

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
)

// Need skips a test where Terraform or OpenTofu lacks what its configurations need.
func Need(t *testing.T, f tfcli.Feature) {
	t.Helper()

	if lacks := Lacks(t, f); lacks != "" {
		t.Skip(lacks)
	}
}

// Lacks is [tfcli.Feature.Missing] for a test that can leave out a part.
func Lacks(t *testing.T, f tfcli.Feature) string {
	t.Helper()

	lacks, err := f.Missing(t.Context())
	if err != nil {
		t.Fatal(err)
	}

	return lacks
}
