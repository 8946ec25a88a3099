// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package offboarding_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/organization/organizationsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const typeName = "jumpcloud_organization_offboarding"

type world struct{ *acctest.World }

func newWorld(t *testing.T, switches map[string]string) *world {
	t.Helper()

	return &world{acctest.NewWorld(t, acctest.Of{}, switches)}
}

// fill puts users, devices, a policy and a mapping into the organization.
func (w *world) fill(users, devices int) (integration string) {
	w.T.Helper()

	for i := range users {
		w.Sim.Put(organizationsim.SystemUsers, w.Org, fmt.Sprintf("%024d", i), sim.Doc{"username": fmt.Sprint("user", i)})
	}

	for i := range devices {
		w.Sim.Put(organizationsim.Systems, w.Org, fmt.Sprintf("%024d", i), sim.Doc{"hostname": fmt.Sprint("device", i)})
	}

	if _, err := w.Sim.AddPolicy(w.Org, simulator.SeedPolicy{
		Name: "Lock", Template: "lock_screen_darwin", Values: map[string]any{"timeout": 300},
	}); err != nil {
		w.T.Fatal(err)
	}

	integration = psasim.AddIntegration(w.Sim.World, w.ProviderID, psasim.ConnectWise)
	other, _ := w.Sim.OrganizationID(simulator.Globex)

	for org, company := range map[string]string{w.Org: "250", other: "251"} {
		w.Sim.Docs(psasim.Mappings, integration).Put(org, sim.Doc{"company": sim.Doc{"id": company, "name": "Old Name"}})
	}

	return integration
}

func (w *world) read() (acctest.Attrs, acctest.Diagnostics) {
	return w.Data(typeName, acctest.Attrs{"organization_id": w.Org})
}

// remaining are the steps' numbers.
func remaining(state acctest.Attrs) []any {
	all := []any{}

	steps, _ := state["steps"].([]any)
	for _, s := range steps {
		m, _ := s.(map[string]any)
		all = append(all, m["remaining"])
	}

	return all
}

func (w *world) want(got acctest.Attrs, want map[string]any) {
	w.T.Helper()

	for name, v := range want {
		if !reflect.DeepEqual(got[name], v) {
			w.T.Errorf("%s is %v, want %v", name, got[name], v)
		}
	}
}

var wantError = proof.WantError

func TestOffboarding(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	integration := w.fill(41, 38)

	got, d := w.read()
	if len(d) > 0 {
		t.Fatalf("%s", d)
	}

	w.want(got, map[string]any{
		"organization_id": w.Org, "name": "Acme Inc", "account_type": "Tenant", "pending_delete": false,
		"users": 41, "devices": 38, "policies": 1, "ready": false,
		"mappings": []any{map[string]any{
			"type": "connectwise", "integration_id": integration, "company_id": "250", "company_name": psasim.Acme,
		}},
	})

	if want := []any{38, 41, 1, nil, 1, nil}; !reflect.DeepEqual(remaining(got), want) {
		t.Errorf("remaining %v, want %v", remaining(got), want)
	}

	// Only what acts in the organization names it in a header.
	for _, e := range w.Sim.Log().Calls("", "/api/") {
		inside := strings.HasPrefix(e.Path, "/api/system") || e.Path == "/api/v2/policies"
		if (e.Header.Get("X-Org-Id") == w.Org) != inside {
			t.Errorf("%s was sent with the organization %q", e.Path, e.Header.Get("X-Org-Id"))
		}
	}

	// Emptied, and asked for.
	for _, collection := range []string{organizationsim.Systems, organizationsim.SystemUsers} {
		for _, id := range w.Sim.Docs(collection, w.Org).IDs() {
			w.Sim.Remove(collection, w.Org, id)
		}
	}

	got, _ = w.read()
	w.want(got, map[string]any{"users": 0, "devices": 0, "ready": false})

	w.Sim.Docs(psasim.Mappings, integration).Remove(w.Org)
	organizationsim.SetPendingDelete(w.Sim.World, w.Org, true)

	got, d = w.read()
	if len(d) > 0 {
		t.Errorf("%s", d)
	}

	w.want(got, map[string]any{"pending_delete": true, "mappings": []any{}, "ready": true, "policies": 1})

	if want := []any{0, 0, 0, nil, 0, nil}; !reflect.DeepEqual(remaining(got), want) {
		t.Errorf("remaining %v, want %v", remaining(got), want)
	}
}

// Whether organizations that are not mapped are listed is not documented: both are.
func TestUnmappedOrganizations(t *testing.T) {
	t.Parallel()

	for _, listed := range []string{"listed", "omitted"} {
		w := newWorld(t, map[string]string{"mappings-unmapped-organizations": listed})
		psasim.AddIntegration(w.Sim.World, w.ProviderID, psasim.Autotask)

		got, d := w.read()
		if len(d) > 0 {
			t.Errorf("%s", d)
		}

		w.want(got, map[string]any{"mappings": []any{}, "ready": true})
	}
}

// Where integrations are out of sight nobody can say that nothing is mapped.
func TestMappingsOutOfSight(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	key := w.Sim.AddKey("reader@example.com", jumpcloudsim.Access{ProviderID: w.ProviderID, AllOrganizations: true, Role: "Read Only"}, "")

	for name, env := range map[string]acctest.Environment{
		"a key of the organization alone": acctest.As(w.Sim, simulator.RoleTenant),
		"a role without integrations":     acctest.As(w.Sim, simulator.RoleBilling).With("JUMPCLOUD_API_KEY", key),
	} {
		w.Use(env)

		got, d := w.read()
		if len(d.Errors()) > 0 || !strings.Contains(d.Warnings().String(), "PSA Mappings Not Known") {
			t.Errorf("%s: %s", name, d)
		}

		w.want(got, map[string]any{"mappings": nil, "ready": false, "users": 0})
	}
}

func TestFindsNothing(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	foreign, _ := w.Sim.OrganizationID(simulator.OtherTenant)

	_, d := w.Data(typeName, acctest.Attrs{"organization_id": foreign})
	wantError(t, d, "Unable to Read Organization Offboarding", foreign)

	_, d = w.Data(typeName, acctest.Attrs{})
	wantError(t, d, "no organization is named")

	_, d = w.Data(typeName, acctest.Attrs{"organization_id": "Acme Inc"})
	wantError(t, d, "24 hexadecimal digits")
}

func TestFaults(t *testing.T) {
	t.Parallel()

	for _, prefix := range []string{
		"/api/organizations/", "/api/systemusers", "/api/systems", "/api/v2/policies", "/api/v2/integrations",
	} {
		t.Run(prefix, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, nil)
				w.fill(1, 1)

				for name, f := range map[string]sim.Fault{
					"500": {Times: 1, Status: 500}, "503": {Times: 1, Status: 503}, "429": {Times: 1, Status: 429, RetryAfter: "1"},
					"dropped": {Times: 1, Drop: true}, "malformed": {Times: 1, Malformed: true},
				} {
					f.PathPrefix = prefix
					in := w.Sim.Inject(f)

					if got, d := w.read(); len(d) > 0 || in.Fired() == 0 || got["users"] != 1 {
						t.Errorf("%s: fired %d\n%s", name, in.Fired(), d)
					}

					in.Remove()
				}

				in := w.Sim.Inject(sim.Fault{PathPrefix: prefix, Status: 400})
				_, d := w.read()
				wantError(t, d, "Unable to Read Organization Offboarding", "Acme Inc", "status 400")
				in.Remove()
			})
		})
	}
}
