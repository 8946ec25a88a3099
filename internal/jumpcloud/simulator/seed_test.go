// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package simulator_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

func seedFrom(t *testing.T, text string) (*simulator.Simulator, error) {
	t.Helper()

	path := filepath.Join(t.TempDir(), "seed.json")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}

	seed, err := simulator.ReadSeed(path)
	if err != nil {
		return nil, err
	}

	return simulator.New(simulator.Options{Seed: seed})
}

// get is what the API answers, "" for anything but 200.
func get(t *testing.T, s *simulator.Simulator, path, key, org string) string {
	t.Helper()

	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "https://sim.invalid/api"+path, nil)
	if err != nil {
		t.Fatal(err)
	}

	req.Header.Set("x-api-key", key)

	if org != "" {
		req.Header.Set("x-org-id", org)
	}

	resp, err := s.Transport().RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()

	var body any
	if err := json.NewDecoder(resp.Body).Decode(&body); err != nil || resp.StatusCode != http.StatusOK {
		return ""
	}

	raw, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}

	return string(raw)
}

// TestExampleSeed: the API shows all that the example seed describes, and the page has a
// title for every collection of it.
func TestExampleSeed(t *testing.T) {
	t.Parallel()

	s, err := seedFrom(t, simulator.ExampleSeed)
	if err != nil {
		t.Fatal(err)
	}

	const key = "a-key-of-your-own"

	acme, _ := s.OrganizationID("Acme Inc")
	msp, _ := s.ProviderID("Example MSP")

	one := func(collection, scope string) string {
		t.Helper()

		ids := s.Docs(collection, scope).IDs()
		if len(ids) == 0 {
			t.Fatalf("nothing in %s of %s", collection, scope)
		}

		return ids[0]
	}

	policy := one("policies", acme)
	integration := one("integrations", msp)
	ldap := one("ldapservers", acme)

	for path, want := range map[string][]string{
		"/v2/policies/" + policy + "/policystatuses":                                        {"profile removed by its user", `"state":"failed"`, `"state":"success"`},
		"/v2/policies/" + policy + "/associations?targets=system_group":                     {one("systemgroups", acme)},
		"/v2/policygroups/" + one("policygroups", acme) + "/membership":                     {policy},
		"/v2/systemgroups/" + one("systemgroups", acme) + "/members":                        {one("systems", acme)},
		"/v2/usergroups/" + one("usergroups", acme):                                         {"everybody"},
		"/v2/usergroups/" + one("usergroups", acme) + "/members":                            {one("systemusers", acme)},
		"/v2/usergroups/" + one("usergroups", acme) + "/associations?targets=ldap_server":   {ldap},
		"/v2/usergroups/" + one("usergroups", acme) + "/associations?targets=office_365":    {one("office365s", acme)},
		"/v2/usergroups/" + one("usergroups", acme) + "/associations?targets=radius_server": {one("radiusservers", acme)},
		"/v2/ldapservers/" + ldap:                                                           {`"userLockoutAction":"disable"`},
		"/v2/ldapservers/" + ldap + "/sambadomains":                                         {"S-1-5-21-"},
		"/radiusservers": {`"networkSourceIp":"192.0.2.1"`, `"sharedSecret":"example"`},
		"/systemusers":   {"ann@acme.example", `"firstname":"Ann"`},
		"/systems":       {"C02EXAMPLE1", `"hostname":"MBP-2"`},
	} {
		answer := get(t, s, path, key, acme)
		for _, part := range want {
			if !strings.Contains(answer, part) {
				t.Errorf("%s has no %s: %s", path, part, answer)
			}
		}
	}

	for path, want := range map[string][]string{
		"/v2/office365s/" + one("office365s", acme) + "/domains":    {"acme.example"},
		"/v2/integrations/connectwise/" + integration + "/mappings": {"Acme (West)", "Managed 2026", `"name":"JumpCloud"`, `"lastSyncStatus":"success"`},
		"/v2/providers/" + msp + "/administrators":                  {`"enableMultiFactor":true`, "Auditor"},
		"/v2/roles": {"Auditor", "systems.readonly"},
		"/v2/administrators/" + adminID(s, "audit") + "/organizationlinks": {acme},
	} {
		answer := get(t, s, path, key, "")
		for _, part := range want {
			if !strings.Contains(answer, part) {
				t.Errorf("%s has no %s: %s", path, part, answer)
			}
		}
	}

	// The role of a key decides what it may do.
	if got := status(t, s, "POST", "/v2/iplists", s.Key("audit"), acme, `{"name":"x"}`); got != http.StatusForbidden {
		t.Errorf("an auditor may write: %d", got)
	}

	titled := untitled(t, s)
	if len(titled) > 0 {
		t.Errorf("the page has no title for %q", titled)
	}
}

func adminID(s *simulator.Simulator, email string) string {
	d, _ := s.Store.Docs(jumpcloudsim.Administrators, "").Find(func(d map[string]any) bool { return d["email"] == email })

	return fmt.Sprint(d["id"])
}

