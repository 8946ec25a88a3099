// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator_test

import (
	"maps"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

// TestRoleOfTheSameRun: administrators get a role that is made with them, by name and by id; the
// role is renamed; and nothing is left to do each time.
func TestRoleOfTheSameRun(t *testing.T) {
	t.Parallel()

	const tier, kim = "jumpcloud_role.tier", "jumpcloud_provider_administrator.kim"

	w := newWorld(t, nil)

	for _, step := range []struct{ role, first string }{{"Tier 1", "A"}, {"Tier 2", "A"}, {"Tier 3", "B"}} {
		config := acctest.Config{
			tier: {"name": step.role, "scopes": []any{"groups"}},
			lee:  {"email": "lee@example.com", "role": acctest.Ref(tier, "name"), "first_name": step.first},
			kim:  {"email": "kim@example.com", "role_id": acctest.Ref(tier, "id"), "first_name": step.first},
		}

		w.MustApply(config)
		w.MustPlanEmpty(config)

		for _, address := range []string{lee, kim} {
			if got := w.State(address); got["role"] != step.role || got["role_id"] != w.State(tier)["id"] || got["first_name"] != step.first {
				t.Errorf("%s after %v: %v", address, step, got)
			}
		}
	}
}

// TestRoleIsGivenAndRenamed: who gets a role by its id in the run that renames it has the new name.
func TestRoleIsGivenAndRenamed(t *testing.T) {
	t.Parallel()

	const tier = "jumpcloud_role.tier"

	for _, attrs := range []acctest.Attrs{{}, {"role": "Tier 2"}} {
		w := newWorld(t, nil)
		w.MustApply(acctest.Config{
			tier: {"name": "Tier 1", "scopes": []any{"groups"}},
			lee:  {"email": "lee@example.com", "role": "Help Desk"},
		})

		renamed := acctest.Config{
			tier: {"name": "Tier 2", "scopes": []any{"groups"}},
			lee:  {"email": "lee@example.com", "role_id": acctest.Ref(tier, "id")},
		}
		maps.Copy(renamed[lee], attrs)
		w.MustApply(renamed)
		w.MustPlanEmpty(renamed)

		if got := w.State(lee); got["role"] != "Tier 2" || got["role_id"] != w.State(tier)["id"] {
			t.Errorf("%v", got)
		}
	}
}
