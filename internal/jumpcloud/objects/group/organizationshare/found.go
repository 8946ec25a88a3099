// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationshare

import (
	"context"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// finder finds the shares that the service shows. Those with an organization that the provider
// block keeps out of are left out.
func finder() kit.Finder[*jumpcloud.Portal] {
	return kit.Finder[*jumpcloud.Portal]{
		Filters: map[string]string{
			objectType: "Keeps shares of objects of a type that matches one of these patterns. One that is left out is not asked for: groups cost a " +
				"listing for each organization, directories and applications one for each of them.",
			tenancy.OrganizationIDs: "Keeps shares with an organization whose id matches one of these patterns.",
		},
		Find: func(ctx context.Context, p *jumpcloud.Portal, asked kit.Asked) ([]kit.Found, error) {
			var found []kit.Found

			for _, of := range objectTypes {
				if !asked.Wants(objectType, of) {
					continue
				}

				all, err := find(ctx, p, of)
				if err != nil {
					return nil, err
				}

				found = append(found, all...)
			}

			return found, nil
		},
	}
}

// find finds all shares of objects of a type.
func find(ctx context.Context, p *jumpcloud.Portal, of string) ([]kit.Found, error) {
	var found []kit.Found

	if !slices.Contains(listedTypes, of) {
		groups, err := sharedGroups(ctx, p, of)
		for _, g := range groups {
			found = append(found, foundShare(ctx, p, share{of, g.ID, g.organization}, g.Name))
		}

		return found, err
	}

	all, err := objects(ctx, p, of)
	if err != nil {
		return nil, err
	}

	shares, err := collections.Parallel(ctx, all, func(ctx context.Context, o object) ([]string, error) {
		return sharedWith(ctx, p, of, o.ID)
	})

	for i, o := range all {
		for _, organization := range shares[i] {
			if p.Client().Allow(organization) == nil {
				found = append(found, foundShare(ctx, p, share{of, o.ID, organization}, o.Name))
			}
		}
	}

	return found, err
}

// foundShare is named by the object and the organization.
func foundShare(ctx context.Context, p *jumpcloud.Portal, s share, name string) kit.Found {
	with := s.organization
	if o, err := p.Organization(ctx, s.organization); err == nil {
		with = o.Name
	}

	return kit.Found{
		Keys:  map[string]string{objectType: s.of, objectID: s.id, tenancy.OrganizationID: s.organization},
		Name:  name + " / " + with,
		Facts: map[string][]string{objectType: {s.of}, tenancy.OrganizationIDs: {s.organization}},
	}
}
