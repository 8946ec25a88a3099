// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"
	"encoding/json"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
)

// Ways in which a group gets its members (GroupMembershipMethodType).
const (
	NotSet         = "NOTSET"
	Static         = "STATIC"
	ReviewRequired = "DYNAMIC_REVIEW_REQUIRED"
	Automated      = "DYNAMIC_AUTOMATED"
)

// Whole is a device group or a user group as the API returns it by id. Lists may leave out
// everything after Email, although the contract shows it there (evidence: groups 1.3).
type Whole struct {
	ID                      string      `json:"id"`
	Name                    string      `json:"name"`
	Description             string      `json:"description"`
	Email                   string      `json:"email"`
	MembershipMethod        string      `json:"membershipMethod"`
	MemberQuery             Query       `json:"memberQuery"`
	MemberQueryExemptions   []Exemption `json:"memberQueryExemptions"`
	MemberSuggestionsNotify bool        `json:"memberSuggestionsNotify"`
	MemberQueryErrorFlags   []string    `json:"memberQueryErrorFlags"`
	Attributes              Attributes  `json:"attributes"`

	// OrganizationObjectID is the organization that owns the group; "" where the service does
	// not say.
	OrganizationObjectID string `json:"organizationObjectId"`
}

// SharedWith tells whether another organization owns the group and shares it with this one
// (evidence: groups 3.4).
func (g Whole) SharedWith(t *jumpcloud.Tenant) bool {
	return g.OrganizationObjectID != "" && g.OrganizationObjectID != t.ID()
}

// Body is a device group or a user group as POST and PUT take it. PUT replaces everything,
// so no member is left out but attributes, of which a group may have none.
type Body struct {
	Name                    string      `json:"name"`
	Description             string      `json:"description"`
	Email                   string      `json:"email"`
	MembershipMethod        string      `json:"membershipMethod"`
	MemberQuery             Query       `json:"memberQuery"`
	MemberQueryExemptions   []Exemption `json:"memberQueryExemptions"`
	MemberSuggestionsNotify bool        `json:"memberSuggestionsNotify"`
	Attributes              Attributes  `json:"attributes,omitzero"`
}

// Attributes are open: what nobody knows here is kept as it is.
type Attributes map[string]json.RawMessage

// Query computes the members of a dynamic group: queryType and filters, of which the contract
// leaves open what a filter is. Nil is none.
type Query map[string]json.RawMessage

// Exemption keeps one object out of a dynamic group. It has an id and a type, and may name
// an organization.
type Exemption map[string]any

// ID is the id of the object.
func (e Exemption) ID() string {
	id, _ := e["id"].(string)

	return id
}

// organizationID is the member of an exemption that names its organization.
const organizationID = "organizationId"

// OrganizationID is the organization that the object belongs to; "" where the exemption does
// not say.
func (e Exemption) OrganizationID() string {
	id, _ := e[organizationID].(string)

	return id
}

// Body returns what a PUT must send to leave the group as it is.
func (g Whole) Body() Body {
	exemptions := g.MemberQueryExemptions
	if exemptions == nil {
		exemptions = []Exemption{}
	}

	return Body{
		g.Name, g.Description, g.Email, g.MembershipMethod, g.MemberQuery, exemptions, g.MemberSuggestionsNotify, g.Attributes,
	}
}

// Groups is the list of the groups of a type.
func Groups(t *jumpcloud.Tenant, of string) collections.Listing[Whole] {
	return collections.Listing[Whole]{
		Route:  t.V2(kinds[of].collection),
		Sort:   jumpcloud.SortID,
		ID:     func(g Whole) string { return g.ID },
		Single: func(ctx context.Context, id string) (Whole, error) { return Get(ctx, t, Ref{of, id}) },
	}
}

// Get reads a group by id, the only answer that is whole for certain.
func Get(ctx context.Context, t *jumpcloud.Tenant, r Ref) (Whole, error) {
	return collections.Get[Whole](ctx, r.route(t))
}

// Refresh finds a group in the shared listing, and reads it by id where the listing is short.
func Refresh(ctx context.Context, t *jumpcloud.Tenant, r Ref) (Whole, error) {
	g, err := collections.Lookup(ctx, Groups(t, r.Type), r.ID)
	if err == nil && g.MembershipMethod == "" {
		return Get(ctx, t, r)
	}

	return g, err
}

// Create creates a group; dsl, unless empty, is the language of its query, and twin lets another
// have its name.
func Create(ctx context.Context, t *jumpcloud.Tenant, of, dsl string, twin bool, b Body) (Whole, error) {
	list := Groups(t, of)
	list.Route = speaking(list.Route, dsl)

	return collections.Create(ctx, collections.Creation[Whole]{
		List: list, Body: b, Name: b.Name,
		NameOf: NameOf, AllowTwin: twin,
		Same: func(_ context.Context, g Whole) (bool, error) {
			return g.Name == b.Name && g.Description == b.Description, nil
		},
	})
}

// Replace replaces a group; dsl, unless empty, is the language of its query.
func Replace(ctx context.Context, t *jumpcloud.Tenant, r Ref, dsl string, b Body) (Whole, error) {
	g, err := collections.Replace[Whole](ctx, speaking(r.route(t), dsl), b)

	return g, Taken(ctx, t, r, b.Name, err)
}

func speaking(r collections.Route, dsl string) collections.Route {
	if dsl == "" {
		return r
	}

	return r.WithHeader("X-Query-Dsl", dsl)
}
