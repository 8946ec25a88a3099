// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package simulator

import (
	"fmt"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/bindplanesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/simprogram"
)

// Seed describes a world. As a file it is JSON:
//
//	{
//	  "organizations": [{"display_name": "Acme Inc", "projects": ["Production"]}],
//	  "users": [
//	    {"role": "admin", "email": "admin@example.com", "admin": true, "organizations": ["Acme Inc"], "api_key": "a-key-of-your-own"},
//	    {"role": "viewer", "email": "ann@acme.example", "organizations": ["Acme Inc"]}
//	  ],
//	  "switches": {"project-header": "ignored"}
//	}
//
// API keys are assigned where they are absent. A user acts in the first project of the first
// organization that is named. Names refer to what is in the same file.
type Seed struct {
	Organizations []SeedOrganization `json:"organizations"`
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

// SeedOrganization is an organization with its projects.
type SeedOrganization struct {
	DisplayName string   `json:"display_name"`
	Projects    []string `json:"projects"`
}

// SeedUser is a user, whom summary and tests know by the role.
type SeedUser struct {
	Role          string   `json:"role"`
	Email         string   `json:"email"`
	Password      string   `json:"password"`
	APIKey        string   `json:"api_key"`
	Admin         bool     `json:"admin"`
	Organizations []string `json:"organizations"`
}

// Roles of the default world.
const (
	RoleAdmin  = "admin"  // Organization Admin
	RoleViewer = "viewer" // reads
)

// First is the organization of the default world.
const First = "Provider Inc"

// DefaultSeed is the world that a simulator has if nobody says otherwise: a server whose
// first organization is that of whoever runs it.
func DefaultSeed() Seed {
	return Seed{
		Organizations: []SeedOrganization{{DisplayName: First, Projects: []string{"Operations"}}},
		Users: []SeedUser{
			{Role: RoleAdmin, Email: "admin@example.com", Password: "simulated password", Admin: true, Organizations: []string{First}},
			{Role: RoleViewer, Email: "viewer@example.com", Organizations: []string{First}},
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

	ids, first := map[string]string{}, map[string]string{}

	for _, o := range seed.Organizations {
		id := s.AddOrganization(o.DisplayName)
		ids[o.DisplayName] = id

		for i, name := range o.Projects {
			if at := s.AddProject(id, name); i == 0 {
				first[o.DisplayName] = at
			}
		}
	}

	for i, u := range seed.Users {
		user := bindplanesim.User{Role: u.Role, Email: u.Email, Password: u.Password, APIKey: u.APIKey, Admin: u.Admin}
		if user.APIKey == "" {
			user.APIKey = "bindplane-" + u.Role + "-" + s.IDs.UUID()
		}

		for j, name := range u.Organizations {
			id, ok := ids[name]
			if !ok {
				return seed.at.Fail(fmt.Sprintf("users[%d].organizations[%d]", i, j), fmt.Sprintf("there is no organization %q", name))
			}

			user.Organizations = append(user.Organizations, id)

			if user.Project == "" {
				user.Project = first[name]
			}
		}

		s.AddUser(user)
	}

	return nil
}

// Summary is what whoever uses the simulator has to know.
type Summary struct {
	URL    string            `json:"url"`
	APIKey string            `json:"api_key"` // of the first user
	Keys   map[string]string `json:"keys"`    // by role
}

// Summary returns it for a simulator at an address.
func (s *Simulator) Summary(url string) Summary {
	sum := Summary{URL: url, Keys: map[string]string{}}

	for _, d := range s.Store.Docs(bindplanesim.Users, "").All() {
		u := bindplanesim.UserOf(d)
		sum.Keys[u.Role] = u.APIKey

		if sum.APIKey == "" {
			sum.APIKey = u.APIKey
		}
	}

	return sum
}

// Key is the API key of the first user with a role, or "".
func (s *Simulator) Key(role string) string { return s.Summary("").Keys[role] }
