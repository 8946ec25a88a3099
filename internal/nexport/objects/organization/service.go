// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package organization reads organizations (AdminApi/GetOrganizations). People make them in
// the console; the API has no call that does.
package organization

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns the data sources of organizations.
func Service() kit.Service {
	return kit.Service{DataSources: []func() datasource.DataSource{NewDataSource, NewListDataSource}}
}
