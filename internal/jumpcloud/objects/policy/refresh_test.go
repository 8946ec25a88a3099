// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const listValues = "policies-list-fields-values"

// estate puts n policies into state and returns their configuration.
func (w *world) estate(n int) acctest.Config {
	w.Helper()

	config := acctest.Config{}
	for i := range n {
		config[fmt.Sprintf("jumpcloud_policy.p%03d", i)] = acctest.Attrs{
			"organization_id": w.Org, "name": fmt.Sprintf("Policy %03d", i), "notes": "by Terraform",
			"template_name": "lock_screen_darwin", "values": map[string]any{"timeout": 300 + i},
		}
	}

	if d := w.Apply(config).Errors(); len(d) > 0 {
		w.Fatal(d)
	}

	return config
}

// calls counts reads of policies: of the list, and by id.
func (w *world) calls() (lists, gets int) {
	for _, e := range w.Sim.Log().Calls("GET", policies) {
		switch e.Route {
		case "GET /api/v2/policies":
			lists++
		case "GET /api/v2/policies/{id}":
			gets++
		}
	}

	return lists, gets
}

// The budget: where the list shows values, ceil(250/100) calls refresh 250 policies;
// where it does not, one GET each, after it was asked once.
func TestRefresh_Budget(t *testing.T) {
	t.Parallel()

	for _, value := range []string{"honoured", "ignored"} {
		t.Run(value, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, listValues, value)
				n := w.Fewer(120, 12)
				config := w.estate(n)
				w.Sim.Log().Reset()
				w.MustPlanEmpty(config)

				want := map[string][2]int{"honoured": {(n + 99) / 100, 0}, "ignored": {1, n}}[value]
				if lists, gets := w.calls(); lists > want[0] || gets > want[1] {
					t.Errorf("%d listings and %d reads by id, want at most %v", lists, gets, want)
				}
			})
		})
	}
}

// Whether the list shows values is asked once, not once an organization.
func TestRefresh_AsksOnce(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	config := w.estate(3)
	globex, _ := w.Sim.OrganizationID(simulator.Globex)
	config["jumpcloud_policy.elsewhere"] = acctest.Attrs{"organization_id": globex, "name": "P", "template_name": "lock_screen_darwin", "values": map[string]any{"timeout": 60}}
	w.MustApply(config)
	w.Sim.Log().Reset()
	w.MustPlanEmpty(config)

	if lists, gets := w.calls(); lists != 1 || gets != 4 {
		t.Errorf("%d listings and %d reads by id", lists, gets)
	}
}

// What the list shows is the same as what a read by id shows.
func TestRefresh_FromTheList(t *testing.T) {
	t.Parallel()

	w := newWorld(t, listValues, "honoured")
	config := w.estate(2)
	id := fmt.Sprint(w.State("jumpcloud_policy.p000")["id"])

	if err := policysim.SetValue(w.Sim.World, w.Org, id, "timeout", 999); err != nil {
		t.Fatal(err)
	}

	w.Sim.Change(policysim.Collection, w.Org, id, func(d sim.Doc) { d["name"], d["notes"] = "Renamed", "by hand" })
	w.Sim.Log().Reset()

	if got := w.Plan(config).Actions(); len(got) != 1 || got["jumpcloud_policy.p000"] != acctest.Update {
		t.Errorf("the plan is %v", got)
	}

	if _, gets := w.calls(); gets != 0 {
		t.Errorf("%d reads by id", gets)
	}

	state := w.State("jumpcloud_policy.p000")
	if fmt.Sprintf("%v %v %v", state["name"], state["notes"], state["values"]) != "Renamed by hand map[timeout:999]" {
		t.Errorf("state is %v", state)
	}

	w.MustApply(config)

	// A policy that the list lacks is read by id before it is taken for gone.
	w.Sim.Remove(policysim.Collection, w.Org, id)
	w.Sim.Log().Reset()

	if got := w.Plan(config).Actions()["jumpcloud_policy.p000"]; got != acctest.Create {
		t.Errorf("one that is gone is planned as %s", got)
	}

	if _, gets := w.calls(); gets < 1 {
		t.Errorf("%d reads by id for the one that is gone", gets)
	}

	// Notes that the list does not show are not taken for cleared.
	w.MustApply(config)
	w.Sim.Inject(sim.Fault{Method: "GET", Pattern: policies, Status: 200, Body: fmt.Sprintf(
		`[{"id":%q,"name":"Policy 001","template":{"id":%q,"name":"lock_screen_darwin"},"values":[]}]`,
		w.State("jumpcloud_policy.p001")["id"], w.State("jumpcloud_policy.p001")["template_id"])})
	w.MustPlanEmpty(config)
}

// A list that cannot be read costs nothing but the attempt.
func TestRefresh_WithoutTheList(t *testing.T) {
	t.Parallel()

	for name, fault := range map[string]sim.Fault{
		"forbidden": {Status: 403, Body: `{"message":"Forbidden"}`},
		"not found": {Status: 404, Body: `{"message":"not found"}`},
		"malformed": {Malformed: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, listValues, "honoured")
				config := w.estate(2)
				fault.Method, fault.Pattern = "GET", policies
				w.Sim.Inject(fault)
				w.MustPlanEmpty(config)
			})
		})
	}
}

// What was just created is read by id: a list may be behind.
func TestRefresh_NotAfterAWrite(t *testing.T) {
	t.Parallel()

	w := newWorld(t, listValues, "honoured")
	w.estate(1)

	_, after, _ := strings.Cut(w.routes(), "POST "+policies)
	if strings.Contains(after+",", "GET "+policies+",") {
		t.Errorf("after a policy was created, it was listed: %s", after)
	}
}

