// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package policygroupmembership manages single memberships of policies in policy groups
// (/api/v2/policygroups/{group_id}/members).
package policygroupmembership

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns jumpcloud_policy_group_membership and its data sources.
func Service() kit.Service {
	return kit.Service{
		Group:       "Policies",
		Calls:       calls,
		Resources:   []func() resource.Resource{NewResource},
		DataSources: []func() datasource.DataSource{NewDataSource, NewListDataSource},
	}
}
