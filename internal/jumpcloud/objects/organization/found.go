// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"context"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// finder finds the provider's organizations, but for those that the provider block keeps out of.
func finder() kit.Finder[*jumpcloud.Portal] {
	return kit.Finder[*jumpcloud.Portal]{Find: func(ctx context.Context, p *jumpcloud.Portal, _ kit.Asked) ([]kit.Found, error) {
		all, err := p.Organizations(ctx)

		var found []kit.Found

		for _, o := range all {
			if p.Client().Allow(o.ID) == nil {
				found = append(found, tenancy.Found(o.ID, o.Name))
			}
		}

		return found, err
	}}
}
