// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/authnpolicy/authnpolicysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

var (
	denied    = object{"action": "deny"}
	everybody = object{"inclusions": []any{"ALL"}}
)

// excluding are the targets of a policy for all users but these groups.
func excluding(groups ...any) object {
	return object{"users": everybody, "user_groups": object{"exclusions": groups}}
}

func TestLockoutProtection(t *testing.T) {
	t.Parallel()

	w := newWorld(t)

	w.fails(w.Config(acctest.Attrs{"effect": denied}), "Access Policy Can Lock Everybody Out",
		"This policy can lock everybody out of the user portal of \"Acme Inc\" ("+w.Org+").",
		"effect deny, users ALL, no excluded group, monitor_only = false. Exclude a group, start with monitor_only = true, "+
			"or set lockout_protection = false.")
	w.fails(w.Config(acctest.Attrs{"effect": denied, "type": "admin_portal"}), "the admin portal")
	w.fails(w.Config(acctest.Attrs{"effect": denied, "conditions": object{"device_managed": false}}), "users ALL")
	w.fails(w.Config(acctest.Attrs{"effect": denied, "targets": nil}), "no users named")
	w.fails(w.Config(acctest.Attrs{"effect": denied, "organization_id": acctest.Unknown}), "of its organization")
	w.fails(w.Config(acctest.Attrs{"effect": denied, "targets": excluding()}), "Everybody Out")

	for _, attributes := range []acctest.Attrs{
		{"monitor_only": true},
		{"disabled": true},
		{"lockout_protection": false},
		{"targets": excluding(group)},
		{"targets": excluding(acctest.Unknown)},
		{"targets": object{"users": everybody, "user_attributes": object{"exclusions": []any{object{"field": "a", "value": "b"}}}}},
		{"targets": object{"user_groups": object{"inclusions": []any{group}}}},
	} {
		attributes["effect"] = denied

		if d := w.Plan(w.Config(attributes)).Diags; len(d) > 0 {
			t.Errorf("%v: %s", attributes, d)
		}
	}

	if n := w.Sim.Log().Count("POST", route); n > 0 {
		t.Errorf("%d policies were made", n)
	}
}

// TestNobodyIsExcluded: what looks like an exclusion and excludes nobody.
func TestNobodyIsExcluded(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	globex, _ := w.Sim.OrganizationID(simulator.Globex)
	foreign := w.Sim.IDs.ObjectID()
	w.Sim.Put("usergroups", globex, foreign, sim.Doc{"name": "Break glass", "type": "user_group"})

	for name, id := range map[string]any{"null": nil, "made up": nowhere, "of another organization": foreign} {
		plan := w.Plan(w.Config(acctest.Attrs{"effect": denied, "targets": excluding(id)}))
		if len(plan.Diags.Errors()) == 0 {
			t.Errorf("%s: planned", name)
		}
	}

	w.fails(w.Config(acctest.Attrs{"effect": denied, "targets": excluding(group, foreign)}), "Unable to Plan Access Policy",
		"user_groups.exclusions names "+foreign+", and \"Acme Inc\" ("+w.Org+") has no such user group",
		"[AttributeName(\"targets\").AttributeName(\"user_groups\").AttributeName(\"exclusions\")")

	// Known at apply only, or gone since the plan.
	unknown := w.Config(acctest.Attrs{"effect": denied, "targets": excluding(acctest.Unknown)})
	for _, ids := range [][]any{{foreign}, {}} {
		plan := w.Plan(unknown)
		wantTexts(t, plan.ApplyKnowing(w.Config(acctest.Attrs{"effect": denied, "targets": excluding(ids...)})).Errors())
	}

	plan := w.Plan(w.Config(acctest.Attrs{"effect": denied, "targets": excluding(group)}))
	w.Sim.Remove("usergroups", w.Org, group)
	wantTexts(t, plan.Apply().Errors(), "has no such user group")

	if n := w.docs().Len(); n > 0 {
		t.Errorf("%d policies were made", n)
	}
}

