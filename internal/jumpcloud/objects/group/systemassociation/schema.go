// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemassociation

import (
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/booldefault"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
)

const targetTypes = "`command`, `policy`, `policy_group`, `user` or `user_group`."

func resourceSchema() schema.Schema {
	flag := func(description string) schema.Attribute {
		return schema.BoolAttribute{
			MarkdownDescription: description + " For targets of type `user` and `user_group`. Defaults to false.",
			Optional:            true,
			Computed:            true,
			Default:             booldefault.StaticBool(false),
		}
	}

	return schema.Schema{
		MarkdownDescription: "Binds one device (system) to one target, and leaves its other associations alone. A user who is bound to a " +
			"device gets an account on it.\n\n" +
			"An association is one edge that both ends show: with a policy it is the very edge of `jumpcloud_policy_association`, with a " +
			"policy group that of `jumpcloud_policy_group_association`, with a user group that of `jumpcloud_user_group_association`. Write " +
			"each edge once: two resources that stand for one edge destroy it for each other, of which the plan warns where it sees both " +
			"under the same provider block. Refreshing all associations of a device with one type of target costs one listing.",
		Attributes: map[string]schema.Attribute{
			"system_id":             tenancy.KeyID("Device: ID of the device (system), 24 hexadecimal digits. Changing it replaces the association."),
			"target_type":           group.KeyTargetType("Type of the target: "+targetTypes+" Changing it replaces the association.", group.SystemTargetTypes),
			"target_id":             tenancy.KeyID("Target: ID of the object of that type, 24 hexadecimal digits, of the same organization. Changing it replaces the association."),
			"sudo_enabled":          flag("Enable as Administrator/Sudo on this device: whether the user, or the users of the group, are administrators on it."),
			"sudo_without_password": flag("Enable Passwordless Sudo: whether they need no password for it. Needs `sudo_enabled`."),
		},
	}
}
