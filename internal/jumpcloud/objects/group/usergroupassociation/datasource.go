// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package usergroupassociation

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

func groupAttribute() schema.Attribute {
	return tenancy.RequiredID("User Group: ID of the user group, 24 hexadecimal digits.")
}

// NewDataSource returns the data source jumpcloud_user_group_association.
func NewDataSource() datasource.DataSource {
	return group.NewEdgeDataSource[model](object, "Asserts that a user group is bound to a target directly: an error where it is not.", map[string]schema.Attribute{
		"user_group_id": groupAttribute(),
		"target_type":   group.SoughtTargetType("Type of the target: "+targetTypes, group.UserGroupTargetTypes),
		"target_id": schema.StringAttribute{
			MarkdownDescription: "Target: ID of the object of that type.",
			Required:            true,
			Validators:          []validator.String{group.ValidTarget()},
		},
	})
}

// listModel is everything that a user group is bound to.
type listModel struct {
	OrganizationID         types.String `tfsdk:"organization_id"`
	UserGroupID            types.String `tfsdk:"user_group_id"`
	ActiveDirectoryIDs     types.List   `tfsdk:"active_directory_ids"`
	ApplicationIDs         types.List   `tfsdk:"application_ids"`
	GSuiteIDs              types.List   `tfsdk:"g_suite_ids"`
	IDPRoutingPolicyIDs    types.List   `tfsdk:"idp_routing_policy_ids"`
	LDAPServerIDs          types.List   `tfsdk:"ldap_server_ids"`
	Office365IDs           types.List   `tfsdk:"office_365_ids"`
	PasswordManagerItemIDs types.List   `tfsdk:"password_manager_item_ids"`
	PolicyIDs              types.List   `tfsdk:"policy_ids"`
	PolicyGroupIDs         types.List   `tfsdk:"policy_group_ids"`
	RADIUSServerIDs        types.List   `tfsdk:"radius_server_ids"`
	SystemIDs              types.List   `tfsdk:"system_ids"`
	SystemGroupIDs         types.List   `tfsdk:"system_group_ids"`
}

// lists are the attributes by the type of the targets.
func (m *listModel) lists() map[string]*types.List {
	return map[string]*types.List{
		group.ActiveDirectory: &m.ActiveDirectoryIDs, group.Application: &m.ApplicationIDs, group.GSuite: &m.GSuiteIDs,
		group.IDPRoutingPolicy: &m.IDPRoutingPolicyIDs, group.LDAPServer: &m.LDAPServerIDs, group.Office365: &m.Office365IDs,
		group.PasswordManagerItem: &m.PasswordManagerItemIDs, group.Policy: &m.PolicyIDs, group.PolicyGroup: &m.PolicyGroupIDs,
		group.RADIUSServer: &m.RADIUSServerIDs, group.System: &m.SystemIDs, group.SystemGroup: &m.SystemGroupIDs,
	}
}

// NewListDataSource returns the data source jumpcloud_user_group_associations.
func NewListDataSource() datasource.DataSource {
	attributes := map[string]schema.Attribute{"user_group_id": groupAttribute()}

	for _, of := range group.UserGroupTargetTypes {
		attributes[of+"_ids"] = kit.ShownList("IDs of the targets of type `" + of + "` that the group is bound to directly, sorted.")
	}

	return kit.NewDataSource(kit.Object{Type: "jumpcloud_user_group_associations", Title: "User Group Associations"}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads what a user group is bound to directly, of every type, in one call for each type.",
		Attributes:          attributes,
	}, lookAll)
}

func lookAll(ctx context.Context, t *jumpcloud.Tenant, m *listModel) error {
	for to, list := range m.lists() {
		ids, err := group.Associations(owner(m.UserGroupID), to).Now(ctx, t)
		if err != nil {
			return err
		}

		*list = kit.StringList(ids)
	}

	return nil
}
