// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package usergroup

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework-validators/boolvalidator"
	"github.com/hashicorp/terraform-plugin-framework-validators/int64validator"
	"github.com/hashicorp/terraform-plugin-framework-validators/mapvalidator"
	"github.com/hashicorp/terraform-plugin-framework-validators/setvalidator"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/mapplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

const unmanaged = " Left out: not managed here, and kept as it is."

const changed = "Changing it replaces the user group."

// managed tells that a change replaces the group. Of numbers that were not managed before, the
// plan looks whether they change.
func managed(ctx context.Context, req planmodifier.MapRequest, resp *mapplanmodifier.RequiresReplaceIfFuncResponse) {
	resp.RequiresReplace = !req.StateValue.IsNull() && !req.PlanValue.IsNull()
	kit.WarnOfUnknown(ctx, &resp.Diagnostics, req.Path, req.State, req.StateValue, req.PlanValue)
}

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Manages a user group: users that policies, authentication policies and applications name together. It is made as " +
			"a static group unless `membership_method` says otherwise.\n\n" +
			"Who owns its members is a choice. Where one configuration knows all of them, write them in `user_ids`: whoever else appears " +
			"there is removed. Where several modules or people add their own, leave it out and use `jumpcloud_user_group_membership`, which " +
			"owns one member and leaves the others alone. Where a query decides, set `membership_method` and `member_query`. What is left " +
			"out altogether, such as a query that somebody gives the group in the console, is kept.\n\n" +
			"One that something still uses may be refused to be destroyed. " + tenancy.TwoApplies,
		Attributes: map[string]schema.Attribute{
			"id":                   kit.KeptString("ID of the user group, 24 hexadecimal digits."),
			"name":                 kit.RequiredString("User Group Name. No other user group of the organization has it; the API documents no limit.", kit.VisibleName()),
			kit.AllowDuplicateName: group.AllowTwin("user group"),
			"description":          text("Description: free text."),
			"email":                text("Email: an address of the group."),
			"user_ids": tenancy.OptionalIDs("Users: IDs of the users in the group, of the same organization. Left out: not managed here, so " +
				"that others may (the console, a query, or `jumpcloud_user_group_membership`); neither read nor imported. Given: these and no " +
				"others; who was added elsewhere shows as a difference and is removed, and the plan that takes the set over warns of whom it " +
				"removes. Empty: none may remain."),
			"membership_method": kit.OptionalComputedString("Membership: `STATIC` (members are added by hand), `DYNAMIC_AUTOMATED` (the query "+
				"decides), `DYNAMIC_REVIEW_REQUIRED` (the query suggests, a person decides) or `NOTSET`."+unmanaged,
				kit.OneOf("membership method", group.Methods...)),
			"member_query":              memberQuery(),
			"member_query_exemptions":   exemptions(),
			"member_suggestions_notify": kit.OptionalComputedBool("Whether administrators are told of suggested changes of the members." + unmanaged),
			"sudo_enabled":              kit.OptionalComputedBool("Enable users as Global Administrator/Sudo on all devices associated through device groups." + unmanaged),
			"sudo_without_password": schema.BoolAttribute{
				MarkdownDescription: "Global Passwordless Sudo. Needs `sudo_enabled`; left out beside it, it is false.",
				Optional:            true,
				Computed:            true,
				Validators:          []validator.Bool{boolvalidator.AlsoRequires(path.MatchRoot("sudo_enabled"))},
			},
			"ldap_groups": schema.SetAttribute{
				MarkdownDescription: "Names of the LDAP groups that the users are members of. The service gives a group one of its own name." + unmanaged,
				ElementType:         types.StringType,
				Optional:            true,
				Computed:            true,
				Validators:          []validator.Set{setvalidator.ValueStringsAre(kit.VisibleName())},
			},
			"posix_groups": schema.MapAttribute{
				MarkdownDescription: "Create Linux group for this user group: numeric ids (GID, at least 0) by name of the POSIX group. The service is " +
					"known not to change them, so changing them replaces the user group." + unmanaged,
				ElementType:   types.Int64Type,
				Optional:      true,
				Computed:      true,
				PlanModifiers: []planmodifier.Map{mapplanmodifier.RequiresReplaceIf(managed, changed, changed)},
				Validators:    []validator.Map{mapvalidator.KeysAre(kit.VisibleName()), mapvalidator.ValueInt64sAre(int64validator.AtLeast(0))},
			},
			"samba_enabled": kit.OptionalComputedBool("Enable Samba Authentication." + unmanaged),
			"radius_reply": schema.ListNestedAttribute{
				MarkdownDescription: "RADIUS Reply Attributes, in order." + unmanaged,
				Optional:            true,
				Computed:            true,
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"name": schema.StringAttribute{
						MarkdownDescription: "Name of the attribute, such as `Tunnel-Private-Group-Id`.",
						Required:            true,
						Validators:          []validator.String{kit.VisibleName()},
					},
					"value": schema.StringAttribute{MarkdownDescription: "Value of the attribute.", Required: true},
				}},
			},
		},
	}
}

// memberQuery is that of device groups; what an import has read of it stays where the
// configuration leaves it out.
func memberQuery() schema.Attribute {
	query := group.QuerySchema()
	query.Computed = true

	return query
}

// exemptions are those of device groups, and stay like the query.
func exemptions() schema.Attribute {
	all := group.ExemptionsSchema("users", "Left out beside a query, there are none.")
	all.Computed = true

	return all
}

func text(description string) schema.Attribute {
	return kit.DefaultString("", description+" Defaults to an empty string.")
}
