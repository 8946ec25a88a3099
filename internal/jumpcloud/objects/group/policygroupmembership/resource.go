// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygroupmembership

import (
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var object = kit.Object{
	Type: "jumpcloud_policy_group_membership", Title: "Policy Group Membership",
	Keys: []kit.Key{{Name: "policy_group_id", Form: tenancy.ObjectID}, {Name: "policy_id", Form: tenancy.ObjectID}},
}

// NewResource returns jumpcloud_policy_group_membership.
func NewResource() resource.Resource {
	return group.NewEdgeResource[model](object, resourceSchema, group.MemberFinder(object, group.PolicyGroup))
}

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Manages one policy's membership in one policy group, and leaves the group's other members alone.\n\n" +
			"For modules that own a policy but not the group. Where one configuration knows all policies of a group, write them in " +
			"`policy_ids` of `jumpcloud_policy_group` instead; do not use both on one group. Refreshing all memberships of a group costs " +
			"one listing.",
		Attributes: map[string]schema.Attribute{
			"policy_group_id": tenancy.KeyID("Policy Group: ID of the policy group, 24 hexadecimal digits. Changing it replaces the membership."),
			"policy_id":       tenancy.KeyID("Policy: ID of the policy, 24 hexadecimal digits, of the same organization. Changing it replaces the membership."),
		},
	}
}