// TestGuardSpeaksOfChanges: what the console made can be taken over, and nothing that
// stays as it is costs a request.
func TestGuardSpeaksOfChanges(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.Sim.Put(authnpolicysim.Collection, w.Org, nowhere, sim.Doc{
		"name": "Portal", "description": "", "disabled": false, "monitorOnly": false, "type": "user_portal", "conditions": object{},
		"targets": object{"users": everybody}, "effect": denied,
	})

	if d := w.Import(portal, w.Org+"/"+nowhere); len(d) > 0 {
		t.Fatal(d)
	}

	w.MustPlanEmpty(w.Config(acctest.Attrs{"effect": denied}))
	w.MustApply(w.Config(acctest.Attrs{"effect": denied, "name": "Renamed", "description": "d"}))

	for _, attributes := range []acctest.Attrs{
		{"type": "admin_portal"},
		{"conditions": object{"device_managed": true}},
		{"targets": nil},
	} {
		attributes["effect"] = denied
		w.fails(w.Config(attributes), "Access Policy Can Lock Everybody Out")
	}

	w.MustApply(w.Config(acctest.Attrs{"effect": denied, "monitor_only": true}))
	w.fails(w.Config(acctest.Attrs{"effect": denied}), "Access Policy Can Lock Everybody Out")
	w.MustApply(w.Config(acctest.Attrs{"effect": denied, "lockout_protection": false}))
	w.fails(w.Config(acctest.Attrs{"effect": denied}), "Access Policy Can Lock Everybody Out")

	// A group that went away does not stop a plan that leaves it as it is.
	w.MustApply(w.Config(acctest.Attrs{"effect": denied, "targets": excluding(group)}))
	w.Sim.Remove("usergroups", w.Org, group)
	w.Sim.Log().Reset()
	w.MustApply(w.Config(acctest.Attrs{"effect": denied, "targets": excluding(group), "name": "Once more"}))
	w.fails(w.Config(acctest.Attrs{"effect": denied, "targets": object{"user_groups": object{"inclusions": []any{group}}}}), "no such user group")

	if n := w.Sim.Log().Count("GET", "/api/v2/usergroups"); n < 1 || n > 9 {
		t.Errorf("%d requests for groups, want a listing and a second look or two for the two plans and the apply of a new name, and for the "+
			"plan that moves one", n)
	}
}

// TestTwins: a policy that is there already is not made again without a word.
func TestTwins(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.Sim.Put(authnpolicysim.Collection, w.Org, nowhere, sim.Doc{
		"name": "Portal", "description": "", "disabled": false, "monitorOnly": false, "type": "user_portal", "conditions": object{},
		"targets": object{"users": everybody}, "effect": object{"action": "allow"},
	})

	d := w.Apply(w.Config(nil))
	wantTexts(t, d.Errors(), "Unable to Create Access Policy", "taken already, by "+nowhere, "id = \""+w.Org+"/"+nowhere+"\"")
	wantTexts(t, d.Warnings(), "Access Policy Exists Already")

	two := w.Config(acctest.Attrs{"name": "Two"})
	two["jumpcloud_authn_policy.second"] = two[portal]
	w.fails(two, "Same Name Twice")

	if n := w.docs().Len(); n != 1 {
		t.Errorf("%d policies", n)
	}

	w.MustApply(w.Config(acctest.Attrs{"allow_duplicate_name": true}))

	n := w.Sim.Log().Count("PATCH", route)
	w.MustApply(w.Config(nil))

	if now := w.Sim.Log().Count("PATCH", route); now != n {
		t.Error("a request was sent for what is Terraform's own")
	}

	w.fails(w.Config(acctest.Attrs{"name": " \u00a0"}), "must not be blank")
}

// TestReferences: every id of a policy is one of its organization's.
func TestReferences(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	globex, _ := w.Sim.OrganizationID(simulator.Globex)
	own, foreign := w.list(w.Org), w.list(globex)

	for text, attributes := range map[string]acctest.Attrs{
		"ip_address_in names " + foreign + ", and \"Acme Inc\" (" + w.Org + ") has no such IP list": {
			"conditions": object{"any": []any{object{"device_managed": true}, object{"ip_address_in": []any{own, foreign}}}},
		},
		"user_groups.inclusions names " + nowhere: {"targets": object{"user_groups": object{"inclusions": []any{staff, nowhere}}}},
		"user_groups.exclusions names " + nowhere: {"targets": excluding(nowhere)},
		"excluded_applications names " + nowhere:  {"targets": object{"users": everybody, "excluded_applications": []any{nowhere, group}}},
		"resources names " + nowhere + ", and \"Acme Inc\" (" + w.Org + ") has no such application": {
			"targets": object{"users": everybody, "resources": []any{
				object{"type": "application", "id": nowhere}, object{"type": "application", "id": group}, object{"type": "ldap", "id": "any"},
			}},
		},
	} {
		d := w.Plan(w.Config(attributes)).Diags
		wantTexts(t, d, text)

		if len(d) != 1 {
			t.Errorf("%d errors, want one: %s", len(d), d)
		}
	}
}

