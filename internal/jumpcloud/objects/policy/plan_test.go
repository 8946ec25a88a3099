// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// One negative for every rule, through the whole provider; the rules' own tests are finer.
func TestPlanRefuses(t *testing.T) {
	t.Parallel()

	w := newWorld(t)

	for name, test := range map[string]struct {
		template string
		values   any
		want     []string
	}{
		"no object":        {"lock_screen_darwin", []any{1}, []string{"values expected field names and their values, got a list"}},
		"unknown field":    {"lock_screen_darwin", map[string]any{"timeuot": 1}, []string{`values.timeuot no such field; did you mean "timeout"?`}},
		"label for name":   {"lock_screen_darwin", map[string]any{"Ask for the password at once": true}, []string{`did you mean "askForPassword"?`}},
		"missing required": {"login_window_text_darwin", nil, []string{"values.LoginwindowText required, but not set"}},
		"checkbox":         {"lock_screen_darwin", map[string]any{"askForPassword": "yes"}, []string{`expected true or false, got "yes"`}},
		"checkbox in YAML": {"lock_screen_darwin", map[string]any{"askForPassword": "on"}, []string{`got "on"`}},
		"number":           {"lock_screen_darwin", map[string]any{"timeout": "0x12c"}, []string{`expected a number, got "0x12c"`}},
		"text":             {"login_window_text_darwin", map[string]any{"LoginwindowText": []any{7}}, []string{"expected a string, got [7]"}},
		"text of a fraction": {
			"software_update_enforcement_specific_darwin_ddm",
			map[string]any{"TargetOSVersion": 15.1},
			[]string{"expected a string, got 15.1; quote it, since 15.1 and 15.10 are one number"},
		},
		"text of a word": {"login_window_text_darwin", map[string]any{"LoginwindowText": true}, []string{"expected a string, got true; quote it (YAML reads"}},
		"option":         {"ssh_server_security_linux", map[string]any{"permitRootLogin": "Never"}, []string{`"Never" is not one of: No, Keys Only, Yes`}},
		"option in YAML": {"ssh_server_security_linux", map[string]any{"permitRootLogin": false}, []string{"false is not one of: No, Keys Only, Yes; YAML reads No as false: quote it"}},
		"list":           {"ssh_server_security_linux", map[string]any{"allowGroups": "wheel"}, []string{`expected a list of strings, got "wheel"`}},
		"element":        {"ssh_server_security_linux", map[string]any{"allowGroups": []any{"a", 1.5}}, []string{"values.allowGroups[1] expected a string, got 1.5"}},
		"row": {
			"custom_registry_keys_policy_windows",
			map[string]any{"customRegTable": []any{"x"}},
			[]string{`values.customRegTable[0] expected an object, got "x"`},
		},
		"column": {
			"custom_registry_keys_policy_windows",
			map[string]any{"customRegTable": rows(map[string]any{"customDate": "1"})},
			[]string{`values.customRegTable[0].customDate no such column; did you mean "customData"?`},
		},
		"cell": {
			"custom_registry_keys_policy_windows",
			map[string]any{"customRegTable": rows(changed(key("A", "1"), "customData", true))},
			[]string{"values.customRegTable[0].customData expected a string, got true"},
		},
		"file":     {"custom_mdm_profile_ios", map[string]any{"payload": "<plist>"}, []string{"values.payload expected base64"}},
		"readOnly": {"ssh_server_security_linux", map[string]any{"configPath": "/x"}, []string{"values.configPath read-only, cannot be set"}},
		"copywell": {"file_vault_darwin", map[string]any{"escrowNotice": "x"}, []string{"values.escrowNotice display only, cannot be set"}},
		"several": {
			"app_notifications_darwin",
			map[string]any{"BundleIdentifier": "x", "AlertTyp": "x", "PreviewType": "Sometimes", "BadgesEnabled": "yes"},
			[]string{
				`Policy "Baseline" does not fit template app_notifications_darwin (3 problems)`,
				`values.AlertTyp      no such field; did you mean "AlertType"?`,
				`values.PreviewType   "Sometimes" is not one of: Always, When Unlocked, Never`,
				`values.BadgesEnabled expected true or false, got "yes"`,
				`Checked against "Acme Inc" (` + w.Org + ").",
			},
		},
	} {
		errs := w.refused(w.policy(test.template, acctest.Attrs{"values": test.values}))
		w.mentions(errs, append(test.want, `[AttributeName("values")]`)...)

		if len(errs) != 1 {
			t.Errorf("%s: %d errors for one attribute:\n%s", name, len(errs), errs)
		}

		if strings.Contains(errs.String(), "not known before apply") {
			t.Errorf("%s: the organization is known:\n%s", name, errs)
		}
	}
}

