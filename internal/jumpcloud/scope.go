// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Portal is the scope of the multi-tenant portal: everything that belongs to a provider
// rather than to one of its organizations. Its calls never send x-org-id, which the
// portal's routes answer with 403.
type Portal struct{ client *Client }

// Tenant is the scope of one organization. Its calls send x-org-id.
type Tenant struct {
	client *Client
	id     string
}

// Portal returns the scope of the multi-tenant portal.
func (c *Client) Portal() *Portal { return &Portal{c} }

// Tenant returns the scope of the organization with that id.
func (c *Client) Tenant(id string) *Tenant { return &Tenant{c, id} }

// Client returns the client that the scope belongs to.
func (p *Portal) Client() *Client { return p.client }

// V2 is a route of API version 2.
func (p *Portal) V2(segments ...string) collections.Route {
	return p.client.Route("api", "v2").Join(segments...)
}

// V1 is a route of API version 1.
func (p *Portal) V1(segments ...string) collections.Route {
	return p.client.Route("api").Join(segments...)
}

// Own is a route below /api/v2/providers/{provider_id} of the credential's own provider.
func (p *Portal) Own(ctx context.Context, segments ...string) (collections.Route, error) {
	id, err := p.ProviderID(ctx)
	if err != nil {
		return collections.Route{}, err
	}

	return p.V2("providers", id).Join(segments...), nil
}

// Client returns the client that the scope belongs to.
func (t *Tenant) Client() *Client { return t.client }

// ID returns the organization's id.
func (t *Tenant) ID() string { return t.id }

// V1 is a route of API version 1 that acts in the organization.
func (t *Tenant) V1(segments ...string) collections.Route { return t.route("api").Join(segments...) }

// V2 is a route of API version 2 that acts in the organization.
func (t *Tenant) V2(segments ...string) collections.Route {
	return t.route("api", "v2").Join(segments...)
}

func (t *Tenant) route(segments ...string) collections.Route {
	r := t.client.Route(segments...)
	if t.id == "" {
		return r
	}

	return r.In(t.id).WithHeader(organizationHeader, t.id)
}

// Provider is what the portal says of the provider that a credential belongs to.
type Provider struct {
	ID                  string `json:"id"`
	Name                string `json:"name"`
	DisallowOrgCreation bool   `json:"disallowOrgCreation"`
}

// ErrNoProvider says that the credential belongs to an organization, not to a provider.
var ErrNoProvider = errors.New("the credential belongs to no provider")

// ProviderID returns the configured provider id, or the only one that the credential sees.
func (p *Portal) ProviderID(ctx context.Context) (string, error) {
	if id := p.client.config.ProviderID; id != "" {
		return id, nil
	}

	provider, err := p.Provider(ctx)

	return provider.ID, err
}

// Provider reads the provider once and keeps it. The error matches [ErrNoProvider] where
// the credential sees none, and names all where it sees several and none is configured.
func (p *Portal) Provider(ctx context.Context) (Provider, error) {
	return p.client.provider.Get(ctx, func(ctx context.Context) (Provider, error) {
		if id := p.client.config.ProviderID; id != "" {
			return collections.Get[Provider](ctx, p.V2("providers", id))
		}

		// GET /providers documents no paging and normally holds one entry (evidence: lists 1.2).
		found, err := collections.Get[[]Provider](ctx, p.V2("providers"))

		switch {
		case errors.Is(err, rest.ErrForbidden) || errors.Is(err, rest.ErrNotFound):
			return Provider{}, fmt.Errorf("%w: %w", ErrNoProvider, err)
		case err != nil:
			return Provider{}, err
		case len(found) == 0:
			return Provider{}, fmt.Errorf("%w: GET /api/v2/providers lists none", ErrNoProvider)
		case len(found) > 1:
			names := make([]string, 0, len(found))
			for _, f := range found {
				names = append(names, fmt.Sprintf("%q (%s)", f.Name, f.ID))
			}

			return Provider{}, fmt.Errorf("the credential sees several providers: %s; set provider_id to one of them", strings.Join(names, ", "))
		}

		return found[0], nil
	})
}

// Organization is what every listing of organizations tells.
type Organization struct {
	ID             string `json:"id"`
	Name           string `json:"name"`
	MaxSystemUsers *int64 `json:"maxSystemUsers"` // nil is unlimited
}

// OrganizationListing is the list of the provider's organizations. It has no single GET,
// since the API has none within a provider (evidence: organizations 3.4).
func (p *Portal) OrganizationListing(ctx context.Context) (collections.Listing[Organization], error) {
	route, err := p.Own(ctx, "organizations")

	return collections.Listing[Organization]{Route: route, Sort: SortID, ID: func(o Organization) string { return o.ID }}, err
}

// Organizations lists the provider's organizations, from one snapshot.
func (p *Portal) Organizations(ctx context.Context) ([]Organization, error) {
	listing, err := p.OrganizationListing(ctx)
	if err != nil {
		return nil, err
	}

	return collections.All(ctx, listing)
}

// Organization finds one of the provider's organizations. The error matches
// [rest.ErrNotFound] where the provider has none of that id.
func (p *Portal) Organization(ctx context.Context, id string) (Organization, error) {
	listing, err := p.OrganizationListing(ctx)
	if err != nil {
		return Organization{}, err
	}

	return collections.Lookup(ctx, listing, id)
}

// StandIn returns an organization to look things up in that are the same in all: the
// default one, else the first that the credential reaches. ok is false where there is none.
func (p *Portal) StandIn(ctx context.Context) (t *Tenant, ok bool) {
	if id := p.client.config.OrganizationID; id != "" {
		return p.client.Tenant(id), true
	}

	all, err := p.Reach(ctx)
	for _, o := range all {
		if err == nil && p.client.Allow(o.ID) == nil {
			return p.client.Tenant(o.ID), true
		}
	}

	return nil, false
}

// Reach lists the organizations that the credential could act in when this process began:
// those of its provider, or without one its own.
func (p *Portal) Reach(ctx context.Context) ([]Organization, error) {
	listing, err := p.OrganizationListing(ctx)
	if err == nil {
		return collections.AllOnce(ctx, listing)
	}

	own, err := p.reachable(ctx)

	var all []Organization
	for _, o := range own {
		all = append(all, Organization{ID: o.ID, Name: o.Name})
	}

	return all, err
}

// ownOrganization is an element of v1 GET /api/organizations.
type ownOrganization struct {
	ID   string `json:"_id"`
	Name string `json:"displayName"`
}

// reachable lists the organizations that the credential reaches, whether or not it belongs
// to a provider.
func (p *Portal) reachable(ctx context.Context) ([]ownOrganization, error) {
	return collections.All(ctx, ownOrganizations(p))
}

func ownOrganizations(p *Portal) collections.Listing[ownOrganization] {
	return collections.Listing[ownOrganization]{Route: p.V1("organizations"), Sort: SortID, ID: func(o ownOrganization) string { return o.ID }}
}

// Reachable describes the organizations that the credential reaches, for texts.
func (p *Portal) Reachable(ctx context.Context) (string, error) {
	all, err := p.reachable(ctx)
	if err != nil {
		return "", err
	}

	const shown = 5

	var names []string
	for _, o := range all[:min(shown, len(all))] {
		names = append(names, fmt.Sprintf("%q (%s)", o.Name, o.ID))
	}

	text := strings.Join(names, ", ")
	if len(all) > shown {
		text += fmt.Sprintf(" and %d more", len(all)-shown)
	}

	return text, nil
}
