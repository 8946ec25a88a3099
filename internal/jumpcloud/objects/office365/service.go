// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package office365 manages Microsoft 365 directories, their domains and translation
// rules (/api/v2/office365s).
package office365

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns jumpcloud_office365, its domains and translation rules, and their data sources.
func Service() kit.Service {
	return kit.Service{
		Group:     "Directories",
		Calls:     calls,
		Resources: []func() resource.Resource{NewResource, NewDomainResource, NewRuleResource},
		DataSources: []func() datasource.DataSource{
			NewDataSource, NewListDataSource, NewDomainDataSource, NewDomainListDataSource,
			NewRuleDataSource, NewRuleListDataSource, NewImportUsersDataSource,
		},
	}
}
