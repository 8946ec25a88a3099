// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

// TestMappingAllowed: the provider's allowed organizations hold for the destroy and the move
// of a mapping as well.
func TestMappingAllowed(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()
		w.MustApply(w.config(v.full))

		globex, _ := w.Sim.OrganizationID("Globex")
		w.Provider = acctest.Attrs{"allowed_organization_ids": []any{globex}}
		w.Sim.Log().Reset()

		for what, config := range map[string]acctest.Config{
			"destroy": {},
			"move":    w.config(v.full, acctest.Attrs{"organization_id": globex}),
		} {
			if d := w.Apply(config); len(d.Errors()) != 1 {
				t.Errorf("%s: want one error:\n%s", what, d)
			}
		}

		w.wantPatches()

		if w.stored(w.Org) == nil {
			t.Error("the mapping is gone")
		}
	})
}
