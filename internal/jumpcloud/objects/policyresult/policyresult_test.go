// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyresult_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policyresult/policyresultsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	resultsType    = "jumpcloud_policy_results"
	statusesType   = "jumpcloud_policy_statuses"
	complianceType = "jumpcloud_policy_compliance"
)

// fleet is an organization with a policy that reaches devices through a device group.
type fleet struct {
	*simulator.Simulator

	org, policy string
	template    string
	systems     []string
	core        *acctest.Core
}

func newFleet(t *testing.T, devices int) *fleet {
	t.Helper()

	s := acctest.Simulator(t, simulator.Options{})
	org, _ := s.OrganizationID(simulator.AcmeInc)
	f := &fleet{Simulator: s, org: org, core: acctest.NewCore(t, s, acctest.As(s, simulator.RoleBilling))}
	f.policy = f.addPolicy(t, org, "Lock")
	group := groupsim.Ref{Type: groupsim.SystemGroup, ID: groupsim.AddGroup(s.World, org, groupsim.SystemGroup, "All")}
	groupsim.Bind(s.World, org, groupsim.Ref{Type: groupsim.Policy, ID: f.policy}, group)

	for i := range devices {
		id := groupsim.AddSystem(s.World, org, groupsim.Device{DisplayName: fmt.Sprintf("Mac %d", i)})
		groupsim.Join(s.World, org, group, groupsim.Ref{Type: groupsim.System, ID: id})
		f.systems = append(f.systems, id)
	}

	return f
}

func (f *fleet) addPolicy(t *testing.T, org, name string) string {
	t.Helper()

	if f.template == "" {
		d, ok := policysim.TemplateByName(f.World, "lock_screen_darwin")
		if !ok {
			t.Fatal("no template")
		}

		f.template = fmt.Sprint(d["id"])
	}

	id := f.IDs.ObjectID()
	f.Put(policysim.Collection, org, id, sim.Doc{"name": name, "notes": "", "template": f.template, "values": []any{}})

	return id
}

func (f *fleet) report(system, state string) string {
	return policyresultsim.Report(f.World, f.org, policyresultsim.Result{PolicyID: f.policy, SystemID: system, State: state, Detail: "reported"})
}

// data reads a data source that must not fail.
func (f *fleet) data(t *testing.T, typeName string, config acctest.Attrs) acctest.Attrs {
	t.Helper()

	d, diags := f.core.Data(typeName, config)
	if len(diags) > 0 {
		t.Fatalf("%s: %s", typeName, diags)
	}

	return d
}

func wantCounts(t *testing.T, d map[string]any, success, failed, pending, other int, failing ...any) {
	t.Helper()

	got := fmt.Sprint(d["success"], d["failed"], d["pending"], d["other"], d["failing_system_ids"])
	if want := fmt.Sprint(success, failed, pending, other, append([]any{}, failing...)); got != want {
		t.Errorf("counts are %s, want %s", got, want)
	}
}

func TestStatuses(t *testing.T) {
	t.Parallel()

	f := newFleet(t, 5)
	f.report(f.systems[1], policyresultsim.Success)
	f.report(f.systems[1], policyresultsim.Failed) // the latest counts
	f.report(f.systems[2], policyresultsim.Pending)
	f.report(f.systems[3], "unheard of")

	d := f.data(t, statusesType, acctest.Attrs{"organization_id": f.org, "policy_id": f.policy})
	wantCounts(t, d, 2, 1, 1, 1, f.systems[1])

	all, _ := d["statuses"].([]any)
	if len(all) != 5 {
		t.Fatalf("%d statuses: %v", len(all), all)
	}

	first, _ := all[0].(map[string]any)
	if first["system_id"] != f.systems[1] || first["state"] != "failed" || first["policy_id"] != f.policy || first["detail"] != "reported" ||
		first["success"] != false || first["started_at"] == "" {
		t.Errorf("a status is %v", first)
	}

	if err := f.Switches.Set("policyresult-report", "none"); err != nil {
		t.Fatal(err)
	}

	quiet := f.addPolicy(t, f.org, "Quiet")
	wantCounts(t, f.data(t, statusesType, acctest.Attrs{"organization_id": f.org, "policy_id": quiet}), 0, 0, 0, 0)
}

