// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package office365

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// office365 is the object as the API returns it.
type office365 struct {
	ID                           string         `json:"id"`
	Name                         string         `json:"name"`
	UserLockoutAction            string         `json:"userLockoutAction"`
	UserPasswordExpirationAction string         `json:"userPasswordExpirationAction"`
	GroupsEnabled                bool           `json:"groupsEnabled"`
	DefaultDomain                *defaultDomain `json:"defaultDomain"`
}

type defaultDomain struct {
	ID     string `json:"id,omitempty"`
	Domain string `json:"domain,omitempty"`
}

// domainID is the default domain's id, or "".
func (o office365) domainID() string {
	if o.DefaultDomain == nil {
		return ""
	}

	return o.DefaultDomain.ID
}

// office365Body is the object as PATCH takes it: what is left out stays as it is, and an
// empty default domain clears it (evidence: directories 3.1).
type office365Body struct {
	Name                         *string        `json:"name,omitempty"`
	UserLockoutAction            *string        `json:"userLockoutAction,omitempty"`
	UserPasswordExpirationAction *string        `json:"userPasswordExpirationAction,omitempty"`
	GroupsEnabled                *bool          `json:"groupsEnabled,omitempty"`
	DefaultDomain                *defaultDomain `json:"defaultDomain,omitempty"`
}

// directory is what the list of all directories tells; office365s has no list of its own.
type directory struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Type string `json:"type"`
}

const directoryType = "office_365"

// candidate is what a name can mean.
func (d directory) candidate() kit.Candidate { return kit.Candidate{ID: d.ID, Name: d.Name} }

// directories lists the Microsoft 365 directories. Whether the list can be filtered by
// type is not documented.
func directories(ctx context.Context, t *jumpcloud.Tenant) ([]directory, error) {
	all, err := collections.All(ctx, collections.Listing[directory]{
		Route: t.V2("directories"), Sort: jumpcloud.SortID, ID: func(d directory) string { return d.ID },
	})

	ours := []directory{}

	for _, d := range all {
		if d.Type == directoryType {
			ours = append(ours, d)
		}
	}

	return ours, err
}

func get(ctx context.Context, t *jumpcloud.Tenant, id string) (office365, error) {
	return collections.Get[office365](ctx, t.V2("office365s", id))
}

// owned makes sure that the directory is the organization's. The calls below it take no
// x-org-id, so nothing else would notice another organization's directory.
func owned(ctx context.Context, t *jumpcloud.Tenant, id string) error {
	_, err := collections.GetOnce[office365](ctx, t.V2("office365s", id))

	return err
}

// adopt finds the directory with that id, or the only one.
func adopt(ctx context.Context, t *jumpcloud.Tenant, id string) (office365, error) {
	if id != "" {
		o, err := get(ctx, t, id)

		return o, kit.NotFoundAt(path.Root("id"), err, fmt.Sprintf("no Microsoft 365 directory has the id %s. Leave id out where the organization has one alone", id))
	}

	all, err := directories(ctx, t)
	if err != nil {
		return office365{}, err
	}

	names := make([]string, 0, len(all))
	for _, d := range all {
		names = append(names, fmt.Sprintf("%q (%s)", d.Name, d.ID))
	}

	switch len(all) {
	case 1:
		return get(ctx, t, all[0].ID)
	case 0:
		return office365{}, rest.NotFound(http.MethodGet, t.V2("directories").Path(),
			"the organization has no Microsoft 365 directory; connect one in the console first, since the API cannot")
	}

	return office365{}, fmt.Errorf("the organization has several Microsoft 365 directories: %s; set id to one of theirs",
		strings.Join(names, ", "))
}

func change(ctx context.Context, t *jumpcloud.Tenant, id string, b office365Body) (office365, error) {
	o, err := collections.Patch[office365](ctx, t.V2("office365s", id), b)
	if errors.Is(err, rest.ErrGarbled) {
		return get(ctx, t, id)
	}

	return o, err
}

// domain is an element of the list of domains, and what a creation answers wrapped in
// one more object.
type domain struct {
	ID      string `json:"objectId"`
	Domain  string `json:"domain"`
	Default bool   `json:"default"`
}

// UnmarshalJSON reads both shapes.
func (d *domain) UnmarshalJSON(data []byte) error {
	type plain domain

	var wrapped struct {
		Domain *plain `json:"domain"`
	}

	if json.Unmarshal(data, &wrapped) == nil && wrapped.Domain != nil {
		*d = domain(*wrapped.Domain)

		return nil
	}

	return json.Unmarshal(data, (*plain)(d))
}

// translationRule is the object as the API returns it.
type translationRule struct {
	ID        string `json:"id"`
	BuiltIn   string `json:"builtIn"`
	Direction string `json:"direction"`
}

// translationRuleBody is the object as POST takes it.
type translationRuleBody struct {
	BuiltIn   string `json:"builtIn"`
	Direction string `json:"direction"`
}

// importUser is a user of Microsoft 365 who can be imported.
type importUser struct {
	ID                string `json:"id"`
	UserPrincipalName string `json:"userPrincipalName"`
	GivenName         string `json:"givenName"`
	Surname           string `json:"surname"`
}
