// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

const one, two, three = "jumpcloud_user.one", "jumpcloud_user.two", "jumpcloud_user.three"

// people are users by address, each with what is given and the email of the username.
func (w *world) people(usernames map[string]string, attrs acctest.Attrs) acctest.Config {
	config := acctest.Config{}

	for address, username := range usernames {
		all := acctest.Attrs{"username": username, "email": username + "@acme.example"}
		maps.Copy(all, attrs)
		config[address] = w.In(all)
	}

	return config
}

type names = map[string]string

// wantSaid checks that a plan is refused with these words. What is not read yet may be refused for
// a reason of its own.
func wantSaid(t *testing.T, d acctest.Diagnostics, parts ...string) {
	t.Helper()

	for _, part := range parts {
		if !strings.Contains(d.Errors().String(), part) {
			t.Errorf("no error says %q:\n%s", part, d)
		}
	}
}

// TestKeyOfAUserChanges: a user whom the same plan suspends keeps the username, whichever of the
// two is planned first.
func TestKeyOfAUserChanges(t *testing.T) {
	t.Parallel()

	for from, to := range map[string]string{one: two, two: one} {
		for _, policy := range []string{"suspend", "delete", "prevent"} {
			w := newWorld(t)
			attrs := acctest.Attrs{"deletion_policy": policy}
			w.MustApply(w.people(names{from: "carl"}, attrs))
			w.Sim.Log().Reset()

			d := w.Plan(w.people(names{to: "carl"}, attrs)).Diags

			if policy == "delete" {
				// The address may be free in time.
				if w := d.Warnings(); len(w) != 1 && len(d.Errors()) != 1 || !strings.Contains(d.String(), "moved block") {
					t.Errorf("%s", d)
				}

				continue
			}

			wantSaid(t, d, `"carl"`, "deletion_policy is "+policy, "moved {")

			if n := w.Sim.Log().Count("GET", "/api/systemusers"); n > 2 {
				t.Errorf("%d lists", n)
			}
		}
	}
}

// TestUserIsReplaced: the one who is replaced keeps the username where destroying only suspends.
func TestUserIsReplaced(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	config := w.people(names{one: "carl"}, nil)
	w.MustApply(config)
	wantError(t, w.PlanReplacing(config, one).Diags, "Name Stays Taken", `"carl"`, "deletion_policy is suspend")

	// The policy that counts is the one in state.
	deleted := w.people(names{one: "carl"}, acctest.Attrs{"deletion_policy": "delete"})
	wantError(t, w.PlanReplacing(deleted, one).Diags, "Name Stays Taken", "apply that first")

	w.MustApply(deleted)
	p := w.PlanReplacing(deleted, one)
	wantNoError(t, p.Diags)
	wantNoError(t, p.Apply())
	w.MustPlanEmpty(deleted)
}

// TestUserExistsAlready: who exists is shown with an import block; another spelling is no proof.
func TestUserExistsAlready(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	id := w.add("ann", nil)
	other := w.people(names{two: "bob"}, nil)

	plan := func(attrs acctest.Attrs) acctest.Diagnostics {
		config := w.people(names{two: "bob", one: "new"}, nil)
		maps.Copy(config[one], attrs)
		config[one]["depends_on"] = []any{two} // what was read tells the provider that this is a plan

		return w.Plan(config).Diags
	}

	// Nothing was read: this may be the plan inside an apply, where Create refuses.
	if d := w.Plan(w.people(names{one: "ann"}, nil)).Diags; len(d.Warnings()) != 1 || !strings.Contains(d.String(), "import {") {
		t.Errorf("%s", d)
	}

	w.MustApply(other)
	wantError(t, plan(acctest.Attrs{"username": "ann"}), "User Exists Already", "username", "import {", w.Org+"/"+id)
	wantError(t, plan(acctest.Attrs{"email": "ann@acme.example"}), "User Exists Already", "email", "import {", w.Org+"/"+id)

	for name, value := range map[string]string{"username": "Ann", "email": "ANN@acme.example"} {
		if d := plan(acctest.Attrs{name: value}); len(d.Errors()) > 0 || len(d.Warnings()) != 1 || !strings.Contains(d.String(), id) {
			t.Errorf("%s", d)
		}
	}

	wantNoError(t, plan(acctest.Attrs{"username": acctest.Unknown, "email": acctest.Unknown}))

	if d := plan(nil); len(d) > 0 {
		t.Errorf("%s", d)
	}
}

