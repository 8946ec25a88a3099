// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package groups lists the groups of all types of an organization together (/api/v2/groups).
package groups

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns the data source jumpcloud_groups.
func Service() kit.Service {
	return kit.Service{
		Group:       "Groups",
		Calls:       calls,
		DataSources: []func() datasource.DataSource{NewListDataSource},
	}
}
