// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy

import (
	"github.com/hashicorp/terraform-plugin-framework-validators/setvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

func effectAttribute() schema.SingleNestedAttribute {
	return schema.SingleNestedAttribute{
		MarkdownDescription: "What happens when the policy applies.",
		Required:            true,
		Attributes: map[string]schema.Attribute{
			"action": kit.RequiredString("Access: "+quoted(actions)+".", kit.OneOf("action", actions...)),
			"obligations": schema.SingleNestedAttribute{
				MarkdownDescription: "What a user must do besides giving a password. None when left out.",
				Optional:            true,
				Attributes: map[string]schema.Attribute{
					"mfa": schema.SingleNestedAttribute{
						MarkdownDescription: "Multi-factor authentication.",
						Optional:            true,
						Attributes: map[string]schema.Attribute{"required": schema.BoolAttribute{
							MarkdownDescription: "Whether a second factor is required.",
							Required:            true,
						}},
					},
					"mfa_factors": schema.SetAttribute{
						MarkdownDescription: "Factors that are accepted: " + quoted(factors) + ".",
						ElementType:         types.StringType,
						Optional:            true,
						Validators:          []validator.Set{setvalidator.ValueStringsAre(kit.OneOf("factor", factors...))},
					},
					"user_verification": schema.SingleNestedAttribute{
						MarkdownDescription: "Verification of the user by the authenticator, such as a fingerprint.",
						Optional:            true,
						Attributes: map[string]schema.Attribute{"requirement": kit.RequiredString("Requirement: "+quoted(verifications)+".",
							kit.OneOf("requirement", verifications...))},
					},
				},
			},
			"custom_error_message": schema.SingleNestedAttribute{
				MarkdownDescription: "Message to users whom the policy stops. JumpCloud's own when left out.",
				Optional:            true,
				Attributes: map[string]schema.Attribute{
					"enabled": schema.BoolAttribute{MarkdownDescription: "Whether the message is shown.", Required: true},
					"message": schema.StringAttribute{MarkdownDescription: "Text of the message.", Required: true},
					"primary_help": schema.SingleNestedAttribute{
						MarkdownDescription: "First link below the message.", Optional: true, Attributes: link(),
					},
					"secondary_help": schema.SingleNestedAttribute{
						MarkdownDescription: "Second link below the message.", Optional: true, Attributes: link(),
					},
				},
			},
		},
	}
}

func link() map[string]schema.Attribute {
	return map[string]schema.Attribute{
		"text": schema.StringAttribute{MarkdownDescription: "Text of the link.", Required: true},
		"url":  schema.StringAttribute{MarkdownDescription: "Address of the link.", Required: true},
	}
}
