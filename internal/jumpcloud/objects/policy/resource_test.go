// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	full := w.lock(acctest.Attrs{"notes": "For all", "values": map[string]any{"timeout": 300, "askForPassword": false}})

	w.MustApply(full)
	w.equal("POST", string(w.Sim.Log().Calls(post, policies)[0].Body), `{"name":"Baseline","notes":"For all","values":[`+
		`{"configFieldID":"5f000000efa4b5beddd54101","configFieldName":"timeout","value":300},`+
		`{"configFieldID":"5f000000efa4b5beddd54102","configFieldName":"askForPassword","value":false}],`+
		`"template":{"id":"5f000000efa4b5beddd54100"}}`)
	w.equal("header", w.Sim.Log().Calls(post, policies)[0].Header.Get("X-Org-Id"), w.Org)
	w.equal("identity", text(t, w.Identity(address)), text(t, acctest.Attrs{"id": w.id(), "organization_id": w.Org}))
	w.equal("template_id", text(t, w.State(address)["template_id"]), `"5f000000efa4b5beddd54100"`)

	// Imported by either way, the state is the one that the apply left.
	for name, imported := range map[string]func(string) acctest.Diagnostics{
		"id": func(a string) acctest.Diagnostics { return w.Import(a, w.Org+"/"+w.id()) },
		"identity": func(a string) acctest.Diagnostics {
			return w.ImportByIdentity(a, acctest.Attrs{"organization_id": w.Org, "id": w.id()})
		},
	} {
		if d := imported("jumpcloud_policy." + name); len(d) > 0 {
			t.Fatalf("import by %s: %s", name, d)
		}

		w.equal("import by "+name, text(t, w.State("jumpcloud_policy."+name)), text(t, w.State(address)))
	}

	for _, step := range []struct {
		name  string
		attrs acctest.Attrs
		sent  map[string]string
	}{
		{
			"name",
			acctest.Attrs{"name": "Lock", "notes": "For all", "values": map[string]any{"timeout": 300, "askForPassword": false}},
			map[string]string{"timeout": "300", "askForPassword": "false"},
		},
		{
			"notes",
			acctest.Attrs{"name": "Lock", "notes": "Some", "values": map[string]any{"timeout": 300, "askForPassword": false}},
			map[string]string{"timeout": "300", "askForPassword": "false"},
		},
		{
			"values",
			acctest.Attrs{"name": "Lock", "notes": "Some", "values": map[string]any{"timeout": 120, "askForPassword": false}},
			map[string]string{"timeout": "120", "askForPassword": "false"},
		},
		{
			"notes and a value cleared",
			acctest.Attrs{"name": "Lock", "values": map[string]any{"timeout": 120}},
			map[string]string{"timeout": "120", "askForPassword": "true"},
		},
		{"values cleared", acctest.Attrs{"name": "Lock"}, map[string]string{"timeout": "60", "askForPassword": "true"}},
	} {
		id := w.id()

		w.Forget("jumpcloud_policy.id", "jumpcloud_policy.identity")
		w.MustApply(w.lock(step.attrs))
		w.equal(step.name, text(t, w.sent(put)), text(t, step.sent))
		w.equal(step.name+": id", w.id(), id)
	}

	w.equal("notes", text(t, w.State(address)["notes"]), `""`)

	if v := w.State(address)["values"]; v != nil {
		t.Errorf("values are %v after they left the configuration", v)
	}

	w.destroy()
}

func TestCalls(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	config := w.lock(acctest.Attrs{"values": map[string]any{"timeout": 300}})
	step := func(name, want string, do func()) {
		t.Helper()
		w.Sim.Log().Reset()
		do()
		w.equal(name, w.routes(), want)
	}

	// The first refresh of a process asks once whether the list shows values.
	const (
		one       = policies + "/{id}"
		refreshed = "GET " + policies + ", GET " + one
		template  = templates + "/{id}"
	)

	plan := w.Plan(config)

	// An apply plans once more, and looks for a new name.
	step("create", "GET "+policies+", GET "+templates+", GET "+template+", POST "+policies, func() { plan.Apply() })
	step("no-op plan", refreshed, func() { w.MustPlanEmpty(config) })

	config[address]["values"] = map[string]any{"timeout": 120}
	step("plan of other values", refreshed+", GET "+template, func() { plan = w.Plan(config) })
	step("update", "GET "+template+", GET "+one+", PUT "+one, func() { plan.Apply() })

	config[address]["name"] = "Other"
	step("plan of another name", refreshed+", GET "+policies, func() { plan = w.Plan(config) })
	step("update of the name", "GET "+policies+", GET "+one+", PUT "+one, func() { plan.Apply() })
	step("destroy", refreshed+", DELETE "+one, func() { w.Destroy() })
}

