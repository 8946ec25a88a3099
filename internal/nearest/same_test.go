// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package nearest_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
)

func TestSameToTheEye(t *testing.T) {
	t.Parallel()

	for _, same := range []string{
		"Acme Inc", "acme INC", " Acme Inc ", "Acme  Inc", "Acme\u00a0Inc", "Acme\u202fInc", "\ufeffAcme Inc", "Ac\u200bme Inc",
		"Acme Inc ", "Acme Inc.", "Acme Inc .", "Acme\tInc\r", "Acme Inc\u200d", "Ac\u00adme Inc",
	} {
		if !nearest.SameToTheEye("Acme Inc", same) || !nearest.SameToTheEye(same, "Acme Inc") {
			t.Errorf("%q looks like another name", same)
		}
	}

	for _, other := range []string{"AcmeInc", "Acme Inc 2", "Acmé Inc", "Acme, Inc", "Acme. Inc", ""} {
		if nearest.SameToTheEye("Acme Inc", other) {
			t.Errorf("%q looks the same", other)
		}
	}

	if !nearest.SameToTheEye("ÉCOLE", "école") {
		t.Error("letter case beyond ASCII makes a difference")
	}
}
