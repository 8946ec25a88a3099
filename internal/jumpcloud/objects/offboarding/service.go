// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package offboarding shows what is still in an organization that is to leave, and the
// order in which JumpCloud wants it gone: the API can delete no organization.
package offboarding

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns the data source jumpcloud_organization_offboarding.
func Service() kit.Service {
	return kit.Service{
		Group:       "Organizations",
		Calls:       calls,
		DataSources: []func() datasource.DataSource{NewDataSource},
	}
}
