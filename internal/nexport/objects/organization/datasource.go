// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"context"
	"fmt"
	"strings"

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
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// organization is the object as the API returns it.
type organization struct {
	ID        nexport.Text `json:"org_id"`
	Name      nexport.Text `json:"name"`
	ShortName nexport.Text `json:"short_name"`
}

// under lists an organization and those below it, by name [V].
func under(c *nexport.Client, by, value string) collections.Listing[organization] {
	return collections.Listing[organization]{
		Route: c.Admin("GetOrganizations").With(by, value), ID: func(o organization) string { return o.ID.String() },
	}
}

// model is an organization in HCL.
type model struct {
	ID        types.String `tfsdk:"id"`
	Name      types.String `tfsdk:"name"`
	ShortName types.String `tfsdk:"short_name"`
}

func (m *model) fromAPI(o organization) {
	m.ID = scope.Served(o.ID, m.ID)
	m.Name = types.StringValue(o.Name.String())
	m.ShortName = scope.Served(o.ShortName, m.ShortName)
}

// NewDataSource returns the data source nexport_organization.
func NewDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "nexport_organization", Title: "Organization"}, scope.Site, schema.Schema{
		MarkdownDescription: scope.Experimental + "Reads one organization, by `id` or by `short_name`. The API cannot create, change or delete organizations: " +
			"that is done in the console, under Manage Campus.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				MarkdownDescription: "ID of the organization, a UUID. Exactly one of `id` and `short_name` is given.",
				Optional:            true, Computed: true,
				Validators: []validator.String{stringvalidator.ExactlyOneOf(path.MatchRoot("id"), path.MatchRoot("short_name")), scope.ValidID()},
			},
			"short_name": schema.StringAttribute{MarkdownDescription: "Short name.", Optional: true, Computed: true, Validators: []validator.String{kit.VisibleName()}},
			"name":       schema.StringAttribute{MarkdownDescription: "Name.", Computed: true},
		},
	}, lookOne)
}

// lookOne picks the organization out of the answer, which has those below it as well [V].
func lookOne(ctx context.Context, c *nexport.Client, m *model) error {
	by, value := "org_id", m.ID.ValueString()
	if value == "" {
		by, value = "short_name", m.ShortName.ValueString()
	}

	list := under(c, by, value)

	all, err := collections.All(ctx, list)
	if err != nil {
		return err
	}

	for _, o := range all {
		if strings.EqualFold(o.ID.String(), value) || by == "short_name" && strings.EqualFold(o.ShortName.String(), value) {
			m.fromAPI(o)

			return nil
		}
	}

	return rest.NotFound("GET", list.Route.Path(), fmt.Sprintf("the answer holds no organization with the %s %q", by, value))
}

// listModel is an organization and those below it.
type listModel struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	ShortName      types.String `tfsdk:"short_name"`
	Organizations  []model      `tfsdk:"organizations"`
	IDsByShortName types.Map    `tfsdk:"ids_by_short_name"`
}

// NewListDataSource returns the data source nexport_organizations.
func NewListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "nexport_organizations", Title: "Organizations"}, scope.Site, schema.Schema{
		MarkdownDescription: scope.Experimental + "Reads an organization and all organizations below it.",
		Attributes: map[string]schema.Attribute{
			"organization_id": schema.StringAttribute{
				MarkdownDescription: "ID of the organization to begin with. Exactly one of `organization_id` and `short_name` is given.",
				Optional:            true,
				Validators: []validator.String{
					stringvalidator.ExactlyOneOf(path.MatchRoot("organization_id"), path.MatchRoot("short_name")), scope.ValidID(),
				},
			},
			"short_name": schema.StringAttribute{MarkdownDescription: "Short name of the organization to begin with.", Optional: true, Validators: []validator.String{kit.VisibleName()}},
			"organizations": schema.ListNestedAttribute{
				MarkdownDescription: "Organizations, by name; the one to begin with is among them.",
				Computed:            true,
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"id":         schema.StringAttribute{MarkdownDescription: "ID of the organization, a UUID.", Computed: true},
					"name":       schema.StringAttribute{MarkdownDescription: "Name.", Computed: true},
					"short_name": schema.StringAttribute{MarkdownDescription: "Short name.", Computed: true},
				}},
			},
			"ids_by_short_name": schema.MapAttribute{MarkdownDescription: "IDs by short name.", ElementType: types.StringType, Computed: true},
		},
	}, lookAll)
}

func lookAll(ctx context.Context, c *nexport.Client, m *listModel) error {
	by, value := "org_id", m.OrganizationID.ValueString()
	if value == "" {
		by, value = "short_name", m.ShortName.ValueString()
	}

	all, err := collections.All(ctx, under(c, by, value))
	if err != nil {
		return err
	}

	ids := map[string]string{}
	m.Organizations = []model{}

	for _, o := range all {
		var shown model

		shown.fromAPI(o)
		m.Organizations = append(m.Organizations, shown)
		ids[o.ShortName.String()] = o.ID.String()
	}

	m.IDsByShortName = kit.StringMap(ids)

	return nil
}
