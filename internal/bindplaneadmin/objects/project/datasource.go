// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package project

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework-validators/boolvalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/scope"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// listModel is the projects of all organizations, of one, or of the one that the credential
// acts in.
type listModel struct {
	OrganizationID  types.String `tfsdk:"organization_id"`
	Active          types.Bool   `tfsdk:"active"`
	ActiveProjectID types.String `tfsdk:"active_project_id"`
	Projects        []shownModel `tfsdk:"projects"`
}

// shownModel is a project that is read. Its secret key stays out of state.
type shownModel struct {
	ID             types.String `tfsdk:"id"`
	Name           types.String `tfsdk:"name"`
	DisplayName    types.String `tfsdk:"display_name"`
	OrganizationID types.String `tfsdk:"organization_id"`
}

func show(p bindplaneadmin.Project, organizationID string) shownModel {
	return shownModel{
		types.StringValue(p.ID()), types.StringValue(p.Metadata.Name), types.StringValue(displayName(p)), types.StringValue(organizationID),
	}
}

// NewListDataSource returns the data source bindplaneadmin_projects.
func NewListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "bindplaneadmin_projects", Title: "Projects"}, scope.Instance, schema.Schema{
		MarkdownDescription: "Reads the projects of all organizations that the credential's user belongs to, or those of one. Secret keys are not " +
			"among what it reads: see the ephemeral resource `bindplaneadmin_project_secret_key`.",
		Attributes: map[string]schema.Attribute{
			"organization_id": schema.StringAttribute{
				MarkdownDescription: "Only projects of this organization, by its ID.",
				Optional:            true,
				Validators:          []validator.String{scope.ValidID()},
			},
			"active": schema.BoolAttribute{
				MarkdownDescription: "`true`: only projects of the organization that the credential acts in. Conflicts with `organization_id`.",
				Optional:            true,
				Validators:          []validator.Bool{boolvalidator.ConflictsWith(path.MatchRoot("organization_id")), boolvalidator.Equals(true)},
			},
			"active_project_id": schema.StringAttribute{
				MarkdownDescription: "ID of the project that the credential's user works in. Null where Bindplane does not say.", Computed: true,
			},
			"projects": schema.ListNestedAttribute{
				MarkdownDescription: "Projects, in Bindplane's order.",
				Computed:            true,
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"id":              schema.StringAttribute{MarkdownDescription: "ID of the project.", Computed: true},
					"name":            schema.StringAttribute{MarkdownDescription: "Internal name, which Bindplane gives.", Computed: true},
					"display_name":    schema.StringAttribute{MarkdownDescription: "Name that people see.", Computed: true},
					"organization_id": schema.StringAttribute{MarkdownDescription: "ID of the organization that it is in.", Computed: true},
				}},
			},
		},
	}, lookAll)
}

func lookAll(ctx context.Context, c *bindplaneadmin.Client, m *listModel) error {
	all, err := c.Everywhere(ctx)
	if err != nil {
		return err
	}

	m.Projects = []shownModel{}
	m.ActiveProjectID = types.StringNull()

	if all.ActiveProjectID != "" {
		m.ActiveProjectID = types.StringValue(all.ActiveProjectID)
	}

	if m.Active.ValueBool() {
		at, err := c.Within(ctx, "")
		if err != nil {
			return err
		}

		projects, err := at.Projects(ctx)
		for _, p := range projects {
			m.Projects = append(m.Projects, show(p, at.OrganizationID))
		}

		return err
	}

	only := m.OrganizationID.ValueString()
	if _, ok := all.Of(only); only != "" && !ok {
		return rest.NotFound("GET", c.V1("organizations", "projects", "all").Path(), "the credential's user belongs to no organization \""+only+"\"")
	}

	for _, of := range all.Organizations {
		for _, p := range of.Projects {
			if only == "" || only == of.Organization.ID() {
				m.Projects = append(m.Projects, show(p, of.Organization.ID()))
			}
		}
	}

	return nil
}
