// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygroupassociation

import (
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var object = kit.Object{
	Type: "jumpcloud_policy_group_association", Title: "Policy Group Association",
	Keys: []kit.Key{
		{Name: "policy_group_id", Form: tenancy.ObjectID}, {Name: "target_type", Form: group.TargetType}, {Name: "target_id", Form: tenancy.ObjectID},
	},
}

// NewResource returns jumpcloud_policy_group_association.
func NewResource() resource.Resource {
	return group.NewEdgeResource[model](object, resourceSchema, group.AssociationFinder(object, group.PolicyGroup, group.TargetTypes))
}

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Binds one policy group to one target, and leaves its other associations alone.\n\n" +
			"For modules that own a target but not the group, and for targets other than device groups. Where one configuration knows all " +
			"device groups of a policy group, write them in `system_group_ids` of `jumpcloud_policy_group` instead; do not use both on one " +
			"group. Refreshing all associations of a group with one type of target costs one listing.\n\n" +
			"With a device group it is the same edge as that of `jumpcloud_system_group_association`, seen from the other end: write it in one of them.",
		Attributes: map[string]schema.Attribute{
			"policy_group_id": tenancy.KeyID("Policy Group: ID of the policy group, 24 hexadecimal digits. Changing it replaces the association."),
			"target_type":     group.KeyTargetType("Type of the target: `system` (a device), `system_group` (a device group), `user` or `user_group`. Changing it replaces the association.", group.TargetTypes),
			"target_id":       tenancy.KeyID("Target: ID of the device, device group, user or user group, 24 hexadecimal digits, of the same organization. Changing it replaces the association."),
		},
	}
}