func TestListsOfAnotherOrganization(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	own := w.list(w.Org)
	naming := func(ids ...any) acctest.Config {
		return w.Config(acctest.Attrs{"conditions": object{"any": []any{object{"device_managed": true}, object{"ip_address_in": ids}}}})
	}

	w.fails(naming(own, w.list(w.Org), w.list(w.Org)+"0"), "[AttributeName(\"conditions\")]")
	w.Sim.Log().Reset()
	w.MustApply(naming(own))

	// The plan's and the apply's: each is a process of its own.
	if n := w.Sim.Log().Count("GET", "/api/v2/iplists"); n != 2 {
		t.Errorf("%d requests for IP lists, want two listings", n)
	}

	w.Sim.Log().Reset()
	w.MustPlanEmpty(naming(own))

	if n := w.Sim.Log().Count("GET", "/api/v2/iplists"); n != 0 {
		t.Errorf("%d requests for IP lists although nothing changes", n)
	}

	made := w.Plan(naming(own, w.list(w.Org)))
	lists := w.Sim.Docs("iplists", w.Org).IDs()
	w.Sim.Remove("iplists", w.Org, lists[len(lists)-1])
	wantTexts(t, made.Apply().Errors(), "Unable to Plan Access Policy", "has no such IP list")

	if n := w.Sim.Log().Count("PATCH", route); n != 0 {
		t.Errorf("%d changes were sent", n)
	}
}

// TestMadeInTheSameRun: a list and a group that are known only when the policy's turn
// comes are not strangers, even where the listing does not show them yet.
func TestMadeInTheSameRun(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	plan := w.Plan(w.Config(acctest.Attrs{
		"effect": denied, "targets": excluding(acctest.Unknown), "conditions": object{"ip_address_in": []any{acctest.Unknown}},
	}))

	id := w.Sim.IDs.ObjectID()
	w.Sim.Put("usergroups", w.Org, id, sim.Doc{"name": "Break glass", "type": "user_group"})
	list := w.list(w.Org)
	w.Sim.Inject(sim.Fault{Method: http.MethodGet, Match: exactly("/api/v2/usergroups"), Status: http.StatusOK, Body: "[]"})
	w.Sim.Inject(sim.Fault{Method: http.MethodGet, Match: exactly("/api/v2/iplists"), Status: http.StatusOK, Body: "[]"})

	d := plan.ApplyKnowing(w.Config(acctest.Attrs{
		"effect": denied, "targets": excluding(id), "conditions": object{"ip_address_in": []any{list}},
	}))
	if len(d) > 0 || w.docs().Len() != 1 {
		t.Errorf("%d policies: %s", w.docs().Len(), d)
	}
}

func exactly(path string) func(*http.Request) bool {
	return func(r *http.Request) bool { return r.URL.Path == path }
}

// TestReferencesThatNobodyMayRead: a credential for policies alone can still use them.
func TestReferencesThatNobodyMayRead(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.Sim.Inject(sim.Fault{Method: http.MethodGet, PathPrefix: "/api/v2/usergroups", Status: http.StatusForbidden})

	config := w.Config(acctest.Attrs{"effect": denied, "targets": excluding(group, nowhere)})

	d := w.Plan(config).Diags
	if len(d) != 1 || len(d.Warnings()) != 1 || !strings.Contains(d.String(), "may not read user groups") {
		t.Errorf("%s", d)
	}

	if d := w.Apply(config).Errors(); len(d) > 0 || w.docs().Len() != 1 {
		t.Errorf("%d policies: %s", w.docs().Len(), fmt.Sprint(d))
	}
}
