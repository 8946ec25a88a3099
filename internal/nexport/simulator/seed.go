// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package simulator

import (
	"fmt"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/simprogram"
)

// Seed describes a world. As a file it is JSON:
//
//	{
//	  "organizations": [
//	    {"name": "Training", "short_name": "TRAIN"},
//	    {"name": "Acme Inc", "short_name": "ACME", "parent": "TRAIN", "custom_profile_fields": ["badge"]}
//	  ],
//	  "groups": [{"name": "Leads", "short_name": "ACME-LEADS", "parent": "ACME"}],
//	  "users": [{"role": "admin", "login": "admin", "password": "a-password-of-your-own", "organization": "TRAIN"}],
//	  "switches": {"first-page": "0"}
//	}
//
// Ids are assigned, and so are passwords where they are absent. Parents and organizations
// are named by the short names of what stands before them in the same file.
type Seed struct {
	Organizations []SeedOrganization `json:"organizations"`
	Groups        []SeedGroup        `json:"groups"`
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

// SeedOrganization is an organization, which only people in the console can make.
type SeedOrganization struct {
	Name                string   `json:"name"`
	ShortName           string   `json:"short_name"`
	Parent              string   `json:"parent"`
	CustomProfileFields []string `json:"custom_profile_fields"` // by key
}

// SeedGroup is a group.
type SeedGroup struct {
	Name      string `json:"name"`
	ShortName string `json:"short_name"`
	Parent    string `json:"parent"`
}

// SeedUser is a user. One with a role can log in to the API, and summary and tests know the
// user by it.
type SeedUser struct {
	Role         string            `json:"role"`
	Login        string            `json:"login"`
	Password     string            `json:"password"`
	FirstName    string            `json:"first_name"`
	LastName     string            `json:"last_name"`
	Email        string            `json:"email"`
	Organization string            `json:"organization"`
	ContactInfo  map[string]string `json:"contact_info"`
}

// Roles of the default world.
const (
	RoleAdmin    = "admin"    // everything
	RoleViewer   = "viewer"   // reads
	RoleOperator = "operator" // a system operator, whom the API refuses [V]
)

// Short names of the default world.
const (
	Root = "TRAIN"
	Acme = "ACME"
)

// DefaultSeed is the world that a simulator has if nobody says otherwise.
func DefaultSeed() Seed {
	return Seed{
		Organizations: []SeedOrganization{
			{Name: "Training", ShortName: Root},
			{Name: "Acme Inc", ShortName: Acme, Parent: Root, CustomProfileFields: []string{"badge", "cost_center"}},
			{Name: "Bolt Ltd", ShortName: "BOLT", Parent: Root},
		},
		Groups: []SeedGroup{{Name: "Acme Leads", ShortName: "ACME-LEADS", Parent: Acme}, {Name: "Acme Safety", ShortName: "ACME-SAFETY", Parent: Acme}},
		Users: []SeedUser{
			{Role: RoleAdmin, Login: "admin", Password: "simulated-password", FirstName: "Ada", LastName: "Admin", Organization: Root},
			{Role: RoleViewer, Login: "viewer", FirstName: "Vera", LastName: "Viewer", Organization: Root},
			{Role: RoleOperator, Login: "operator", FirstName: "Otto", LastName: "Operator", Organization: Root},
			{
				Login: "ann@acme.example", FirstName: "Ann", LastName: "Arbor", Email: "ann@acme.example", Organization: Acme,
				ContactInfo: map[string]string{"city": "Ann Arbor", "phone": "+1 555 0100"},
			},
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

	ids := map[string]string{"": ""}
	missing := func(at, name string) error {
		return seed.at.Fail(at, fmt.Sprintf("nothing with the short name %q stands before it", name))
	}

	for i, o := range seed.Organizations {
		parent, ok := ids[o.Parent]
		if !ok {
			return missing(fmt.Sprintf("organizations[%d].parent", i), o.Parent)
		}

		id := s.AddEntry(sim.Doc{"name": o.Name, "short_name": o.ShortName, "type": nexportsim.Organization, "parent_id": parent})
		ids[o.ShortName] = id

		for _, key := range o.CustomProfileFields {
			field := s.IDs.UUID()
			s.Store.Docs(nexportsim.ProfileFields, "").Put(field, sim.Doc{"id": field, "key": key, "name": key, "type": "Text", "org_id": id})
		}
	}

	for i, g := range seed.Groups {
		parent, ok := ids[g.Parent]
		if !ok || parent == "" {
			return missing(fmt.Sprintf("groups[%d].parent", i), g.Parent)
		}

		ids[g.ShortName] = s.AddEntry(sim.Doc{"name": g.Name, "short_name": g.ShortName, "type": nexportsim.Group, "parent_id": parent})
	}

	for i, u := range seed.Users {
		org, ok := ids[u.Organization]
		if !ok {
			return missing(fmt.Sprintf("users[%d].organization", i), u.Organization)
		}

		if u.Password == "" {
			u.Password = "nexport-" + s.IDs.UUID()
		}

		id := s.IDs.UUID()
		s.Store.Docs(nexportsim.Users, "").Put(id, sim.Doc{
			"user_id": id, "role": u.Role, "login": u.Login, "password": u.Password, "owner_org_id": org,
			"first_name": u.FirstName, "middle_name": "", "last_name": u.LastName, "email": u.Email, "title_prefix": "", "nickname": "",
			"contact_info": u.ContactInfo,
		})
	}

	return nil
}

// Login is what a user logs in with.
type Login struct {
	Username string `json:"username"`
	Password string `json:"password"`
}

// Summary is what whoever uses the simulator has to know.
type Summary struct {
	URL           string            `json:"url"`
	Login                           // of the first user with a role
	Logins        map[string]Login  `json:"logins"`        // by role
	Organizations map[string]string `json:"organizations"` // ids by short name
}

// Summary returns it for a simulator at an address.
func (s *Simulator) Summary(url string) Summary {
	sum := Summary{URL: url, Logins: map[string]Login{}, Organizations: map[string]string{}}

	for _, u := range s.Store.Docs(nexportsim.Users, "").All() {
		role := nexportsim.Text(u, "role")
		if role == "" {
			continue
		}

		sum.Logins[role] = Login{nexportsim.Text(u, "login"), nexportsim.Text(u, "password")}
		if sum.Username == "" {
			sum.Login = sum.Logins[role]
		}
	}

	for _, d := range s.Store.Docs(nexportsim.Directory, "").All() {
		if nexportsim.Text(d, "type") == nexportsim.Organization {
			sum.Organizations[nexportsim.Text(d, "short_name")] = nexportsim.Text(d, "id")
		}
	}

	return sum
}

// EntryID is the id of the organization or group with a short name, or "".
func (s *Simulator) EntryID(short string) string {
	d, _ := s.Store.Docs(nexportsim.Directory, "").Find(func(d sim.Doc) bool { return d["short_name"] == short })

	return nexportsim.Text(d, "id")
}

// UserID is the id of the user with a login, or "".
func (s *Simulator) UserID(login string) string {
	d, _ := s.Store.Docs(nexportsim.Users, "").Find(func(d sim.Doc) bool { return d["login"] == login })

	return nexportsim.Text(d, "user_id")
}
