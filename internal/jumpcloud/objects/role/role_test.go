// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package role_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const tier = "jumpcloud_role.tier"

// world is a simulator, the provider in it whose key is used, and Terraform's part.
type world struct {
	t        *testing.T
	sim      *simulator.Simulator
	provider string
	core     *acctest.Core
}

func newWorld(t *testing.T) *world {
	t.Helper()

	s := acctest.Simulator(t, simulator.Options{})
	provider, _ := s.ProviderID(simulator.DefaultProvider)

	return &world{t, s, provider, acctest.NewCore(t, s, acctest.As(s, simulator.RoleBilling))}
}

func config(attrs acctest.Attrs) acctest.Config { return acctest.Config{tier: attrs} }

func basic() acctest.Attrs { return acctest.Attrs{"name": "Tier 1", "scopes": []any{"groups"}} }

// stored are the custom roles.
func (w *world) stored() []sim.Doc { return w.sim.Docs(jumpcloudsim.Roles, w.provider).All() }

func (w *world) bodies(method string) []sim.Doc {
	var all []sim.Doc

	for _, e := range w.sim.Log().Calls(method, "/api/v2/roles") {
		all = append(all, e.Object())

		if method == "PUT" && e.Header.Get("X-Provider-Id") != w.provider || len(e.Header.Values("X-Org-Id")) > 0 {
			w.t.Errorf("headers %v", e.Header)
		}
	}

	w.sim.Log().Reset()

	return all
}

func wantError(t *testing.T, d acctest.Diagnostics, parts ...string) {
	t.Helper()

	if n := len(d.Errors()); n != 1 {
		t.Errorf("%d errors, want one:\n%s", n, d)
	}

	for _, part := range parts {
		if !strings.Contains(d.Errors().String(), part) {
			t.Errorf("no error says %q:\n%s", part, d)
		}
	}
}

func wantNoError(t *testing.T, d acctest.Diagnostics) {
	t.Helper()

	if len(d) > 0 {
		t.Errorf("unexpected:\n%s", d)
	}
}

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.core.MustApply(config(basic()))

	sent := sim.Doc{"name": "Tier 1", "description": "", "scopes": []any{"groups"}, "providerId": w.provider}
	if got := w.bodies("POST"); !reflect.DeepEqual(got, []sim.Doc{sent}) {
		t.Errorf("created with %v, want %v", got, sent)
	}

	id := w.stored()[0]["id"]

	state := w.core.State(tier)
	if state["id"] != id || state["custom"] != true || state["provider_id"] != w.provider || state["created_by"] == "" {
		t.Errorf("state %v", state)
	}

	if got := w.core.Identity(tier); !reflect.DeepEqual(got, acctest.Attrs{"id": id}) {
		t.Errorf("identity %v", got)
	}

	// PUT replaces: what is not ours goes back as it is.
	idText, _ := id.(string)
	w.sim.Change(jumpcloudsim.Roles, w.provider, idText, func(d sim.Doc) { d["organizationIds"] = []any{"66b1f0a2c8d5e90001a1b2c3"} })

	for _, c := range []struct {
		attribute string
		value     any
	}{{"name", "Tier 2"}, {"description", "More"}, {"scopes", []any{"groups", "organizations.readonly"}}, {"scopes", []any{"groups.readonly"}}} {
		attrs := acctest.Attrs{"name": sent["name"], "description": sent["description"], "scopes": sent["scopes"]}
		attrs[c.attribute] = c.value
		sent[c.attribute] = c.value
		sent["organizationIds"] = []any{"66b1f0a2c8d5e90001a1b2c3"}
		w.core.MustApply(config(attrs))

		if got := w.bodies("PUT"); !reflect.DeepEqual(got, []sim.Doc{sent}) {
			t.Errorf("%s: changed with %v, want %v", c.attribute, got, sent)
		}
	}

	// The description removed is cleared; a change elsewhere is shown.
	w.core.MustApply(config(basic()))
	w.sim.Change(jumpcloudsim.Roles, w.provider, idText, func(d sim.Doc) { d["scopes"] = []any{"groups", "roles"} })

	if a := w.core.Plan(config(basic())).Actions()[tier]; a != acctest.Update {
		t.Errorf("planned %q", a)
	}

	w.core.MustApply(config(basic()))
	w.core.Forget(tier)
	wantNoError(t, w.core.Import(tier, idText))
	w.core.MustPlanEmpty(config(basic()))
	w.core.Forget(tier)
	wantNoError(t, w.core.ImportByIdentity(tier, acctest.Attrs{"id": idText}))
	w.core.MustPlanEmpty(config(basic()))

	w.sim.Remove(jumpcloudsim.Roles, w.provider, idText)
	w.core.MustApply(config(basic()))

	wantNoError(t, w.core.Destroy())

	if len(w.stored()) > 0 {
		t.Errorf("left: %v", w.stored())
	}
}

