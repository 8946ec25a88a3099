// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygroup

import (
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
)

// model is a policy group in HCL.
type model struct {
	OrganizationID     types.String `tfsdk:"organization_id"`
	ID                 types.String `tfsdk:"id"`
	Name               types.String `tfsdk:"name"`
	Description        types.String `tfsdk:"description"`
	AllowDuplicateName types.Bool   `tfsdk:"allow_duplicate_name"`
	PolicyIDs          types.Set    `tfsdk:"policy_ids"`
	SystemGroupIDs     types.Set    `tfsdk:"system_group_ids"`
}

func (m model) toAPI() policyGroupBody {
	return policyGroupBody{Name: m.Name.ValueString(), Description: m.Description.ValueString()}
}

func (m *model) fromAPI(g group.Whole) {
	m.ID = types.StringValue(g.ID)
	m.Name = group.Text(m.Name, g.Name)
	m.Description = group.Text(m.Description, g.Description)
}

func ref(id types.String) group.Ref { return group.Ref{Type: group.PolicyGroup, ID: id.ValueString()} }

// policies is the set of the policies in a group.
func policies(id types.String) group.Set {
	return group.Set{Attribute: "policy_ids", Edges: group.Members(ref(id))}
}

// systemGroups is the set of the device groups that a policy group acts on.
func systemGroups(id types.String) group.Set {
	return group.Set{
		Attribute: "system_group_ids",
		Edges:     group.Associations(ref(id), group.SystemGroup),
	}
}
