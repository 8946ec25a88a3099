// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplist_test

import (
	"fmt"
	"maps"
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)

	// Created, with exactly what was configured; the write's answer is the state.
	full := acctest.Attrs{"name": "Office", "description": "HQ", "ips": []any{"203.0.113.0/24", "10.0.0.1"}}
	p := w.core.Plan(w.config(full))

	if p.Actions()[office] != acctest.Create || p.Planned(office)["id"] != acctest.Unknown {
		t.Fatalf("plan %v %v %s", p.Actions(), p.Planned(office), p.Diags)
	}

	wantNoError(t, p.Apply())
	// The plan looks for the name, and so does the apply, which is another process.
	w.wantCalls("GET "+lists+" 200", "GET "+lists+" 200", "POST "+lists+" 201")
	w.wantState(acctest.Attrs{
		"id": w.id(), "organization_id": w.org, "name": "Office", "description": "HQ",
		"ips": []any{"10.0.0.1", "203.0.113.0/24"},
	})

	if got := w.core.Identity(office); !reflect.DeepEqual(got, acctest.Attrs{"organization_id": w.org, "id": w.id()}) {
		t.Errorf("identity %v", got)
	}

	w.core.MustPlanEmpty(w.config(full))
	w.wantCalls("GET " + lists + " 200")

	// Each attribute changes in place, and nothing else does.
	for name, value := range map[string]any{
		"name": "Office 2", "description": "Headquarters", "ips": []any{"2001:DB8::/32", "203.0.113.10 - 203.0.113.20"},
	} {
		id := w.id()
		full[name] = value

		if a := w.core.Plan(w.config(full)).Actions()[office]; a != acctest.Update {
			t.Errorf("a new %s plans %s", name, a)
		}

		w.core.MustApply(w.config(full))

		if w.id() != id || !reflect.DeepEqual(w.core.State(office)[name], value) {
			t.Errorf("%s: %v", name, w.core.State(office))
		}
	}

	// Only what changes is sent, and what is cleared is sent empty.
	w.sim.Log().Reset()
	delete(full, "description")

	full["ips"] = []any{}
	w.core.MustApply(w.config(full))

	patches := w.sim.Log().Calls("PATCH", lists)
	if want := (sim.Doc{"description": "", "ips": []any{}}); len(patches) != 1 || !reflect.DeepEqual(patches[0].Object(), want) {
		t.Errorf("updates %v, want one with %v", patches, want)
	}

	if n := w.sim.Log().Count("PUT", lists); n > 0 {
		t.Errorf("%d PUT although the PATCH did what was wanted", n)
	}

	w.wantState(acctest.Attrs{"description": "", "ips": []any{}})
	w.sim.Log().Reset()

	wantNoError(t, w.core.Destroy())
	w.wantCalls("GET "+lists+" 200", "DELETE "+single+" 200")

	if left := w.stored(); len(left) != 0 || len(w.core.Addresses()) != 0 {
		t.Errorf("left: %v, in state: %v", left, w.core.Addresses())
	}
}

// Somebody renames the list between plan and apply: the plan's name must come true.
func TestChangedBetweenPlanAndApply(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	config := acctest.Attrs{"name": "Office", "description": "HQ", "ips": []any{"10.0.0.1"}}
	w.core.MustApply(w.config(config))

	config["ips"] = []any{"10.0.0.1", "10.0.0.2"}
	p := w.core.Plan(w.config(config))
	w.sim.Change(iplistsim.Collection, w.org, w.id(), func(d sim.Doc) { d["name"] = "Lobby" })
	w.sim.Log().Reset()

	wantNoError(t, p.Apply())
	w.wantCalls("PATCH "+single+" 200", "PUT "+single+" 200")
	w.core.MustPlanEmpty(w.config(config))
}

func TestImport(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	config := w.config(acctest.Attrs{"name": "Office", "description": "HQ", "ips": []any{"10.0.0.1", "10.0.0.2"}})
	w.core.MustApply(config)

	want, id := w.core.State(office), w.id()

	for name, imported := range map[string]func(c *acctest.Core) acctest.Diagnostics{
		"by id": func(c *acctest.Core) acctest.Diagnostics { return c.Import(office, w.org+"/"+id) },
		"by identity": func(c *acctest.Core) acctest.Diagnostics {
			return c.ImportByIdentity(office, acctest.Attrs{"organization_id": w.org, "id": id})
		},
	} {
		core := acctest.NewCore(t, w.sim, acctest.As(w.sim, simulator.RoleBilling))
		wantNoError(t, imported(core))

		if got := core.State(office); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}

		core.MustPlanEmpty(config)
	}

	// A default organization stands in for the first part of the id.
	core := acctest.NewCore(t, w.sim, acctest.As(w.sim, simulator.RoleBilling).With("JUMPCLOUD_ORGANIZATION_ID", w.org))
	wantNoError(t, core.Import(office, id))
	core.MustPlanEmpty(acctest.Config{office: {"name": "Office", "description": "HQ", "ips": []any{"10.0.0.1", "10.0.0.2"}}})

	const missing = "0123456789abcdef01234567"

	wantError(t, w.core.Import("jumpcloud_iplist.x", w.org+"/"+missing), "Unable to Read IP List", missing, "Acme Inc", "within one organization only")
	wantError(t, w.core.Import("jumpcloud_iplist.x", id), "has 1 of the 2 parts", "<organization_id>/<id>")
	wantError(t, w.core.Import("jumpcloud_iplist.x", w.org+"/office"), `id "office" is not an id of 24 hexadecimal digits`)

	if w.core.State("jumpcloud_iplist.x") != nil {
		t.Error("a failed import is in state")
	}
}

