// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package usergroupassociation

import (
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
)

// model is one association in HCL, for the resource and the data source alike. It has
// nothing but its keys.
type model struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	UserGroupID    types.String `tfsdk:"user_group_id"`
	TargetType     types.String `tfsdk:"target_type"`
	TargetID       types.String `tfsdk:"target_id"`
}

func owner(id types.String) group.Ref {
	return group.Ref{Type: group.UserGroup, ID: id.ValueString()}
}

// Edges are the associations of the user group with targets of the type.
func (m model) Edges() group.Edges {
	return group.Associations(owner(m.UserGroupID), m.TargetType.ValueString())
}

// Target is the other end.
func (m model) Target() string { return m.TargetID.ValueString() }
