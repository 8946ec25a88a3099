// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package system reads the devices of an organization (/api/systems of version 1), which the
// API calls systems. Devices enroll by themselves, so nothing here makes or changes one.
package system

import (
	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/datasource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns jumpcloud_system, jumpcloud_systems and the actions on devices.
func Service() kit.Service {
	return kit.Service{
		Group:       "Devices",
		Calls:       calls,
		DataSources: []func() datasource.DataSource{NewDataSource, NewListDataSource},
		Actions:     []func() action.Action{NewLock, NewRestart, NewShutdown},
	}
}
