// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemgroup

import (
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/booldefault"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringdefault"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Manages a device group (system group): the devices that policies are bound to together. Devices enroll by " +
			"themselves, so the members of a static group are added in the console, or one by one with `jumpcloud_system_group_membership`; " +
			"those of a dynamic group come from its query.",
		Attributes: map[string]schema.Attribute{
			"id": kit.KeptString("ID of the device group, 24 hexadecimal digits."),
			"name": schema.StringAttribute{
				MarkdownDescription: "Device Group Name. No other device group of the organization has it; the API documents no limit.",
				Required:            true,
				Validators:          []validator.String{kit.VisibleName()},
			},
			kit.AllowDuplicateName: group.AllowTwin("device group"),
			"description":          text("Description: free text."),
			"email":                text("Email: an address of the group."),
			"membership_method": schema.StringAttribute{
				MarkdownDescription: "Membership: `STATIC` (members are added by hand), `DYNAMIC_AUTOMATED` (the query decides), " +
					"`DYNAMIC_REVIEW_REQUIRED` (the query suggests, a person decides) or `NOTSET`. Defaults to `STATIC`.",
				Optional:   true,
				Computed:   true,
				Default:    stringdefault.StaticString(group.Static),
				Validators: []validator.String{kit.OneOf("membership method", group.Methods...)},
			},
			"member_query":            group.QuerySchema(),
			"member_query_exemptions": group.ExemptionsSchema("devices", "Left out, there are none."),
			"member_suggestions_notify": schema.BoolAttribute{
				MarkdownDescription: "Whether administrators are told of suggested changes of the members. Defaults to false.",
				Optional:            true,
				Computed:            true,
				Default:             booldefault.StaticBool(false),
			},
		},
	}
}

func text(description string) schema.Attribute {
	return schema.StringAttribute{
		MarkdownDescription: description + " Defaults to an empty string.",
		Optional:            true,
		Computed:            true,
		Default:             stringdefault.StaticString(""),
	}
}
