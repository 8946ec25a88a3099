// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package groupmembership manages memberships of a user in groups (AdminApi/CreateMembership
// and AdminApi/RemoveMembership). The API never shows one.
package groupmembership

import (
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns nexport_group_membership.
func Service() kit.Service {
	return kit.Service{Resources: []func() resource.Resource{NewResource}}
}
