// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

// The same settings as JSON text are sent, compared and refused as in values.
func TestValuesJSON(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	config := func(text any) acctest.Config { return w.lock(acctest.Attrs{"values_json": text}) }

	for in, want := range map[string]string{
		`{"timeout":`:     "values_json is not a JSON object: it ends too early",
		`[]`:              "values_json is not a JSON object: it is a list",
		`{"timeuot":1}`:   `values_json.timeuot no such field; did you mean "timeout"?`,
		`{"timeout":"x"}`: `values_json.timeout expected a number, got "x"`,
	} {
		w.mentions(w.refused(config(in)), want, `[AttributeName("values_json")]`)
	}

	w.mentions(w.refused(w.lock(acctest.Attrs{"values_json": "{}", "values": map[string]any{}})), "values_json", "cannot be specified when")

	const spaced = `{ "timeout": "300", "askForPassword": false }`

	w.MustApply(config(spaced))
	w.equal("sent", text(t, w.sent(post)), `{"askForPassword":"false","timeout":"300"}`)
	w.equal("state", text(t, w.State(address)["values_json"]), text(t, spaced))

	// Drift shows, and is taken back.
	w.console("timeout", 45)
	w.equal("plan", text(t, w.Plan(config(spaced)).Actions()), `{"`+address+`":"update"}`)
	w.equal("drift", text(t, w.State(address)["values_json"]), `"{\"askForPassword\":false,\"timeout\":45}"`)
	w.MustApply(config(spaced))
	w.equal("held", w.held("timeout"), "300")

	// A field that is removed goes back to its default, in either attribute and on the way between them.
	w.MustApply(w.lock(acctest.Attrs{"values": map[string]any{"timeout": 300}}))
	w.equal("held", w.held("askForPassword"), "true")
	w.MustApply(config(`{"askForPassword":false}`))
	w.equal("held", w.held("timeout"), "60")

	p := w.Plan(config(acctest.Unknown))
	if len(p.Diags) > 0 {
		t.Fatal(p.Diags)
	}

	if d := p.ApplyKnowing(config(`{"timeout":7}`)); len(d) > 0 {
		t.Fatal(d)
	}

	w.MustPlanEmpty(config(`{"timeout":7}`))
	w.MustApply(config(nil))
	w.equal("held", w.held("timeout"), "60")
	w.destroy()

	secret := w.policy("wifi_configuration_windows", acctest.Attrs{"values_json": `{"SSID":"office","PASSPHRASE":"correct horse"}`})
	w.mentions(w.Plan(secret).Diags.Warnings(), "Sensitive Policy Value in State", `[AttributeName("values_json")]`)
}