func TestRefused(t *testing.T) {
	t.Parallel()

	w := newWorld(t)

	for part, attrs := range map[string]acctest.Attrs{
		"must not be blank": {"name": " ", "scopes": []any{"groups"}},
		"at least 1":        {"name": "Tier 1", "scopes": []any{}},
		`"group.readonly" is not a scope; did you mean "groups.readonly"?`: {"name": "Tier 1", "scopes": []any{"group.readonly", "groups"}},
	} {
		wantError(t, w.core.Plan(config(attrs)).Diags, part)
	}

	p := w.core.Plan(config(acctest.Attrs{"name": acctest.Unknown, "description": acctest.Unknown, "scopes": []any{acctest.Unknown}}))
	if len(p.Diags) > 0 || p.Actions()[tier] != acctest.Create {
		t.Errorf("unknown: %v %s", p.Actions(), p.Diags)
	}

	// A name that is taken, a role that is in use, one that is built in.
	w.core.MustApply(config(basic()))
	taken := w.stored()[0]["id"]
	both := acctest.Config{tier: basic(), "jumpcloud_role.twin": basic()}
	wantError(t, w.core.Apply(both), "Unable to Create Role", fmt.Sprintf(`The name "Tier 1" is taken already, by %s`, taken), fmt.Sprintf("id = %q", taken))

	both["jumpcloud_role.twin"] = acctest.Attrs{"name": "Tier 1", "scopes": []any{"groups"}, "allow_duplicate_name": true}
	wantError(t, w.core.Apply(both), "Unable to Create Role", "role already exists", fmt.Sprintf("id = %q", taken))

	both["jumpcloud_role.twin"] = acctest.Attrs{"name": "Tier 9", "scopes": []any{"groups"}}
	both["jumpcloud_role.third"] = both["jumpcloud_role.twin"]
	wantError(t, w.core.Plan(both).Diags, "Same Name Twice")

	w.sim.AddKey("lee@example.com", jumpcloudsim.Access{ProviderID: w.provider, Role: "Tier 1"}, "")
	wantError(t, w.core.Destroy(), "Unable to Delete Role", "role is in use", "Something still uses it",
		fmt.Sprintf("Role: \"Tier 1\" (%s). It is the role of administrator lee@example.com (", w.stored()[0]["id"]))

	built, _ := w.sim.FindRole(w.provider, "Manager")
	id, _ := built["id"].(string)
	core := acctest.NewCore(t, w.sim, acctest.As(w.sim, simulator.RoleBilling))
	wantNoError(t, core.Import(tier, id))
	wantError(t, core.Apply(config(acctest.Attrs{"name": "Boss", "scopes": []any{"groups"}})), "Unable to Update Role", "status 403")
}

func TestFaults(t *testing.T) {
	t.Parallel()

	for name, f := range map[string]sim.Fault{
		"500": {Status: 500}, "committed but 500": {Status: 500, After: true}, "dropped": {Drop: true},
		"committed, then dropped": {Drop: true, After: true}, "malformed": {Malformed: true}, "403": {Status: 403}, "404": {Status: 404},
	} {
		for _, method := range []string{"POST", "PUT", "DELETE", "GET"} {
			if f.Status == 404 && (method == "GET" || method == "DELETE") {
				continue // means that the role is gone, which is believed
			}

			t.Run(method+" "+name, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) { fault(t, method, f) })
			})
		}
	}
}

// fault runs a whole life with one fault in it: whatever it does, the next run puts it
// right, and there is never a second role.
func fault(t *testing.T, method string, f sim.Fault) {
	t.Helper()

	w := newWorld(t)
	f.Method, f.Times, f.PathPrefix = method, 1, "/api/v2/roles"
	in := w.sim.Inject(f)
	changed := acctest.Attrs{"name": "Tier 1", "scopes": []any{"groups"}, "description": "changed"}

	failed := 0

	for _, c := range []acctest.Config{config(basic()), config(changed), {}} {
		d := w.core.Apply(c)
		failed += len(d.Errors())

		if n := len(w.stored()); n > 1 {
			t.Errorf("%d roles", n)
		}

		if len(d.Errors()) > 0 {
			if (f.Status == 403) != strings.Contains(d.String(), "Scopes needed (one of): roles") {
				t.Errorf("%s", d)
			}

			w.core.MustApply(c)
		}
	}

	if in.Fired() != 1 || len(w.stored()) > 0 || len(w.core.Addresses()) > 0 {
		t.Errorf("fired %d times, left %v, in state %v", in.Fired(), w.stored(), w.core.Addresses())
	}

	// What is refused is said; what is only lost on the way is repeated, but not a PUT or
	// DELETE that was answered with 500.
	// The look for twins at plan is silent, since the creation looks again.
	if refused := f.Status == 403 && method != "GET" && failed == 0; refused || f.Drop && failed > 0 {
		t.Errorf("%d errors", failed)
	}
}

func TestDataSources(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.core.MustApply(config(basic()))

	got, d := w.core.Data("jumpcloud_roles", acctest.Attrs{})
	wantNoError(t, d)

	all, _ := got["roles"].([]any)
	if len(all) != 9 {
		t.Fatalf("%v", got)
	}

	last, _ := all[8].(map[string]any)
	first, _ := all[0].(map[string]any)

	if first["name"] != "Administrator With Billing" || first["custom"] != false || last["name"] != "Tier 1" || last["custom"] != true ||
		!reflect.DeepEqual(last["scopes"], []any{"groups"}) {
		t.Errorf("%v %v", first, last)
	}

	got, d = w.core.Data("jumpcloud_scope_groups", acctest.Attrs{})
	wantNoError(t, d)

	scopes, _ := got["scopes"].([]any)
	groups, _ := got["scope_groups"].([]any)

	if len(scopes) != len(jumpcloudsim.AllScopes()) || len(groups) == 0 {
		t.Errorf("%v", got)
	}

	group, _ := groups[0].(map[string]any)
	lines, _ := group["permissions"].([]any)
	line, _ := lines[0].(map[string]any)

	if line["key"] != group["key"] || line["description"] != fmt.Sprintf("Access to %s.", group["key"]) || line["label"] == "" || len(line["scopes"].([]any)) == 0 { //nolint:forcetypeassert // a list
		t.Errorf("%v", line)
	}

	in := w.sim.Inject(sim.Fault{Method: "GET", Status: 403})
	for _, name := range []string{"jumpcloud_roles", "jumpcloud_scope_groups"} {
		_, d := w.core.Data(name, acctest.Attrs{})
		wantError(t, d, "Unable to Read", "status 403")
	}

	in.Remove()
}
