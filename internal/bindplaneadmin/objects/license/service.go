// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package license manages the licence of an organization that exists already
// (/v1/organizations/{id}/license).
package license

import (
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns bindplaneadmin_organization_license.
func Service() kit.Service {
	return kit.Service{Resources: []func() resource.Resource{NewResource}}
}
