// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package estate_test

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/billing/billingsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policyresult/policyresultsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// now is when all reports of the tests are made.
var now = time.Date(2026, time.November, 25, 6, 0, 0, 0, time.UTC)

const (
	tenants = 40
	role    = "operations@examplemsp.example"
)

// policies are the twelve that every tenant has.
var policies = []string{
	"macOS - Lock screen", "macOS - FileVault 2", "macOS - Firewall", "macOS - Gatekeeper", "macOS - Software updates", "macOS - Guest account off",
	"Windows - Lock screen", "Windows - BitLocker", "Windows - Defender", "Windows - Disable LLMNR", "Windows - Updates", "Windows - Removable storage",
}

var kinds = []string{"Dental", "Legal", "Logistics", "Robotics", "Foods", "Architects", "Insurance", "Clinic"}

var places = []string{"Harbor", "Acme", "Globex", "Northwind", "Initech"}

func tenantName(i int) string { return places[i/len(kinds)] + " " + kinds[i%len(kinds)] }

// newFleet is a provider of forty tenants with twelve policies each, of which some fail.
func newFleet(t *testing.T) *simulator.Simulator {
	t.Helper()

	seed := simulator.Seed{
		Providers:       []simulator.SeedProvider{{Provider: jumpcloudsim.Provider{Name: "Example MSP"}}},
		Keys:            []simulator.SeedKey{{Role: role, Provider: "Example MSP", AllOrganizations: true, Billing: true}},
		ServiceAccounts: []simulator.SeedKey{{Role: "nightly", Provider: "Example MSP", AllOrganizations: true}},
	}

	for i := range tenants {
		seed.Providers[0].Organizations = append(seed.Providers[0].Organizations, simulator.SeedOrganization{
			Organization: jumpcloudsim.Organization{Name: tenantName(i), MaxSystemUsers: seats(i)},
		})
	}

	s := acctest.Simulator(t, simulator.Options{Seed: &seed, Now: func() time.Time { return now.Add(-18 * time.Hour) }})
	for i := range tenants {
		populate(t, s, i)
	}

	s.ExpireKey(s.Key(role), now.Add(9*24*time.Hour))
	connect(t, s)

	return s
}

func seats(i int) *int {
	if i%5 == 0 {
		return nil
	}

	return new(10 + 5*(i%7))
}

// populate gives a tenant its policies and devices, and what the devices report. Every
// fourth tenant is all right.
func populate(t *testing.T, s *simulator.Simulator, i int) {
	t.Helper()

	org, _ := s.OrganizationID(tenantName(i))
	devices := 6 + i%9
	all := groupsim.Ref{Type: groupsim.SystemGroup, ID: groupsim.AddGroup(s.World, org, groupsim.SystemGroup, "All devices")}

	var systems []string

	for d := range devices {
		id := groupsim.AddSystem(s.World, org, groupsim.Device{DisplayName: fmt.Sprintf("%s-%02d", strings.ToUpper(kinds[i%len(kinds)][:3]), d+1)})
		groupsim.Join(s.World, org, all, groupsim.Ref{Type: groupsim.System, ID: id})
		systems = append(systems, id)
	}

	for j, name := range policies {
		if i == 7 && j > 8 {
			continue // a tenant that has not got all of them
		}

		id, err := s.AddPolicy(org, simulator.SeedPolicy{Name: name, Template: "lock_screen_darwin", Values: map[string]any{"timeout": 300}})
		if err != nil {
			t.Fatal(err)
		}

		groupsim.Bind(s.World, org, groupsim.Ref{Type: groupsim.Policy, ID: id}, all)

		for d, system := range systems {
			policyresultsim.Report(s.World, org, policyresultsim.Result{PolicyID: id, SystemID: system, State: state(i, j, d)})
		}
	}
}

func state(tenant, policy, device int) string {
	switch n := tenant*31 + policy*17 + device*7; {
	case tenant%4 == 3:
		return policyresultsim.Success
	case tenant == 12 && policy < 4, n%41 == 0, policy == 7 && tenant%6 == 1 && device%2 == 0:
		return policyresultsim.Failed
	case n%53 == 0:
		return policyresultsim.Pending
	}

	return policyresultsim.Success
}

// connect bills most tenants through ConnectWise, one of them through an agreement that has
// ended, and leaves two administrators without a second factor.
func connect(t *testing.T, s *simulator.Simulator) {
	t.Helper()

	provider, _ := s.ProviderID("Example MSP")
	integration := psasim.AddIntegration(s.World, provider, psasim.ConnectWise)
	companies := s.Store.Docs(psasim.Companies, integration).All()

	for i := range tenants - 3 {
		org, _ := s.OrganizationID(tenantName(i))
		m := sim.Doc{"organization": sim.Doc{"id": org}, "company": sim.Doc{"id": companies[i%len(companies)]["id"], "name": tenantName(i)}}

		if i == 5 {
			m["agreement"] = sim.Doc{"id": "999999", "name": "Gone"}
		}

		s.Store.Docs(psasim.Mappings, integration).Put(org, sim.ToDoc(m))
	}

	if _, err := psasim.Sync(s.World, integration); err != nil {
		t.Fatal(err)
	}

	billingsim.SetDetails(s.World, provider, sim.ToDoc(sim.Doc{
		"contractType": "Annual", "hasContract": true, "assignedLicenses": 612,
		"products": []any{sim.Doc{"name": "JumpCloud Platform", "capabilities": []any{}, "includedLicenses": 10, "purchasedLicenses": 590}},
	}))

	for _, mail := range []string{"kim@examplemsp.example", "lee@examplemsp.example"} {
		s.AddKey(mail, jumpcloudsim.Access{ProviderID: provider, AllOrganizations: true}, "")
	}

	admins := s.Store.Docs(jumpcloudsim.Administrators, "")
	for _, d := range admins.All() {
		id, _ := d["id"].(string)
		d["enableMultiFactor"] = d["email"] == role
		admins.Put(id, d)
	}
}

// buffer may be written to while it is read.
type buffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()

	return b.b.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()

	return b.b.String()
}

// run runs the program against a simulator, which may be nil.
func run(t *testing.T, s *simulator.Simulator, args ...string) (code int, stdout, stderr string) {
	t.Helper()

	return runAt(t, s, "20", args...)
}

// runAt runs the program with as many requests a second.
func runAt(t *testing.T, s *simulator.Simulator, rate string, args ...string) (code int, stdout, stderr string) {
	t.Helper()

	var out, errs buffer

	p := estate.Process{
		Version: "1.2.3", Stdout: &out, Stderr: &errs, Now: func() time.Time { return now }, Getenv: func(string) string { return "" },
	}

	if s != nil {
		env := acctest.As(s, role).With("JUMPCLOUD_REQUESTS_PER_SECOND", rate)
		p.Transport, p.Getenv = s.Transport(), func(name string) string { return env[name] }
	}

	code = estate.Main(t.Context(), p, args)

	return code, out.String(), errs.String()
}
