// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package simulator

import (
	_ "embed" // a seed file
	"fmt"
	"slices"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/simprogram"
)

// ExampleSeed is a seed file with something of everything.
//
//go:embed example-seed.json
var ExampleSeed string

// Seed describes a world. As a file it is JSON, such as [ExampleSeed]. Ids ("id" of a
// provider or organization) and keys are assigned where they are absent. Names refer to what
// the same file names: members, assignments and results within their organization,
// organizations and roles within their provider.
type Seed struct {
	Providers       []SeedProvider    `json:"providers"`
	Keys            []SeedKey         `json:"keys"`
	ServiceAccounts []SeedKey         `json:"service_accounts"`
	Switches        map[string]string `json:"switches"`

	at simprogram.Places // nil of a seed that is no file
}

// ReadSeed reads a seed file. Its errors name line, column and member.
func ReadSeed(path string) (*Seed, error) {
	seed, places, err := simprogram.ReadSeed[Seed](path)
	if err == nil {
		seed.at = places
	}

	return seed, err
}

// Names of the default world.
const (
	DefaultProvider = "Example MSP"
	OtherProvider   = "Other MSP"
	AcmeInc         = "Acme Inc" // has MDM for all systems
	Globex          = "Globex"   // has none
	Initech         = "Initech"  // has none
	OtherTenant     = "Umbrella" // of the other provider

	RoleBilling = "billing" // all organizations of the default provider, with billing
	RoleLimited = "limited" // Acme Inc and Globex, without billing
	RoleTenant  = "tenant"  // an administrator of Acme Inc alone
	RoleOther   = "other"   // all organizations of the other provider
	RoleService = "service" // the service account: as billing
)

// DefaultSeed is the world that a simulator has if nobody says otherwise.
func DefaultSeed() Seed {
	organization := func(name string, mdm bool) SeedOrganization {
		return SeedOrganization{Organization: jumpcloudsim.Organization{
			Name: name, MDM: jumpcloudsim.MDM{Apple: mdm, Windows: mdm, Android: mdm},
		}}
	}

	return Seed{
		Providers: []SeedProvider{
			{
				Provider: jumpcloudsim.Provider{Name: DefaultProvider},
				Organizations: []SeedOrganization{
					organization(AcmeInc, true), organization(Globex, false), organization(Initech, false),
				},
			},
			{
				Provider:      jumpcloudsim.Provider{Name: OtherProvider},
				Organizations: []SeedOrganization{organization(OtherTenant, false)},
			},
		},
		Keys: []SeedKey{
			{Role: RoleBilling, Provider: DefaultProvider, AllOrganizations: true, Billing: true},
			{Role: RoleLimited, Provider: DefaultProvider, Organizations: []string{AcmeInc, Globex}},
			{Role: RoleTenant, Organization: AcmeInc, Billing: true},
			{Role: RoleOther, Provider: OtherProvider, AllOrganizations: true, Billing: true},
		},
		ServiceAccounts: []SeedKey{{Role: RoleService, Provider: DefaultProvider, AllOrganizations: true, Billing: true}},
	}
}

// plant builds the world of a seed.
func (s *Simulator) plant(seed Seed) error {
	if err := seed.check(); err != nil {
		return err
	}

	for name, value := range seed.Switches {
		if err := s.Switches.Set(name, value); err != nil {
			return seed.fail("switches."+name, err.Error())
		}
	}

	for i, p := range seed.Providers {
		if err := s.plantProvider(seed, fmt.Sprintf("providers[%d]", i), p); err != nil {
			return err
		}
	}

	for i, k := range seed.Keys {
		access, err := s.access(seed, fmt.Sprintf("keys[%d]", i), k)
		if err != nil {
			return err
		}

		if err := s.plantKey(seed, fmt.Sprintf("keys[%d]", i), k, access); err != nil {
			return err
		}
	}

	for i, k := range seed.ServiceAccounts {
		access, err := s.access(seed, fmt.Sprintf("service_accounts[%d]", i), k)
		if err != nil {
			return err
		}

		if k.Key != "" || k.KeyExpires != "" || k.MFA || k.Suspended {
			return seed.fail(fmt.Sprintf("service_accounts[%d]", i), "key, key_expires, mfa and suspended are of keys, not of service accounts")
		}

		s.AddServiceAccount(k.Role, access)
	}

	return nil
}

