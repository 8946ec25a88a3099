// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework-validators/mapvalidator"
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Limits of the database's columns and the model's validations [source].
const (
	longestName   = 100
	longestDomain = 250
	longestNote   = 5000
)

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Manages an organization: a company whose people are customers of the help desk.",
		Attributes: map[string]schema.Attribute{
			"id": kit.KeptString("ID of the organization, a number."),
			"name": kit.RequiredString("Name, at most 100 characters. It is unique within the installation, whatever the case of its letters.",
				kit.VisibleName(), stringvalidator.UTF8LengthAtMost(longestName)),
			"shared": kit.DefaultBool(true, "Shared organization: whether members see each other's tickets. Defaults to `true`."),
			"domain": kit.DefaultString("", "Domain of the members' email addresses, at most 250 characters. Zammad drops `@` and white space and "+
				"writes it in lower case, which causes no difference. Defaults to an empty string.", stringvalidator.UTF8LengthAtMost(longestDomain)),
			"domain_assignment": kit.DefaultBool(false, "Domain based assignment: whether new users whose address is of `domain` become members. "+
				"It needs `domain`. Defaults to `false`."),
			"active": kit.DefaultBool(true, "Whether the organization is in use. Defaults to `true`."),
			"vip": kit.DefaultBool(false, "VIP: whether agents see that the organization is important. Older versions of Zammad know no such thing "+
				"and refuse nothing; `true` then ends in a warning or an error that says so. Defaults to `false`."),
			"note": kit.DefaultString("", "Note for agents, at most 5000 characters. Zammad keeps it as HTML, with some tags only and without "+
				"images: `&` comes back as `&amp;` and an address as a link to it, which causes no difference. Defaults to an empty string.",
				stringvalidator.UTF8LengthAtMost(longestNote)),
			"custom_attributes": schema.MapAttribute{
				MarkdownDescription: "Attributes that the installation has added to organizations in its Object Manager, by name, as text. Only those named " +
					"here are managed; one that is removed here is cleared. A name that the installation does not know fails at plan where there is an " +
					"organization to look at; Zammad itself drops it without a word, so the provider compares the answer, too.",
				ElementType: types.StringType,
				Optional:    true,
				Validators:  []validator.Map{mapvalidator.SizeAtLeast(1), mapvalidator.KeysAre(stringvalidator.NoneOf(own...))},
			},
			"member_ids": schema.SetAttribute{
				MarkdownDescription: "IDs of the users who belong to the organization. Users say so themselves; it is never sent.",
				ElementType:         types.StringType,
				Computed:            true,
			},
			"created_at": kit.KeptString("When the organization was created, in RFC 3339. What has its id and was created at another time is another's, " +
				"and is not touched."),
			"on_destroy": kit.OptionalString("What a destroy does: `delete`, or `deactivate`, which leaves the organization in Zammad with "+
				"`active` off. Zammad refuses to delete an organization that users, tickets or histories refer to. Defaults to `delete`.",
				kit.OneOf("way to destroy", onDestroyDelete, onDestroyDeactivate)),
		},
	}
}

// domainAssigned refuses an assignment by domain without a domain, as the service does.
type domainAssigned struct{}

// Description says what is refused.
func (domainAssigned) Description(context.Context) string { return "domain_assignment needs domain" }

// MarkdownDescription says what is refused.
func (v domainAssigned) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

// ValidateResource checks a configuration.
func (domainAssigned) ValidateResource(ctx context.Context, req resource.ValidateConfigRequest, resp *resource.ValidateConfigResponse) {
	var (
		assign types.Bool
		domain types.String
	)

	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root("domain_assignment"), &assign)...)
	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root("domain"), &domain)...)

	if assign.ValueBool() && !domain.IsUnknown() && normal(domain.ValueString()) == "" {
		resp.Diagnostics.AddAttributeError(path.Root("domain_assignment"), "Missing domain",
			"domain_assignment makes members of the users whose address is of a domain: set domain, or leave domain_assignment out.")
	}
}
