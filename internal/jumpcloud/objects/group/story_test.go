// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"slices"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestBreakGlass: a group of two people, found by their addresses, is made, filled and excluded
// from a policy that denies, in one apply; whom somebody removes from it shows.
func TestBreakGlass(t *testing.T) {
	t.Parallel()

	for _, role := range []string{simulator.RoleBilling, simulator.RoleTenant} {
		w := newWorld(t, nil)
		w.Use(acctest.As(w.Sim, role))

		people := w.users(2)
		for i, email := range []string{"ada@acme.example", "grace@acme.example"} {
			w.Sim.Change(groupsim.Users, w.Org, people[i], func(d sim.Doc) { d["email"] = email })
		}

		const group, deny = "jumpcloud_user_group.break_glass", "jumpcloud_authn_policy.deny"

		config := acctest.Config{
			"data.jumpcloud_user.ada":   w.In(acctest.Attrs{"email": "ada@acme.example"}),
			"data.jumpcloud_user.grace": w.In(acctest.Attrs{"email": "grace@acme.example"}),
			group: w.In(acctest.Attrs{
				"name":     "Break glass",
				"user_ids": []any{acctest.Ref("data.jumpcloud_user.ada", "id"), acctest.Ref("data.jumpcloud_user.grace", "id")},
			}),
			deny: w.In(acctest.Attrs{
				"name": "Deny from outside", "effect": map[string]any{"action": "deny"},
				"conditions": map[string]any{"not": map[string]any{"location_in": map[string]any{"countries": []any{"DE"}}}},
				"targets": map[string]any{
					"users":       map[string]any{"inclusions": []any{"ALL"}},
					"user_groups": map[string]any{"exclusions": []any{acctest.Ref(group, "id")}},
				},
			}),
		}

		wantNoError(t, w.Apply(config))

		glass := userGroup(w.id(group))
		if got := w.membersOf(glass); !slices.Equal(got, people) {
			t.Errorf("members %v, want %v", got, people)
		}

		policy := w.only("authnpolicies")
		targets, _ := policy["targets"].(sim.Doc)
		groups, _ := targets["userGroups"].(sim.Doc)

		if out, _ := groups["exclusions"].([]any); !slices.Contains(out, any(glass.ID)) {
			t.Errorf("the policy %v does not exclude %s", policy, glass.ID)
		}

		w.MustPlanEmpty(config)

		groupsim.Leave(w.Sim.World, w.Org, glass, groupsim.Ref{Type: groupsim.User, ID: people[1]})

		if plan := w.Plan(config); plan.Actions()[group] != acctest.Update || plan.Count(acctest.Update) != 1 {
			t.Errorf("%v %s", plan.Actions(), plan.Diags)
		}

		wantNoError(t, w.Apply(config))

		if got := w.membersOf(glass); !slices.Equal(got, people) {
			t.Errorf("members %v, want %v", got, people)
		}
	}
}
