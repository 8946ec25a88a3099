// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const baseline = "jumpcloud_policy_group.baseline"

func (w *world) baseline(attrs acctest.Attrs) acctest.Config {
	return acctest.Config{baseline: w.In(attrs)}
}

func TestPolicyGroupLifeCycle(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	p, g := w.policies(4), w.groups(groupsim.SystemGroup, 3)
	attrs := acctest.Attrs{
		"name": "Baseline", "description": "For all", "policy_ids": set(p[0], p[1]), "system_group_ids": set(g[0]),
	}

	w.Sim.Log().Reset()

	plan := w.Plan(w.baseline(attrs))
	if plan.Actions()[baseline] != acctest.Create || plan.Planned(baseline)["id"] != acctest.Unknown {
		t.Fatalf("plan %v %v %s", plan.Actions(), plan.Planned(baseline), plan.Diags)
	}

	asked := w.calls()

	wantNoError(t, plan.Apply())

	created := w.Sim.Log().Calls("POST", "/api/v2/policygroups")[0].Object()
	if want := (sim.Doc{"name": "Baseline", "description": "For all"}); !reflect.DeepEqual(created, want) {
		t.Errorf("created with %v, want %v", created, want)
	}

	// The apply plans once more, in a process of its own.
	w.wantUnordered(append(asked, "POST policygroups 201", "2× POST policygroups/{group_id}/members 204",
		"POST policygroups/{group_id}/associations 204")...)

	id := w.id(baseline)
	want := acctest.Attrs{
		"id": id, "organization_id": w.Org, "name": "Baseline", "description": "For all",
		"policy_ids": set(p[0], p[1]), "system_group_ids": set(g[0]), "allow_duplicate_name": nil,
	}

	if got := w.State(baseline); !reflect.DeepEqual(got, want) {
		t.Errorf("state %v, want %v", got, want)
	}

	if got := w.Identity(baseline); !reflect.DeepEqual(got, acctest.Attrs{"organization_id": w.Org, "id": id}) {
		t.Errorf("identity %v", got)
	}

	w.MustPlanEmpty(w.baseline(attrs))
	w.wantCalls("GET policygroups 200", "GET policygroups/{group_id}/members 200", "GET policygroups/{group_id}/associations 200")

	// Names change by a full update, and no edge is touched.
	attrs["name"], attrs["description"] = "Base", "For most"
	w.MustApply(w.baseline(attrs))

	if puts := w.Sim.Log().Calls("PUT", ""); len(puts) != 1 || !reflect.DeepEqual(puts[0].Object(), sim.Doc{"name": "Base", "description": "For most"}) {
		t.Errorf("updates %v", puts)
	}

	if sent := w.operations(); len(sent) > 0 {
		t.Errorf("sent %v", sent)
	}

	// Sets change by their difference, additions first.
	attrs["policy_ids"], attrs["system_group_ids"] = set(p[1], p[2], p[3]), set(g[1])
	w.MustApply(w.baseline(attrs))

	sent := w.operations()
	slices.Sort(sent[:2]) // several at a time

	if want := []string{
		"add policy " + p[2], "add policy " + p[3], "remove policy " + p[0], "add system_group " + g[1], "remove system_group " + g[0],
	}; !slices.Equal(sent, want) {
		t.Errorf("sent %q, want %q", sent, want)
	}

	// Without the set nothing is managed; an empty one leaves none.
	attrs["policy_ids"] = []any{}
	delete(attrs, "system_group_ids")
	delete(attrs, "description")
	w.MustApply(w.baseline(attrs))

	if m, b := w.members(id), w.targets(policyGroup(id), groupsim.SystemGroup); len(m) != 0 || !slices.Equal(b, g[1:2]) {
		t.Errorf("members %v, device groups %v", m, b)
	}

	w.wantState(baseline, acctest.Attrs{"id": id, "policy_ids": []any{}, "system_group_ids": nil, "description": ""})
	w.Sim.Log().Reset()

	w.MustPlanEmpty(w.baseline(attrs))
	w.wantCalls("GET policygroups 200", "GET policygroups/{group_id}/members 200")

	wantNoError(t, w.Destroy())

	if left := w.Sim.Docs(groupsim.PolicyGroups, w.Org).Len(); left > 0 || len(w.Addresses()) > 0 {
		t.Errorf("%d left, in state: %v", left, w.Addresses())
	}
}

