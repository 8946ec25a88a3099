// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/objects/organization/organizationsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/zammadsim"
)

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	full := proof.Attrs{
		"name": "Acme Inc", "shared": false, "domain": "acme.example", "domain_assignment": true, "active": false, "vip": true,
		"note": "A customer", "custom_attributes": map[string]any{"customer_number": "A-1"},
	}

	wantNothing(t, w.core.Plan(config(full)).Apply())
	w.wantBody("POST", sim.Doc{
		"name": "Acme Inc", "shared": false, "domain": "acme.example", "domain_assignment": true, "active": false, "vip": true,
		"note": "A customer", "customer_number": "A-1",
	})
	// Plan and apply, which is another process, look at which attributes there are.
	w.wantCalls("GET "+all+" 200", "GET "+all+" 200", "POST "+all+" 201")
	w.wantState(full)
	w.wantState(proof.Attrs{"id": w.id(), "member_ids": []any{}, "on_destroy": nil})

	if got := w.core.Identity(acme); !reflect.DeepEqual(got, proof.Attrs{"id": w.id()}) {
		t.Errorf("identity %v", got)
	}

	w.core.MustPlanEmpty(config(full))
	w.wantCalls("GET " + all + " 200")

	// Each attribute changes in place; that one alone is sent.
	for name, value := range map[string]any{
		"name": "Acme", "shared": true, "domain": "acme.test", "domain_assignment": false, "active": true, "vip": false, "note": "Our customer",
	} {
		full[name] = value
		w.sim.Log().Reset()
		w.core.MustApply(config(full))
		w.wantBody("PUT", sim.Doc{name: value})
		w.wantState(proof.Attrs{name: value})
	}

	// What is not configured any more is cleared.
	w.sim.Log().Reset()
	w.core.MustApply(config(proof.Attrs{"name": "Acme"}))
	w.wantBody("PUT", sim.Doc{"domain": "", "note": "", "customer_number": nil})
	w.wantState(proof.Attrs{"domain": "", "note": "", "shared": true, "active": true, "custom_attributes": nil})
	w.sim.Log().Reset()

	wantNothing(t, w.core.Destroy())
	w.wantCalls("GET "+all+" 200", "DELETE "+single+" 200")

	if left := w.stored(); len(left) != 0 || len(w.core.Addresses()) != 0 {
		t.Errorf("left: %v, in state: %v", left, w.core.Addresses())
	}
}

// TestMeaning: what the service spells otherwise makes no difference, written or read.
func TestMeaning(t *testing.T) {
	t.Parallel()

	w := newWorld(t, map[string]string{"organization-name-space": "trim"})
	attrs := proof.Attrs{"name": "Acme Inc ", "domain": " @Acme.EXAMPLE", "note": "R&D \u00e9 <b>x</b>\n"}
	w.core.MustApply(config(attrs))
	w.wantState(attrs)

	if d := w.only(); d["domain"] != "acme.example" || d["note"] != "R&amp;D \u00e9 <b>x</b>\n" || d["name"] != "Acme Inc" {
		t.Errorf("stored %v", d)
	}

	w.core.MustPlanEmpty(config(attrs))
	w.sim.Log().Reset()

	// Another spelling of the same is state's alone.
	attrs["domain"], attrs["note"] = "acme.example", "R&amp;D \u00e9 <b>x</b>"
	w.core.MustApply(config(attrs))
	w.wantState(attrs)

	if n := w.sim.Log().Count("PUT", all); n > 0 {
		t.Errorf("%d PUTs", n)
	}
}

// TestNotTaken: what the service drops without a word is said: as a warning when the
// organization was made, which must not be replaced for it, as an error when it is changed.
func TestNotTaken(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		switches map[string]string
		attrs    proof.Attrs
		parts    []string
	}{
		"an unknown attribute": {nil, proof.Attrs{"custom_attributes": map[string]any{"customer_nr": "A-1"}}, []string{`"customer_nr"`, "Objects, Organization"}},
		"an image":             {nil, proof.Attrs{"note": "x<img src=y>"}, []string{"some HTML and no images", "It keeps: x"}},
		"vip of old":           {map[string]string{"organization-vip": "off"}, proof.Attrs{"vip": true}, []string{"knows no vip"}},
	} {
		w := newWorld(t, c.switches)
		t.Log(name)

		// Where there is no organization to look at, the plan cannot tell.
		w.sim.Store.Docs(organizationsim.Collection, "").Remove("1")

		c.attrs["name"] = "Acme"

		d := w.core.Apply(config(c.attrs))
		if len(d.Errors()) > 0 || len(d.Warnings()) != 1 || w.core.Tainted(acme) {
			t.Errorf("%s: %s", name, d)
		}

		for _, part := range append(c.parts, "Not Taken by Zammad") {
			if !strings.Contains(d.String(), part) {
				t.Errorf("no %q in:\n%s", part, d)
			}
		}

		says := append(c.parts, "Unable to Update Organization")
		if _, custom := c.attrs["custom_attributes"]; custom {
			says = []string{"Unknown Custom Attribute", `"customer_nr"`, `There are: "customer_number"`}
		}

		wantError(t, w.core.Apply(config(c.attrs)), says...)
		w.core.MustApply(config(proof.Attrs{"name": "Acme"}))
	}
}

