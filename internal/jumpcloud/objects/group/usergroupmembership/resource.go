// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package usergroupmembership

import (
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var object = kit.Object{
	Type: "jumpcloud_user_group_membership", Title: "User Group Membership",
	Keys: []kit.Key{{Name: "user_group_id", Form: tenancy.ObjectID}, {Name: "user_id", Form: tenancy.ObjectID}},
}

// NewResource returns jumpcloud_user_group_membership.
func NewResource() resource.Resource {
	return group.NewMemberResource[model](object, resourceSchema, group.UserGroup)
}

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Manages one user's membership in one static user group, and leaves the group's other " +
			"members alone.\n\n" +
			"Members of a dynamic group are its query's: there the plan warns, and the apply fails where `membership_method` is " +
			"`DYNAMIC_AUTOMATED`. The data sources `jumpcloud_user` and `jumpcloud_users` have the IDs by username and by email; of a user " +
			"who is deleted the membership is gone. Refreshing all memberships of a group costs one listing.",
		Attributes: map[string]schema.Attribute{
			"user_group_id": tenancy.KeyID("User Group: ID of the user group, 24 hexadecimal digits. Changing it replaces the membership."),
			"user_id":       tenancy.KeyID("User: ID of the user, 24 hexadecimal digits, of the same organization. Changing it replaces the membership."),
		},
	}
}