func TestPolicyGroupWithoutSets(t *testing.T) {
	t.Parallel()

	w := newWorld(t, map[string]string{"group-delete-answer": "empty"})
	w.MustApply(w.baseline(acctest.Attrs{"name": "Baseline"}))
	w.Sim.Log().Reset()
	w.MustPlanEmpty(w.baseline(acctest.Attrs{"name": "Baseline"}))
	w.wantCalls("GET policygroups 200")
	w.wantState(baseline, acctest.Attrs{"description": "", "policy_ids": nil, "system_group_ids": nil})
	wantNoError(t, w.Destroy())
}

func TestPolicyGroupImport(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	p, g := w.policies(3), w.groups(groupsim.SystemGroup, 2)
	config := w.baseline(acctest.Attrs{"name": "Baseline", "description": "x", "policy_ids": set(p...), "system_group_ids": set(g...)})
	w.MustApply(config)

	made, id := w.State(baseline), w.id(baseline)

	for name, imported := range map[string]func(c *acctest.Core) acctest.Diagnostics{
		"by id": func(c *acctest.Core) acctest.Diagnostics { return c.Import(baseline, w.Org+"/"+id) },
		"by identity": func(c *acctest.Core) acctest.Diagnostics {
			return c.ImportByIdentity(baseline, acctest.Attrs{"organization_id": w.Org, "id": id})
		},
	} {
		core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleBilling))
		wantNoError(t, imported(core))

		if got := core.State(baseline); !reflect.DeepEqual(got, made) {
			t.Errorf("%s: %v, want %v", name, got, made)
		}

		// Neither sets that are configured as they are nor sets that are left out are a change.
		core.MustPlanEmpty(config)
		core.MustPlanEmpty(w.baseline(acctest.Attrs{"name": "Baseline", "description": "x"}))

		// One that is configured otherwise shows what goes.
		less := core.Plan(w.baseline(acctest.Attrs{"name": "Baseline", "description": "x", "policy_ids": set(p[0])}))
		if before, after := core.State(baseline)["policy_ids"], less.Planned(baseline)["policy_ids"]; !reflect.DeepEqual(before, set(p...)) || !reflect.DeepEqual(after, set(p[0])) {
			t.Errorf("%s: from %v to %v", name, before, after)
		}

		// One that is left out is not sent, whatever else is.
		w.Sim.Log().Reset()
		wantNoError(t, core.Apply(w.baseline(acctest.Attrs{"name": "Baseline", "description": "y"})))

		if sent := w.operations(); len(sent) > 0 {
			t.Errorf("%s: sent %q", name, sent)
		}

		core.MustApply(config)
		core.MustPlanEmpty(config)
	}

	wantError(t, w.Import("jumpcloud_policy_group.x", w.Org+"/"+missing), "Unable to Read Policy Group", missing, "Acme Inc")
	wantError(t, w.Import("jumpcloud_policy_group.x", w.Org+"/baseline"), "<organization_id>/<id>")
}

