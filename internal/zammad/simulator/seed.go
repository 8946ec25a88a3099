// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package simulator

import (
	"fmt"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/simprogram"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/objects/organization/organizationsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/objects/ticketpriority/ticketprioritysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/zammadsim"
)

// Seed describes a world. As a file it is JSON:
//
//	{
//	  "organizations": [{"name": "Acme Inc", "domain": "acme.example", "custom_attributes": {"customer_number": "A-1"}}],
//	  "attributes": [{"name": "customer_number", "mandatory": false}],
//	  "users": [
//	    {"role": "admin", "login": "admin@example.com", "permissions": ["admin", "ticket.agent"], "token": "a-token-of-your-own"},
//	    {"role": "member", "login": "ann@acme.example", "permissions": ["ticket.customer"], "organization": "Acme Inc"}
//	  ],
//	  "switches": {"organization-agent-writes": "allow"}
//	}
//
// Tokens are assigned where they are absent. Names refer to what is in the same file.
type Seed struct {
	Organizations []SeedOrganization `json:"organizations"`
	Attributes    []SeedAttribute    `json:"attributes"`
	Users         []SeedUser         `json:"users"`
	Switches      map[string]string  `json:"switches"`

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

// SeedOrganization is an organization.
type SeedOrganization struct {
	Name             string            `json:"name"`
	Domain           string            `json:"domain"`
	Note             string            `json:"note"`
	CustomAttributes map[string]string `json:"custom_attributes"`
}

// SeedAttribute is an attribute that the Object Manager has added to organizations.
type SeedAttribute struct {
	Name      string `json:"name"`
	Mandatory bool   `json:"mandatory"`
}

// SeedUser is a user, whom summary and tests know by the role.
type SeedUser struct {
	Role         string   `json:"role"`
	Login        string   `json:"login"`
	Password     string   `json:"password"`
	Token        string   `json:"token"`
	Permissions  []string `json:"permissions"`
	Organization string   `json:"organization"`
}

// Roles of the default world.
const (
	RoleAdmin    = "admin"    // everything
	RoleAgent    = "agent"    // reads organizations
	RoleCustomer = "customer" // no organization
	RoleMember   = "member"   // of the organization that an installation begins with
)

// Foundation is the organization that an installation begins with.
const Foundation = "Zammad Foundation"

// DefaultSeed is the world that a simulator has if nobody says otherwise: a new installation
// [docs], with an attribute that the Object Manager has added.
func DefaultSeed() Seed {
	return Seed{
		Organizations: []SeedOrganization{{Name: Foundation}},
		Attributes:    []SeedAttribute{{Name: "customer_number"}},
		Users: []SeedUser{
			{Role: RoleAdmin, Login: "admin@example.com", Password: "simulated password", Permissions: []string{"admin", "ticket.agent"}},
			{Role: RoleAgent, Login: "agent@example.com", Permissions: []string{"ticket.agent"}},
			{Role: RoleCustomer, Login: "customer@example.com", Permissions: []string{"ticket.customer"}},
			{Role: RoleMember, Login: "nicole.braun@zammad.org", Permissions: []string{"ticket.customer"}, Organization: Foundation},
		},
	}
}

// plant builds the world of a seed.
func (s *Simulator) plant(seed Seed) error {
	for name, value := range seed.Switches {
		if err := s.Switches.Set(name, value); err != nil {
			return seed.at.Fail("switches."+name, err.Error())
		}
	}

	for _, a := range seed.Attributes {
		s.Store.Docs(organizationsim.Attributes, "").Put(a.Name, sim.Doc{"name": a.Name, "mandatory": a.Mandatory, "default": nil})
	}

	ids := map[string]string{}

	for _, o := range seed.Organizations {
		d := sim.Doc{"name": o.Name, "domain": o.Domain, "note": o.Note}
		for name, value := range o.CustomAttributes {
			d[name] = value
		}

		ids[o.Name] = organizationsim.Add(s.World, d)
	}

	for i, u := range seed.Users {
		id, ok := ids[u.Organization]
		if u.Organization != "" && !ok {
			return seed.at.Fail(fmt.Sprintf("users[%d].organization", i), fmt.Sprintf("there is no organization %q", u.Organization))
		}

		if u.Token == "" {
			u.Token = "zammad-" + u.Role + "-" + s.IDs.UUID()
		}

		s.AddUser(zammadsim.User{
			Role: u.Role, Login: u.Login, Password: u.Password, Token: u.Token, Permissions: u.Permissions, OrganizationID: id,
		})
	}

	// The priorities of a new installation [docs].
	for _, p := range []sim.Doc{
		{"name": "1 low", "ui_icon": "low-priority", "ui_color": "low-priority"},
		{"name": "2 normal", "default_create": true},
		{"name": "3 high", "ui_icon": "important", "ui_color": "high-priority"},
	} {
		ticketprioritysim.Add(s.World, p)
	}

	return nil
}

// Summary is what whoever uses the simulator has to know.
type Summary struct {
	URL    string            `json:"url"`
	Token  string            `json:"token"`  // of the first user
	Tokens map[string]string `json:"tokens"` // by role
}

// Summary returns it for a simulator at an address.
func (s *Simulator) Summary(url string) Summary {
	sum := Summary{URL: url, Tokens: map[string]string{}}

	for _, d := range s.Store.Docs(zammadsim.Users, "").All() {
		u := zammadsim.UserOf(d)
		sum.Tokens[u.Role] = u.Token

		if sum.Token == "" {
			sum.Token = u.Token
		}
	}

	return sum
}

// Token is that of the first user with a role, or "".
func (s *Simulator) Token(role string) string { return s.Summary("").Tokens[role] }
