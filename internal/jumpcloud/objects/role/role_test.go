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
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const tier = "jumpcloud_role.tier"

type world struct{ *acctest.World }

func newWorld(t *testing.T) *world {
	t.Helper()

	return &world{acctest.NewWorld(t, acctest.Of{}, nil)}
}

func config(attrs acctest.Attrs) acctest.Config { return acctest.Config{tier: attrs} }

func basic() acctest.Attrs { return acctest.Attrs{"name": "Tier 1", "scopes": []any{"groups"}} }

// stored are the custom roles.
func (w *world) stored() []sim.Doc { return w.Sim.Docs(jumpcloudsim.Roles, w.ProviderID).All() }

func (w *world) bodies(method string) []sim.Doc {
	var all []sim.Doc

	for _, e := range w.Sim.Log().Calls(method, "/api/v2/roles") {
		all = append(all, e.Object())

		if method == "PUT" && e.Header.Get("X-Provider-Id") != w.ProviderID || len(e.Header.Values("X-Org-Id")) > 0 {
			w.T.Errorf("headers %v", e.Header)
		}
	}

	w.Sim.Log().Reset()

	return all
}

var wantError, wantNoError = proof.WantError, proof.WantNoError

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.MustApply(config(basic()))

	sent := sim.Doc{"name": "Tier 1", "description": "", "scopes": []any{"groups"}, "providerId": w.ProviderID}
	if got := w.bodies("POST"); !reflect.DeepEqual(got, []sim.Doc{sent}) {
		t.Errorf("created with %v, want %v", got, sent)
	}

	id := w.stored()[0]["id"]

	state := w.State(tier)
	if state["id"] != id || state["custom"] != true || state["provider_id"] != w.ProviderID || state["created_by"] == "" {
		t.Errorf("state %v", state)
	}

	if got := w.Identity(tier); !reflect.DeepEqual(got, acctest.Attrs{"id": id}) {
		t.Errorf("identity %v", got)
	}

	// PUT replaces: what is not ours goes back as it is.
	idText, _ := id.(string)
	w.Sim.Change(jumpcloudsim.Roles, w.ProviderID, idText, func(d sim.Doc) { d["organizationIds"] = []any{"66b1f0a2c8d5e90001a1b2c3"} })

	for _, c := range []struct {
		attribute string
		value     any
	}{{"name", "Tier 2"}, {"description", "More"}, {"scopes", []any{"groups", "organizations.readonly"}}, {"scopes", []any{"groups.readonly"}}} {
		attrs := acctest.Attrs{"name": sent["name"], "description": sent["description"], "scopes": sent["scopes"]}
		attrs[c.attribute] = c.value
		sent[c.attribute] = c.value
		sent["organizationIds"] = []any{"66b1f0a2c8d5e90001a1b2c3"}
		w.MustApply(config(attrs))

		if got := w.bodies("PUT"); !reflect.DeepEqual(got, []sim.Doc{sent}) {
			t.Errorf("%s: changed with %v, want %v", c.attribute, got, sent)
		}
	}

	// The description removed is cleared; a change elsewhere is shown.
	w.MustApply(config(basic()))
	w.Sim.Change(jumpcloudsim.Roles, w.ProviderID, idText, func(d sim.Doc) { d["scopes"] = []any{"groups", "roles"} })

	if a := w.Plan(config(basic())).Actions()[tier]; a != acctest.Update {
		t.Errorf("planned %q", a)
	}

	w.MustApply(config(basic()))
	w.Forget(tier)
	wantNoError(t, w.Import(tier, idText))
	w.MustPlanEmpty(config(basic()))
	w.Forget(tier)
	wantNoError(t, w.ImportByIdentity(tier, acctest.Attrs{"id": idText}))
	w.MustPlanEmpty(config(basic()))

	w.Sim.Remove(jumpcloudsim.Roles, w.ProviderID, idText)
	w.MustApply(config(basic()))

	wantNoError(t, w.Destroy())

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
		wantError(t, w.Plan(config(attrs)).Diags, part)
	}

	p := w.Plan(config(acctest.Attrs{"name": acctest.Unknown, "description": acctest.Unknown, "scopes": []any{acctest.Unknown}}))
	if len(p.Diags) > 0 || p.Actions()[tier] != acctest.Create {
		t.Errorf("unknown: %v %s", p.Actions(), p.Diags)
	}

	// A name that is taken, a role that is in use, one that is built in.
	w.MustApply(config(basic()))
	taken := w.stored()[0]["id"]
	both := acctest.Config{tier: basic(), "jumpcloud_role.twin": basic()}
	wantError(t, w.Apply(both), "Unable to Create Role", fmt.Sprintf(`The name "Tier 1" is taken already, by %s`, taken), fmt.Sprintf("id = %q", taken))

	both["jumpcloud_role.twin"] = acctest.Attrs{"name": "Tier 1", "scopes": []any{"groups"}, "allow_duplicate_name": true}
	wantError(t, w.Apply(both), "Unable to Create Role", "role already exists", fmt.Sprintf("id = %q", taken))

	both["jumpcloud_role.twin"] = acctest.Attrs{"name": "Tier 9", "scopes": []any{"groups"}}
	both["jumpcloud_role.third"] = both["jumpcloud_role.twin"]
	wantError(t, w.Plan(both).Diags, "Same Name Twice")

	w.Sim.AddKey("lee@example.com", jumpcloudsim.Access{ProviderID: w.ProviderID, Role: "Tier 1"}, "")
	wantError(t, w.Destroy(), "Unable to Delete Role", "role is in use", "Something still uses it",
		fmt.Sprintf("Role: \"Tier 1\" (%s). It is the role of administrator lee@example.com (", w.stored()[0]["id"]))

	built, _ := w.Sim.FindRole(w.ProviderID, "Manager")
	id, _ := built["id"].(string)
	core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleBilling))
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
	in := w.Sim.Inject(f)
	changed := acctest.Attrs{"name": "Tier 1", "scopes": []any{"groups"}, "description": "changed"}

	failed := 0

	for _, c := range []acctest.Config{config(basic()), config(changed), {}} {
		d := w.Apply(c)
		failed += len(d.Errors())

		if n := len(w.stored()); n > 1 {
			t.Errorf("%d roles", n)
		}

		if len(d.Errors()) > 0 {
			if (f.Status == 403) != strings.Contains(d.String(), "Scopes needed (one of): roles") {
				t.Errorf("%s", d)
			}

			w.MustApply(c)
		}
	}

	if in.Fired() != 1 || len(w.stored()) > 0 || len(w.Addresses()) > 0 {
		t.Errorf("fired %d times, left %v, in state %v", in.Fired(), w.stored(), w.Addresses())
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
	w.MustApply(config(basic()))

	got, d := w.Data("jumpcloud_roles", acctest.Attrs{})
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

	got, d = w.Data("jumpcloud_scope_groups", acctest.Attrs{})
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

	in := w.Sim.Inject(sim.Fault{Method: "GET", Status: 403})
	for _, name := range []string{"jumpcloud_roles", "jumpcloud_scope_groups"} {
		_, d := w.Data(name, acctest.Attrs{})
		wantError(t, d, "Unable to Read", "status 403")
	}

	in.Remove()
}