// untitled are the collections that the page calls by their own names.
func untitled(t *testing.T, s *simulator.Simulator) []string {
	t.Helper()

	resp, err := s.Transport().RoundTrip(mustRequest(t, "https://sim.invalid/__sim/"))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()

	var index struct {
		Collections []struct{ Name, Title string }
	}
	if err := json.NewDecoder(resp.Body).Decode(&index); err != nil || len(index.Collections) == 0 {
		t.Fatalf("%v: %+v", err, index)
	}

	var names []string

	for _, c := range index.Collections {
		if c.Name == c.Title {
			names = append(names, c.Name)
		}
	}

	return names
}

func mustRequest(t *testing.T, url string) *http.Request {
	t.Helper()

	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}

	return r
}

// TestSeedRefusals: what leads nowhere, or to two, is refused with its place and what may be meant.
func TestSeedRefusals(t *testing.T) {
	t.Parallel()

	lines := strings.Split(simulator.ExampleSeed, "\n")
	line := func(part string) int {
		return slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, part) }) + 1
	}

	for _, tt := range []struct{ from, to, member, want string }{
		{`"members": ["MBP-1"]`, `"members": ["MBP1"]`, "device_groups[0].members[0]", `"MBP1" is not a device; did you mean "MBP-1"?`},
		{`"members": ["MBP-1"]`, `"members": ["MBP-1", "MBP-1"]`, "device_groups[0].members[1]", `"MBP-1" is in the list already`},
		{`"members": ["ann"]`, `"members": ["bob"]`, "user_groups[0].members[0]", `"bob" is not a user. There are: "ann".`},
		{`"members": ["Lock"]`, `"members": ["Look"]`, "policy_groups[0].members[0]", `did you mean "Lock"?`},
		{`"device_groups": ["Laptops"]`, `"device_groups": ["Laptop"]`, "policies[0].device_groups[0]", `did you mean "Laptops"?`},
		{`"devices": ["MBP-2"]`, `"devices": ["MBP-3"]`, "policy_groups[0].devices[0]", `is not a device`},
		{`{"name": "MBP-2",`, `{"name": "MBP-1",`, "devices[1].name", `a second device is named "MBP-1"`},
		{`{"policy": "Lock"`, `{"policy": "lock"`, "devices[0].results[0].policy", `did you mean "Lock"?`},
		{`"state": "failed"`, `"state": "fialed"`, "devices[0].results[0].state", `did you mean "failed"?`},
		{`"os_family": "darwin", "serial`, `"os_family": "macos", "serial`, "devices[0].os_family", `There are:`},
		{`"user_lockout_action": "disable"`, `"user_lockout_action": "disabel"`, "ldap_server", `did you mean "disable"?`},
		{`"acme.example"], "user_groups": ["Staff"]`, `"acme.example"], "user_groups": ["Staf"]`, "office365[0].user_groups[0]", `did you mean "Staff"?`},
		{`"systems.readonly"]`, `"sytems.readonly"]`, "roles[0].scopes[1]", `is not a scope`},
		{`"name": "Auditor", "scopes"`, `"name": "Read Only", "scopes"`, "roles[0].name", `a name that no other has`},
		{`"role_name": "Auditor"`, `"role_name": "Auditer"`, "keys[1].role_name", `did you mean "Auditor"?`},
		{`"2099-01-01T00:00:00Z"`, `"tomorrow"`, "keys[1].key_expires", `is not a time`},
		{`"type": "connectwise"`, `"type": "conectwise"`, "integrations[0].type", `did you mean "connectwise"?`},
		{`"company": "Acme (West)"`, `"company": "Acme (Wset)"`, "mappings[0].company", `did you mean "Acme (West)"?`},
		{`"company": "Acme (West)"`, `"company": "Contoso"`, "mappings[0].company", `2 are named "Contoso"; give the id`},
		{`"agreement": "Managed 2026"`, `"agreement": "Managed 2025"`, "mappings[0].agreement", `did you mean "Managed 2026"?`},
		{`"addition": "JumpCloud"`, `"addition": "Cloud"`, "mappings[0].addition", `is not an addition`},
		{`[{"organization": "Acme Inc"`, `[{"organization": "Acme"`, "mappings[0].organization", `did you mean "Acme Inc"?`},
		{`"id": "900"`, `"id": "250"`, "companies[0].id", `already`},
		{`"role_name": "Read Only"`, `"mfa": true`, "service_accounts[0]", `are of keys`},
		{`"serial_number"`, `"serial"`, "devices[0].serial", `did you mean "serial_number"?`},
	} {
		if strings.Count(simulator.ExampleSeed, tt.from) < 1 {
			t.Fatalf("the example has no %s", tt.from)
		}

		_, err := seedFrom(t, strings.Replace(simulator.ExampleSeed, tt.from, tt.to, 1))
		if err == nil || !strings.Contains(err.Error(), tt.member) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s: %s", tt.to, err, tt.member, tt.want)

			continue
		}

		if !strings.Contains(err.Error(), fmt.Sprintf("seed.json:%d:", line(strings.Split(tt.from, "\n")[0]))) {
			t.Errorf("%s: %v is not at line %d", tt.to, err, line(tt.from))
		}
	}
}