// A service that answers with the history must not make one device count twice.
func TestStatuses_CountEachDeviceOnce(t *testing.T) {
	t.Parallel()

	f := newFleet(t, 1)
	f.Inject(sim.Fault{Pattern: "/api/v2/policies/{id}/policystatuses", Status: 200, Body: `[
		{"id":"65a000000000000000000002","systemID":"s","state":"success","success":true,"startedAt":"2026-01-02T00:00:00Z"},
		{"id":"65a000000000000000000001","systemID":"s","state":"failed","startedAt":"2026-01-01T00:00:00Z"},
		{"id":"65a000000000000000000003","state":"pending","startedAt":"2026-01-03T00:00:00Z"},
		{"id":"65a000000000000000000004","systemID":"s","userObjectId":"u","state":"applied","success":true,"startedAt":"2026-01-03T00:00:00Z"}]`})
	wantCounts(t, f.data(t, statusesType, acctest.Attrs{"organization_id": f.org, "policy_id": f.policy}), 2, 0, 1, 0)
}

func TestResults(t *testing.T) {
	t.Parallel()

	f := newFleet(t, 1)
	first := f.report(f.systems[0], policyresultsim.Failed)
	second := f.report(f.systems[0], policyresultsim.Success)

	other := f.addPolicy(t, f.org, "Other")
	third := policyresultsim.Report(f.World, f.org, policyresultsim.Result{PolicyID: other, SystemID: f.systems[0], State: policyresultsim.Success})

	for _, tt := range []struct {
		config acctest.Attrs
		want   []string
	}{
		{acctest.Attrs{"organization_id": f.org}, []string{third, second, first}},
		{acctest.Attrs{"organization_id": f.org, "max_results": 2}, []string{third, second}},
		{acctest.Attrs{"organization_id": f.org, "policy_id": f.policy}, []string{second, first}},
		{acctest.Attrs{"organization_id": f.org, "id": first}, []string{first}},
	} {
		var got []string

		all, _ := f.data(t, resultsType, tt.config)["results"].([]any)
		for _, e := range all {
			r, _ := e.(map[string]any)
			got = append(got, fmt.Sprint(r["id"]))
		}

		if fmt.Sprint(got) != fmt.Sprint(tt.want) {
			t.Errorf("%v: %v, want %v", tt.config, got, tt.want)
		}
	}
}

// A limit must end the paging, not only cut the answer.
func TestResults_LimitSavesRequests(t *testing.T) {
	t.Parallel()

	f := newFleet(t, 0)
	for range 250 {
		f.report("s", policyresultsim.Success)
	}

	for limit, calls := range map[int]int{50: 1, 150: 2, 1000: 3} {
		f.Log().Reset()

		all, _ := f.data(t, resultsType, acctest.Attrs{"organization_id": f.org, "max_results": limit})["results"].([]any)
		if len(all) != min(limit, 250) || f.Log().Count("", "/api/v2/policyresults") != calls {
			t.Errorf("limit %d: %d results with %d calls, want %d", limit, len(all), f.Log().Count("", "/api/v2/policyresults"), calls)
		}
	}
}

