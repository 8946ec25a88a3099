// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package administrator manages the administrators of a provider and the organizations
// that each sees (/api/v2/providers/{provider_id}/administrators,
// /api/v2/administrators/{id}/organizationlinks), and tells whose credential is in use.
package administrator

import (
	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns jumpcloud_provider_administrator, jumpcloud_administrator_organization_link,
// their data sources and actions, and jumpcloud_whoami.
func Service() kit.Service {
	return kit.Service{
		Group:       "Administrators",
		Calls:       calls,
		Resources:   []func() resource.Resource{NewResource, NewLinkResource},
		DataSources: []func() datasource.DataSource{NewDataSource, NewListDataSource, NewLinksDataSource, NewWhoamiDataSource},
		Actions:     []func() action.Action{NewResetTOTP, NewResendInvitation},
	}
}
