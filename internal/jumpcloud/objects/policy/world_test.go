// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy_test

import (
	"context"
	"encoding/json"
	"maps"
	"math/big"
	"net/http"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// address is the policy that most tests are about.
const address = "jumpcloud_policy.this"

const policies = "/api/v2/policies"

type world struct {
	*testing.T
	*acctest.World
}

func newWorld(t *testing.T, switches ...string) *world {
	t.Helper()

	return &world{t, acctest.NewWorld(t, acctest.Of{}, acctest.Switches(switches...))}
}

// lock is a policy to lock screens; more attributes may replace its own.
func (w *world) lock(more acctest.Attrs) acctest.Config {
	return w.policy("lock_screen_darwin", more)
}

func (w *world) policy(template string, more acctest.Attrs) acctest.Config {
	all := acctest.Attrs{"organization_id": w.Org, "name": "Baseline", "template_name": template}
	maps.Copy(all, more)

	return acctest.Config{address: all}
}

func (w *world) id() string {
	w.Helper()

	id, _ := w.State(address)["id"].(string)
	if id == "" {
		w.Fatal("no policy is in state")
	}

	return id
}

// shown is a value as state has it, as JSON; "" if there is none.
func (w *world) shown(field string) string {
	w.Helper()

	values, _ := w.State(address)["values"].(map[string]any)
	if v, ok := values[field]; ok {
		return text(w.T, v)
	}

	return ""
}

// held is a value as the service has it, as JSON; "" if there is none.
func (w *world) held(field string) string {
	w.Helper()

	if v, ok := policysim.Value(w.Sim.World, w.Org, w.id(), field); ok {
		return text(w.T, v)
	}

	return ""
}

// console changes a value behind the client's back.
func (w *world) console(field string, value any) {
	w.Helper()

	if err := policysim.SetValue(w.Sim.World, w.Org, w.id(), field, value); err != nil {
		w.Fatal(err)
	}
}

// forget takes a value away behind the client's back, as for a policy that is older than the field.
func (w *world) forget(field string) {
	w.Helper()

	template, _ := policysim.TemplateByName(w.Sim.World, w.State(address)["template_name"].(string)) //nolint:forcetypeassert // a string
	id := ""

	for _, f := range template["configFields"].([]any) { //nolint:forcetypeassert // the catalogue's own
		if f.(sim.Doc)["name"] == field { //nolint:forcetypeassert // the catalogue's own
			id, _ = f.(sim.Doc)["id"].(string)
		}
	}

	w.Sim.Change(policysim.Collection, w.Org, w.id(), func(d sim.Doc) {
		var kept []any

		for _, v := range d["values"].([]any) { //nolint:forcetypeassert // stored values are a list
			if v.(sim.Doc)["configFieldID"] != id { //nolint:forcetypeassert // of objects
				kept = append(kept, v)
			}
		}

		d["values"] = kept
	})
}

// sent is what the last request with that method carried, by field name.
func (w *world) sent(method string) map[string]string {
	w.Helper()

	calls := w.Sim.Log().Calls(method, policies)
	if len(calls) == 0 {
		w.Fatalf("no %s was sent", method)
	}

	var body struct {
		Values []struct {
			Name  string          `json:"configFieldName"`
			Value json.RawMessage `json:"value"`
		} `json:"values"`
	}

	if err := json.Unmarshal(calls[len(calls)-1].Body, &body); err != nil {
		w.Fatal(err)
	}

	all := map[string]string{}
	for _, v := range body.Values {
		all[v.Name] = string(v.Value)
	}

	return all
}

// routes are the requests since the last reset, without those that find the provider's organizations.
func (w *world) routes() string {
	var all []string

	for _, c := range w.Sim.Log().Calls("", "") {
		if !strings.HasPrefix(c.Path, "/api/v2/providers") {
			all = append(all, c.Route)
		}
	}

	return strings.Join(all, ", ")
}

func (w *world) equal(what, got, want string) {
	w.Helper()

	if got != want {
		w.Errorf("%s: got %s, want %s", what, got, want)
	}
}

// refused plans and returns the errors; there must be some.
func (w *world) refused(config acctest.Config) acctest.Diagnostics {
	w.Helper()

	before := len(w.Sim.Log().Writes())

	errs := w.Plan(config).Diags.Errors()
	if len(errs) == 0 {
		w.Fatal("the plan was accepted")
	}

	if after := len(w.Sim.Log().Writes()); after != before {
		w.Errorf("a plan wrote: %d", after-before)
	}

	return errs
}

// mentions fails the test for every text that the diagnostics lack.
func (w *world) mentions(d acctest.Diagnostics, texts ...string) {
	w.Helper()

	for _, want := range texts {
		if !strings.Contains(d.String(), want) {
			w.Errorf("the message does not mention %q:\n%s", want, d)
		}
	}
}

func (w *world) destroy() {
	w.Helper()

	if d := w.Destroy().Errors(); len(d) > 0 {
		w.Fatalf("destroy failed:\n%s", d)
	}

	if n := w.Sim.Docs(policysim.Collection, w.Org).Len(); n != 0 {
		w.Errorf("%d policies are left", n)
	}
}

func text(tb testing.TB, v any) string {
	tb.Helper()

	data, err := json.Marshal(v)
	if err != nil {
		tb.Fatal(err)
	}

	return string(data)
}

// number is a number as HCL reads it, of any length.
func number(t *testing.T, digits string) tftypes.Value {
	t.Helper()

	f, _, err := big.ParseFloat(digits, 10, 512, big.ToNearestEven)
	if err != nil {
		t.Fatal(err)
	}

	return tftypes.NewValue(tftypes.Number, f)
}

func hcl(s string) tftypes.Value { return tftypes.NewValue(tftypes.String, s) }

const get, post, put, del = http.MethodGet, http.MethodPost, http.MethodPut, http.MethodDelete

// heldByOnly is a value of the only policy that the service has, as JSON.
func (w *world) heldByOnly(field string) string {
	w.Helper()

	ids := w.Sim.Docs(policysim.Collection, w.Org).IDs()
	if len(ids) != 1 {
		w.Fatalf("%d policies", len(ids))
	}

	v, _ := policysim.Value(w.Sim.World, w.Org, ids[0], field)

	return text(w.T, v)
}

// drift changes a value in every policy that has it.
func (w *world) drift(field string, value any) {
	w.Helper()

	for _, id := range w.Sim.Docs(policysim.Collection, w.Org).IDs() {
		if _, ok := policysim.Value(w.Sim.World, w.Org, id, field); !ok {
			continue
		}

		if err := policysim.SetValue(w.Sim.World, w.Org, id, field, value); err != nil {
			w.Fatal(err)
		}
	}
}

// check is a look at the service among the checks of a step.
type check func()

// CheckState implements statecheck.StateCheck.
func (c check) CheckState(context.Context, statecheck.CheckStateRequest, *statecheck.CheckStateResponse) {
	c()
}
