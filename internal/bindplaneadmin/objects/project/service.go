// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package project manages projects (/v1/projects, which older servers call accounts): where
// agents and configurations of an organization are.
package project

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns bindplaneadmin_project, the data source of projects, and the ephemeral
// resource of their secret keys.
func Service() kit.Service {
	return kit.Service{
		Resources:          []func() resource.Resource{NewResource},
		DataSources:        []func() datasource.DataSource{NewListDataSource},
		EphemeralResources: []func() ephemeral.EphemeralResource{NewSecretKey},
	}
}
