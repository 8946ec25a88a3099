// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy

import (
	"github.com/hashicorp/terraform-plugin-framework-validators/dynamicvalidator"
	"github.com/hashicorp/terraform-plugin-framework-validators/int64validator"
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Manages a policy: settings for devices, made from one of JumpCloud's policy templates. " +
			"A policy acts on the devices that it is bound to.\n\n" +
			"Everything the template can decide is checked at plan. To see a template's fields, read " +
			"`data.jumpcloud_policy_template`.",
		Attributes: map[string]schema.Attribute{
			"id":                   kit.KeptString("ID of the policy, 24 hexadecimal digits."),
			"name":                 kit.RequiredString("Policy name. The API documents neither a limit nor that it must be unique.", kit.VisibleName()),
			kit.AllowDuplicateName: kit.AllowDuplicateNameAttribute("the policy"),
			"notes":                kit.DefaultString("", "Policy notes: free text. Defaults to an empty string."),
			"template_name": kit.RequiresReplace(kit.RequiredString("Machine name of the policy template, such as `lock_screen_darwin`. Changing " +
				"it replaces the policy, since the API cannot change a policy's template.")),
			"template_id": kit.KeptString("ID of the policy template."),
			"values": schema.DynamicAttribute{
				MarkdownDescription: "Settings: an object of the template's field names and their values. Any JSON: booleans, numbers, " +
					"strings, lists, lists of objects; a file is base64 (`filebase64`); an option is given by its label or by its wire " +
					"value, where a label wins over another option's equal wire value. A text that spells a number or a boolean, and a whole " +
					"number for a text, count as what the field takes, as a `map(any)` or a CSV file gives them. A field that is left out keeps what the service " +
					"holds; one that is removed goes back to the template's default. A field that was changed elsewhere shows as a " +
					"difference, unless it holds its default.",
				CustomType: anyjson.Type{},
				Optional:   true,
			},
			"values_json": kit.OptionalString("The same as `values`, as JSON text such as `jsonencode` gives it, for tables of hundreds of rows: "+
				"Terraform takes a text much faster than a value with as many parts. It is compared by its meaning. Conflicts with `values`.",
				jsonObject{}, stringvalidator.ConflictsWith(path.MatchRoot("values"))),
			"sensitive_values_wo": schema.DynamicAttribute{
				MarkdownDescription: "Settings that the template marks as sensitive: an object of field names and values, never kept in " +
					"state or plan. Needs Terraform 1.11 or later; with an older one, or OpenTofu before 1.11, write the field in `values`. " +
					"Sent at creation and with every change of the policy; to change it alone, change `sensitive_values_wo_version`. " +
					"A field that is removed keeps what the service holds.",
				CustomType: anyjson.Type{},
				Optional:   true,
				WriteOnly:  true,
				Validators: []validator.Dynamic{anyjson.WhenGiven(dynamicvalidator.AlsoRequires(path.MatchRoot("sensitive_values_wo_version")))},
			},
			"sensitive_values_wo_version": schema.Int64Attribute{
				MarkdownDescription: "Version of `sensitive_values_wo`: a number to raise whenever it changes, at least 1.",
				Optional:            true,
				Validators: []validator.Int64{
					int64validator.AtLeast(1), int64validator.AlsoRequires(path.MatchRoot("sensitive_values_wo")),
				},
			},
		},
	}
}
