// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa

import (
	"context"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// finder finds the vendor's integrations, normally one, or what each of them has; key is
// where the object has the integration's id.
func (v Vendor) finder(key string) kit.Finder[*jumpcloud.Portal] {
	return kit.Finder[*jumpcloud.Portal]{Find: func(ctx context.Context, p *jumpcloud.Portal, _ kit.Asked) ([]kit.Found, error) {
		ids, err := v.IntegrationIDs(ctx, p)

		found := make([]kit.Found, 0, len(ids))
		for _, id := range ids {
			found = append(found, kit.Found{Keys: map[string]string{key: id}, Name: v.Title})
		}

		return found, err
	}}
}
