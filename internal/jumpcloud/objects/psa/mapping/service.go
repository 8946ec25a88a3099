// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package mapping manages the mappings of organizations to companies of the PSA, for the
// three vendors (evidence: psa 4.1). A mapping has no id: integration and organization
// identify it. One PATCH upserts many, so what changes at the same time goes out together.
package mapping

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns the mappings of all vendors, and their data sources.
func Service() kit.Service {
	return kit.Service{
		Group:     "PSA Integrations",
		Calls:     calls,
		Resources: []func() resource.Resource{NewAutotask, NewConnectWise, NewSyncro},
		DataSources: []func() datasource.DataSource{
			NewAutotaskDataSource, NewConnectWiseDataSource, NewSyncroDataSource,
			NewAutotaskList, NewConnectWiseList, NewSyncroList,
		},
	}
}
