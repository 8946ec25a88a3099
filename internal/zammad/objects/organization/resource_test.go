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
	// Plan and apply, which is another process, look at which names and attributes there are.
	w.wantCalls("GET "+all+" 200", "GET "+all+" 200", "GET "+all+" 200", "GET "+all+" 200", "POST "+all+" 201")
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
	w.wantCalls("GET "+all+" 200", "GET "+single+" 200", "DELETE "+single+" 200")

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

// TestAddress: an address in a note, which the service keeps as an anchor, is no difference.
func TestAddress(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)

	for _, text := range []string{"see https://wiki.example.com/acme", `<a href="https://wiki.example.com">Wiki</a> and ftp://files.example.com, too`} {
		attrs := proof.Attrs{"name": "Acme", "note": text}
		wantNothing(t, w.core.Apply(config(attrs)))
		w.wantState(attrs)
		w.core.MustPlanEmpty(config(attrs))

		if kept := w.only()["note"]; kept == text {
			t.Errorf("kept as it was: %s", kept)
		}
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