func TestDriftIsShown(t *testing.T) {
	t.Parallel()

	for name, change := range map[string]sim.Doc{
		"name":             {"name": "Renamed"},
		"description":      {"description": "Somebody was here"},
		"an address more":  {"ips": []any{"10.0.0.1", "10.0.0.2", "198.51.100.7"}},
		"an address less":  {"ips": []any{"10.0.0.1"}},
		"no address":       {"ips": []any{}},
		"one for another":  {"ips": []any{"10.0.0.1", "10.0.0.3"}},
		"a wider block":    {"ips": []any{"10.0.0.1/31", "10.0.0.2"}},
		"unknown to us":    {"ips": []any{"10.0.0.1", "10.0.0.2", "geo:CH"}},
		"everything":       {"name": "x", "description": "y", "ips": []any{"::1"}},
		"description gone": {"description": ""},
	} {
		w := newWorld(t, nil)
		config := w.config(acctest.Attrs{"name": "Office", "description": "HQ", "ips": []any{"10.0.0.1", "10.0.0.2"}})
		w.core.MustApply(config)

		before := w.only()
		if !w.sim.Change(iplistsim.Collection, w.org, w.id(), func(d sim.Doc) { maps.Copy(d, change) }) {
			t.Fatal("no such IP list")
		}

		if p := w.core.Plan(config); p.Actions()[office] != acctest.Update {
			t.Errorf("%s: %v %s", name, p.Actions(), p.Diags)
		}

		w.core.MustApply(config)

		if after := w.only(); !reflect.DeepEqual(after, before) {
			t.Errorf("%s: %v is not mended to %v", name, after, before)
		}
	}
}

func TestRemovedOutside(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	config := w.config(acctest.Attrs{"name": "Office", "ips": []any{"10.0.0.1"}})
	w.core.MustApply(config)

	first := w.id()
	w.sim.Remove(iplistsim.Collection, w.org, first)

	if p := w.core.Plan(config); p.Actions()[office] != acctest.Create || len(p.Diags) > 0 {
		t.Errorf("%v %s", p.Actions(), p.Diags)
	}

	w.core.MustApply(config)

	if w.id() == first {
		t.Error("the id is the old one's")
	}

	w.sim.Remove(iplistsim.Collection, w.org, w.id())
	wantNoError(t, w.core.Destroy())

	if len(w.core.Addresses()) > 0 {
		t.Errorf("still in state: %v", w.core.Addresses())
	}
}

func TestAnotherOrganizationReplaces(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.MustApply(w.config(acctest.Attrs{"name": "Office", "ips": []any{}}))

	globex, _ := w.sim.OrganizationID(simulator.Globex)
	moved := acctest.Config{office: {"organization_id": globex, "name": "Office", "ips": []any{}}}

	if a := w.core.Plan(moved).Actions()[office]; a != acctest.Replace {
		t.Errorf("planned %s", a)
	}

	w.core.MustApply(moved)

	if there := w.sim.Docs(iplistsim.Collection, globex).Len(); len(w.stored()) != 0 || there != 1 {
		t.Errorf("%v stayed, %d arrived", w.stored(), there)
	}
}

func TestDefaultOrganization(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	plain := acctest.Config{office: {"name": "Office", "ips": []any{}}}
	wantError(t, w.core.Plan(plain).Diags, "Missing organization_id")

	w.core = acctest.NewCore(t, w.sim, acctest.As(w.sim, simulator.RoleBilling).With("JUMPCLOUD_ORGANIZATION_ID", w.org))
	w.core.MustApply(plain)
	w.wantState(acctest.Attrs{"organization_id": w.org, "id": w.id()})
}

func TestFiveHundredEntries(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)

	ips := []any{}
	for i := range 500 {
		ips = append(ips, fmt.Sprintf("10.%d.%d.0/24", i/250, i%250))
	}

	config := w.config(acctest.Attrs{"name": "Office", "ips": ips})
	wantNoError(t, w.core.Apply(config))

	if got := w.only()["ips"]; len(w.core.State(office)["ips"].([]any)) != 500 || len(got.([]any)) != 500 { //nolint:forcetypeassert // a wrong type fails the test
		t.Errorf("%v", got)
	}

	w.sim.Log().Reset()
	w.core.MustPlanEmpty(config)

	if n := w.sim.Log().Count("", ""); n > 2 {
		t.Errorf("%d calls, want 2 at most", n)
	}
}
