// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"maps"
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	devices = "jumpcloud_system_group.macs"
	staff   = "jumpcloud_user_group.staff"
)

var macs = []any{map[string]any{"field": "os", "operator": "eq", "value": "Mac OS X"}}

func (w *world) one(address string, attrs acctest.Attrs) acctest.Config {
	return acctest.Config{address: w.In(attrs)}
}

func TestSystemGroupLifeCycle(t *testing.T) {
	t.Parallel()

	for _, shape := range []string{"short", "whole"} {
		w := newWorld(t, map[string]string{"group-list-shape": shape})
		mac := groupsim.AddSystem(w.Sim.World, w.Org, groupsim.Device{DisplayName: "mac", OS: "Mac OS X"})
		lent := groupsim.AddSystem(w.Sim.World, w.Org, groupsim.Device{DisplayName: "lent", OS: "Mac OS X"})
		attrs := acctest.Attrs{"name": "Macs"}
		w.MustApply(w.one(devices, attrs))

		created := w.Sim.Log().Calls("POST", "")[0]
		if want := (sim.Doc{
			"name": "Macs", "description": "", "email": "", "membershipMethod": "STATIC", "memberQuery": nil,
			"memberQueryExemptions": []any{}, "memberSuggestionsNotify": false,
		}); !reflect.DeepEqual(created.Object(), want) || created.Header.Get("X-Query-Dsl") != "" {
			t.Errorf("created with %v, want %v", created.Object(), want)
		}

		w.wantState(devices, acctest.Attrs{
			"description": "", "email": "", "membership_method": "STATIC", "member_query": nil, "member_query_exemptions": nil,
			"member_suggestions_notify": false,
		})

		// What nobody manages here survives the full update that every change is.
		id := w.id(devices)
		w.Sim.Change(groupsim.SystemGroups, w.Org, id, func(d sim.Doc) { d["attributes"] = sim.Doc{"kept": true} })

		for _, step := range []acctest.Attrs{
			{"description": "All Macs"},
			{"email": "macs@example.com"},
			{"member_suggestions_notify": true},
			{"name": "All Macs"},
			{"membership_method": "DYNAMIC_AUTOMATED", "member_query": map[string]any{"query_type": "FilterQuery", "filters": macs}},
			{"member_query_exemptions": exempt(lent)},
			{"member_query": map[string]any{"query_type": "FilterQuery", "filters": macs, "dsl": "v2"}},
			{"membership_method": "DYNAMIC_REVIEW_REQUIRED"},
			{"membership_method": "DYNAMIC_AUTOMATED"},
		} {
			maps.Copy(attrs, step)

			if a := w.Plan(w.one(devices, attrs)).Actions()[devices]; a != acctest.Update {
				t.Errorf("%v plans %s", step, a)
			}

			w.MustApply(w.one(devices, attrs))
		}

		d := w.only(groupsim.SystemGroups)
		if d["id"] != id || !reflect.DeepEqual(d["attributes"], sim.Doc{"kept": true}) || d["email"] != "macs@example.com" {
			t.Errorf("stored %v", d)
		}

		if want := []any{sim.Doc{"id": lent, "type": "system"}}; !reflect.DeepEqual(d["memberQueryExemptions"], want) {
			t.Errorf("exemptions %v, want %v", d["memberQueryExemptions"], want)
		}

		if got := groupsim.MembersOf(w.Sim.World, w.Org, systemGroup(id)); len(got) != 1 || got[0] != mac {
			t.Errorf("members %v, want %s", got, mac)
		}

		puts := w.Sim.Log().Calls("PUT", "")
		if got := puts[len(puts)-1].Header.Get("X-Query-Dsl"); got != "v2" {
			t.Errorf("x-query-dsl %q", got)
		}

		// Back to what it was: everything that was left out is cleared.
		w.MustApply(w.one(devices, acctest.Attrs{"name": "All Macs"}))

		if d := w.only(groupsim.SystemGroups); d["memberQuery"] != nil || len(d["memberQueryExemptions"].([]any)) > 0 || d["description"] != "" { //nolint:forcetypeassert // a wrong type fails the test
			t.Errorf("stored %v", d)
		}

		w.Sim.Remove(groupsim.SystemGroups, w.Org, id)

		if a := w.Plan(w.one(devices, attrs)).Actions()[devices]; a != acctest.Create {
			t.Errorf("planned %s", a)
		}

		w.MustApply(w.one(devices, attrs))
		wantNoError(t, w.Destroy())
	}
}

