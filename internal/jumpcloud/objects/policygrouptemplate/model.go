// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygrouptemplate

import (
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type model struct {
	ID          types.String `tfsdk:"id"`
	Name        types.String `tfsdk:"name"`
	Description types.String `tfsdk:"description"`
	PolicyIDs   types.Set    `tfsdk:"policy_ids"`
	Members     types.List   `tfsdk:"members"`

	AllowDuplicateName types.Bool `tfsdk:"allow_duplicate_name"`
}

var memberType = types.ObjectType{AttrTypes: map[string]attr.Type{
	"id": types.StringType, "name": types.StringType, "policy_template_id": types.StringType,
}}

func (m model) toAPI() groupTemplateBody {
	ids := kit.Strings(m.PolicyIDs)
	slices.Sort(ids) // a set has no order; the request should not change from run to run

	return groupTemplateBody{Name: m.Name.ValueString(), Description: m.Description.ValueString(), PolicyIDs: ids}
}

// fromAPI leaves policy_ids alone: the service keeps copies of the policies, not their ids.
func (m *model) fromAPI(g groupTemplate) {
	m.ID = types.StringValue(g.ID)
	m.Name = types.StringValue(g.Name)
	m.Description = types.StringValue(g.Description)
	m.Members = memberList(g.Members)
}

func memberList(all []member) types.List {
	elements := make([]attr.Value, 0, len(all))
	for _, m := range all {
		elements = append(elements, types.ObjectValueMust(memberType.AttrTypes, map[string]attr.Value{
			"id": types.StringValue(m.ID), "name": types.StringValue(m.Name), "policy_template_id": types.StringValue(m.PolicyTemplateID),
		}))
	}

	return types.ListValueMust(memberType, elements)
}