// The rules hold for an update as well, which finds the template by its id.
func TestPlanRefusesUpdates(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.MustApply(w.lock(nil))
	w.mentions(w.refused(w.lock(acctest.Attrs{"values": map[string]any{"timeout": "x"}})), "expected a number")
	w.equal("state", w.shown("timeout"), "")

	// If that id is no more, the name has to do.
	in := w.Sim.Inject(sim.Fault{Pattern: "/api/v2/policytemplates/{id}", Nth: 1, Status: http.StatusNotFound, Body: "{}"})
	w.mentions(w.refused(w.lock(acctest.Attrs{"values": map[string]any{"timeout": "x"}})), "expected a number")

	if in.Fired() != 1 {
		t.Errorf("the template was not read by its id")
	}
}

func TestMissingTemplate(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.mentions(w.refused(w.policy("lock_scren_darwin", nil)),
		"Unknown Policy Template", `AttributeName("template_name")`, `did you mean "lock_screen_darwin"?`, `Looked up in "Acme Inc"`)

	// Initech has no MDM.
	initech, _ := w.Sim.OrganizationID(simulator.Initech)
	mdm := acctest.Attrs{"organization_id": initech, "values": map[string]any{"payload": "AAAA"}}
	w.mentions(w.refused(w.policy("custom_mdm_profile_ios", mdm)),
		"Unknown Policy Template", "once that MDM is enabled there", `Looked up in "Initech"`)
}

// While the organization is not known, another one's catalogue serves.
func TestUnknownOrganization(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	unknown := acctest.Attrs{"organization_id": acctest.Unknown, "values": map[string]any{"timeout": "x"}}
	w.mentions(w.refused(w.lock(unknown)), `expected a number, got "x"`, `Checked against "Acme Inc"`, "own organization is not known before apply")

	unknown["values"] = map[string]any{"timeout": 300}

	p := w.Plan(w.lock(unknown))
	if len(p.Diags) > 0 {
		t.Fatal(p.Diags)
	}

	if id := p.Planned(address)["template_id"]; id != acctest.Unknown {
		t.Errorf("template_id is planned as %v, in an organization that nobody knows", id)
	}

	config := w.lock(acctest.Attrs{"values": map[string]any{"timeout": 300}})
	if d := p.ApplyKnowing(config); len(d) > 0 {
		t.Fatal(d)
	}

	w.MustPlanEmpty(config)

	// The provider's default organization goes before any other.
	globex, _ := w.Sim.OrganizationID(simulator.Globex)
	core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleBilling).With("JUMPCLOUD_ORGANIZATION_ID", globex))
	unknown["values"] = map[string]any{"timeout": "x"}
	w.mentions(core.Plan(w.lock(unknown)).Diags.Errors(), `Checked against "Globex"`)
}

// A template for MDM that the stand-in lacks may be in the policy's own organization.
func TestUnknownOrganizationAndMDM(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	initech, _ := w.Sim.OrganizationID(simulator.Initech)
	core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleBilling).With("JUMPCLOUD_ORGANIZATION_ID", initech))
	config := w.policy("custom_mdm_profile_ios", acctest.Attrs{"organization_id": acctest.Unknown, "values": map[string]any{"payload": "AAAA"}})

	p := core.Plan(config)
	w.mentions(p.Diags.Warnings(), "Policy Not Checked Before Apply", `Looked up in "Initech"`)

	if errs := p.Diags.Errors(); len(errs) > 0 {
		t.Fatal(errs)
	}

	config[address]["organization_id"] = w.Org
	if d := p.ApplyKnowing(config); len(d) > 0 {
		t.Fatal(d)
	}

	w.mentions(core.Plan(acctest.Config{"jumpcloud_policy.x": {
		"organization_id": acctest.Unknown, "name": "x", "template_name": "lock_scren_darwin",
	}}).Diags.Errors(), "Unknown Policy Template")
}