func TestRefusals(t *testing.T) {
	t.Parallel()

	f := newFleet(t, 1)
	missing := "ffffffffffffffffffffffff"

	for _, tt := range []struct {
		typeName string
		config   acctest.Attrs
		want     string
	}{
		{resultsType, acctest.Attrs{"organization_id": f.org, "id": missing, "policy_id": f.policy}, "Invalid Attribute Combination"},
		{resultsType, acctest.Attrs{"organization_id": f.org, "id": "x"}, "24 hexadecimal digits"},
		{resultsType, acctest.Attrs{"organization_id": f.org, "policy_id": "x"}, "24 hexadecimal digits"},
		{resultsType, acctest.Attrs{"organization_id": f.org, "max_results": 0}, "at least 1"},
		{resultsType, acctest.Attrs{"organization_id": f.org, "id": missing}, "Unable to Read Policy Results"},
		{statusesType, acctest.Attrs{"organization_id": f.org, "policy_id": "x"}, "24 hexadecimal digits"},
		{statusesType, acctest.Attrs{"organization_id": f.org, "policy_id": missing}, "Unable to Read Policy Statuses"},
		{complianceType, acctest.Attrs{"organization_ids": []any{}}, "at least 1"},
		{complianceType, acctest.Attrs{"organization_ids": []any{"x"}}, "24 hexadecimal digits"},
		{complianceType, acctest.Attrs{"policy_group": ""}, "at least 1"},
	} {
		if _, diags := f.core.Data(tt.typeName, tt.config); len(diags.Errors()) == 0 || !strings.Contains(diags.String(), tt.want) {
			t.Errorf("%s %v: %s, want %q", tt.typeName, tt.config, diags, tt.want)
		}
	}

	f.Inject(sim.Fault{PathPrefix: "/api/v2/policyresults", Status: 403, Body: `{"message":"Forbidden"}`})

	if _, diags := f.core.Data(resultsType, acctest.Attrs{"organization_id": f.org}); !strings.Contains(diags.String(), "check its role") {
		t.Errorf("a refusal: %s", diags)
	}
}

func TestCompliance(t *testing.T) {
	t.Parallel()

	f := newFleet(t, 3)
	f.report(f.systems[0], policyresultsim.Failed)

	second := f.addPolicy(t, f.org, "Second")
	groupsim.Bind(f.World, f.org, groupsim.Ref{Type: groupsim.Policy, ID: second}, groupsim.Ref{Type: groupsim.System, ID: f.systems[0]})
	policyresultsim.Report(f.World, f.org, policyresultsim.Result{PolicyID: second, SystemID: f.systems[0], State: policyresultsim.Failed})

	d := f.data(t, complianceType, acctest.Attrs{"organization_ids": []any{f.org}})
	rows, _ := d["by_organization"].(map[string]any)
	row, _ := rows[f.org].(map[string]any)

	if len(rows) != 1 || row["name"] != simulator.AcmeInc {
		t.Fatalf("rows are %v", rows)
	}

	wantCounts(t, row, 2, 2, 0, 0, f.systems[0])

	policies, _ := row["policies"].([]any)
	if len(policies) != 2 {
		t.Fatalf("policies are %v", policies)
	}

	lock, _ := policies[0].(map[string]any)
	if lock["policy_id"] != f.policy || lock["name"] != "Lock" || lock["template_name"] != "lock_screen_darwin" {
		t.Errorf("a policy is %v", lock)
	}

	wantCounts(t, lock, 2, 1, 0, 0, f.systems[0])

	// Of a group, and of every organization of the provider.
	group := groupsim.Ref{Type: groupsim.PolicyGroup, ID: groupsim.AddGroup(f.World, f.org, groupsim.PolicyGroup, "Baseline")}
	groupsim.Join(f.World, f.org, group, groupsim.Ref{Type: groupsim.Policy, ID: second})

	d, diags := f.core.Data(complianceType, acctest.Attrs{"policy_group": "Baseline"})
	if len(diags.Errors()) > 0 || len(diags.Warnings()) != 1 {
		t.Fatalf("of a group: %s", diags)
	}

	rows, _ = d["by_organization"].(map[string]any)
	row, _ = rows[f.org].(map[string]any)
	wantCounts(t, row, 0, 1, 0, 0, f.systems[0])

	if missing, _ := d["missing_organizations"].(map[string]any); len(rows) != 1 || len(missing) != 2 {
		t.Errorf("rows %v, missing %v: only Acme has the group", rows, missing)
	}
}

