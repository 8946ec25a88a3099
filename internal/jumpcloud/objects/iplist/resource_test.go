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
	p := w.Plan(w.Config(full))

	if p.Actions()[office] != acctest.Create || p.Planned(office)["id"] != acctest.Unknown {
		t.Fatalf("plan %v %v %s", p.Actions(), p.Planned(office), p.Diags)
	}

	wantNoError(t, p.Apply())
	// The plan looks for the name, and so does the apply, which is another process.
	w.WantCalls("GET "+lists+" 200", "GET "+lists+" 200", "POST "+lists+" 201")
	w.WantState(acctest.Attrs{
		"id": w.ID(), "organization_id": w.Org, "name": "Office", "description": "HQ",
		"ips": []any{"10.0.0.1", "203.0.113.0/24"},
	})

	if got := w.Identity(office); !reflect.DeepEqual(got, acctest.Attrs{"organization_id": w.Org, "id": w.ID()}) {
		t.Errorf("identity %v", got)
	}

	w.MustPlanEmpty(w.Config(full))
	w.WantCalls("GET " + lists + " 200")

	// Each attribute changes in place, and nothing else does.
	for name, value := range map[string]any{
		"name": "Office 2", "description": "Headquarters", "ips": []any{"2001:DB8::/32", "203.0.113.10 - 203.0.113.20"},
	} {
		id := w.ID()
		full[name] = value

		if a := w.Plan(w.Config(full)).Actions()[office]; a != acctest.Update {
			t.Errorf("a new %s plans %s", name, a)
		}

		w.MustApply(w.Config(full))

		if w.ID() != id || !reflect.DeepEqual(w.State(office)[name], value) {
			t.Errorf("%s: %v", name, w.State(office))
		}
	}

	// Only what changes is sent, and what is cleared is sent empty.
	w.Sim.Log().Reset()
	delete(full, "description")

	full["ips"] = []any{}
	w.MustApply(w.Config(full))

	patches := w.Sim.Log().Calls("PATCH", lists)
	if want := (sim.Doc{"description": "", "ips": []any{}}); len(patches) != 1 || !reflect.DeepEqual(patches[0].Object(), want) {
		t.Errorf("updates %v, want one with %v", patches, want)
	}

	if n := w.Sim.Log().Count("PUT", lists); n > 0 {
		t.Errorf("%d PUT although the PATCH did what was wanted", n)
	}

	w.WantState(acctest.Attrs{"description": "", "ips": []any{}})
	w.Sim.Log().Reset()

	wantNoError(t, w.Destroy())
	w.WantCalls("GET "+lists+" 200", "DELETE "+single+" 200")

	if left := w.Stored(); len(left) != 0 || len(w.Addresses()) != 0 {
		t.Errorf("left: %v, in state: %v", left, w.Addresses())
	}
}

// Somebody renames the list between plan and apply: the plan's name must come true.
func TestChangedBetweenPlanAndApply(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	config := acctest.Attrs{"name": "Office", "description": "HQ", "ips": []any{"10.0.0.1"}}
	w.MustApply(w.Config(config))

	config["ips"] = []any{"10.0.0.1", "10.0.0.2"}
	p := w.Plan(w.Config(config))
	w.Sim.Change(iplistsim.Collection, w.Org, w.ID(), func(d sim.Doc) { d["name"] = "Lobby" })
	w.Sim.Log().Reset()

	wantNoError(t, p.Apply())
	w.WantCalls("PATCH "+single+" 200", "PUT "+single+" 200")
	w.MustPlanEmpty(w.Config(config))
}

