// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package subscription

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/scope"
)

// listModel is the subscriptions of a user or to an organization.
type listModel struct {
	UserID         types.String `tfsdk:"user_id"`
	Login          types.String `tfsdk:"login"`
	OrganizationID types.String `tfsdk:"organization_id"`
	Subscriptions  []shownModel `tfsdk:"subscriptions"`
}

type shownModel struct {
	ID             types.String `tfsdk:"id"`
	OrganizationID types.String `tfsdk:"organization_id"`
	UserID         types.String `tfsdk:"user_id"`
	Enabled        types.Bool   `tfsdk:"enabled"`
	Status         types.String `tfsdk:"status"`
	CreatedAt      types.String `tfsdk:"created_at"`
	ExpiresAt      types.String `tfsdk:"expires_at"`
}

// NewDataSource returns the data source nexport_subscriptions.
func NewDataSource() datasource.DataSource {
	text := func(description string) schema.StringAttribute {
		return schema.StringAttribute{MarkdownDescription: description, Computed: true}
	}

	return kit.NewDataSource(kit.Object{Type: "nexport_subscriptions", Title: "Subscriptions"}, scope.Site, schema.Schema{
		MarkdownDescription: scope.Experimental + "Reads the subscriptions of a user, or those to an organization. Exactly one of `user_id`, `login` and `organization_id` is given.",
		Attributes: map[string]schema.Attribute{
			"user_id": schema.StringAttribute{
				MarkdownDescription: "ID of the user.",
				Optional:            true,
				Validators: []validator.String{
					stringvalidator.ExactlyOneOf(path.MatchRoot("user_id"), path.MatchRoot("login"), path.MatchRoot("organization_id")), scope.ValidID(),
				},
			},
			"login":           schema.StringAttribute{MarkdownDescription: "Login of the user.", Optional: true, Validators: []validator.String{kit.VisibleName()}},
			"organization_id": schema.StringAttribute{MarkdownDescription: "ID of the organization.", Optional: true, Validators: []validator.String{scope.ValidID()}},
			"subscriptions": schema.ListNestedAttribute{
				MarkdownDescription: "Subscriptions, in the order of the service.",
				Computed:            true,
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"id":              text("ID of the subscription, a UUID."),
					"organization_id": text("ID of the organization."),
					"user_id":         text("ID of the user."),
					"enabled":         schema.BoolAttribute{MarkdownDescription: "Whether it is enabled.", Computed: true},
					"status":          text("Status, if the service shows one."),
					"created_at":      text("When it was made, in UTC, if the service shows it."),
					"expires_at":      text("When it ends, in UTC; null where it does not, or the service does not show it."),
				}},
			},
		},
	}, lookAll)
}

func lookAll(ctx context.Context, c *nexport.Client, m *listModel) error {
	var list collections.Listing[subscription]

	switch {
	case !m.UserID.IsNull():
		list = of(c, "user_id", m.UserID.ValueString())
	case !m.Login.IsNull():
		list = of(c, "login", m.Login.ValueString())
	default:
		list = in(c, m.OrganizationID.ValueString())
	}

	all, err := collections.All(ctx, list)
	m.Subscriptions = []shownModel{}

	for _, s := range all {
		shown := shownModel{
			ID: types.StringValue(s.id()), OrganizationID: types.StringValue(s.OrgID.String()), UserID: types.StringValue(s.UserID.String()),
			Enabled: types.BoolValue(!s.Disabled), CreatedAt: scope.Shown(s.Created), ExpiresAt: scope.Shown(s.Expires),
		}
		if s.Status != nil {
			shown.Status = scope.Shown(*s.Status)
		}

		m.Subscriptions = append(m.Subscriptions, shown)
	}

	return err
}
