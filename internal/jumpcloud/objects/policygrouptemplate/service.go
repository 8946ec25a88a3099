// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package policygrouptemplate manages policy group templates, which the multi-tenant
// portal keeps (/api/v2/providers/{provider_id}/policygrouptemplates).
package policygrouptemplate

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns jumpcloud_policy_group_template and its data sources.
func Service() kit.Service {
	return kit.Service{
		Group:       "Policies",
		Calls:       calls,
		Resources:   []func() resource.Resource{NewResource},
		DataSources: []func() datasource.DataSource{NewDataSource, NewListDataSource},
	}
}
