// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy

import (
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework-validators/setvalidator"
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

const conditionsHelp = "Conditions under which the policy applies; always when left out. One condition, or a tree of them: " +
	"`all = [...]`, `any = [...]` and `not = {...}` hold conditions, to any depth; `ip_address_in = [...]` holds ids of IP lists " +
	"of the same organization, `location_in = { countries = [...] }` country codes of ISO 3166-1 (two capital letters), and `device_managed` " +
	"and `device_encrypted` are `true` or `false`. Every object holds exactly one condition. The order within a list says nothing."

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Manages a conditional access policy (authentication policy): who may sign in where, under which " +
			"conditions, and with what further proof. IP lists, user groups and applications that it names must be of its own organization, " +
			"which a plan checks.\n\n" +
			"~> A policy can lock people out. Begin with `monitor_only = true`, and exclude a group of emergency accounts. Check the " +
			"plan for what you meant: Terraform drops a misspelt member of `targets` or `effect` without a word (`conditions` is checked).",
		Attributes: map[string]schema.Attribute{
			"id":                   kit.KeptString("ID of the policy, 24 hexadecimal digits."),
			"name":                 kit.RequiredString("Policy name. The API documents neither a limit nor that it must be unique.", kit.VisibleName()),
			kit.AllowDuplicateName: kit.AllowDuplicateNameAttribute("the policy"),
			"description":          kit.DefaultString("", "Description: free text. Defaults to an empty string."),
			"type": kit.DefaultString(userPortal, "What the policy guards: "+quoted(policyTypes)+". Defaults to `user_portal`.",
				kit.OneOf("policy type", policyTypes...)),
			"disabled": kit.DefaultBool(false, "Whether the policy is switched off. Defaults to `false`."),
			"monitor_only": kit.DefaultBool(false, "Whether the policy is only watched: it is evaluated and logged, and stops nobody. Defaults to "+
				"`false`."),
			"targets": targetsAttribute(),
			"conditions": schema.DynamicAttribute{
				MarkdownDescription: conditionsHelp,
				CustomType:          anyjson.Type{},
				Optional:            true,
				Validators:          []validator.Dynamic{grammar{}},
			},
			"effect": effectAttribute(),
			"lockout_protection": kit.DefaultBool(true, "Whether a plan fails when the policy denies access to everybody: effect `deny` for all "+
				"users, in force, with nobody excluded. It speaks when a change can make that so, not of a policy that is so already; a plan warns when a group "+
				"that such a policy excludes is gone. Terraform's own guard, unknown to the API. Defaults to `true`."),
		},
	}
}

func targetsAttribute() schema.SingleNestedAttribute {
	return schema.SingleNestedAttribute{
		MarkdownDescription: "Users and resources that the policy is about.",
		Optional:            true,
		Attributes: map[string]schema.Attribute{
			"users": schema.SingleNestedAttribute{
				MarkdownDescription: "All users.",
				Optional:            true,
				Attributes: map[string]schema.Attribute{"inclusions": schema.SetAttribute{
					MarkdownDescription: "`[\"ALL\"]` for every user, the only value that the API knows.",
					ElementType:         types.StringType,
					Optional:            true,
					Validators:          []validator.Set{setvalidator.ValueStringsAre(kit.OneOf("user target", everybody))},
				}},
			},
			"user_groups": schema.SingleNestedAttribute{
				MarkdownDescription: "User groups.",
				Optional:            true,
				Attributes: map[string]schema.Attribute{
					"inclusions": tenancy.OptionalIDs("IDs of user groups to which the policy applies."),
					"exclusions": tenancy.OptionalIDs("IDs of user groups to which it does not apply, such as the emergency accounts."),
				},
			},
			"user_attributes": schema.SingleNestedAttribute{
				MarkdownDescription: "Users by their attributes.",
				Optional:            true,
				Attributes: map[string]schema.Attribute{
					"inclusions": filters("Users to whom the policy applies."),
					"exclusions": filters("Users to whom it does not apply."),
				},
			},
			"resources": schema.SetNestedAttribute{
				MarkdownDescription: "Resources that the policy guards.",
				Optional:            true,
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"type": kit.RequiredString("Resource type: "+quoted(policyTypes)+".", kit.OneOf("resource type", policyTypes...)),
					"id": kit.OptionalString("ID of the resource, where the type has several, such as an application's.",
						stringvalidator.LengthAtLeast(1)),
				}},
			},
			"excluded_applications": tenancy.OptionalIDs("IDs of applications that the policy leaves alone."),
		},
	}
}

func filters(help string) schema.SetNestedAttribute {
	return schema.SetNestedAttribute{
		MarkdownDescription: help + " Every element compares one attribute for equality.",
		Optional:            true,
		NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
			"field": kit.RequiredString("Name of the user's attribute. The API documents no list of names."),
			"value": kit.RequiredString("Text that the attribute must equal. A value of another type, made elsewhere, is shown as JSON; changing " +
				"`targets` then writes it as text."),
		}},
	}
}

func quoted(values []string) string {
	out := make([]string, 0, len(values))
	for _, v := range values {
		out = append(out, fmt.Sprintf("`%s`", v))
	}

	return strings.Join(out, ", ")
}
