// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package bindplaneadmin

import (
	"encoding/json"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
)

// Metadata is what every object of the API says of itself [docs].
type Metadata struct {
	ID          string `json:"id"`
	Name        string `json:"name"` // internal, unlike the name that people see
	DisplayName string `json:"displayName"`
}

// Organization is a client's part of a Bindplane: it holds projects, users and a licence.
type Organization struct {
	Metadata Metadata `json:"metadata"`

	// Initial is the project that a creation made with it; nil in any other answer.
	Initial *Project `json:"-"`
}

// UnmarshalJSON takes an organization as lists hold it, and as it is wrapped where it comes
// alone: {"organization": …}, with the project beside it that was made with it.
func (o *Organization) UnmarshalJSON(raw []byte) error {
	type plain Organization

	var wrapped struct {
		plain

		Organization *plain   `json:"organization"`
		Account      *Project `json:"account"`
	}

	if err := json.Unmarshal(raw, &wrapped); err != nil {
		return err
	}

	*o = Organization(wrapped.plain)
	if wrapped.Organization != nil {
		*o = Organization(*wrapped.Organization)
	}

	o.Initial = wrapped.Account

	return nil
}

// ID returns the organization's id.
func (o Organization) ID() string { return o.Metadata.ID }

// Project is where an organization's agents and configurations are; older servers call it
// an account.
type Project struct {
	Metadata Metadata `json:"metadata"`
	Spec     struct {
		SecretKey string `json:"secretKey"` // with which agents enrol
	} `json:"spec"`
}

// UnmarshalJSON takes a project as lists hold it, and wrapped as "account" or "project", since
// nobody documents what its creation answers.
func (p *Project) UnmarshalJSON(raw []byte) error {
	type plain Project

	var wrapped struct {
		plain

		Account *plain `json:"account"`
		Project *plain `json:"project"`
	}

	if err := json.Unmarshal(raw, &wrapped); err != nil {
		return err
	}

	switch {
	case wrapped.Account != nil:
		*p = Project(*wrapped.Account)
	case wrapped.Project != nil:
		*p = Project(*wrapped.Project)
	default:
		*p = Project(wrapped.plain)
	}

	return nil
}

// ID returns the project's id.
func (p Project) ID() string { return p.Metadata.ID }

// Organizations are those that the credential's user belongs to [docs].
func (c *Client) Organizations() collections.Listing[Organization] {
	return collections.Listing[Organization]{Route: c.V1("organizations"), Whole: true, ID: Organization.ID}
}

// Reserved are the names of organizations that the API could not be asked for by name: its
// paths have them already [docs].
var Reserved = []string{"accounts", "projects", "users", "verify"}

// IsReserved tells whether a name is one of [Reserved], whatever the case of its letters.
func IsReserved(name string) bool {
	for _, word := range Reserved {
		if strings.EqualFold(strings.TrimSpace(name), word) {
			return true
		}
	}

	return false
}
