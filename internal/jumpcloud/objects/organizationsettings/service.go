// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package organizationsettings manages the settings of organizations (v1
// /api/organizations/{id}): contact, password policy, user portal, defaults of new users.
package organizationsettings

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns jumpcloud_organization_settings, as a resource and as a data source.
func Service() kit.Service {
	return kit.Service{
		Group:       "Organizations",
		Calls:       calls,
		Resources:   []func() resource.Resource{NewResource},
		DataSources: []func() datasource.DataSource{NewDataSource},
	}
}
