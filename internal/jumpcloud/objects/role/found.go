// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package role

import (
	"context"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// finder finds the custom roles: JumpCloud's own cannot be managed.
func finder() kit.Finder[*jumpcloud.Portal] {
	return kit.Finder[*jumpcloud.Portal]{Find: func(ctx context.Context, p *jumpcloud.Portal, _ kit.Asked) ([]kit.Found, error) {
		l, err := listing(ctx, p)
		if err != nil {
			return nil, err
		}

		all, err := collections.All(ctx, l)

		var found []kit.Found

		for _, r := range all {
			if r.Custom {
				found = append(found, tenancy.Found(r.ID, r.Name))
			}
		}

		return found, err
	}}
}
