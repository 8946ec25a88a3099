// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package group creates groups (AdminApi/CreateGroup). The API can neither change nor
// delete one.
package group

import (
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns nexport_group.
func Service() kit.Service {
	return kit.Service{Resources: []func() resource.Resource{NewResource}}
}
