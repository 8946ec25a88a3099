// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package directory

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/scope"
)

// model is a search in HCL.
type model struct {
	BaseOrganizationID types.String `tfsdk:"base_organization_id"`
	Name               types.String `tfsdk:"name"`
	ShortName          types.String `tfsdk:"short_name"`
	Match              types.String `tfsdk:"match"`
	Entries            []entryModel `tfsdk:"entries"`
}

type entryModel struct {
	ID        types.String `tfsdk:"id"`
	Name      types.String `tfsdk:"name"`
	ShortName types.String `tfsdk:"short_name"`
	Type      types.String `tfsdk:"type"`
}

// NewDataSource returns the data source nexport_directory.
func NewDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "nexport_directory", Title: "Directory"}, scope.Site, schema.Schema{
		MarkdownDescription: scope.Experimental + "Searches organizations and groups below an organization. Without `name` and `short_name` it asks for all of " +
			"them, of which nobody documents that the service answers so.",
		Attributes: map[string]schema.Attribute{
			"base_organization_id": schema.StringAttribute{
				MarkdownDescription: "ID of the organization to search below.", Required: true, Validators: []validator.String{scope.ValidID()},
			},
			"name":       schema.StringAttribute{MarkdownDescription: "Text to look for in names.", Optional: true, Validators: []validator.String{kit.VisibleName()}},
			"short_name": schema.StringAttribute{MarkdownDescription: "Text to look for in short names.", Optional: true, Validators: []validator.String{kit.VisibleName()}},
			"match": schema.StringAttribute{
				MarkdownDescription: "Whether an entry has to match `any` of `name` and `short_name`, or `all`. Defaults to `any`.",
				Optional:            true, Validators: []validator.String{kit.OneOf("way to match", "any", "all")},
			},
			"entries": schema.ListNestedAttribute{
				MarkdownDescription: "What was found, by name and short name.",
				Computed:            true,
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"id":         schema.StringAttribute{MarkdownDescription: "ID, a UUID.", Computed: true},
					"name":       schema.StringAttribute{MarkdownDescription: "Name.", Computed: true},
					"short_name": schema.StringAttribute{MarkdownDescription: "Short name.", Computed: true},
					"type":       schema.StringAttribute{MarkdownDescription: "Whether it is an organization or a group, as the service words it.", Computed: true},
				}},
			},
		},
	}, look)
}

func look(ctx context.Context, c *nexport.Client, m *model) error {
	all, err := collections.All(ctx, c.Directory(m.BaseOrganizationID.ValueString(), m.Name.ValueString(), m.ShortName.ValueString(), m.Match.ValueString() == "all"))
	if err != nil {
		return err
	}

	m.Entries = []entryModel{}
	for _, e := range all {
		m.Entries = append(m.Entries, entryModel{
			types.StringValue(e.ID.String()), types.StringValue(e.Name.String()), types.StringValue(e.ShortName.String()), types.StringValue(e.Type.String()),
		})
	}

	return nil
}
