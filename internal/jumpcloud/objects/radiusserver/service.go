// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package radiusserver manages RADIUS servers (/api/radiusservers): the networks whose access
// points and gateways may ask JumpCloud who somebody is (evidence: radius 1).
package radiusserver

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns jumpcloud_radius_server and its data sources.
func Service() kit.Service {
	return kit.Service{
		Group:       "Networks",
		Calls:       calls,
		Resources:   []func() resource.Resource{NewResource},
		DataSources: []func() datasource.DataSource{NewDataSource, NewListDataSource},
	}
}
