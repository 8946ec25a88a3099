// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package role manages roles of administrators (/api/v2/roles) and reads the groups of
// scopes that they are made of (/api/v2/scope-groups).
package role

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns jumpcloud_role and its data sources.
func Service() kit.Service {
	return kit.Service{
		Group:       "Administrators",
		Calls:       calls,
		Resources:   []func() resource.Resource{NewResource},
		DataSources: []func() datasource.DataSource{NewListDataSource, NewScopeGroupsDataSource},
	}
}
