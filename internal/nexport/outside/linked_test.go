// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
)

// TestArrows: neither program has anything of another vendor in it, the provider no
// simulator, and the simulator no code of the provider.
func TestArrows(t *testing.T) {
	t.Parallel()

	proof.Programs{Vendor: "nexport", Simulator: "nexport-sim", World: "nexportsim"}.CheckArrows(t, "organization")
}
