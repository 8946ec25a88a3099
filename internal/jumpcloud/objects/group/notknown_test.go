// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

// TestNumbersNotKnown: numbers that are not known yet may be those there are, and a group that is
// made anew loses its members.
func TestNumbersNotKnown(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.MustApply(w.one(staff, acctest.Attrs{"name": "Staff", "posix_groups": map[string]any{"staff": 2000}}))

	for _, unknown := range []any{acctest.Unknown, map[string]any{"staff": acctest.Unknown}} {
		d := w.Plan(w.one(staff, acctest.Attrs{"name": "Staff", "posix_groups": unknown})).Diags
		if !strings.Contains(d.String(), `Replaced for an Unknown posix_groups`) || !strings.Contains(d.String(), `destroys "Staff"`) {
			t.Errorf("%v: %s", unknown, d)
		}
	}
}
