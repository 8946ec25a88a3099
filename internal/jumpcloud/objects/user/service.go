// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package user manages the users of an organization (/api/systemusers of version 1).
package user

import (
	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns jumpcloud_user, its data sources and its actions.
func Service() kit.Service {
	return kit.Service{
		Group:       "Users",
		Calls:       calls,
		Resources:   []func() resource.Resource{NewResource},
		DataSources: []func() datasource.DataSource{NewDataSource, NewListDataSource},
		Actions:     []func() action.Action{NewExpirePassword, NewResendActivation, NewResetMFA, NewUnlock},
	}
}