// TestOnlyTerraformsOwnChanges: what the service does not know is no request, and loses nothing.
func TestOnlyTerraformsOwnChanges(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.MustApply(config(basic()))

	before := w.State(tier)
	w.Sim.Log().Reset()

	own := basic()
	own["allow_duplicate_name"] = true
	w.MustApply(config(own))
	w.MustPlanEmpty(config(own))

	after := w.State(tier)
	if n := len(w.Sim.Log().Writes()); n > 0 || after["allow_duplicate_name"] != true {
		t.Errorf("%d requests, state %v", n, after)
	}

	delete(before, "allow_duplicate_name")
	delete(after, "allow_duplicate_name")

	if !reflect.DeepEqual(before, after) {
		t.Errorf("state was %v and is %v", before, after)
	}
}

// TestRoleOfAServiceAccount: who deletes a role hears of the service accounts that have it, and of
// no other.
func TestRoleOfAServiceAccount(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.MustApply(config(basic()))

	for name, role := range map[string]string{"Pipeline": "Tier 1", "Nightly": "Manager"} {
		id := w.Sim.IDs.ObjectID()
		w.Sim.Docs(jumpcloudsim.ServiceAccounts, "").Put(id, sim.Doc{
			"id": id, "name": name, "roleName": role, "provider": w.ProviderID, "organization": "", "allOrganizations": true, "credentials": []any{},
		})
	}

	w.Sim.AddKey("lee@example.com", jumpcloudsim.Access{ProviderID: w.ProviderID, Role: "Tier 1"}, "")

	d := w.Destroy()
	wantError(t, d, "role is in use", "administrator lee@example.com (", `service account "Pipeline" (`)

	if strings.Contains(d.String(), "Nightly") {
		t.Errorf("names one that has another role: %s", d)
	}
}
