// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package supportcase_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/supportcase/supportcasesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// newWorld has two cases of Acme Inc and one of Globex.
func newWorld(t *testing.T, switches map[string]string) (*simulator.Simulator, *acctest.Core) {
	t.Helper()

	w := acctest.NewWorld(t, acctest.Of{}, switches)
	globex, _ := w.Sim.OrganizationID(simulator.Globex)

	supportcasesim.Add(w.Sim.World, w.Org, "00001", "Agent offline", "Open")
	supportcasesim.Add(w.Sim.World, w.Org, "00002", "Invoice", "Closed")
	supportcasesim.Add(w.Sim.World, globex, "00003", "MFA", "Open")

	return w.Sim, w.Core
}

func numbers(state acctest.Attrs) []any {
	all := []any{}

	cases, _ := state["cases"].([]any)
	for _, c := range cases {
		m, _ := c.(map[string]any)
		all = append(all, m["case_number"])
	}

	return all
}

var wantError = proof.WantError

func TestCasesOfTheProvider(t *testing.T) {
	t.Parallel()

	s, core := newWorld(t, nil)

	for _, config := range []acctest.Attrs{{}, {"of": "provider"}} {
		got, d := core.Data("jumpcloud_cases", config)
		if len(d) > 0 || got["of"] != "provider" || !slices.Equal(numbers(got), []any{"00001", "00002", "00003"}) {
			t.Errorf("%v\n%s", got, d)
		}

		want := map[string]any{
			"case_number": "00001", "label": "Agent offline", "status": "Open", "date": "2026-08-19", "subject": "Agent offline",
			"description": "About Agent offline", "reporter": "Kim", "reporter_email": "kim@example.com", "organization": "Acme Inc",
			"os": "macOS", "case_submission_product_type": "Devices",
		}
		if first := got["cases"].([]any)[0]; !reflect.DeepEqual(first, want) { //nolint:forcetypeassert // a wrong type fails the test
			t.Errorf("%v, want %v", first, want)
		}
	}

	// Page by page.
	acme, _ := s.OrganizationID(simulator.AcmeInc)
	for i := range 150 {
		supportcasesim.Add(s.World, acme, fmt.Sprintf("1%04d", i), "More", "Open")
	}

	if got, d := core.Data("jumpcloud_cases", nil); len(d) > 0 || len(numbers(got)) != 153 {
		t.Errorf("%d cases\n%s", len(numbers(got)), d)
	}

	core.Use(acctest.As(s, simulator.RoleTenant))

	_, d := core.Data("jumpcloud_cases", nil)
	wantError(t, d, "Unable to Read Cases", "Multi-Tenant Portal")

	_, d = core.Data("jumpcloud_cases", acctest.Attrs{"of": "organisation"})
	wantError(t, d, `did you mean "organization"`)
}

func TestCasesOfTheOrganization(t *testing.T) {
	t.Parallel()

	s, core := newWorld(t, nil)
	config := acctest.Attrs{"of": "organization"}

	// Nothing in the call says which organization is meant.
	_, d := core.Data("jumpcloud_cases", config)
	wantError(t, d, "Unable to Read Cases", "no organization selected", "API key of the organization's own administrator")

	core.Use(acctest.As(s, simulator.RoleTenant))

	got, d := core.Data("jumpcloud_cases", config)
	if len(d) > 0 || !slices.Equal(numbers(got), []any{"00001", "00002"}) {
		t.Errorf("%v\n%s", got, d)
	}

	for _, e := range s.Log().Calls("GET", "/api/v2/organizations/cases") {
		if len(e.Header.Values("X-Org-Id")) > 0 {
			t.Error("sent with an organization")
		}
	}

	s, core = newWorld(t, map[string]string{"organization-cases-of-several": "first"})
	if got, d := core.Data("jumpcloud_cases", config); len(d) > 0 || len(numbers(got)) != 2 {
		t.Errorf("%v\n%s %v", got, d, s.Violations())
	}
}

func TestMetadata(t *testing.T) {
	t.Parallel()

	s, core := newWorld(t, nil)

	got, d := core.Data("jumpcloud_case_metadata", nil)
	if len(d) > 0 || len(got) != 8 {
		t.Errorf("%v\n%s", got, d)
	}

	for name, v := range got {
		if words, _ := v.([]any); len(words) == 0 {
			t.Errorf("%s is empty", name)
		}
	}

	if !reflect.DeepEqual(got["statuses"], []any{"Open", "Waiting on Customer", "Closed"}) {
		t.Errorf("statuses %v", got["statuses"])
	}

	s.Inject(sim.Fault{PathPrefix: "/api/v2/cases", Status: 200, Body: `{"results":{"statuses":["Open"]}}`})

	if got, d := core.Data("jumpcloud_case_metadata", nil); len(d) > 0 || !reflect.DeepEqual(got["os"], []any{}) {
		t.Errorf("a service that says little: %v\n%s", got, d)
	}
}

func TestFaults(t *testing.T) {
	t.Parallel()

	for typeName, prefix := range map[string]string{"jumpcloud_cases": "/api/v2/providers/", "jumpcloud_case_metadata": "/api/v2/cases"} {
		t.Run(typeName, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s, core := newWorld(t, nil)

				for name, f := range map[string]sim.Fault{
					"500": {Times: 1, Status: 500}, "429": {Times: 1, Status: 429, RetryAfter: "1"},
					"dropped": {Times: 1, Drop: true}, "malformed": {Times: 1, Malformed: true},
				} {
					f.PathPrefix = prefix
					in := s.Inject(f)

					if _, d := core.Data(typeName, nil); len(d) > 0 || in.Fired() == 0 {
						t.Errorf("%s: fired %d\n%s", name, in.Fired(), d)
					}

					in.Remove()
				}

				for _, status := range []int{401, 403, 404} {
					in := s.Inject(sim.Fault{PathPrefix: prefix, Status: status})
					_, d := core.Data(typeName, nil)
					wantError(t, d, "Unable to Read Case", fmt.Sprintf("status %d", status))
					in.Remove()
				}
			})
		})
	}
}
