// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package organization manages organizations (/v1/organizations): the part of a Bindplane
// that belongs to one client, with the project that is made with it.
package organization

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns bindplaneadmin_organization, its data sources, and that of users.
func Service() kit.Service {
	return kit.Service{
		Resources:   []func() resource.Resource{NewResource},
		DataSources: []func() datasource.DataSource{NewDataSource, NewListDataSource, NewUsersDataSource},
	}
}
