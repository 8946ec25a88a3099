// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package usergroupassociation

import (
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var object = kit.Object{
	Type: "jumpcloud_user_group_association", Title: "User Group Association",
	Keys: []kit.Key{
		{Name: "user_group_id", Form: tenancy.ObjectID}, {Name: "target_type", Form: group.UserGroupTargetType}, {Name: "target_id", Form: group.TargetID},
	},
}

// NewResource returns jumpcloud_user_group_association.
func NewResource() resource.Resource {
	return group.NewEdgeResource[model](object, resourceSchema, group.AssociationFinder(object, group.UserGroup, group.UserGroupTargetTypes))
}

func resourceSchema() schema.Schema {
	replace := []planmodifier.String{stringplanmodifier.RequiresReplace()}

	return schema.Schema{
		MarkdownDescription: "Binds one user group to one target, and leaves its other associations alone: its users get the application, " +
			"exist in the directory, may use the network, and so on.\n\n" +
			"An association is one edge that both ends show. With a policy it is the very edge of `jumpcloud_policy_association` with " +
			"`target_type = \"user_group\"`, with a policy group that of `jumpcloud_policy_group_association`, with a device group that of " +
			"`jumpcloud_system_group_association`, with a device that of `jumpcloud_system_association`. Write each edge once: two resources " +
			"that stand for one edge destroy it for each other, of which the plan warns where it sees both under the same provider block.\n\n" +
			"Refreshing all associations of a user group with one type of target costs one listing. Whether a target is there is checked " +
			"at plan where the API has a list of its type; for `active_directory`, `g_suite`, `idp_routing_policy`, `office_365` and " +
			"`password_manager_item` the service decides at apply.",
		Attributes: map[string]schema.Attribute{
			"user_group_id": tenancy.KeyID("User Group: ID of the user group, 24 hexadecimal digits. Changing it replaces the association."),
			"target_type":   group.KeyTargetType("Type of the target: "+targetTypes+" Changing it replaces the association.", group.UserGroupTargetTypes),
			"target_id": schema.StringAttribute{
				MarkdownDescription: "Target: ID of the object of that type, of the same organization: 24 hexadecimal digits, or the UUID of a password " +
					"manager item. Changing it replaces the association.",
				Required:      true,
				Validators:    []validator.String{group.ValidTarget()},
				PlanModifiers: replace,
			},
		},
	}
}

const targetTypes = "`active_directory`, `application`, `g_suite` (Google Workspace), `idp_routing_policy`, `ldap_server`, `office_365`, " +
	"`password_manager_item`, `policy`, `policy_group`, `radius_server`, `system` or `system_group`."
