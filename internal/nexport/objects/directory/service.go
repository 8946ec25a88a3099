// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package directory searches organizations and groups (AdminApi/SearchDirectory).
package directory

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns the data source nexport_directory.
func Service() kit.Service {
	return kit.Service{DataSources: []func() datasource.DataSource{NewDataSource}}
}
