// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsettings

import (
	"context"
	"fmt"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// address is the organization's on v1, which takes no x-org-id (evidence: organizations 4.1): the
// path alone says which one is meant.
func address(t *jumpcloud.Tenant) collections.Route {
	return t.Client().Portal().V1("organizations", t.ID())
}

// get reads the whole organization, of which settings are one member.
func get(ctx context.Context, t *jumpcloud.Tenant) (collections.Members, error) {
	return collections.Get[collections.Members](ctx, address(t))
}

// serverManaged are members that the service sets itself with a save: the date of the
// password policy (evidence: organizations 4.3), and what it computes of the trusted apps [S v1].
var serverManaged = []string{"settings.passwordPolicy.effectiveDate", "settings.trustedAppConfig.checksum"}

// adjust changes settings so that they hold want.
func adjust(ctx context.Context, t *jumpcloud.Tenant, want, now collections.Members) (collections.Members, error) {
	if len(want) == 0 {
		return now, nil
	}

	after, others, err := collections.Adjust(ctx, address(t), collections.Members{settings: want}, now, serverManaged...)
	if len(others) > 0 {
		kit.Warn(ctx, "Other Settings Changed Along", fmt.Sprintf(
			"Nobody asked for it, but with this request JumpCloud changed: %s. The API does not say that it does. "+
				"Check them in the console, and configure them here to keep them.", strings.Join(others, ", ")))
	}

	return after, err
}

// settings is the member of an organization that holds them.
const settings = "settings"

func settingsOf(organization collections.Members) collections.Members {
	all, _ := organization[settings].(collections.Members)

	return all
}
