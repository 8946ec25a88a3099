// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package application reads the applications of an organization (/api/applications of version 1),
// so that access policies and user groups can name them. Single sign-on itself is set up elsewhere.
package application

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns jumpcloud_application and jumpcloud_applications.
func Service() kit.Service {
	return kit.Service{
		Group:       "Access Policies",
		Calls:       calls,
		DataSources: []func() datasource.DataSource{NewDataSource, NewListDataSource},
	}
}
