// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemgroupmembership

import (
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var object = kit.Object{
	Type: "jumpcloud_system_group_membership", Title: "System Group Membership",
	Keys: []kit.Key{{Name: "system_group_id", Form: tenancy.ObjectID}, {Name: "system_id", Form: tenancy.ObjectID}},

	Moved: []kit.Moved{{Type: "jumpcloud_system_group_membership"}}, // agilize
}

// NewResource returns jumpcloud_system_group_membership.
func NewResource() resource.Resource {
	return group.NewMemberResource[model](object, resourceSchema, group.SystemGroup)
}

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Manages one device's membership in one static device group (system group), and leaves the group's other " +
			"members alone.\n\n" +
			"Members of a dynamic group are its query's: there the plan warns, and the apply fails where `membership_method` is " +
			"`DYNAMIC_AUTOMATED`. Devices enroll by themselves, so their IDs come from the console or the API; of a device that leaves the " +
			"organization the membership is gone. Refreshing all memberships of a group costs one listing.",
		Attributes: map[string]schema.Attribute{
			"system_group_id": tenancy.KeyID("Device Group: ID of the device group, 24 hexadecimal digits. Changing it replaces the membership."),
			"system_id":       tenancy.KeyID("Device: ID of the device (system), 24 hexadecimal digits, of the same organization. Changing it replaces the membership."),
		},
	}
}
