// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package supportcase reads support cases (/api/v2/providers/{provider_id}/cases,
// /api/v2/organizations/cases, /api/v2/cases/metadata). The published API opens none.
package supportcase

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns the data sources of support cases.
func Service() kit.Service {
	return kit.Service{
		Group:       "Provider",
		Calls:       calls,
		DataSources: []func() datasource.DataSource{NewListDataSource, NewMetadataDataSource},
	}
}
