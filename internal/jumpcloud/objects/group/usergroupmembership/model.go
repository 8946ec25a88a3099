// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package usergroupmembership

import (
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
)

// model is one membership in HCL, for the resource and the data source alike. It has
// nothing but its keys.
type model struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	UserGroupID    types.String `tfsdk:"user_group_id"`
	UserID         types.String `tfsdk:"user_id"`
}

// Edges are those of the group that the membership belongs to.
func (m model) Edges() group.Edges {
	return group.Members(group.Ref{Type: group.UserGroup, ID: m.UserGroupID.ValueString()})
}

// Target is the other end.
func (m model) Target() string { return m.UserID.ValueString() }