// TestOldRelease: a release without vip is no difference.
func TestOldRelease(t *testing.T) {
	t.Parallel()

	w := newWorld(t, map[string]string{"organization-vip": "off"})
	w.core.MustApply(config(proof.Attrs{"name": "Acme"}))
	w.wantState(proof.Attrs{"vip": false})
}

func TestRefusedAtPlan(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		attrs proof.Attrs
		part  string
	}{
		"no name":          {proof.Attrs{"note": "x"}, "name"},
		"blank name":       {proof.Attrs{"name": " "}, "Invalid Name"},
		"long name":        {proof.Attrs{"name": strings.Repeat("é", 101)}, "100"},
		"long domain":      {proof.Attrs{"name": "x", "domain": strings.Repeat("d", 251)}, "250"},
		"long note":        {proof.Attrs{"name": "x", "note": strings.Repeat("n", 5001)}, "5000"},
		"no domain":        {proof.Attrs{"name": "x", "domain_assignment": true}, "Missing domain"},
		"blank domain":     {proof.Attrs{"name": "x", "domain_assignment": true, "domain": " @"}, "Missing domain"},
		"way to destroy":   {proof.Attrs{"name": "x", "on_destroy": "deactivat"}, `did you mean "deactivate"`},
		"attribute of own": {proof.Attrs{"name": "x", "custom_attributes": map[string]any{"note": "x"}}, "note"},
		"no attribute":     {proof.Attrs{"name": "x", "custom_attributes": map[string]any{}}, "at least 1"},
		"null attribute":   {proof.Attrs{"name": "x", "custom_attributes": map[string]any{"customer_number": nil}}, "Null Element"},
	} {
		w := newWorld(t, nil)
		t.Log(name)
		wantError(t, w.core.Plan(config(c.attrs)).Diags, c.part)

		if n := w.sim.Log().Count("", ""); n > 0 {
			t.Errorf("%s: %d calls", name, n)
		}
	}

	w := newWorld(t, nil)
	unknown := proof.Attrs{}

	for _, name := range []string{"name", "shared", "domain", "active", "vip", "note", "custom_attributes", "on_destroy"} {
		unknown[name] = proof.Unknown
	}

	unknown["domain_assignment"] = true

	if p := w.core.Plan(config(unknown)); len(p.Diags) > 0 || p.Actions()[acme] != proof.Create {
		t.Errorf("unknown: %v %s", p.Actions(), p.Diags)
	}
}

// TestNameIsTaken: letters of either case are one, and the status decides, never the text.
func TestNameIsTaken(t *testing.T) {
	t.Parallel()

	for _, text := range []string{"model", "database"} {
		w := newWorld(t, map[string]string{"organization-duplicate-text": text})
		id := organizationsim.Add(w.sim.World, sim.Doc{"name": "ACME"})

		wantError(t, w.core.Apply(config(proof.Attrs{"name": "Acme"})), "Unable to Create Organization", "is taken already, by "+id, "import {", "status 422")

		if w.core.State(acme) != nil {
			t.Errorf("state %v", w.core.State(acme))
		}
	}
}

func TestMembers(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.MustApply(config(proof.Attrs{"name": "Acme"}))

	user := w.sim.AddUser(zammadsim.User{Login: "ann@acme.example", OrganizationID: w.id()})
	w.core.MustPlanEmpty(config(proof.Attrs{"name": "Acme"}))
	w.core.MustApply(config(proof.Attrs{"name": "Acme Inc"}))
	w.wantState(proof.Attrs{"member_ids": []any{user}})

	for _, e := range w.sim.Log().Calls("", all) {
		if _, sent := e.Object()["member_ids"]; sent {
			t.Errorf("%s sends members: %s", e.Method, e.Body)
		}
	}

	// Who has members is not deleted; the error says what to do, and state keeps it.
	wantError(t, w.core.Destroy(), "Unable to Delete Organization", "Can't delete, object has references.", "One user belongs to it", `on_destroy = "deactivate"`)
	w.sim.AddUser(zammadsim.User{Login: "bob@acme.example", OrganizationID: w.id()})
	wantError(t, w.core.Destroy(), "2 users belong to it")

	hidden := w.sim.Inject(sim.Fault{Method: "GET", Pattern: single, Status: 403})
	wantError(t, w.core.Destroy(), "object has references")
	hidden.Remove()

	w.sim.Log().Reset()

	// What a destroy does is state's alone until then.
	deactivate := config(proof.Attrs{"name": "Acme Inc", "on_destroy": "deactivate"})
	w.core.MustApply(deactivate)

	if n := w.sim.Log().Count("PUT", all); n > 0 {
		t.Errorf("%d PUTs", n)
	}

	wantNothing(t, w.core.Destroy())
	w.wantBody("PUT", sim.Doc{"active": false})

	if d := w.only(); d["active"] != false || len(w.core.Addresses()) > 0 {
		t.Errorf("left: %v", d)
	}
}

