// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package grouppermission asks what a user may do in groups (AdminApi/HasGroupPermission
// and AdminApi/SearchGroupsForPermission).
package grouppermission

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

// Service returns the data source nexport_group_permission.
func Service() kit.Service {
	return kit.Service{DataSources: []func() datasource.DataSource{NewDataSource}}
}

// answer is what the API says of one group.
type answer struct {
	Permitted bool `json:"is_permitted"`
}

// group is a group as the API returns it.
type group struct {
	ID        nexport.Text `json:"id"`
	Name      nexport.Text `json:"name"`
	ShortName nexport.Text `json:"short_name"`
}

// model is a question in HCL.
type model struct {
	UserID         types.String `tfsdk:"user_id"`
	Permission     types.String `tfsdk:"permission"`
	GroupID        types.String `tfsdk:"group_id"`
	OrganizationID types.String `tfsdk:"organization_id"`
	Permitted      types.Bool   `tfsdk:"permitted"`
	Groups         []groupModel `tfsdk:"groups"`
}

type groupModel struct {
	ID        types.String `tfsdk:"id"`
	Name      types.String `tfsdk:"name"`
	ShortName types.String `tfsdk:"short_name"`
}

// NewDataSource returns the data source nexport_group_permission.
func NewDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "nexport_group_permission", Title: "Group Permission"}, scope.Site, schema.Schema{
		MarkdownDescription: scope.Experimental + "Asks whether a user has a permission in a group, or in which groups below an organization.",
		Attributes: map[string]schema.Attribute{
			"user_id": schema.StringAttribute{MarkdownDescription: "ID of the user.", Required: true, Validators: []validator.String{scope.ValidID()}},
			"permission": schema.StringAttribute{
				MarkdownDescription: "Name of the permission, as NexPort's roles call it: the value of the permission attribute.",
				Required:            true, Validators: []validator.String{kit.VisibleName()},
			},
			"group_id": schema.StringAttribute{
				MarkdownDescription: "ID of the group. Exactly one of `group_id` and `organization_id` is given.",
				Optional:            true,
				Validators:          []validator.String{stringvalidator.ExactlyOneOf(path.MatchRoot("group_id"), path.MatchRoot("organization_id")), scope.ValidID()},
			},
			"organization_id": schema.StringAttribute{
				MarkdownDescription: "ID of the organization below which to look for groups.", Optional: true, Validators: []validator.String{scope.ValidID()},
			},
			"permitted": schema.BoolAttribute{MarkdownDescription: "Whether the user has the permission in the group, or in any group that was found.", Computed: true},
			"groups": schema.ListNestedAttribute{
				MarkdownDescription: "Groups below `organization_id` in which the user has the permission; empty with `group_id`.",
				Computed:            true,
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"id":         schema.StringAttribute{MarkdownDescription: "ID of the group, a UUID.", Computed: true},
					"name":       schema.StringAttribute{MarkdownDescription: "Name.", Computed: true},
					"short_name": schema.StringAttribute{MarkdownDescription: "Short name, if the service shows one.", Computed: true},
				}},
			},
		},
	}, look)
}

func look(ctx context.Context, c *nexport.Client, m *model) error {
	m.Groups = []groupModel{}
	ask := func(operation string) collections.Route {
		return c.Admin(operation).With("user_id", m.UserID.ValueString()).With("permission", m.Permission.ValueString())
	}

	if id := m.GroupID.ValueString(); id != "" {
		a, err := collections.Get[answer](ctx, ask("HasGroupPermission").With("group_id", id))
		m.Permitted = types.BoolValue(a.Permitted)

		return err
	}

	all, err := collections.All(ctx, collections.Listing[group]{
		Route: ask("SearchGroupsForPermission").With("org_id", m.OrganizationID.ValueString()), ID: func(g group) string { return g.ID.String() },
	})
	m.Permitted = types.BoolValue(len(all) > 0)

	for _, g := range all {
		m.Groups = append(m.Groups, groupModel{types.StringValue(g.ID.String()), types.StringValue(g.Name.String()), scope.Shown(g.ShortName)})
	}

	return err
}