func TestTemplateWithoutFields(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.MustApply(w.policy("activation_lock_darwin", nil))
	w.MustApply(w.policy("activation_lock_darwin", acctest.Attrs{"notes": "x", "values": map[string]any{}}))

	for _, c := range append(w.Sim.Log().Calls(post, policies), w.Sim.Log().Calls(put, policies)...) {
		if _, sent := c.Object()["values"]; sent {
			t.Errorf("%s sent values: %s", c.Method, c.Body)
		}
	}

	w.mentions(w.refused(w.policy("activation_lock_darwin", acctest.Attrs{"values": map[string]any{"x": 1}})),
		"values.x no such field: this template has none to set")
	w.destroy()
}

// PUT replaces all values: those that nobody configured are sent along as they are.
func TestUnconfiguredFieldsAreKept(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	config := w.lock(acctest.Attrs{"values": map[string]any{"timeout": 300, "askForPassword": nil}})
	w.MustApply(config)

	// The default, and what is no news, is kept without a word.
	w.console("askForPassword", true)
	w.MustPlanEmpty(config)

	config[address]["values"] = map[string]any{"timeout": 120}
	w.MustApply(config)
	w.equal("sent", text(t, w.sent(put)), `{"askForPassword":"true","timeout":"120"}`)

	// Anything else is shown, and the configuration, which does not have it, wins.
	w.console("askForPassword", false)

	p := w.Plan(config)
	w.equal("plan", text(t, p.Actions()), `{"`+address+`":"update"}`)
	w.equal("shown", w.shown("askForPassword"), "false")
	w.MustApply(config)
	w.equal("held", w.held("askForPassword"), "true")
	w.destroy()
}

// A field that only the service knows, or that is newer than the configuration, survives a
// write by somebody else between plan and apply too.
func TestUpdateReadsFirst(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.MustApply(w.lock(acctest.Attrs{"values": map[string]any{"timeout": 300}}))

	plan := w.Plan(w.lock(acctest.Attrs{"values": map[string]any{"timeout": 120}}))

	w.console("askForPassword", false)

	if d := plan.Apply(); len(d) > 0 {
		t.Fatal(d)
	}

	w.equal("held", w.held("askForPassword"), "false")
}

func TestDrift(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	config := w.lock(acctest.Attrs{"notes": "n", "values": map[string]any{"timeout": 300}})
	w.MustApply(config)

	for name, change := range map[string]func(sim.Doc){
		"name":  func(d sim.Doc) { d["name"] = "Console" },
		"notes": func(d sim.Doc) { d["notes"] = "" },
	} {
		w.Sim.Change(policysim.Collection, w.Org, w.id(), change)
		w.equal(name, text(t, w.Plan(config).Actions()), `{"`+address+`":"update"}`)
		w.MustApply(config)
	}

	// A configured field that went back to its default is what the configuration does not say.
	w.console("timeout", 60)
	w.equal("default", text(t, w.Plan(config).Actions()), `{"`+address+`":"update"}`)
	w.equal("shown", w.shown("timeout"), "60")
	w.MustApply(config)

	// One that the configuration sets to its default may vanish: it means the same.
	config[address]["values"] = map[string]any{"timeout": 60}
	w.MustApply(config)
	w.forget("timeout")
	w.MustPlanEmpty(config)

	// Shown where nobody configured it; no trace is left once it vanished.
	delete(config[address], "values")
	w.MustApply(config)
	w.console("timeout", 45)
	w.equal("plan", text(t, w.Plan(config).Actions()), `{"`+address+`":"update"}`)
	w.equal("shown", w.shown("timeout"), "45")
	w.forget("timeout")
	w.MustPlanEmpty(config)

	// Removed outside, it is made again.
	w.Sim.Remove(policysim.Collection, w.Org, w.id())
	w.equal("gone", text(t, w.Plan(config).Actions()), `{"`+address+`":"create"}`)
	w.MustApply(config)
	w.Sim.Remove(policysim.Collection, w.Org, w.id())

	if d := w.PlanWithoutRefresh(acctest.Config{}).Apply(); len(d) > 0 {
		t.Errorf("destroying what is gone: %s", d)
	}
}

func TestAnotherTemplateReplaces(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.MustApply(w.lock(acctest.Attrs{"values": map[string]any{"timeout": 300}}))
	id := w.id()

	next := w.policy("login_window_text_darwin", acctest.Attrs{"values": map[string]any{"LoginwindowText": "Property of Acme"}})
	w.equal("plan", text(t, w.Plan(next).Actions()), `{"`+address+`":"replace"}`)
	w.MustApply(next)

	if w.id() == id {
		t.Error("the policy is the same")
	}

	w.equal("held", w.held("LoginwindowText"), `"Property of Acme"`)
	w.equal("template_id", text(t, w.State(address)["template_id"]), `"5ade0cfd1f24754c6c5dc9f2"`)
	w.destroy()
}
