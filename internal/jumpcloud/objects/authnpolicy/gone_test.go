// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy_test

import (
	"maps"
	"net/http"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestExcludedGroupIsGone: a plan that changes nothing says that the group is gone which kept a
// policy from locking everybody out, and one listing tells of all policies.
func TestExcludedGroupIsGone(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	other := w.Sim.IDs.ObjectID()
	w.Sim.Put("usergroups", w.Org, other, sim.Doc{"name": "Others", "type": "user_group"})

	config := w.Config(acctest.Attrs{"effect": denied, "targets": excluding(group, other)})
	config["jumpcloud_authn_policy.second"] = w.Config(acctest.Attrs{"name": "Second", "effect": denied, "targets": excluding(other)})[portal]

	w.MustApply(config)

	plan := func() acctest.Diagnostics {
		w.Sim.Log().Reset()

		p := w.Plan(config)
		if len(p.Actions()) > 0 {
			t.Errorf("planned %v", p.Actions())
		}

		if n := len(w.Sim.Log().Calls(http.MethodGet, "/api/v2/usergroups")); n > 2 {
			t.Errorf("%d requests for groups, want a listing, and one for the group that is gone", n)
		}

		return p.Diags
	}

	if d := plan(); len(d) > 0 {
		t.Errorf("nothing is gone: %s", d)
	}

	w.Sim.Remove("usergroups", w.Org, group)

	d := plan()
	if len(d) != 1 || strings.Contains(d.String(), other) {
		t.Errorf("%d diagnostics: %s", len(d), d)
	}

	wantTexts(t, d.Warnings(), "Excluded Group Is Gone: \"Portal\"", "the user portal", "has no user group "+group+" any more")

	w.Sim.Inject(sim.Fault{Method: http.MethodGet, PathPrefix: "/api/v2/usergroups", Status: http.StatusForbidden})

	if d := plan(); len(d) > 0 {
		t.Errorf("nobody may look: %s", d)
	}
}

// TestNothingLeansOnAGroup: where no excluded group stands between a policy and everybody, no group
// is asked for.
func TestNothingLeansOnAGroup(t *testing.T) {
	t.Parallel()

	for name, attributes := range map[string]acctest.Attrs{
		"allows":         {"effect": object{"action": "allow"}},
		"watches":        {"monitor_only": true},
		"is off":         {"disabled": true},
		"without guard":  {"lockout_protection": false},
		"no group named": {"lockout_protection": false, "targets": object{"users": everybody}},
	} {
		w := newWorld(t)
		all := acctest.Attrs{"effect": denied, "targets": excluding(group)}
		maps.Copy(all, attributes)

		w.MustApply(w.Config(all))
		w.Sim.Remove("usergroups", w.Org, group)
		w.Sim.Log().Reset()
		w.MustPlanEmpty(w.Config(all))

		if n := w.Sim.Log().Count(http.MethodGet, "/api/v2/usergroups"); n > 0 {
			t.Errorf("%s: %d requests for groups", name, n)
		}
	}
}
