// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package project

import (
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin"
)

// model is a project that Terraform manages.
type model struct {
	ID                 types.String `tfsdk:"id"`
	Name               types.String `tfsdk:"name"`
	DisplayName        types.String `tfsdk:"display_name"`
	AllowDuplicateName types.Bool   `tfsdk:"allow_duplicate_name"`
	OrganizationID     types.String `tfsdk:"organization_id"`
	DeletionPolicy     types.String `tfsdk:"deletion_policy"`
}

func (m *model) fromAPI(p bindplaneadmin.Project, organizationID string) {
	m.ID = types.StringValue(p.ID())
	m.Name = types.StringValue(p.Metadata.Name)
	m.DisplayName = types.StringValue(displayName(p))
	m.OrganizationID = types.StringValue(organizationID)
}