func TestSystemGroupImportAndDrift(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	system := groupsim.AddSystem(w.Sim.World, w.Org, groupsim.Device{DisplayName: "mac", OS: "Mac OS X"})
	config := w.one(devices, acctest.Attrs{
		"name": "Macs", "description": "x", "membership_method": "DYNAMIC_AUTOMATED", "member_query_exemptions": exempt(system),
		"member_query": map[string]any{"query_type": "FilterQuery", "filters": macs},
	})
	w.MustApply(config)

	want, id := w.State(devices), w.id(devices)

	for name, imported := range map[string]func(c *acctest.Core) acctest.Diagnostics{
		"by id": func(c *acctest.Core) acctest.Diagnostics { return c.Import(devices, w.Org+"/"+id) },
		"by identity": func(c *acctest.Core) acctest.Diagnostics {
			return c.ImportByIdentity(devices, acctest.Attrs{"organization_id": w.Org, "id": id})
		},
	} {
		core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleBilling))
		wantNoError(t, imported(core))

		if got := core.State(devices); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}

		core.MustPlanEmpty(config)
	}

	wantError(t, w.Import("jumpcloud_system_group.x", w.Org+"/"+missing), "Unable to Read System Group", missing)

	before := w.only(groupsim.SystemGroups)

	for name, v := range map[string]any{
		"name": "x", "description": "y", "email": "z", "membershipMethod": "STATIC", "memberSuggestionsNotify": true,
		"memberQueryExemptions": []any{}, "memberQuery": sim.Doc{"queryType": "Search", "filters": []any{}},
	} {
		w.Sim.Change(groupsim.SystemGroups, w.Org, id, func(d sim.Doc) { d[name] = v })

		if p := w.Plan(config); p.Actions()[devices] != acctest.Update {
			t.Errorf("%s: %v %s", name, p.Actions(), p.Diags)
		}

		w.MustApply(config)

		if after := w.only(groupsim.SystemGroups); !reflect.DeepEqual(after, before) {
			t.Errorf("%s: %v is not mended to %v", name, after, before)
		}
	}
}

func TestSystemGroupValidation(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	query := map[string]any{"query_type": "FilterQuery", "filters": macs}

	for name, c := range map[string]struct {
		attrs acctest.Attrs
		says  []string
	}{
		"no query":         {acctest.Attrs{"membership_method": "DYNAMIC_AUTOMATED"}, []string{"computes its members from member_query, which is missing"}},
		"a useless query":  {acctest.Attrs{"member_query": query}, []string{"member_query has no effect", "DYNAMIC_AUTOMATED"}},
		"useless in words": {acctest.Attrs{"membership_method": "STATIC", "member_query_exemptions": exempt(missing)}, []string{"member_query_exemptions has no effect"}},
		"a method":         {acctest.Attrs{"membership_method": "DYNAMIC"}, []string{`"DYNAMIC" is not a membership method`}},
		"a query type": {
			acctest.Attrs{"membership_method": "DYNAMIC_AUTOMATED", "member_query": map[string]any{"query_type": "Filters", "filters": macs}},
			[]string{`did you mean "Filter`},
		},
		"a language": {
			acctest.Attrs{"membership_method": "DYNAMIC_AUTOMATED", "member_query": map[string]any{"query_type": "Filter", "filters": macs, "dsl": "v3"}},
			[]string{`"v3" is not a query language`},
		},
		"an exemption": {
			acctest.Attrs{"membership_method": "DYNAMIC_AUTOMATED", "member_query": query, "member_query_exemptions": exempt("mac")},
			[]string{"24 hexadecimal digits"},
		},
	} {
		c.attrs["name"] = "Macs"

		t.Log(name)
		wantError(t, w.Plan(w.one(devices, c.attrs)).Diags, c.says...)
	}

	for name, attrs := range map[string]acctest.Attrs{
		"method":     {"membership_method": acctest.Unknown, "member_query": query},
		"query":      {"membership_method": "DYNAMIC_AUTOMATED", "member_query": acctest.Unknown},
		"filters":    {"membership_method": "DYNAMIC_AUTOMATED", "member_query": map[string]any{"query_type": acctest.Unknown, "filters": acctest.Unknown, "dsl": acctest.Unknown}},
		"exemptions": {"membership_method": "STATIC", "member_query_exemptions": acctest.Unknown},
	} {
		attrs["name"] = "Macs"

		if d := w.Plan(w.one(devices, attrs)).Diags; len(d) > 0 {
			t.Errorf("unknown %s: %s", name, d)
		}
	}
}
