// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator

import (
	"context"
	"regexp"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// longestEmail is the limit of API version 1 (evidence: transport 7.1).
const longestEmail = 1024

var address = regexp.MustCompile(`^[^@\s]+@[^@\s]+$`)

// sameAddress keeps the spelling in state where only the letter case differs: it says nothing,
// and nobody documents whether the service keeps it.
type sameAddress struct{}

func (sameAddress) Description(context.Context) string { return "Letter case makes no difference." }

func (m sameAddress) MarkdownDescription(ctx context.Context) string { return m.Description(ctx) }

func (sameAddress) PlanModifyString(_ context.Context, req planmodifier.StringRequest, resp *planmodifier.StringResponse) {
	if !req.StateValue.IsNull() && !req.PlanValue.IsUnknown() && strings.EqualFold(req.StateValue.ValueString(), req.PlanValue.ValueString()) {
		resp.PlanValue = req.StateValue
	}
}

func resourceSchema() schema.Schema {
	text := func(description string) schema.Attribute {
		return kit.DefaultString("", description+" Defaults to an empty string.")
	}

	return schema.Schema{
		MarkdownDescription: "Manages an administrator of the provider (Multi-Tenant Portal). JumpCloud invites a new one by e-mail.\n\n" +
			"Removing or demoting the last `Administrator With Billing`, or the administrator whose API key is in use, fails the plan; see " +
			"`allow_lockout`. Which organizations an administrator sees stands in `organization_ids`, or in resources " +
			"`jumpcloud_administrator_organization_link`, one for each. Refreshing all administrators costs one listing, and one for each with " +
			"`organization_ids`.",
		Attributes: map[string]schema.Attribute{
			"id": kit.KeptString("Administrator ID, 24 hexadecimal digits."),
			"email": schema.StringAttribute{
				MarkdownDescription: "Administrator Email: address, at most 1024 characters. Must not be another administrator's, so a replacement cannot be " +
					"created before the old one is destroyed. Changing it changes the address of the administrator, whose roles, organizations and key stay; " +
					"what becomes of an invitation that is still open is not documented. Letter case makes no difference.",
				Required: true,
				Validators: []validator.String{
					stringvalidator.RegexMatches(address, "must be an e-mail address"), stringvalidator.LengthAtMost(longestEmail),
				},
				PlanModifiers: []planmodifier.String{sameAddress{}},
			},
			"first_name": text("First Name."),
			"last_name":  text("Last Name."),
			"role": kit.OptionalComputedString("Role: name of a built-in or custom role, such as `Administrator With Billing`, `Administrator`, "+
				"`Manager`, `Help Desk` or `Read Only`. One of `role` and `role_id` is given; both must mean the same role.",
				stringvalidator.AtLeastOneOf(path.MatchRoot("role"), path.MatchRoot("role_id")), stringvalidator.LengthAtLeast(1)),
			"role_id": kit.OptionalComputedString("ID of the role, 24 hexadecimal digits, such as a `jumpcloud_role`'s.", tenancy.ValidID()),
			"additional_role_ids": tenancy.OptionalComputedIDs("IDs of further roles beside `role`, 24 hexadecimal digits each (sent as " +
				"`roles`, with the main one). JumpCloud turns several roles on provider by provider; where it has not, the apply says so. Left " +
				"out: not managed here. Empty: no further role may remain."),
			"organization_access": kit.RequiresReplace(kit.DefaultString(accessAll, "Organization Access: `all` (default) lets the administrator "+
				"see every organization, also later ones; `selected` none but those of `organization_ids` or "+
				"`jumpcloud_administrator_organization_link` (sent as `bindNoOrgs`). The API takes it at creation only, so changing it replaces "+
				"the administrator, and cannot read it back: an import takes `all` for whoever sees every organization.",
				kit.OneOf("organization access", accessAll, accessSelected))),
			tenancy.OrganizationIDs: tenancy.OptionalIDs("Organizations: IDs of the organizations that the administrator sees, 24 hexadecimal " +
				"digits each, with `organization_access = \"selected\"`. Given: these and no others; what was added elsewhere shows as a " +
				"difference and is removed. Left out: not managed here, so that `jumpcloud_administrator_organization_link` may own single " +
				"ones. Do not use both for one administrator."),
			"api_access": kit.DefaultBool(false, "API Access: whether the administrator may have an API key. Defaults to `false`."),
			"multi_factor": kit.OptionalComputedBool("Multi-Factor Authentication: whether the administrator must use it to log in. JumpCloud " +
				"chooses when left out."),
			"allow_lockout": kit.DefaultBool(false, "Whether a plan may remove or demote this administrator although nobody else has "+
				"`Administrator With Billing`, or the API key in use is theirs. To destroy, apply `true` first. Defaults to `false`."),
			"registered": schema.BoolAttribute{
				MarkdownDescription: "Whether the invitation was accepted.",
				Computed:            true,
			},
			"suspended": schema.BoolAttribute{
				MarkdownDescription: "Whether the administrator is suspended.",
				Computed:            true,
			},
			"api_key_expires_at": schema.StringAttribute{
				MarkdownDescription: "When the administrator's API key expires, RFC 3339; null without a key or without an end.",
				Computed:            true,
			},
		},
	}
}
