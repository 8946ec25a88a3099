// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationshare

import (
	"context"
	"errors"
	"net/http"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

type model struct {
	ObjectType     types.String `tfsdk:"object_type"`
	ObjectID       types.String `tfsdk:"object_id"`
	OrganizationID types.String `tfsdk:"organization_id"`
	Confirmed      types.Bool   `tfsdk:"confirmed"`
}

// share is an object, and an organization that it is shared with.
type share struct{ of, id, organization string }

func (m model) share() share {
	return share{m.ObjectType.ValueString(), m.ObjectID.ValueString(), m.OrganizationID.ValueString()}
}

// shareBody changes one share, answered without a body. An application's documents no type
// (evidence: groups 3.3).
type shareBody struct {
	ID   string `json:"id"`
	Op   string `json:"op"`
	Type string `json:"type,omitempty"`
}

func (s share) change(ctx context.Context, p *jumpcloud.Portal, op string) error {
	route, err := p.Own(ctx, segments[s.of], s.id, "associations")
	if err != nil {
		return err
	}

	body := shareBody{ID: s.organization, Op: op}
	if s.of != group.Application {
		body.Type = "organization"
	}

	// The organization's own list of groups shows what is shared with it.
	if !slices.Contains(listedTypes, s.of) {
		defer collections.Drop(s.groups(p).Route)
	}

	return collections.Ensure(ctx, route, body, func(ctx context.Context) (bool, error) {
		there, err := s.now(ctx, p)

		return there == (op == "add"), err
	})
}

// groups is the organization's list of groups of the type.
func (s share) groups(p *jumpcloud.Portal) collections.Listing[group.Whole] {
	return group.Groups(p.Client().Tenant(s.organization), s.of)
}

// shows tells whether a group that the organization shows is one that is shared with it.
func (s share) shows(g group.Whole) bool { return g.OrganizationObjectID != s.organization }

// now asks the service whether the share is there. Of a group only its organization can tell.
func (s share) now(ctx context.Context, p *jumpcloud.Portal) (bool, error) {
	if !slices.Contains(listedTypes, s.of) {
		g, err := group.Get(ctx, p.Client().Tenant(s.organization), group.Ref{Type: s.of, ID: s.id})
		if errors.Is(err, rest.ErrNotFound) {
			return false, nil
		}

		return err == nil && s.shows(g), err
	}

	list, err := organizations(ctx, p, s.of, s.id)
	if err != nil {
		return false, err
	}

	for o, err := range collections.Each(ctx, list) {
		if err != nil || o.ID == s.organization {
			return err == nil, err
		}
	}

	return false, nil
}

// find refreshes a share: all shares of a directory or an application cost one listing, and
// all groups that one organization sees another. The error matches [rest.ErrNotFound] where
// the service does not show it.
func (s share) find(ctx context.Context, p *jumpcloud.Portal) error {
	if slices.Contains(listedTypes, s.of) {
		list, err := organizations(ctx, p, s.of, s.id)
		if err == nil {
			_, err = collections.Lookup(ctx, list, s.organization)
		}

		return err
	}

	g, err := collections.Lookup(ctx, s.groups(p), s.id)
	if err == nil && !s.shows(g) {
		return rest.NotFound(http.MethodGet, s.groups(p).Route.Path(), "the group is the organization's own")
	}

	if !errors.Is(err, rest.ErrNotFound) {
		return err
	}

	// A credential that lost the organization sees no group in it either.
	if _, unknown := tenancy.Gone(ctx, p, s.organization); unknown != nil {
		return unknown
	}

	return err
}
