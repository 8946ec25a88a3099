// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package role

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// role is the object as the API returns it.
type role struct {
	ID            string   `json:"id"`
	Name          string   `json:"name"`
	Description   string   `json:"description"`
	Scopes        []string `json:"scopes"`
	ProviderID    string   `json:"providerId"`
	CreatedBy     string   `json:"createdBy"`
	LastUpdatedBy string   `json:"lastUpdatedBy"`
	Custom        bool     `json:"isCustom"`

	OrganizationIDs []string `json:"organizationIds"`
}

// roleBody is the object as POST and PUT take it. PUT replaces, so no member is left out:
// organizationIds, of which nobody says what they do, go back as they are (evidence: people 3.1).
type roleBody struct {
	Name        string   `json:"name"`
	Description string   `json:"description"`
	Scopes      []string `json:"scopes"`
	ProviderID  string   `json:"providerId"`

	OrganizationIDs []string `json:"organizationIds,omitzero"`
}

// route names the provider whose custom roles are meant. All but POST document the
// x-provider-id header (evidence: transport 3.4); POST takes providerId in its body.
func route(ctx context.Context, p *jumpcloud.Portal, segments ...string) (collections.Route, string, error) {
	id, err := p.ProviderID(ctx)

	return p.V2("roles").Join(segments...).WithHeader("x-provider-id", id), id, err
}

func listing(ctx context.Context, p *jumpcloud.Portal) (collections.Listing[role], error) {
	r, _, err := route(ctx, p)

	return collections.Listing[role]{
		Route: r, Sort: jumpcloud.SortID, ID: func(r role) string { return r.ID },
		Single: func(ctx context.Context, id string) (role, error) { return get(ctx, p, id) },
	}, err
}

func create(ctx context.Context, p *jumpcloud.Portal, b roleBody, allowTwin bool) (role, error) {
	l, err := listing(ctx, p)
	if err != nil {
		return role{}, err
	}

	at := p.V2("roles")
	b.ProviderID, err = p.ProviderID(ctx)
	if err != nil {
		return role{}, err
	}

	return collections.Create(ctx, collections.Creation[role]{
		List: l, At: &at, Body: b, Name: b.Name, NameOf: func(r role) string { return r.Name }, AllowTwin: allowTwin,
		Same: func(_ context.Context, r role) (bool, error) { return b.describes(r), nil },
	})
}

// describes tells whether a role carries all that was sent.
func (b roleBody) describes(r role) bool {
	have, want := slices.Sorted(slices.Values(r.Scopes)), slices.Sorted(slices.Values(b.Scopes))

	return b.Name == r.Name && b.Description == r.Description && slices.Equal(have, want)
}

func get(ctx context.Context, p *jumpcloud.Portal, id string) (role, error) {
	r, _, err := route(ctx, p, id)
	if err != nil {
		return role{}, err
	}

	return collections.Get[role](ctx, r)
}

func find(ctx context.Context, p *jumpcloud.Portal, id string) (role, error) {
	l, err := listing(ctx, p)
	if err != nil {
		return role{}, err
	}

	r, err := collections.Lookup(ctx, l, id)
	if errors.Is(err, rest.ErrNotFound) {
		return get(ctx, p, id) // a list that is not there says nothing of the role
	}

	return r, err
}

func replace(ctx context.Context, p *jumpcloud.Portal, id string, b roleBody) (role, error) {
	r, provider, err := route(ctx, p, id)
	if err != nil {
		return role{}, err
	}

	now, err := get(ctx, p, id)
	if err != nil {
		return role{}, err
	}

	b.ProviderID, b.OrganizationIDs = provider, now.OrganizationIDs

	return collections.Replace[role](ctx, r, b)
}

func remove(ctx context.Context, p *jumpcloud.Portal, id string) error {
	r, _, err := route(ctx, p, id)
	if err != nil {
		return err
	}

	return collections.Delete(ctx, r)
}

// account is as much of a service account as tells whose role it has (evidence: people 4.1).
type account struct {
	ID     string `json:"objectId"`
	Name   string `json:"name"`
	RoleID string `json:"roleId"`
}

// inUse adds who has the role to the refusal to delete it. What cannot be listed is left out.
func inUse(ctx context.Context, p *jumpcloud.Portal, id, name string, refused error) error {
	var holders []string

	if l, err := p.AdministratorListing(ctx); err == nil {
		for a, err := range collections.Each(ctx, l) {
			if err == nil && (a.RoleID == id || a.RoleID == "" && a.Role() == name) {
				holders = append(holders, fmt.Sprintf("administrator %s (%s)", a.Email, a.Identifier()))
			}
		}
	}

	accounts := collections.Listing[account]{Route: p.V2("service-accounts"), ID: func(a account) string { return a.ID }}
	for a, err := range collections.Each(ctx, accounts) {
		if err == nil && a.RoleID == id {
			holders = append(holders, fmt.Sprintf("service account %q (%s)", a.Name, a.ID))
		}
	}

	who := "Who has it could not be found out"
	if len(holders) > 0 {
		who = "It is the role of " + strings.Join(holders, ", ")
	}

	return fmt.Errorf("%w\n\nRole: %q (%s). %s: give them another role first", refused, name, id, who)
}

// scopeGroup is what the console shows as one block of permissions.
type scopeGroup struct {
	ID          string       `json:"id"`
	Name        string       `json:"groupName"`
	Key         string       `json:"groupKey"`
	Description string       `json:"groupDescription"`
	FullAccess  []string     `json:"fullAccessScopes"`
	Scopes      []permission `json:"scopes"`
}

// permission is one line of a block, with the scopes of each of its levels.
type permission struct {
	Key         string `json:"key"`
	Label       string `json:"label"`
	Subgroup    string `json:"subgroupLabel"`
	Description string `json:"description"`
	Kind        string `json:"permissionType"`
	Permissions []struct {
		Values []string `json:"values"`
	} `json:"permissions"`
}

// scopes are those of all levels, sorted.
func (p permission) scopes() []string {
	var all []string
	for _, level := range p.Permissions {
		all = append(all, level.Values...)
	}

	slices.Sort(all)

	return slices.Compact(all)
}

// all are the scopes that a role can be given from the group, sorted.
func (g scopeGroup) all() []string {
	scopes := slices.Clone(g.FullAccess)

	for _, s := range g.Scopes {
		scopes = append(scopes, s.scopes()...)
	}

	slices.Sort(scopes)

	return slices.Compact(scopes)
}

func scopeGroups(ctx context.Context, p *jumpcloud.Portal) ([]scopeGroup, error) {
	return collections.All(ctx, collections.Listing[scopeGroup]{
		Route: p.V2("scope-groups"), Sort: jumpcloud.SortID, ID: func(g scopeGroup) string { return g.ID },
	})
}
