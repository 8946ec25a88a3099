// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator

import (
	"context"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// find finds the provider's administrators by their e-mail addresses.
func find(ctx context.Context, p *jumpcloud.Portal, _ kit.Asked) ([]kit.Found, error) {
	everybody, err := all(ctx, p)

	found := make([]kit.Found, 0, len(everybody))
	for _, a := range everybody {
		found = append(found, tenancy.Found(a.Identifier(), a.Email))
	}

	return found, err
}

// administratorID is the filter of list blocks by the administrator of a link.
const administratorID = "administrator_id"

// linkFinder finds the links of all administrators, which costs a listing for each who is
// asked for. Links with an organization that the provider block keeps out of are left out.
func linkFinder() kit.Finder[*jumpcloud.Portal] {
	return kit.Finder[*jumpcloud.Portal]{
		Filters: map[string]string{
			administratorID:         "Keeps links of an administrator whose id matches one of these patterns.",
			tenancy.OrganizationIDs: "Keeps links with an organization whose id matches one of these patterns.",
		},
		Find: func(ctx context.Context, p *jumpcloud.Portal, asked kit.Asked) ([]kit.Found, error) {
			everybody, err := all(ctx, p)
			if err != nil {
				return nil, err
			}

			links, err := collections.Parallel(ctx, everybody, func(ctx context.Context, a jumpcloud.Administrator) ([]link, error) {
				if !asked.Wants(administratorID, a.Identifier()) {
					return nil, nil
				}

				return collections.All(ctx, linksOf(p, a.Identifier()))
			})

			var found []kit.Found

			for i, a := range everybody {
				for _, l := range links[i] {
					if p.Client().Allow(l.Organization) == nil {
						found = append(found, foundLink(ctx, p, a, l))
					}
				}
			}

			return found, err
		},
	}
}

// foundLink is named by the administrator's address and the organization's name.
func foundLink(ctx context.Context, p *jumpcloud.Portal, a jumpcloud.Administrator, l link) kit.Found {
	name := l.Organization
	if o, err := p.Organization(ctx, l.Organization); err == nil {
		name = o.Name
	}

	return kit.Found{
		Keys:  map[string]string{administratorID: a.Identifier(), tenancy.OrganizationID: l.Organization},
		Name:  a.Email + " / " + name,
		Facts: map[string][]string{administratorID: {a.Identifier()}, tenancy.OrganizationIDs: {l.Organization}},
	}
}