func TestImport(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	config := w.Config(acctest.Attrs{"name": "Office", "description": "HQ", "ips": []any{"10.0.0.1", "10.0.0.2"}})
	w.MustApply(config)

	want, id := w.State(office), w.ID()

	for name, imported := range map[string]func(c *acctest.Core) acctest.Diagnostics{
		"by id": func(c *acctest.Core) acctest.Diagnostics { return c.Import(office, w.Org+"/"+id) },
		"by identity": func(c *acctest.Core) acctest.Diagnostics {
			return c.ImportByIdentity(office, acctest.Attrs{"organization_id": w.Org, "id": id})
		},
	} {
		core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleBilling))
		wantNoError(t, imported(core))

		if got := core.State(office); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}

		core.MustPlanEmpty(config)
	}

	// A default organization stands in for the first part of the id.
	core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleBilling).With("JUMPCLOUD_ORGANIZATION_ID", w.Org))
	wantNoError(t, core.Import(office, id))
	core.MustPlanEmpty(acctest.Config{office: {"name": "Office", "description": "HQ", "ips": []any{"10.0.0.1", "10.0.0.2"}}})

	const missing = "0123456789abcdef01234567"

	wantError(t, w.Import("jumpcloud_iplist.x", w.Org+"/"+missing), "Unable to Read IP List", missing, "Acme Inc", "within one organization only")
	wantError(t, w.Import("jumpcloud_iplist.x", id), "has 1 of the 2 parts", "<organization_id>/<id>")
	wantError(t, w.Import("jumpcloud_iplist.x", w.Org+"/office"), `id "office" is not an id of 24 hexadecimal digits`)

	if w.State("jumpcloud_iplist.x") != nil {
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
		config := w.Config(acctest.Attrs{"name": "Office", "description": "HQ", "ips": []any{"10.0.0.1", "10.0.0.2"}})
		w.MustApply(config)

		before := w.Only()
		if !w.Sim.Change(iplistsim.Collection, w.Org, w.ID(), func(d sim.Doc) { maps.Copy(d, change) }) {
			t.Fatal("no such IP list")
		}

		if p := w.Plan(config); p.Actions()[office] != acctest.Update {
			t.Errorf("%s: %v %s", name, p.Actions(), p.Diags)
		}

		w.MustApply(config)

		if after := w.Only(); !reflect.DeepEqual(after, before) {
			t.Errorf("%s: %v is not mended to %v", name, after, before)
		}
	}
}

func TestRemovedOutside(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	config := w.Config(acctest.Attrs{"name": "Office", "ips": []any{"10.0.0.1"}})
	w.MustApply(config)

	first := w.ID()
	w.Sim.Remove(iplistsim.Collection, w.Org, first)

	if p := w.Plan(config); p.Actions()[office] != acctest.Create || len(p.Diags) > 0 {
		t.Errorf("%v %s", p.Actions(), p.Diags)
	}

	w.MustApply(config)

	if w.ID() == first {
		t.Error("the id is the old one's")
	}

	w.Sim.Remove(iplistsim.Collection, w.Org, w.ID())
	wantNoError(t, w.Destroy())

	if len(w.Addresses()) > 0 {
		t.Errorf("still in state: %v", w.Addresses())
	}
}

func TestAnotherOrganizationReplaces(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.MustApply(w.Config(acctest.Attrs{"name": "Office", "ips": []any{}}))

	globex, _ := w.Sim.OrganizationID(simulator.Globex)
	moved := acctest.Config{office: {"organization_id": globex, "name": "Office", "ips": []any{}}}

	if a := w.Plan(moved).Actions()[office]; a != acctest.Replace {
		t.Errorf("planned %s", a)
	}

	w.MustApply(moved)

	if there := w.Sim.Docs(iplistsim.Collection, globex).Len(); len(w.Stored()) != 0 || there != 1 {
		t.Errorf("%v stayed, %d arrived", w.Stored(), there)
	}
}

func TestDefaultOrganization(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	plain := acctest.Config{office: {"name": "Office", "ips": []any{}}}
	wantError(t, w.Plan(plain).Diags, "Missing organization_id")

	w.Core = acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleBilling).With("JUMPCLOUD_ORGANIZATION_ID", w.Org))
	w.MustApply(plain)
	w.WantState(acctest.Attrs{"organization_id": w.Org, "id": w.ID()})
}

func TestFiveHundredEntries(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)

	ips := []any{}
	for i := range w.Fewer(500, 50) {
		ips = append(ips, fmt.Sprintf("10.%d.%d.0/24", i/250, i%250))
	}

	config := w.Config(acctest.Attrs{"name": "Office", "ips": ips})
	wantNoError(t, w.Apply(config))

	if got := w.Only()["ips"]; len(w.State(office)["ips"].([]any)) != len(ips) || len(got.([]any)) != len(ips) { //nolint:forcetypeassert // a wrong type fails the test
		t.Errorf("%v", got)
	}

	w.Sim.Log().Reset()
	w.MustPlanEmpty(config)

	if n := w.Sim.Log().Count("", ""); n > 2 {
		t.Errorf("%d calls, want 2 at most", n)
	}
}
