// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package ldapserver

import (
	"context"
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

// ldapServer is the object as the API returns it.
type ldapServer struct {
	ID                           string `json:"id"`
	Name                         string `json:"name"`
	UserLockoutAction            string `json:"userLockoutAction"`
	UserPasswordExpirationAction string `json:"userPasswordExpirationAction"`
}

// ldapServerBody is the object as PATCH takes it: what is left out stays as it is.
type ldapServerBody struct {
	UserLockoutAction            string `json:"userLockoutAction,omitempty"`
	UserPasswordExpirationAction string `json:"userPasswordExpirationAction,omitempty"`
}

func listing(t *jumpcloud.Tenant) collections.Listing[ldapServer] {
	return collections.Listing[ldapServer]{
		Route:  t.V2("ldapservers"),
		Sort:   jumpcloud.SortID,
		ID:     func(s ldapServer) string { return s.ID },
		Single: func(ctx context.Context, id string) (ldapServer, error) { return get(ctx, t, id) },
	}
}

func get(ctx context.Context, t *jumpcloud.Tenant, id string) (ldapServer, error) {
	return collections.Get[ldapServer](ctx, t.V2("ldapservers", id))
}

// adopt finds the server with that id, or the only one.
func adopt(ctx context.Context, t *jumpcloud.Tenant, id string) (ldapServer, error) {
	if id != "" {
		s, err := get(ctx, t, id)

		return s, kit.NotFoundAt(path.Root("id"), err, fmt.Sprintf("no LDAP server has the id %s. Leave id out to adopt the organization's own", id))
	}

	all, err := collections.All(ctx, listing(t))
	if err != nil {
		return ldapServer{}, err
	}

	names := make([]string, 0, len(all))
	for _, s := range all {
		names = append(names, fmt.Sprintf("%q (%s)", s.Name, s.ID))
	}

	switch len(all) {
	case 1:
		return all[0], nil
	case 0:
		return ldapServer{}, rest.NotFound(http.MethodGet, listing(t).Route.Path(), "the organization has no LDAP server")
	}

	return ldapServer{}, fmt.Errorf("the organization has several LDAP servers: %s; set id to one of theirs", strings.Join(names, ", "))
}

func change(ctx context.Context, t *jumpcloud.Tenant, id string, b ldapServerBody) (ldapServer, error) {
	s, err := collections.Patch[ldapServer](ctx, t.V2("ldapservers", id), b)
	if errors.Is(err, rest.ErrGarbled) {
		return get(ctx, t, id)
	}

	return s, err
}

// sambaDomain is the object as the API returns it.
type sambaDomain struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	SID  string `json:"sid"`
}

// sambaDomainBody is the object as POST and PUT take it.
type sambaDomainBody struct {
	Name string `json:"name"`
	SID  string `json:"sid"`
}

// candidate is what a name can mean.
func (d sambaDomain) candidate() kit.Candidate { return kit.Candidate{ID: d.ID, Name: d.Name} }

func domains(t *jumpcloud.Tenant, server string) collections.Listing[sambaDomain] {
	return collections.Listing[sambaDomain]{
		Route:  t.V2("ldapservers", server, "sambadomains"),
		Sort:   jumpcloud.SortID,
		ID:     func(d sambaDomain) string { return d.ID },
		Single: func(ctx context.Context, id string) (sambaDomain, error) { return getDomain(ctx, t, server, id) },
	}
}

func createDomain(ctx context.Context, t *jumpcloud.Tenant, server string, b sambaDomainBody) (sambaDomain, error) {
	return collections.Create(ctx, collections.Creation[sambaDomain]{
		List: domains(t, server), Body: b, Name: b.Name,
		Same: func(_ context.Context, d sambaDomain) (bool, error) { return d.Name == b.Name && d.SID == b.SID, nil },
	})
}

func getDomain(ctx context.Context, t *jumpcloud.Tenant, server, id string) (sambaDomain, error) {
	return collections.Get[sambaDomain](ctx, t.V2("ldapservers", server, "sambadomains", id))
}

func replaceDomain(ctx context.Context, t *jumpcloud.Tenant, server, id string, b sambaDomainBody) (sambaDomain, error) {
	d, err := collections.Put[sambaDomain](ctx, t.V2("ldapservers", server, "sambadomains", id), b)
	if errors.Is(err, rest.ErrGarbled) {
		return getDomain(ctx, t, server, id)
	}

	return d, err
}

func removeDomain(ctx context.Context, t *jumpcloud.Tenant, server, id string) error {
	return collections.Delete(ctx, t.V2("ldapservers", server, "sambadomains", id))
}
