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

// TestMappingsThatAreFound: a list resource finds what is mapped, in no organization that the
// provider block keeps out.
func TestMappingsThatAreFound(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		config := w.three(v.byID)
		delete(config, "jumpcloud_"+v.name+"_mapping.m2")
		w.MustApply(config)

		globex, _ := w.Sim.OrganizationID("Globex")

		for _, c := range []struct {
			allowed []any
			want    int
		}{{nil, 2}, {[]any{globex}, 1}, {[]any{globex, w.Org}, 2}} {
			if c.allowed != nil {
				w.Provider = acctest.Attrs{"allowed_organization_ids": c.allowed}
			}

			all, d := w.List("jumpcloud_"+v.name+"_mapping", acctest.Query{})
			wantNone(t, d)

			if len(all) != c.want {
				t.Errorf("%v allowed, found %v", c.allowed, all)
			}

			for _, l := range all {
				if l.Identity["integration_id"] != w.integration || c.want == 1 && l.Identity["organization_id"] != globex {
					t.Errorf("found %v", l)
				}
			}
		}
	})
}