// Where no organization can be reached, the check is left to apply and made there.
func TestNoOrganizationAtPlan(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	providers := w.Sim.Inject(sim.Fault{PathPrefix: "/api/v2/providers", Status: http.StatusForbidden, Body: "{}"})
	own := w.Sim.Inject(sim.Fault{PathPrefix: "/api/organizations", Status: http.StatusForbidden, Body: "{}"})
	bad := w.lock(acctest.Attrs{"organization_id": acctest.Unknown, "values": map[string]any{"timeout": "x"}})

	p := w.Plan(bad)
	if len(p.Diags) > 0 {
		t.Fatal(p.Diags)
	}

	if own.Fired() == 0 {
		t.Error("no other organization was sought")
	}

	providers.Remove()
	own.Remove()

	bad[address]["organization_id"] = w.Org
	w.mentions(p.ApplyKnowing(bad).Errors(), `expected a number, got "x"`, `AttributeName("values")`)

	if n := len(w.Sim.Log().Calls(post, policies)); n != 0 || len(w.Addresses()) != 0 {
		t.Errorf("%d creations of a policy that does not fit; in state: %v", n, w.Addresses())
	}
}

// Nothing is checked, and nothing is called, before the provider's configuration is known.
func TestUnknownProvider(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.Provider = acctest.Attrs{"api_key": acctest.Unknown}

	config := w.lock(acctest.Attrs{"values": map[string]any{"timeout": 300}})

	p := w.Plan(config)
	if len(p.Diags) > 0 || len(w.Sim.Log().Calls("", "")) > 0 {
		t.Fatalf("%s\ncalls: %s", p.Diags, w.routes())
	}

	w.Provider = nil

	if d := p.ApplyKnowing(config); len(d) > 0 {
		t.Fatal(d)
	}

	w.MustPlanEmpty(config)
	w.destroy()
}

// What is not known yet is passed over at plan and checked when it is.
func TestUnknownValues(t *testing.T) {
	t.Parallel()

	w := newWorld(t)

	for name, values := range map[string]any{
		"all":   acctest.Unknown,
		"field": map[string]any{"timeout": acctest.Unknown, "askForPassword": true},
	} {
		p := w.Plan(w.lock(acctest.Attrs{"values": values}))
		if len(p.Diags) > 0 {
			t.Fatalf("%s: %s", name, p.Diags)
		}
	}

	// Its neighbours are checked all the same.
	w.mentions(w.refused(w.lock(acctest.Attrs{"values": map[string]any{"timeout": acctest.Unknown, "askForPassword": 1}})), "expected true or false")
	w.mentions(w.refused(w.policy("ssh_server_security_linux",
		acctest.Attrs{"values": map[string]any{"allowGroups": []any{acctest.Unknown, true}}})), "values.allowGroups[1] expected a string")

	p := w.Plan(w.lock(acctest.Attrs{"values": map[string]any{"timeout": acctest.Unknown}}))
	w.mentions(p.ApplyKnowing(w.lock(acctest.Attrs{"values": map[string]any{"timeout": "x"}})).Errors(), "expected a number")

	// A template that is not known is not looked up.
	w.Sim.Log().Reset()

	p = w.Plan(w.policy("", acctest.Attrs{"template_name": acctest.Unknown, "values": map[string]any{"timeout": 9}}))
	w.equal("calls", w.routes(), "GET "+policies) // for the name

	config := w.lock(acctest.Attrs{"values": map[string]any{"timeout": 9}})
	if d := append(p.Diags, p.ApplyKnowing(config)...); len(d) > 0 {
		t.Fatal(d)
	}

	w.MustPlanEmpty(config)

	// The same for an update.
	p = w.Plan(w.lock(acctest.Attrs{"values": acctest.Unknown}))
	w.mentions(p.ApplyKnowing(w.lock(acctest.Attrs{"values": map[string]any{"nope": 1}})).Errors(), "values.nope no such field")
	w.equal("held", w.held("timeout"), "9")
	w.destroy()
}