// The budget: a value that changes in one policy of each of 25 tenants with 10
// policies is 25 PUTs, and nothing else is written.
func TestChange_OfOneValueInAFleet(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const each = 10

		w := newWorld(t)
		tenants := w.Fewer(12, 3)
		provider, _ := w.Sim.ProviderID(simulator.DefaultProvider)
		config := acctest.Config{}

		for i := range tenants {
			org := w.Sim.AddOrganization(provider, jumpcloudsim.Organization{Name: fmt.Sprintf("Tenant %02d", i)})

			for n := range each {
				config[fmt.Sprintf("jumpcloud_policy.t%02d_%d", i, n)] = acctest.Attrs{
					"organization_id": org, "name": fmt.Sprintf("Policy %d", n), "template_name": "lock_screen_darwin", "values": map[string]any{"timeout": 300},
				}
			}
		}

		w.MustApply(config)
		w.Sim.Log().Reset()

		for i := range tenants {
			config[fmt.Sprintf("jumpcloud_policy.t%02d_3", i)]["values"] = map[string]any{"timeout": 600}
		}

		w.MustApply(config)

		if writes, puts := len(w.Sim.Log().Writes()), w.Sim.Log().Count("PUT", policies); writes != tenants || puts != tenants {
			t.Errorf("%d writes, %d of them PUTs of policies", writes, puts)
		}
	})
}

func TestPolicies_ByName(t *testing.T) {
	t.Parallel()

	for _, value := range []string{"ignored", "honoured"} {
		w := newWorld(t, listValues, value)

		for _, p := range []simulator.SeedPolicy{
			{Name: "Lock", Notes: "CIS", Template: "lock_screen_darwin", Values: map[string]any{"timeout": 300, "askForPassword": true}},
			{Name: "Wi-Fi", Template: "wifi_configuration_windows", Values: map[string]any{"SSID": "corp", "PASSPHRASE": "hunter2", "AUTHENTICATION": "WPA3SAE"}},
			{Name: "Lock", Template: "lock_screen_darwin", Values: map[string]any{"timeout": 1}},
			{Name: "Activation", Template: "activation_lock_darwin"},
		} {
			if _, err := w.Sim.AddPolicy(w.Org, p); err != nil {
				t.Fatal(err)
			}
		}

		d, diags := w.Data("jumpcloud_policies", acctest.Attrs{"organization_id": w.Org, "include_values": true})
		if len(diags.Errors()) > 0 {
			t.Fatal(diags)
		}

		byName, _ := d["by_name"].(map[string]any)
		if len(byName) != 3 || fmt.Sprint(byName["Lock"]) != "map[notes:CIS template_name:lock_screen_darwin values:map[timeout:300]]" ||
			fmt.Sprint(byName["Wi-Fi"]) != "map[notes: template_name:wifi_configuration_windows values:map[AUTHENTICATION:WPA3 Personal SSID:corp]]" ||
			fmt.Sprint(byName["Activation"]) != "map[notes: template_name:activation_lock_darwin values:map[]]" {
			t.Errorf("%s: by_name is %v", value, byName)
		}

		if warned := diags.String(); len(diags) != 2 || !strings.Contains(warned, `"Wi-Fi" (PASSPHRASE)`) || !strings.Contains(warned, `each of these names is in by_name: "Lock"`) ||
			strings.Contains(warned+fmt.Sprint(d), "hunter2") {
			t.Errorf("%s: %s", value, diags)
		}

		// Each can be rolled out to another organization as it is.
		globex, _ := w.Sim.OrganizationID(simulator.Globex)
		lock, _ := byName["Lock"].(map[string]any)
		w.MustApply(acctest.Config{"jumpcloud_policy.copy": {
			"organization_id": globex, "name": "Lock", "template_name": lock["template_name"], "values": lock["values"], "notes": lock["notes"],
		}})

		if d, _ := w.Data("jumpcloud_policies", acctest.Attrs{"organization_id": w.Org}); d["by_name"] != nil {
			t.Errorf("by_name without include_values is %v", d["by_name"])
		}
	}
}

func TestPolicies_OfGroup(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	config := w.estate(3)
	group := groupsim.Ref{Type: groupsim.PolicyGroup, ID: groupsim.AddGroup(w.Sim.World, w.Org, groupsim.PolicyGroup, "Baseline")}

	for address := range config {
		if address != "jumpcloud_policy.p001" {
			groupsim.Join(w.Sim.World, w.Org, group, groupsim.Ref{Type: groupsim.Policy, ID: fmt.Sprint(w.State(address)["id"])})
		}
	}

	for _, want := range []string{"Baseline", group.ID} {
		d, diags := w.Data("jumpcloud_policies", acctest.Attrs{"organization_id": w.Org, "policy_group": want, "include_values": true})
		names, _ := d["ids_by_name"].(map[string]any)
		byName, _ := d["by_name"].(map[string]any)

		if len(diags) > 0 || len(names) != 2 || names["Policy 001"] != nil || len(byName) != 2 {
			t.Errorf("%s: %v, %s", want, d, diags)
		}
	}

	for want, group := range map[string]string{`did you mean "Baseline"`: "Basline", "at least 1": ""} {
		if _, diags := w.Data("jumpcloud_policies", acctest.Attrs{"organization_id": w.Org, "policy_group": group}); !strings.Contains(diags.String(), want) {
			t.Errorf("%q: %s", group, diags)
		}
	}

	w.Sim.Inject(sim.Fault{PathPrefix: "/api/v2/policygroups", Status: 403, Body: `{"message":"Forbidden"}`})

	if _, diags := w.Data("jumpcloud_policies", acctest.Attrs{"organization_id": w.Org, "policy_group": "Baseline"}); len(diags.Errors()) != 1 {
		t.Errorf("groups forbidden: %s", diags)
	}
}