func TestPolicyGroupDrift(t *testing.T) {
	t.Parallel()

	for name, change := range map[string]func(w *world, id string, p, g []string){
		"renamed": func(w *world, id string, _, _ []string) {
			w.Sim.Change(groupsim.PolicyGroups, w.Org, id, func(d sim.Doc) { d["name"], d["description"] = "x", "y" })
		},
		"a policy less": func(w *world, id string, p, _ []string) {
			groupsim.Leave(w.Sim.World, w.Org, policyGroup(id), policy(p[0]))
		},
		"a policy more": func(w *world, id string, p, _ []string) {
			groupsim.Join(w.Sim.World, w.Org, policyGroup(id), policy(p[2]))
		},
		"a device group less": func(w *world, id string, _, g []string) {
			groupsim.Unbind(w.Sim.World, w.Org, policyGroup(id), systemGroup(g[0]))
		},
		"a device group more": func(w *world, id string, _, g []string) {
			groupsim.Bind(w.Sim.World, w.Org, systemGroup(g[1]), policyGroup(id))
		},
	} {
		w := newWorld(t, nil)
		p, g := w.policies(3), w.groups(groupsim.SystemGroup, 2)
		config := w.baseline(acctest.Attrs{"name": "Baseline", "policy_ids": set(p[0], p[1]), "system_group_ids": set(g[0])})
		w.MustApply(config)
		change(w, w.id(baseline), p, g)

		if plan := w.Plan(config); plan.Actions()[baseline] != acctest.Update {
			t.Errorf("%s: %v %s", name, plan.Actions(), plan.Diags)
		}

		w.MustApply(config)

		id := w.id(baseline)
		if m, b := w.members(id), w.targets(policyGroup(id), groupsim.SystemGroup); !slices.Equal(m, p[:2]) || !slices.Equal(b, g[:1]) {
			t.Errorf("%s: members %v, device groups %v", name, m, b)
		}

		if got := w.only(groupsim.PolicyGroups); got["name"] != "Baseline" || got["description"] != "" {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestPolicyGroupLeavesOthersAlone: what is not managed here may be managed by others.
func TestPolicyGroupLeavesOthersAlone(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	p := w.policies(1)
	w.MustApply(w.baseline(acctest.Attrs{"name": "Baseline"}))
	groupsim.Join(w.Sim.World, w.Org, policyGroup(w.id(baseline)), policy(p[0]))
	w.MustApply(w.baseline(acctest.Attrs{"name": "Base"}))

	if m := w.members(w.id(baseline)); !slices.Equal(m, p) {
		t.Errorf("members %v", m)
	}
}

func TestPolicyGroupRemovedOutside(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	p := w.policies(2)
	config := w.baseline(acctest.Attrs{"name": "Baseline", "policy_ids": set(p...)})
	w.MustApply(config)

	first := w.id(baseline)
	w.Sim.Remove(groupsim.PolicyGroups, w.Org, first)

	if plan := w.Plan(config); plan.Actions()[baseline] != acctest.Create || len(plan.Diags) > 0 {
		t.Errorf("%v %s", plan.Actions(), plan.Diags)
	}

	w.MustApply(config)

	if w.id(baseline) == first {
		t.Error("the id is the old one's")
	}

	// A policy that was deleted is no member any more; the set, which still names it, cannot hold.
	w.Sim.Remove(policysim.Collection, w.Org, p[0])
	wantError(t, w.Plan(config).Diags, "Not in This Organization", "has no policy "+p[0])

	w.MustApply(w.baseline(acctest.Attrs{"name": "Baseline", "policy_ids": set(p[1])}))
	w.Sim.Remove(groupsim.PolicyGroups, w.Org, w.id(baseline))
	wantNoError(t, w.Destroy())
}

// TestGroupNameIsTaken: the plan says whose a name is and how to adopt it; so does a refusal of
// the service, and that of a rename whose the name is.
func TestGroupNameIsTaken(t *testing.T) {
	t.Parallel()

	for _, c := range []struct{ address, of, title, noun string }{
		{baseline, groupsim.PolicyGroup, "Policy Group", "policy group"},
		{devices, groupsim.SystemGroup, "System Group", "device group"},
		{staff, groupsim.UserGroup, "User Group", "user group"},
	} {
		w := newWorld(t, nil)
		w.MustApply(w.one(c.address, acctest.Attrs{"name": "Free"}))

		other := groupsim.AddGroup(w.Sim.World, w.Org, c.of, "Taken")
		taken := func(more acctest.Attrs) acctest.Config {
			config := w.one(c.address, acctest.Attrs{"name": "Free"})
			// What was read before tells the provider that this is the plan phase.
			config[c.address+"2"] = w.In(acctest.Attrs{"name": "Taken", "depends_on": []any{c.address}})
			maps.Copy(config[c.address+"2"], more)

			return config
		}

		wantError(t, w.Plan(taken(nil)).Diags, c.title+" Exists Already", "import {", w.Org+"/"+other)

		two := w.one(c.address, acctest.Attrs{"name": "New"})
		two[c.address+"2"] = two[c.address]
		wantError(t, acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleBilling)).Plan(two).Diags, "Same Name Twice", `"New"`)

		d := w.Apply(taken(acctest.Attrs{"allow_duplicate_name": true}))
		wantError(t, d, "Unable to Create "+c.title, "already exists", "import {", w.Org+"/"+other)

		if w.State(c.address+"2") != nil {
			t.Error("somebody else's group is in state")
		}

		d = w.Apply(w.one(c.address, acctest.Attrs{"name": "Taken"}))
		wantError(t, d, "Unable to Update "+c.title, "already exists", c.noun+` "Taken" (`+other+")", "Acme Inc")

		// Where the service takes twins, who wants one gets one; the guard alone sends nothing.
		if err := w.Sim.Switches.Set("group-name-unique", "off"); err != nil {
			t.Fatal(err)
		}

		w.MustApply(taken(acctest.Attrs{"allow_duplicate_name": true}))
		w.forget()
		w.MustApply(taken(acctest.Attrs{"allow_duplicate_name": false}))

		if n := w.Sim.Log().Count("PUT", ""); n > 0 {
			t.Errorf("%d updates", n)
		}

		for _, blank := range []string{"", " ", "\u00a0", "\u200b"} {
			wantError(t, w.Plan(w.one(c.address, acctest.Attrs{"name": blank})).Diags, "name")
		}
	}
}

// TestTextThatTheServiceTrims: outer white space that the service drops is no difference, and
// taints nothing.
func TestTextThatTheServiceTrims(t *testing.T) {
	t.Parallel()

	for _, address := range []string{baseline, devices, staff} {
		w := newWorld(t, map[string]string{"group-text": "trim"})
		attrs := acctest.Attrs{"name": "Office ", "description": "two\nlines\n"}
		w.MustApply(w.one(address, attrs))
		w.wantState(address, attrs)

		attrs["description"] = "\tother\n"
		w.MustApply(w.one(address, attrs))
		w.wantState(address, attrs)
	}
}

// TestForeignPolicy: ids are valid within one organization, and the plan says so.
func TestForeignPolicy(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	own, foreign := w.policies(1)[0], w.policiesOf(w.other, 1)[0]

	d := w.Plan(w.baseline(acctest.Attrs{"name": "Baseline", "policy_ids": set(own, foreign)})).Diags
	wantError(t, d, "Not in This Organization", foreign, `belongs to organization "Globex" (`+w.other+`)`, `not to "Acme Inc"`, "policy_ids")

	d = w.Plan(w.baseline(acctest.Attrs{"name": "Baseline", "system_group_ids": set(missing)})).Diags
	wantError(t, d, "Not in This Organization", `organization "Acme Inc" (`+w.Org+`) has no device group `+missing, "system_group_ids")

	// What is in state already, and what is not known yet, is not asked for.
	config := w.baseline(acctest.Attrs{"name": "Baseline", "policy_ids": set(own)})
	w.MustApply(config)
	w.Sim.Log().Reset()
	w.MustPlanEmpty(config)

	if n := w.Sim.Log().Count("GET", "/api/v2/policies"); n > 0 {
		t.Errorf("%d calls for policies", n)
	}

	unknown := w.baseline(acctest.Attrs{"name": "Baseline", "policy_ids": acctest.Unknown, "system_group_ids": []any{acctest.Unknown}})
	if plan := w.Plan(unknown); len(plan.Diags) > 0 || plan.Actions()[baseline] != acctest.Update {
		t.Errorf("%v %s", plan.Actions(), plan.Diags)
	}

	// Where the list may not be read, nobody can tell; the service decides at apply.
	w.Sim.Inject(sim.Fault{Method: "GET", PathPrefix: "/api/v2/policies", Status: 403})
	plan := w.Plan(w.baseline(acctest.Attrs{"name": "Baseline", "policy_ids": set(own, foreign)}))
	wantNoError(t, plan.Diags)
	wantError(t, plan.Apply(), "Unable to Update Policy Group", "no such policy: "+foreign, "policy_ids")
}

func TestPolicyGroupValidation(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)

	for name, attrs := range map[string]acctest.Attrs{
		"policy_ids":       {"name": "x", "policy_ids": []any{"Lock"}},
		"system_group_ids": {"name": "x", "system_group_ids": []any{"ABCDEF0123456789ABCDEF01"}},
	} {
		wantError(t, w.Plan(w.baseline(attrs)).Diags, name, "24 hexadecimal digits (lower case)")
	}
}

