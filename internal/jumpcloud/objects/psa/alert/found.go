// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package alert

import (
	"context"
	"errors"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// finder finds the configurations of a vendor. Without an integration of it there are none, which
// the service may say with a 404 (evidence: psa 5.1); one that proves nothing is an error.
func finder(v psa.Vendor) kit.Finder[*jumpcloud.Portal] {
	return kit.Finder[*jumpcloud.Portal]{Find: func(ctx context.Context, p *jumpcloud.Portal, _ kit.Asked) ([]kit.Found, error) {
		all, err := configurations(ctx, p, v)
		if errors.Is(err, rest.ErrNotFound) {
			return nil, nil
		}

		var found []kit.Found
		for _, c := range all {
			found = append(found, kit.Found{Keys: map[string]string{"alert_id": c.AlertID}, Name: c.DisplayName})
		}

		return found, err
	}}
}
