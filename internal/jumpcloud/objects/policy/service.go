// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package policy manages policies (/api/v2/policies) and reads the catalogue of policy
// templates (/api/v2/policytemplates) that they are made from.
package policy

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns jumpcloud_policy, its data sources and those of policy templates and of
// configured policy templates, whose values are a policy's.
func Service() kit.Service {
	return kit.Service{
		Group:     "Policies",
		Calls:     calls,
		Resources: []func() resource.Resource{NewResource},
		DataSources: []func() datasource.DataSource{
			NewConfiguredDataSource, NewConfiguredListDataSource,
			NewDataSource, NewListDataSource, NewTemplateDataSource, NewTemplateListDataSource,
		},
	}
}
