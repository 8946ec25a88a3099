// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package systemgroupmembership manages single memberships of devices in static device groups
// (/api/v2/systemgroups/{group_id}/members).
package systemgroupmembership

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns jumpcloud_system_group_membership and its data sources.
func Service() kit.Service {
	return kit.Service{
		Group:       "Groups",
		Calls:       calls,
		Resources:   []func() resource.Resource{NewResource},
		DataSources: []func() datasource.DataSource{NewDataSource, NewListDataSource},
	}
}
