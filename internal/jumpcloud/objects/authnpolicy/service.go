// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package authnpolicy manages authentication (conditional access) policies
// (/api/v2/authn/policies).
package authnpolicy

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns jumpcloud_authn_policy and its data sources.
func Service() kit.Service {
	return kit.Service{
		Group:       "Access Policies",
		Calls:       calls,
		Resources:   []func() resource.Resource{NewResource},
		DataSources: []func() datasource.DataSource{NewDataSource, NewListDataSource},
	}
}