// The budget: 50 tenants with 10 policies cost at most 500 status calls, and one
// tenant that refuses is a warning that names it.
func TestCompliance_Fleet(t *testing.T) {
	t.Parallel()
	synctest.Test(t, fleetCompliance) // the request rate costs no wall time
}

func fleetCompliance(t *testing.T) {
	const tenants, policies = 50, 10

	f := newFleet(t, 0)
	provider, _ := f.ProviderID(simulator.DefaultProvider)

	var ids []any

	for i := range tenants {
		org := f.AddOrganization(provider, jumpcloudsim.Organization{Name: fmt.Sprintf("Tenant %02d", i)})
		ids = append(ids, org)
		system := groupsim.Ref{Type: groupsim.System, ID: groupsim.AddSystem(f.World, org, groupsim.Device{})}

		for n := range policies {
			policy := f.addPolicy(t, org, fmt.Sprintf("Policy %d", n))
			groupsim.Bind(f.World, org, groupsim.Ref{Type: groupsim.Policy, ID: policy}, system)
		}
	}

	refused := fmt.Sprint(ids[7])
	f.Inject(sim.Fault{
		PathPrefix: "/api/v2/policies", Match: func(r *http.Request) bool { return r.Header.Get("X-Org-Id") == refused },
		Status: 403, Body: `{"message":"Forbidden"}`,
	})

	d, diags := f.core.Data(complianceType, acctest.Attrs{"organization_ids": ids})
	if len(diags.Errors()) > 0 {
		t.Fatal(diags)
	}

	rows, _ := d["by_organization"].(map[string]any)
	if w := diags.Warnings(); len(rows) != tenants-1 || len(w) != 1 || !strings.Contains(w[0].Detail, `"Tenant 07" (`+refused+")") {
		t.Errorf("%d rows, warnings %s", len(rows), w)
	}

	var statuses, lists int

	for _, e := range f.Log().Calls("GET", "/api/v2/policies") {
		if strings.HasSuffix(e.Path, "/policystatuses") {
			statuses++
		} else {
			lists++
		}
	}

	if statuses > tenants*policies || statuses != (tenants-1)*policies || lists != tenants {
		t.Errorf("%d status calls and %d listings", statuses, lists)
	}
}

func TestCompliance_Failures(t *testing.T) {
	t.Parallel()

	f := newFleet(t, 1)
	gone := f.addPolicy(t, f.org, "Gone")

	// A policy that was deleted since the list was read is nobody's failure.
	fault := f.Inject(sim.Fault{PathPrefix: "/api/v2/policies/" + gone, Status: 404, Body: `{"message":"not found"}`})
	d := f.data(t, complianceType, acctest.Attrs{"organization_ids": []any{f.org}})
	rows, _ := d["by_organization"].(map[string]any)
	row, _ := rows[f.org].(map[string]any)

	if policies, _ := row["policies"].([]any); len(policies) != 1 {
		t.Errorf("policies are %v", policies)
	}

	fault.Remove()

	// One policy that cannot be read makes the organization's sums wrong: it is left out, and
	// that leaves none.
	fault = f.Inject(sim.Fault{PathPrefix: "/api/v2/policies/" + f.policy, Status: 403, Body: `{"message":"Forbidden"}`})

	if _, diags := f.core.Data(complianceType, acctest.Attrs{"organization_ids": []any{f.org}}); !strings.Contains(diags.String(), "no organization could be read") {
		t.Errorf("all failed: %s", diags)
	}

	fault.Remove()
	f.Inject(sim.Fault{PathPrefix: "/api/v2/policies", Status: 401, Body: `{"message":"Unauthorized"}`})
	f.Log().Reset()

	// No other organization would fare better with a credential that is not accepted.
	_, diags := f.core.Data(complianceType, acctest.Attrs{})
	if e := diags.Errors(); len(e) != 1 || !strings.Contains(diags.String(), "not accepted") {
		t.Errorf("a wrong key: %s", diags)
	}
}