// TestUsersAreRenamed: what can be known at plan to fail is refused there.
func TestUsersAreRenamed(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		was, is names
		says    []string
	}{
		"to one that another has":   {names{one: "ada", two: "bert"}, names{one: "bert", two: "bert"}, []string{"Same Name Twice", `"bert"`}},
		"swap":                      {names{one: "ada", two: "bert"}, names{one: "bert", two: "ada"}, []string{"Names Go Round", "a name that nobody has"}},
		"round":                     {names{one: "a", two: "b", three: "c"}, names{one: "b", two: "c", three: "a"}, []string{"Names Go Round"}},
		"count shifts, suspend":     {names{one: "ada", two: "bert", three: "cy"}, names{one: "bert", two: "cy"}, []string{`"cy"`, "deletion_policy is suspend"}},
		"count shifts up, suspend":  {names{three: "ada", two: "bert", one: "cy"}, names{three: "bert", two: "cy"}, []string{`"cy"`, "deletion_policy is suspend"}},
		"two new ones of one name":  {names{three: "x"}, names{three: "x", one: "ada", two: "ada"}, []string{"Same Name Twice"}},
		"new one that another has":  {names{two: "ada"}, names{two: "ada", one: "ada"}, []string{"Same Name Twice"}},
		"new one, the other before": {names{one: "ada"}, names{one: "ada", two: "ada"}, []string{"Same Name Twice"}},
	} {
		w := newWorld(t)
		w.MustApply(w.people(c.was, nil))

		t.Run(name, func(t *testing.T) { wantSaid(t, w.Plan(w.people(c.is, nil)).Diags, c.says...) })
	}
}

// TestUserTakesANameThatGetsFree: what is in order is planned and applied.
func TestUserTakesANameThatGetsFree(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.MustApply(w.people(names{one: "ada", two: "bert"}, nil))

	config := w.people(names{one: "bert", two: "cy"}, nil)
	config[one]["depends_on"] = []any{two}
	p := w.Plan(config)
	wantNoError(t, p.Diags)
	wantNoError(t, p.Apply())
	w.MustPlanEmpty(config)

	// Somebody in the console has it: nobody gives it up in this run.
	id := w.add("dora", nil)
	wantError(t, w.Plan(w.people(names{one: "bert", two: "dora"}, nil)).Diags, "Name Taken", id)
}

// TestRefusedRenameSaysWhoHasTheName: where the plan could not know.
func TestRefusedRenameSaysWhoHasTheName(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.MustApply(w.people(names{one: "ada"}, nil))

	p := w.Plan(w.people(names{one: "dora"}, nil))
	id := w.add("dora", nil)
	wantError(t, p.Apply(), "Unable to Update User", "dora", id, "has this username or this email")
}

// TestUserIsAtTwoAddresses: who was imported at a new address is not suspended at the old one.
func TestUserIsAtTwoAddresses(t *testing.T) {
	t.Parallel()

	for from, to := range map[string]string{one: two, two: one} {
		w := newWorld(t)
		w.MustApply(w.people(names{from: "carl"}, nil))

		id, _ := w.State(from)["id"].(string)
		wantNoError(t, w.Import(to, w.Org+"/"+id))
		wantError(t, w.Plan(w.people(names{to: "carl"}, nil)).Diags, "Name Stays Taken", id, "removed block")
	}
}

// TestUsersInPlaceCostNoListing: who stays as they are is not looked for.
func TestUsersInPlaceCostNoListing(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	config := w.people(names{one: "ada", two: "bert"}, nil)
	w.MustApply(config)
	w.Sim.Log().Reset()
	w.MustPlanEmpty(config)

	before := w.Sim.Log().Count("GET", "/api/systemusers")

	w.Sim.Log().Reset()

	config[three] = w.people(names{three: "cy"}, nil)[three]
	wantNoError(t, w.Plan(config).Diags)

	if n := w.Sim.Log().Count("GET", "/api/systemusers"); n > before+1 {
		t.Errorf("%d lists, %d without a new user", n, before)
	}
}
