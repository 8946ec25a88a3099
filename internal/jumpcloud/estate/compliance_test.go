// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package estate_test

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/fleet"
)

const exceptionsFile = `exceptions:
  - organization: Acme Foods
    policy: macOS - FileVault 2
    reason: CAD renders, ticket 48213
    owner: helpdesk
    until: 2026-12-31
  - {organization: Harbor Legal, policy: Windows - BitLocker, reason: "no TPM, replaced in Q3", owner: security, until: "2026-09-30"}
  - {organization: Umbrella, policy: Windows - BitLocker, reason: gone, owner: nobody, until: "2027-01-01"}
`

// fleetFiles are the three forms of the report on [newFleet].
type fleetFiles struct {
	html, json, markdown string
}

// reportFleet reads the whole fleet through the API, and returns the paths of the report.
func reportFleet(t *testing.T) (files fleetFiles, stderr string, requests map[string]int) {
	t.Helper()

	dir := t.TempDir()
	files = fleetFiles{filepath.Join(dir, "fleet.html"), filepath.Join(dir, "fleet.json"), filepath.Join(dir, "fleet.md")}
	exceptions := filepath.Join(dir, "exceptions.yaml")

	if err := os.WriteFile(exceptions, []byte(exceptionsFile), 0o600); err != nil {
		t.Fatal(err)
	}

	synctest.Test(t, func(t *testing.T) {
		s := newFleet(t)

		code, _, said := run(t, s, "report", "compliance", "--out", files.html, "--json", files.json, "--markdown", files.markdown, "--exceptions", exceptions)
		if code != 0 {
			t.Fatalf("exit code %d: %s", code, said)
		}

		stderr, requests = said, map[string]int{}
		for _, x := range s.Log().Calls("", "") {
			requests[x.Method]++
		}
	})

	return files, stderr, requests
}

func read(t *testing.T, file string) string {
	t.Helper()

	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}

	return string(raw)
}

// TestCompliance reads a fleet of 40 tenants once, and looks at what came of it.
func TestCompliance(t *testing.T) {
	t.Parallel()

	files, stderr, requests := reportFleet(t)

	t.Run("requests", func(t *testing.T) { checkRequests(t, stderr, requests) })
	t.Run("JSON", func(t *testing.T) { checkJSON(t, files) })
	t.Run("page of the JSON", func(t *testing.T) { checkPage(t, files) })
}

func TestCompliance_InTheBrowser(t *testing.T) {
	t.Parallel()

	files, _, _ := reportFleet(t)

	lookAt(t, files.html)
}

// checkRequests allows forty lists of policies, one list of statuses for each of 477
// policies, thirty lists of devices where one fails, and fifteen of the provider.
func checkRequests(t *testing.T, stderr string, requests map[string]int) {
	t.Helper()

	if n := requests[http.MethodGet]; n > 40+477+30+15 || len(requests) != 1 {
		t.Errorf("requests are %v", requests)
	}

	for _, want := range []string{"Reading policies and what devices report", "requests so far", "Wrote "} {
		if !strings.Contains(stderr, want) {
			t.Errorf("standard error lacks %q:\n%s", want, stderr)
		}
	}
}

func checkJSON(t *testing.T, files fleetFiles) {
	t.Helper()

	var r fleet.Report
	if err := json.Unmarshal([]byte(read(t, files.json)), &r); err != nil {
		t.Fatal(err)
	}

	switch worst, best := r.Tenants[0], r.Tenants[len(r.Tenants)-1]; {
	case len(r.Tenants) != tenants, len(r.Policies) != len(policies), len(r.Gaps) != 0:
		t.Errorf("%d tenants, policies %q, gaps %v", len(r.Tenants), r.Policies, r.Gaps)
	case worst.Name != tenantName(12), best.Alignment() != 100:
		t.Errorf("the worst is %s %+v, the best %s %+v", worst.Name, worst.Totals, best.Name, best.Totals)
	case r.Totals.Excused != 9, worst.Excused != r.Totals.Excused:
		t.Errorf("excused are %d", r.Totals.Excused)
	case r.Licenses.Assigned != 612, r.Licenses.Purchased != 590, r.Licenses.Uncapped != 8:
		t.Errorf("licenses are %+v", r.Licenses)
	case len(r.Unmapped) != 3, len(r.Integrations) != 1, len(r.Integrations[0].Errors) != 1, r.Integrations[0].Errors[0].OrganizationName != tenantName(5):
		t.Errorf("unmapped %v, errors %+v", r.Unmapped, r.Integrations[0].Errors)
	case len(r.Administrators.WithoutMFA) != 2, r.Administrators.Count != 3:
		t.Errorf("administrators are %+v", r.Administrators)
	case len(r.Keys) != 1, !r.Keys[0].InUse, r.Keys[0].Days != 9, r.Keys[0].Owner != role:
		t.Errorf("keys are %+v", r.Keys)
	case len(r.Exceptions) != 3, r.Exceptions[0].State != fleet.Expired, r.Exceptions[1].State != fleet.Valid, r.Exceptions[2].State != fleet.Unmatched:
		t.Errorf("exceptions are %+v", r.Exceptions)
	}

	for _, tenant := range r.Tenants {
		for _, d := range tenant.FailingDevices {
			if d.Name == "" {
				t.Errorf("%s: device %s has no name", tenant.Name, d.ID)
			}
		}
	}
}

// checkPage measures size and time of the page that is made of the JSON.
func checkPage(t *testing.T, files fleetFiles) {
	t.Helper()

	again := filepath.Join(t.TempDir(), "again.html")
	began := time.Now()

	if code, _, said := run(t, nil, "report", "compliance", "--from", files.json, "--out", again); code != 0 {
		t.Fatal(said)
	}

	took := time.Since(began)
	page := read(t, again)

	t.Logf("%d tenants × %d policies: %d bytes of HTML in %s, %d bytes of Markdown", tenants, len(policies), len(page), took, len(read(t, files.markdown)))

	if len(page) > 300_000 || took > 2*time.Second {
		t.Errorf("the page has %d bytes and took %s", len(page), took)
	}

	rows, columns := strings.Count(page, `scope="row">`+tenantName(0)[:6]), strings.Count(page, `<th class="p"`)
	if rows != len(kinds) || columns != len(policies) {
		t.Errorf("the heat map has %d rows of the first %d tenants, and %d columns", rows, len(kinds), columns)
	}

	if page != read(t, files.html) {
		t.Error("the page of the JSON is not that of the API")
	}
}
