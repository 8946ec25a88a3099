// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package policygroupfromtemplate makes policy groups from the portal's policy group
// templates (/api/v2/organizations/{organization_id}/policygroups/fromtemplate).
package policygroupfromtemplate

import (
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns jumpcloud_policy_group_from_template.
func Service() kit.Service {
	return kit.Service{
		Group:     "Experimental",
		Calls:     calls,
		Resources: []func() resource.Resource{NewResource},
	}
}