// TestTickets: an organization without members may be referred to all the same.
func TestTickets(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.MustApply(config(proof.Attrs{"name": "Acme"}))
	w.sim.Store.Docs(zammadsim.Tickets, "").Put("1", sim.Doc{"organization_id": w.id()})
	wantError(t, w.core.Destroy(), "No user belongs to it")
}

func TestImport(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	attrs := proof.Attrs{"name": "Acme", "domain": "acme.example", "note": "x"}
	w.core.MustApply(config(attrs))

	want, id := w.core.State(acme), w.id()

	for name, imported := range map[string]func(c *proof.Core) proof.Diagnostics{
		"by id":       func(c *proof.Core) proof.Diagnostics { return c.Import(acme, id) },
		"by identity": func(c *proof.Core) proof.Diagnostics { return c.ImportByIdentity(acme, proof.Attrs{"id": id}) },
	} {
		core := acctest.NewCore(t, w.sim, acctest.As(w.sim, simulator.RoleAdmin))
		wantNothing(t, imported(core))

		if got := core.State(acme); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}

		core.MustPlanEmpty(config(attrs))
	}

	core := acctest.NewCore(t, w.sim, acctest.As(w.sim, simulator.RoleAdmin))
	wantError(t, core.Import(acme, "Acme"), "Unable to Import Organization", "a whole number of at least 1")
	wantError(t, core.Import(acme, "999"), "Unable to Read Organization", "Couldn't find Organization with 'id'=999")
}

// TestDrift: each attribute that somebody changed in the web interface is set back.
func TestDrift(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	attrs := proof.Attrs{"name": "Acme", "custom_attributes": map[string]any{"customer_number": "A-1"}}
	w.core.MustApply(config(attrs))

	for name, value := range map[string]any{
		"name": "Acme Corp", "shared": false, "domain": "x.example", "active": false, "vip": true, "note": "x", "customer_number": "B-2",
	} {
		before := w.only()[name]
		w.change(sim.Doc{name: value})
		w.sim.Log().Reset()
		w.core.MustApply(config(attrs))
		w.wantBody("PUT", sim.Doc{name: before})
	}
}

// TestRoles: who may do what, by the docs and by the source.
func TestRoles(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.MustApply(config(proof.Attrs{"name": "Acme"}))

	w.core.Use(acctest.As(w.sim, simulator.RoleAgent))
	w.core.MustPlanEmpty(config(proof.Attrs{"name": "Acme"}))
	wantError(t, w.core.Apply(config(proof.Attrs{"name": "Acme 2"})), "Unable to Update Organization", "Not authorized", "admin.organization")

	if err := w.sim.Switches.Set("organization-agent-writes", "allow"); err != nil {
		t.Fatal(err)
	}

	w.core.MustApply(config(proof.Attrs{"name": "Acme 2"}))

	// Who sees nothing does not empty state, nor who sees one organization of many.
	for role, part := range map[string]string{simulator.RoleCustomer: "may not see", simulator.RoleMember: "Not authorized"} {
		w.core.Use(acctest.As(w.sim, role))
		wantError(t, w.core.Plan(config(proof.Attrs{"name": "Acme 2"})).Diags, "Unable to Read Organization", part, "permission")
	}

	// A password goes as well as a token; a wrong one is said so.
	basic := proof.Environment{"ZAMMAD_URL": acctest.URL, "ZAMMAD_USERNAME": "admin@example.com", "ZAMMAD_PASSWORD": "simulated password"}
	w.core.Use(basic)
	w.core.MustPlanEmpty(config(proof.Attrs{"name": "Acme 2"}))
	w.core.Use(basic.With("ZAMMAD_PASSWORD", "another"))
	wantError(t, w.core.Plan(config(proof.Attrs{"name": "Acme 2"})).Diags, "Invalid BasicAuth credentials", "The credential was not accepted")
	w.core.Use(acctest.As(w.sim, simulator.RoleAdmin).With("ZAMMAD_TOKEN", "nobody's"))
	wantError(t, w.core.Plan(config(proof.Attrs{"name": "Acme 2"})).Diags, "Can't find User for Token", "The credential was not accepted")
	w.core.Use(acctest.As(w.sim, simulator.RoleAdmin).With("ZAMMAD_READ_ONLY", "true"))
	wantError(t, w.core.Apply(config(proof.Attrs{"name": "Acme 3"})), "read_only")
}
