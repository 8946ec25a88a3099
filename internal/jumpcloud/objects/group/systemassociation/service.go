// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package systemassociation manages single associations of devices, seen from their side, with
// their users and what acts on them (/api/v2/systems/{system_id}/associations).
package systemassociation

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns jumpcloud_system_association and its data source.
func Service() kit.Service {
	return kit.Service{
		Group:       "Devices",
		Calls:       calls,
		Resources:   []func() resource.Resource{NewResource},
		DataSources: []func() datasource.DataSource{NewDataSource},
	}
}
