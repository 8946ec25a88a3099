// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping

import (
	"context"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// mappings finds the mappings in all integrations of a vendor, one listing for each. Those of an
// organization that the provider block keeps out of are left out.
func mappings(v psa.Vendor) kit.Finder[*jumpcloud.Portal] {
	return kit.Finder[*jumpcloud.Portal]{
		Filters: map[string]string{
			tenancy.OrganizationIDs: "Keeps mappings of an organization whose id matches one of these patterns.",
		},
		Find: func(ctx context.Context, p *jumpcloud.Portal, _ kit.Asked) ([]kit.Found, error) {
			ids, err := v.IntegrationIDs(ctx, p)
			if err != nil {
				return nil, err
			}

			var found []kit.Found

			for _, id := range ids {
				all, err := collections.All(ctx, integration{v, id}.listing(p))
				if err != nil {
					return nil, err
				}

				for _, r := range all {
					if r.mapped() && p.Client().Allow(r.Organization.ID) == nil {
						found = append(found, r.found(id))
					}
				}
			}

			return found, nil
		},
	}
}

// found is a mapping, named by both of its ends.
func (r *record) found(integrationID string) kit.Found {
	return kit.Found{
		Keys:  map[string]string{"integration_id": integrationID, tenancy.OrganizationID: r.Organization.ID},
		Name:  r.Organization.Name + " / " + r.Company.Name,
		Facts: map[string][]string{tenancy.OrganizationIDs: {r.Organization.ID}},
	}
}
