// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyassociation

import (
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var object = kit.Object{
	Type: "jumpcloud_policy_association", Title: "Policy Association",
	Keys: []kit.Key{
		{Name: "policy_id", Form: tenancy.ObjectID}, {Name: "target_type", Form: group.TargetType}, {Name: "target_id", Form: tenancy.ObjectID},
	},
	// agilize
	Moved: []kit.Moved{{Type: "jumpcloud_policy_association", Keys: map[string][]string{"target_type": {"type"}, "target_id": {"group_id"}}}},
}

// NewResource returns jumpcloud_policy_association.
func NewResource() resource.Resource {
	return group.NewEdgeResource[model](object, resourceSchema, group.AssociationFinder(object, group.Policy, group.TargetTypes))
}

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Binds one policy to one target, and leaves its other associations alone.\n\n" +
			"To bind many policies at once, put them in a policy group and bind that (`jumpcloud_policy_group_association`, or " +
			"`system_group_ids` of `jumpcloud_policy_group`). Refreshing all associations of a policy with one type of target costs one listing.\n\n" +
			"With a device group it is the same edge as that of `jumpcloud_system_group_association`, seen from the other end: write it in one of them.",
		Attributes: map[string]schema.Attribute{
			"policy_id":   tenancy.KeyID("Policy: ID of the policy, 24 hexadecimal digits. Changing it replaces the association."),
			"target_type": group.KeyTargetType("Type of the target: `system` (a device), `system_group` (a device group), `user` or `user_group`. Changing it replaces the association.", group.TargetTypes),
			"target_id":   tenancy.KeyID("Target: ID of the device, device group, user or user group, 24 hexadecimal digits, of the same organization. Changing it replaces the association."),
		},
	}
}
