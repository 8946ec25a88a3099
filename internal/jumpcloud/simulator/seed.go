// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package simulator

import (
	"fmt"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/simprogram"
)

// Seed describes a world. As a file it is JSON:
//
//	{
//	  "providers": [{
//	    "name": "Example MSP",
//	    "organizations": [{
//	      "name": "Acme Inc", "max_system_users": 25, "mdm": {"apple": true},
//	      "iplists": [{"name": "Offices", "ips": ["192.0.2.0/24"]}],
//	      "policies": [{"name": "Lock", "template": "lock_screen_darwin", "values": {"timeout": 300}}]
//	    }]
//	  }],
//	  "keys": [
//	    {"role": "billing", "provider": "Example MSP", "all_organizations": true, "billing": true},
//	    {"role": "helpdesk", "provider": "Example MSP", "organizations": ["Acme Inc"], "key": "a-key-of-your-own"},
//	    {"role": "tenant", "organization": "Acme Inc"}
//	  ],
//	  "service_accounts": [{"role": "ci", "provider": "Example MSP", "all_organizations": true, "billing": true}],
//	  "switches": {"policy-sensitive-read": "masked"}
//	}
//
// Ids ("id" of a provider or organization) and keys are assigned where they are absent.
// Names refer to what stands before them in the same file.
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

// SeedProvider is a provider with its organizations.
type SeedProvider struct {
	jumpcloudsim.Provider

	Organizations []SeedOrganization `json:"organizations"`
}

// SeedOrganization is an organization with its objects.
type SeedOrganization struct {
	jumpcloudsim.Organization

	IPLists  []SeedIPList `json:"iplists"`
	Policies []SeedPolicy `json:"policies"`
}

// SeedIPList is an IP list.
type SeedIPList struct {
	Name        string   `json:"name"`
	Description string   `json:"description"`
	IPs         []string `json:"ips"`
}

// SeedPolicy is a policy whose template and fields go by name.
type SeedPolicy struct {
	Name     string         `json:"name"`
	Notes    string         `json:"notes"`
	Template string         `json:"template"`
	Values   map[string]any `json:"values"`
}

// SeedKey is an administrator, or a service account, and what it may see. With
// "organization" it belongs to that single organization and has no provider.
type SeedKey struct {
	Role             string   `json:"role"`
	Provider         string   `json:"provider"`
	AllOrganizations bool     `json:"all_organizations"`
	Organizations    []string `json:"organizations"`
	Organization     string   `json:"organization"`
	Billing          bool     `json:"billing"`
	Key              string   `json:"key"` // of administrators only
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
		providerID := s.AddProvider(p.Provider)

		for j, o := range p.Organizations {
			path := fmt.Sprintf("providers[%d].organizations[%d]", i, j)
			orgID := s.AddOrganization(providerID, o.Organization)

			for _, l := range o.IPLists {
				id := s.IDs.ObjectID()
				s.Put(iplistsim.Collection, orgID, id, sim.Doc{"name": l.Name, "description": l.Description, "ips": append([]string{}, l.IPs...)})
			}

			for k, policy := range o.Policies {
				if _, err := s.AddPolicy(orgID, policy); err != nil {
					return seed.fail(fmt.Sprintf("%s.policies[%d]", path, k), err.Error()+s.meantTemplate(policy.Template))
				}
			}
		}
	}

	for i, k := range seed.Keys {
		access, err := s.access(seed, fmt.Sprintf("keys[%d]", i), k)
		if err != nil {
			return err
		}

		s.AddKey(k.Role, access, k.Key)
	}

	for i, k := range seed.ServiceAccounts {
		access, err := s.access(seed, fmt.Sprintf("service_accounts[%d]", i), k)
		if err != nil {
			return err
		}

		s.AddServiceAccount(k.Role, access)
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

	if (a.ProviderID == "") == (a.OrganizationID == "") {
		return a, seed.fail(path, fmt.Sprintf("%q needs either a provider or a single organization", k.Role))
	}

	return a, nil
}
