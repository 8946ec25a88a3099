// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package office365

import (
	"context"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// findDirectories finds the directories of an organization.
func findDirectories(ctx context.Context, t *jumpcloud.Tenant, _ kit.Asked) ([]kit.Found, error) {
	all, err := directories(ctx, t)

	found := make([]kit.Found, 0, len(all))
	for _, d := range all {
		found = append(found, tenancy.Found(d.ID, d.Name))
	}

	return found, err
}

// partFinder finds parts of all directories of an organization, with a listing for each.
func partFinder[T any](
	listing func(t *jumpcloud.Tenant, id string) collections.Listing[T], as func(T) (id, name string),
) kit.Finder[*jumpcloud.Tenant] {
	return kit.Finder[*jumpcloud.Tenant]{Find: func(ctx context.Context, t *jumpcloud.Tenant, _ kit.Asked) ([]kit.Found, error) {
		owners, err := directories(ctx, t)
		if err != nil {
			return nil, err
		}

		var found []kit.Found

		for _, d := range owners {
			all, err := collections.All(ctx, listing(t, d.ID))
			if err != nil {
				return nil, err
			}

			for _, part := range all {
				id, name := as(part)
				found = append(found, kit.Found{Keys: map[string]string{"office365_id": d.ID, "id": id}, Name: d.Name + " / " + name})
			}
		}

		return found, nil
	}}
}
