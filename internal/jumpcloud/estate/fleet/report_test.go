// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package fleet_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/fleet"
)

type object = map[string]any

var now = time.Date(2026, time.November, 25, 6, 0, 0, 0, time.UTC)

// policy is a policy of jumpcloud_policy_compliance that fails on some of ten devices.
func policy(name string, failed int) object {
	failing := []string{}
	for i := range failed {
		failing = append(failing, fmt.Sprintf("%s-device-%d", name, i))
	}

	return object{"name": name, "template_name": "t", "success": 10 - failed, "failed": failed, "pending": 0, "other": 0, "failing_system_ids": failing}
}

// build is the report of tenants with these policies, by name.
func build(t *testing.T, tenants map[string][]object, more object) *fleet.Report {
	t.Helper()

	by := object{}
	for name, policies := range tenants {
		by["id of "+name] = object{"name": name, "policies": policies}
	}

	inputs := object{"compliance": object{"by_organization": by}}
	maps.Copy(inputs, more)

	raw, err := json.Marshal(inputs)
	if err != nil {
		t.Fatal(err)
	}

	r, err := fleet.Read(raw, now)
	if err != nil {
		t.Fatal(err)
	}

	return r
}

func page(t *testing.T, r *fleet.Report) string {
	t.Helper()

	var b bytes.Buffer
	if err := r.HTML(&b); err != nil {
		t.Fatal(err)
	}

	return b.String()
}

func TestRank(t *testing.T) {
	t.Parallel()

	r := build(t, map[string][]object{
		"fine": {policy("A", 0), policy("B", 0)}, "worst": {policy("A", 9), policy("B", 1)}, "bad": {policy("A", 2), policy("B", 1)},
		"empty": {}, "excused": {policy("A", 10), policy("B", 0)},
	}, object{"exceptions": []object{
		{"organization": "id of excused", "policy": "A", "reason": "r", "owner": "o", "until": "2026-11-25"},
		{"organization": "bad", "policy": "A", "reason": "r", "owner": "o", "until": "2026-11-24"},
	}})

	var order []string
	for _, tenant := range r.Tenants {
		order = append(order, fmt.Sprint(tenant.Name, " ", tenant.Alignment()))
	}

	if got := strings.Join(order, ", "); got != "worst 50, bad 85, excused 100, fine 100, empty -1" {
		t.Errorf("tenants are %s", got)
	}

	if got := strings.Join(r.Policies, " "); got != "A B" || r.Totals.Failures() != 13 || r.Totals.Excused != 10 {
		t.Errorf("policies are %s, totals %+v", got, r.Totals)
	}

	// The last day is one on which the exception still holds.
	if r.Exceptions[0].State != fleet.Expired || r.Exceptions[1].State != fleet.Valid {
		t.Errorf("exceptions are %+v", r.Exceptions)
	}
}

func TestExcuse_TakesOthersInstead(t *testing.T) {
	t.Parallel()

	r := build(t, map[string][]object{"x": {policy("A", 5)}}, object{"exceptions": []object{
		{"organization": "x", "policy": "A", "reason": "r", "owner": "o", "until": "2027-01-01"},
	}})
	if r.Totals.Failures() != 0 {
		t.Fatalf("%+v", r.Totals)
	}

	if err := r.Excuse(nil); err != nil || r.Totals.Failures() != 5 || r.Tenants[0].Policies[0].Exception || len(r.Exceptions) != 0 {
		t.Errorf("without exceptions: %v %+v", err, r)
	}
}

// TestHTML_FoldsManyPolicies shows the policies that most tenants have, and the rest in one column.
func TestHTML_FoldsManyPolicies(t *testing.T) {
	t.Parallel()

	tenants := map[string][]object{"one": {}, "two": {}}

	for i := range 60 {
		tenants["one"] = append(tenants["one"], policy(fmt.Sprintf("Rare %02d", i), 1))
	}

	for i := range 20 {
		tenants["one"] = append(tenants["one"], policy(fmt.Sprintf("Common %02d", i), 0))
		tenants["two"] = append(tenants["two"], policy(fmt.Sprintf("Common %02d", i), 0))
	}

	got := page(t, build(t, tenants, nil))
	if !strings.Contains(got, "56 more policies") || strings.Count(got, `<th class="p"`) != 25 || !strings.Contains(got, "<span>Common 19</span>") {
		t.Errorf("the head is %s", got[strings.Index(got, "<thead>"):strings.Index(got, "<tbody>")])
	}

	if !strings.Contains(got, `<td class="f1">✗ 56<i> of 560 devices fail</i></td>`) {
		t.Error("the rest is not summed up")
	}
}

func TestHTML_ShowsNamesAsTheyAre(t *testing.T) {
	t.Parallel()

	const name = `<script>alert("x")</script>'&`

	r := build(t, map[string][]object{name: {policy(name, 1)}}, object{
		"exceptions":   []object{{"organization": name, "policy": name, "reason": name, "owner": name, "until": "2027-01-01"}},
		"device_names": object{name + "-device-0": name}, "whoami": object{"provider_name": name},
		"integrations": []object{{"id": "1", "type": name, "sync_errors": object{"errors": []object{{"message": name, "error_type": name, "organization_name": name}}}}},
	})

	if got := page(t, r); strings.Contains(got, "<script") || !strings.Contains(got, "&lt;script&gt;alert(") {
		t.Error("a name is markup")
	}

	var b bytes.Buffer
	if err := r.Markdown(&b); err != nil || strings.Contains(b.String(), "<script") {
		t.Errorf("a name is markup in the Markdown: %v", err)
	}
}

func TestUnmapped_IsWhatNoIntegrationHas(t *testing.T) {
	t.Parallel()

	r := build(t, map[string][]object{"a": {}, "b": {}}, object{"integrations": []object{
		{"id": "1", "type": "connectwise", "mappings": object{"unmapped_organization_ids": []string{"id of a", "id of b"}}},
		{"id": "2", "type": "syncro", "mappings": object{"unmapped_organization_ids": []string{"id of b"}}},
	}})

	if len(r.Unmapped) != 1 || r.Unmapped[0].Name != "b" {
		t.Errorf("unmapped are %+v", r.Unmapped)
	}
}

func TestKeys(t *testing.T) {
	t.Parallel()

	r := build(t, map[string][]object{}, object{
		"administrators": object{"administrators": object{
			"a": object{"email": "a@example.com", "api_key_expires_at": "2026-11-25T05:00:00Z"},
			"b": object{"email": "b@example.com", "api_key_expires_at": nil, "multi_factor": true},
		}},
		"service_accounts": []object{{"name": "ci", "expires_at": "2026-12-05T06:00:00Z"}, {"name": "old", "expires_at": ""}},
		"whoami":           object{"name": "CI", "kind": "service_account", "expires_at": "2026-12-05T06:00:00Z"},
	})

	var got []string
	for _, k := range r.Keys {
		got = append(got, fmt.Sprint(k.Owner, k.Days, k.InUse))
	}

	if s := strings.Join(got, ", "); s != "a@example.com-1 false, ci10 true" {
		t.Errorf("keys are %s", s)
	}

	if r.Administrators.Count != 2 || len(r.Administrators.WithoutMFA) != 1 {
		t.Errorf("administrators are %+v", r.Administrators)
	}
}
