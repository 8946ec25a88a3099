// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplist_test

import (
	"maps"
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// put stores an IP list as somebody in the console would.
func (w *world) put(id, name string, ips ...any) {
	w.Sim.Put(iplistsim.Collection, w.Org, id, sim.Doc{"id": id, "name": name, "description": "about " + name, "ips": append([]any{}, ips...)})
}

const (
	first  = "000000000000000000000001"
	second = "000000000000000000000002"
	third  = "000000000000000000000003"
)

func TestDataSource(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.put(first, "Office", "10.0.0.1/32", "2001:DB8::/32")
	w.put(second, "Branch")

	want := acctest.Attrs{
		"organization_id": w.Org, "id": first, "name": "Office", "description": "about Office",
		"ips": []any{"10.0.0.1/32", "2001:DB8::/32"},
	}

	for name, config := range map[string]acctest.Attrs{
		"by id":   {"organization_id": w.Org, "id": first},
		"by name": {"organization_id": w.Org, "name": "Office"},
	} {
		got, d := w.Data("jumpcloud_iplist", config)
		wantNoError(t, d)

		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}

	core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleBilling).With("JUMPCLOUD_ORGANIZATION_ID", w.Org))
	if got, d := core.Data("jumpcloud_iplist", acctest.Attrs{"name": "Branch"}); len(d) > 0 || got["id"] != second || got["organization_id"] != w.Org {
		t.Errorf("in the default organization: %v %s", got, d)
	}
}

func TestDataSourceFindsNothing(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.put(first, "Office")
	w.put(second, "Twin")
	w.put(third, "Twin")

	for name, c := range map[string]struct {
		config acctest.Attrs
		parts  []string
	}{
		"a slip":     {acctest.Attrs{"name": "Ofice"}, []string{"Unable to Read IP List", `"Ofice" is not an IP list; did you mean "Office"?`, "Acme Inc"}},
		"ambiguous":  {acctest.Attrs{"name": "Twin"}, []string{`2 of the IP lists are named "Twin"`, second + ", " + third}},
		"unknown id": {acctest.Attrs{"id": "ffffffffffffffffffffffff"}, []string{"ffffffffffffffffffffffff", "within one organization only"}},
		"neither":    {acctest.Attrs{}, []string{"Invalid Attribute Combination"}},
		"both":       {acctest.Attrs{"id": first, "name": "Office"}, []string{"Invalid Attribute Combination"}},
		"no id":      {acctest.Attrs{"id": "Office"}, []string{"24 hexadecimal digits"}},
		"nowhere":    {acctest.Attrs{"organization_id": nil, "name": "Office"}, []string{"no organization is named"}},
	} {
		config := acctest.Attrs{"organization_id": w.Org}
		maps.Copy(config, c.config)

		t.Log(name)

		_, d := w.Data("jumpcloud_iplist", config)
		wantError(t, d, c.parts...)
	}
}

func TestListDataSource(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)

	got, d := w.Data("jumpcloud_iplists", acctest.Attrs{"organization_id": w.Org})
	wantNoError(t, d)

	if want := (acctest.Attrs{"organization_id": w.Org, "iplists": []any{}, "ids_by_name": map[string]any{}}); !reflect.DeepEqual(got, want) {
		t.Errorf("none: %v, want %v", got, want)
	}

	w.put(first, "Office", "10.0.0.1")
	w.put(second, "Twin")
	w.put(third, "Twin", "::1")

	got, d = w.Data("jumpcloud_iplists", acctest.Attrs{"organization_id": w.Org})
	wantNoError(t, d)

	item := func(id, name string, ips ...any) map[string]any {
		return map[string]any{"id": id, "name": name, "description": "about " + name, "ips": append([]any{}, ips...)}
	}
	want := acctest.Attrs{
		"organization_id": w.Org,
		"iplists":         []any{item(first, "Office", "10.0.0.1"), item(second, "Twin"), item(third, "Twin", "::1")},
		"ids_by_name":     map[string]any{"Office": first, "Twin": second},
	}

	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}

	w.Sim.Inject(sim.Fault{PathPrefix: lists, Status: 403})

	_, d = w.Data("jumpcloud_iplists", acctest.Attrs{"organization_id": w.Org})
	wantError(t, d, "Unable to Read IP Lists", "check its role", "status 403")
}