// TestContradictionIsSeen: a set that lacks what an edge resource adds is a warning, in
// whichever order the two are planned.
func TestContradictionIsSeen(t *testing.T) {
	t.Parallel()

	const edge = "jumpcloud_policy_group_membership.extra"

	w := newWorld(t, nil)
	p := w.policies(2)
	w.MustApply(w.baseline(acctest.Attrs{"name": "Baseline", "policy_ids": set(p[0])}))

	config := w.baseline(acctest.Attrs{"name": "Baseline", "policy_ids": set(p[0])})
	config[edge] = w.In(acctest.Attrs{"policy_group_id": w.id(baseline), "policy_id": p[1]})

	for _, parallel := range []int{1, 10} {
		w.Parallelism = parallel

		d := w.Plan(config).Diags
		if len(d.Errors()) > 0 || len(d.Warnings()) != 1 || !strings.Contains(d.String(), "Contradicting Edges") || !strings.Contains(d.String(), p[1]) {
			t.Errorf("%s", d)
		}
	}

	// The set holds it too: twice said, not contradicted. And without a set nothing is decided.
	config[baseline]["policy_ids"] = set(p...)
	wantNoError(t, w.Plan(config).Diags)
	delete(config[baseline], "policy_ids")
	wantNoError(t, w.Plan(config).Diags)
}
