// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package tenancy

import (
	"context"
	"errors"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework-validators/boolvalidator"
	"github.com/hashicorp/terraform-plugin-framework-validators/listvalidator"
	"github.com/hashicorp/terraform-plugin-framework/list/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Attributes of list blocks of what lives in an organization.
const (
	OrganizationIDs  = "organization_ids"
	allOrganizations = "all_organizations"
)

// ListAttributes choose among the organizations.
func (Tenant) ListAttributes() map[string]schema.Attribute {
	return map[string]schema.Attribute{
		OrganizationIDs: schema.ListAttribute{
			MarkdownDescription: "IDs of the organizations to look in. Defaults to the provider's `organization_id`, and where it has none to " +
				"all organizations that the credential reaches and the provider allows.",
			ElementType: types.StringType,
			Optional:    true,
			Validators:  []validator.List{listvalidator.SizeAtLeast(1), listvalidator.ValueStringsAre(ValidID())},
		},
		allOrganizations: schema.BoolAttribute{
			MarkdownDescription: "Whether to look in all organizations although the provider has an `organization_id`. Defaults to `false`. " +
				"Conflicts with `organization_ids`.",
			Optional:   true,
			Validators: []validator.Bool{boolvalidator.ConflictsWith(path.MatchRoot(OrganizationIDs))},
		},
	}
}

// Places are the organizations that are asked for, or all that the credential reaches and
// the provider allows, in the service's order. They cost one listing of organizations.
func (Tenant) Places(ctx context.Context, data any, get kit.Getter) ([]kit.Place, error) {
	client, err := clientOf(data)
	if err != nil {
		return nil, err
	}

	var (
		ids types.List
		all types.Bool
	)

	if get(ctx, path.Root(OrganizationIDs), &ids).HasError() || get(ctx, path.Root(allOrganizations), &all).HasError() {
		return nil, errors.New("the list block cannot be read")
	}

	chosen := kit.Strings(ids)
	slices.Sort(chosen)
	chosen = slices.Compact(chosen) // there are no sets in list blocks

	if d := client.DefaultOrganization(); len(chosen) == 0 && d != "" && !all.ValueBool() {
		chosen = []string{d}
	}

	for _, id := range chosen {
		if client.Allow(id) != nil {
			return nil, errors.New(notAllowed(ctx, client, id))
		}
	}

	reached, err := client.Portal().Reach(ctx)
	if len(chosen) == 0 {
		return allowed(client, reached), err
	}

	// Who may not list organizations still lists what is in those that are named.
	places := make([]kit.Place, 0, len(chosen))
	for _, id := range chosen {
		places = append(places, placeOf(id, reached))
	}

	return places, nil
}

// allowed are the organizations that the provider block does not keep out of.
func allowed(client *jumpcloud.Client, reached []jumpcloud.Organization) []kit.Place {
	var places []kit.Place

	for _, o := range reached {
		if client.Allow(o.ID) == nil {
			places = append(places, kit.Place{Keys: map[string]string{OrganizationID: o.ID}, Name: o.Name})
		}
	}

	return places
}

// placeOf is an organization with its name where that is known, else with its id.
func placeOf(id string, reached []jumpcloud.Organization) kit.Place {
	name := id
	if i := slices.IndexFunc(reached, func(o jumpcloud.Organization) bool { return o.ID == id }); i >= 0 {
		name = reached[i].Name
	}

	return kit.Place{Keys: map[string]string{OrganizationID: id}, Name: name}
}

// ListAttributes is empty: there is one place.
func (Portal) ListAttributes() map[string]schema.Attribute { return map[string]schema.Attribute{} }

// Places is the portal.
func (Portal) Places(context.Context, any, kit.Getter) ([]kit.Place, error) {
	return []kit.Place{{}}, nil
}

// FindAll finds the elements of a list, from the snapshot in which Read looks them up.
func FindAll[T any](listing func(t *jumpcloud.Tenant) collections.Listing[T], as func(T) kit.Found) kit.Finder[*jumpcloud.Tenant] {
	return kit.Finder[*jumpcloud.Tenant]{Find: func(ctx context.Context, t *jumpcloud.Tenant, _ kit.Asked) ([]kit.Found, error) {
		return found(ctx, listing(t), as)
	}}
}

// FindAllOfPortal finds the elements of a list of the portal.
func FindAllOfPortal[T any](
	listing func(ctx context.Context, p *jumpcloud.Portal) (collections.Listing[T], error), as func(T) kit.Found,
) kit.Finder[*jumpcloud.Portal] {
	return kit.Finder[*jumpcloud.Portal]{Find: func(ctx context.Context, p *jumpcloud.Portal, _ kit.Asked) ([]kit.Found, error) {
		l, err := listing(ctx, p)
		if err != nil {
			return nil, err
		}

		return found(ctx, l, as)
	}}
}

func found[T any](ctx context.Context, l collections.Listing[T], as func(T) kit.Found) ([]kit.Found, error) {
	items, err := collections.All(ctx, l)

	all := make([]kit.Found, 0, len(items))
	for _, item := range items {
		all = append(all, as(item))
	}

	return all, err
}

// Found is an object with an id and a name.
func Found(id, name string) kit.Found {
	return kit.Found{Keys: map[string]string{"id": id}, Name: name}
}