func (s *Simulator) plantProvider(seed Seed, path string, p SeedProvider) error {
	providerID := s.AddProvider(p.Provider)

	if err := s.plantRoles(seed, path, providerID, p.Roles); err != nil {
		return err
	}

	for i, o := range p.Organizations {
		tenant := seeded{
			Simulator: s, seed: seed, orgID: s.AddOrganization(providerID, o.Organization),
			path: fmt.Sprintf("%s.organizations[%d]", path, i), ids: map[string]map[string][]string{},
		}
		if err := tenant.plant(o); err != nil {
			return err
		}
	}

	for i, integration := range p.Integrations {
		if err := s.plantIntegration(seed, fmt.Sprintf("%s.integrations[%d]", path, i), providerID, integration); err != nil {
			return err
		}
	}

	return nil
}

// plantKey makes an administrator with an API key.
func (s *Simulator) plantKey(seed Seed, path string, k SeedKey, access jumpcloudsim.Access) error {
	key := s.AddKey(k.Role, access, k.Key)

	if k.KeyExpires != "" {
		at, err := time.Parse(time.RFC3339, k.KeyExpires)
		if err != nil {
			return seed.fail(path+".key_expires", fmt.Sprintf("%q is not a time such as 2026-12-31T00:00:00Z", k.KeyExpires))
		}

		s.ExpireKey(key, at)
	}

	admins := s.Store.Docs(jumpcloudsim.Administrators, "")
	if d, ok := admins.Find(func(d sim.Doc) bool { return d["key"] == key }); ok {
		d["enableMultiFactor"], d["suspended"] = k.MFA, k.Suspended
		admins.Put(fmt.Sprint(d["id"]), d)
	}

	return nil
}

// meantTemplate suggests a template where there is none of that name.
func (s *Simulator) meantTemplate(name string) string {
	var names []string

	for _, d := range s.Store.Docs(policysim.Templates, "").All() {
		n, _ := d["name"].(string)
		names = append(names, n)
	}

	if near, ok := nearest.Match(name, names); ok && near != name {
		return fmt.Sprintf("; did you mean %q?", near)
	}

	return ""
}

// AddPolicy creates a policy as if in the console and returns its id.
func (s *Simulator) AddPolicy(orgID string, p SeedPolicy) (string, error) {
	template, values, err := policysim.Stored(s.World, p.Template, p.Values)
	if err != nil {
		return "", fmt.Errorf("policy %q: %w", p.Name, err)
	}

	id := s.IDs.ObjectID()
	s.Put(policysim.Collection, orgID, id, sim.Doc{"name": p.Name, "notes": p.Notes, "template": template, "values": values})

	return id, nil
}

// access is what a key or an account may see.
func (s *Simulator) access(seed Seed, path string, k SeedKey) (jumpcloudsim.Access, error) {
	a := jumpcloudsim.Access{AllOrganizations: k.AllOrganizations, Billing: k.Billing}

	for i, name := range slices.Concat(k.Organizations, []string{k.Organization}) {
		if name == "" {
			continue
		}

		id, ok := s.OrganizationID(name)

		member := fmt.Sprintf("%s.organizations[%d]", path, i)
		if i == len(k.Organizations) {
			member = path + ".organization"
		}

		switch {
		case !ok:
			return a, seed.fail(member, nearest.Unknown("organization", name, seed.organizations()))
		case name == k.Organization:
			a.OrganizationID = id
		default:
			a.Organizations = append(a.Organizations, id)
		}
	}

	if k.Provider != "" {
		id, ok := s.ProviderID(k.Provider)
		if !ok {
			return a, seed.fail(path+".provider", nearest.Unknown("provider", k.Provider, seed.providers()))
		}

		a.ProviderID = id
	}

	if k.RoleName != "" {
		role, ok := s.FindRole(a.ProviderID, k.RoleName)
		if !ok {
			var names []string
			for _, r := range s.AllRoles(a.ProviderID) {
				names = append(names, fmt.Sprint(r["name"]))
			}

			return a, seed.fail(path+".role_name", nearest.Unknown("role", k.RoleName, names))
		}

		a.Role, a.Billing = k.RoleName, k.Billing || jumpcloudsim.HasBilling(role)
	}

	if (a.ProviderID == "") == (a.OrganizationID == "") {
		return a, seed.fail(path, fmt.Sprintf("%q needs either a provider or a single organization", k.Role))
	}

	return a, nil
}
