// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator_test

import (
	"maps"
	"net/http"
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
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

// TestMainRoleOfTheSameRun: a main role that this run makes goes with further ones by its id, which
// no plan knew.
func TestMainRoleOfTheSameRun(t *testing.T) {
	t.Parallel()

	const tier = "jumpcloud_role.tier"

	w := newWorld(t, nil)
	read := w.role("Read Only")
	config := acctest.Config{
		tier: {"name": "Tier 1", "scopes": []any{"groups"}},
		lee:  {"email": email, "role": acctest.Ref(tier, "name"), "additional_role_ids": []any{read}},
	}

	w.MustApply(config)
	w.MustPlanEmpty(config)

	made := w.State(tier)["id"]
	if got := w.State(lee); got["role_id"] != made || !reflect.DeepEqual(got["additional_role_ids"], []any{read}) {
		t.Errorf("state %v", got)
	}

	if sent := w.Bodies("POST"); len(sent) != 2 || !reflect.DeepEqual(sent[1]["roles"], []any{made, read}) {
		t.Errorf("sent %v", sent)
	}
}

// TestLinkThatIsGoneAlready: an organization that somebody else has taken away meanwhile is taken
// away.
func TestLinkThatIsGoneAlready(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	acme, globex := w.org(simulator.AcmeInc), w.org(simulator.Globex)
	sees := func(ids ...any) acctest.Config {
		return config(acctest.Attrs{"email": email, "role": "Help Desk", "organization_access": "selected", "organization_ids": ids})
	}

	w.MustApply(sees(acme, globex))
	w.Sim.Inject(sim.Fault{Method: http.MethodDelete, Status: http.StatusNotFound, After: true})
	w.MustApply(sees(acme))
	w.WantState(acctest.Attrs{"organization_ids": []any{acme}})
	w.MustPlanEmpty(sees(acme))
}
