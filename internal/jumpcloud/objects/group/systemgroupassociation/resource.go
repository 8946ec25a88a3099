// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemgroupassociation

import (
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var object = kit.Object{
	Type: "jumpcloud_system_group_association", Title: "System Group Association",
	Keys: []kit.Key{
		{Name: "system_group_id", Form: tenancy.ObjectID}, {Name: "target_type", Form: group.SystemGroupTargetType}, {Name: "target_id", Form: tenancy.ObjectID},
	},
}

// NewResource returns jumpcloud_system_group_association.
func NewResource() resource.Resource {
	return group.NewEdgeResource[model](object, resourceSchema, group.AssociationFinder(object, group.SystemGroup, group.SystemGroupTargetTypes))
}

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Binds one device group (system group) to one target, and leaves its other associations alone.\n\n" +
			"An association is one edge that both ends show. With a policy it is the very edge of `jumpcloud_policy_association` with " +
			"`target_type = \"system_group\"`; with a policy group that of `jumpcloud_policy_group_association`, and an element of " +
			"`system_group_ids` of `jumpcloud_policy_group`. Write each edge once: two resources that stand for one edge destroy it for each " +
			"other, of which the plan warns where it sees both under the same provider block.\n\n" +
			"Use this resource where a module owns the device group and not what is bound to it, and for commands, RADIUS servers, users and " +
			"user groups, which no other resource here binds to a device group. Where a module owns the policy or the policy group, use the " +
			"resource of that end. Refreshing all associations of a device group with one type of target costs one listing.",
		Attributes: map[string]schema.Attribute{
			"system_group_id": tenancy.KeyID("Device Group: ID of the device group, 24 hexadecimal digits. Changing it replaces the association."),
			"target_type":     group.KeyTargetType("Type of the target: "+targetTypes+" Changing it replaces the association.", group.SystemGroupTargetTypes),
			"target_id":       tenancy.KeyID("Target: ID of the object of that type, 24 hexadecimal digits, of the same organization. Changing it replaces the association."),
		},
	}
}

const targetTypes = "`command`, `policy`, `policy_group`, `radius_server`, `user` or `user_group`."
