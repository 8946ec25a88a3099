// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package system_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

type world struct {
	*acctest.World

	mac, other, pc string
}

func newWorld(t *testing.T, role string) *world {
	t.Helper()

	all := acctest.NewWorld(t, acctest.Of{Role: role}, nil)
	add := func(d groupsim.Device) string { return groupsim.AddSystem(all.Sim.World, all.Org, d) }

	w := &world{
		all,
		add(groupsim.Device{DisplayName: "Ada's Mac", Hostname: "mac.local", OS: "Mac OS X", OSFamily: "darwin", Serial: "C02X1"}),
		add(groupsim.Device{DisplayName: "Grace's Mac", Hostname: "mac.local", OS: "Mac OS X", OSFamily: "darwin", Serial: "C02X2"}),
		add(groupsim.Device{DisplayName: "Front desk", Hostname: "pc-1", OS: "Windows", OSFamily: "windows"}),
	}
	w.Sim.Change(groupsim.Systems, w.Org, w.mac, func(d sim.Doc) { d["active"], d["agentVersion"], d["lastContact"] = true, "2.0.1", nil })

	return w
}

func TestSystemDataSource(t *testing.T) {
	t.Parallel()

	for _, role := range []string{simulator.RoleBilling, simulator.RoleTenant} {
		w := newWorld(t, role)
		want := w.In(acctest.Attrs{
			"id": w.mac, "display_name": "Ada's Mac", "hostname": "mac.local", "serial_number": "C02X1", "os": "Mac OS X", "os_family": "darwin",
			"version": "", "arch": "", "agent_version": "2.0.1", "description": "", "active": true, "last_contact": "", "created": "",
		})

		for _, by := range []string{"id", "display_name", "serial_number"} {
			w.Sim.Log().Reset()

			got, d := w.Data("jumpcloud_system", w.In(acctest.Attrs{by: want[by]}))
			if len(d) > 0 || !reflect.DeepEqual(got, want) {
				t.Errorf("by %s: %v %s", by, got, d)
			}

			if n := w.Sim.Log().Count("GET", "/api/systems"); n != 1 {
				t.Errorf("by %s: %d calls", by, n)
			}
		}

		for _, c := range []struct {
			config acctest.Attrs
			says   []string
		}{
			{acctest.Attrs{"hostname": "mac.local"}, []string{"Unable to Read System", w.mac, w.other, w.Org}},
			{acctest.Attrs{"hostname": "mac.loca"}, []string{"did you mean"}},
			{acctest.Attrs{"id": "mac.local"}, []string{"24 hexadecimal digits"}},
			{acctest.Attrs{"hostname": "pc-1", "serial_number": "C02X1"}, []string{"Invalid Attribute Combination"}},
		} {
			_, d := w.Data("jumpcloud_system", w.In(c.config))
			for _, part := range c.says {
				if len(d.Errors()) != 1 || !strings.Contains(d.String(), part) {
					t.Errorf("%v: no error says %q: %s", c.config, part, d)
				}
			}
		}
	}
}

func TestSystemsDataSource(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling)

	for _, c := range []struct {
		config acctest.Attrs
		ids    []any
	}{
		{nil, []any{w.mac, w.other, w.pc}},
		{acctest.Attrs{"os": "Mac OS X"}, []any{w.mac, w.other}},
		{acctest.Attrs{"os_family": "windows"}, []any{w.pc}},
		{acctest.Attrs{"os_family": "darwin", "active": true}, []any{w.mac}},
		{acctest.Attrs{"active": false}, []any{w.other, w.pc}},
		{acctest.Attrs{"hostname": "pc-1"}, []any{w.pc}},
		{acctest.Attrs{"serial_number": "C02X2"}, []any{w.other}},
		{acctest.Attrs{"os": "Plan 9"}, []any{}},
	} {
		got, d := w.Data("jumpcloud_systems", w.In(c.config))
		if len(d) > 0 || !reflect.DeepEqual(got["ids"], c.ids) {
			t.Errorf("%v: %v, want %v: %s", c.config, got["ids"], c.ids, d)
		}
	}

	got, _ := w.Data("jumpcloud_systems", w.In(nil))
	if want := (map[string]any{"mac.local": w.mac, "pc-1": w.pc}); !reflect.DeepEqual(got["ids_by_hostname"], want) {
		t.Errorf("by host name %v, want %v", got["ids_by_hostname"], want)
	}

	if want := (map[string]any{"C02X1": w.mac, "C02X2": w.other}); !reflect.DeepEqual(got["ids_by_serial_number"], want) {
		t.Errorf("by serial number %v, want %v", got["ids_by_serial_number"], want)
	}
}
