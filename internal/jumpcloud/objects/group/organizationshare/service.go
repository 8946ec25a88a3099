// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package organizationshare shares objects of the primary organization with organizations of the
// provider (/api/v2/providers/{provider_id}/…/associations).
package organizationshare

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns jumpcloud_organization_share and its data sources.
func Service() kit.Service {
	return kit.Service{
		Group:       "Organizations",
		Calls:       calls,
		Resources:   []func() resource.Resource{NewResource},
		DataSources: []func() datasource.DataSource{NewDataSource, NewObjectsDataSource},
	}
}
