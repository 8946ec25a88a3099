// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygrouptemplate

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type oneModel struct {
	ID          types.String `tfsdk:"id"`
	Name        types.String `tfsdk:"name"`
	Description types.String `tfsdk:"description"`
	Members     types.List   `tfsdk:"members"`
}

func membersAttribute() schema.Attribute {
	return schema.ListNestedAttribute{
		MarkdownDescription: "Configured policy templates: copies of policies. Read one with its values through " +
			"`jumpcloud_configured_policy_template`.",
		Computed: true,
		NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
			"id":                 schema.StringAttribute{MarkdownDescription: "ID of the configured policy template.", Computed: true},
			"name":               schema.StringAttribute{MarkdownDescription: "Name: that of the policy when it was copied.", Computed: true},
			"policy_template_id": schema.StringAttribute{MarkdownDescription: "ID of the policy template.", Computed: true},
		}},
	}
}

// NewDataSource returns the data source jumpcloud_policy_group_template.
func NewDataSource() datasource.DataSource {
	return kit.NewDataSource(object, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads one policy group template of the Multi-Tenant Portal, by `id` or by exact `name`, with its members.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				MarkdownDescription: "ID of the template, 24 hexadecimal digits. Exactly one of `id` and `name` is given.",
				Optional:            true,
				Computed:            true,
				Validators:          []validator.String{stringvalidator.ExactlyOneOf(path.MatchRoot("id"), path.MatchRoot("name")), tenancy.ValidID()},
			},
			"name": schema.StringAttribute{
				MarkdownDescription: "Template name. A name that several templates have is an error that lists their ids.",
				Optional:            true,
				Computed:            true,
			},
			"description": schema.StringAttribute{MarkdownDescription: "Description.", Computed: true},
			"members":     membersAttribute(),
		},
	}, lookOne)
}

func lookOne(ctx context.Context, p *jumpcloud.Portal, m *oneModel) error {
	id := m.ID.ValueString()

	if id == "" {
		found, err := resolve(ctx, p, m.Name.ValueString())
		if err != nil {
			return err
		}

		id = found
	}

	g, err := get(ctx, p, id)
	if err != nil {
		return err
	}

	all, err := members(ctx, p, id)
	if err != nil {
		return err
	}

	m.ID, m.Name, m.Description = types.StringValue(g.ID), types.StringValue(g.Name), types.StringValue(g.Description)
	m.Members = memberList(all)

	return nil
}

func all(ctx context.Context, p *jumpcloud.Portal) ([]groupTemplate, error) {
	list, err := listing(ctx, p)
	if err != nil {
		return nil, err
	}

	return collections.All(ctx, list)
}

func resolve(ctx context.Context, p *jumpcloud.Portal, name string) (string, error) {
	all, err := all(ctx, p)
	if err != nil {
		return "", err
	}

	candidates := make([]kit.Candidate, 0, len(all))
	for _, g := range all {
		candidates = append(candidates, kit.Candidate{ID: g.ID, Name: g.Name})
	}

	found, err := kit.Resolve("policy group template", name, candidates)

	return found.ID, err
}

type listModel struct {
	Templates []oneModel `tfsdk:"policy_group_templates"`
	IDsByName types.Map  `tfsdk:"ids_by_name"`
}

// NewListDataSource returns the data source jumpcloud_policy_group_templates.
func NewListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_policy_group_templates", Title: "Policy Group Templates"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads all policy group templates of the Multi-Tenant Portal, with their members.",
		Attributes: map[string]schema.Attribute{
			"policy_group_templates": schema.ListNestedAttribute{
				MarkdownDescription: "Policy group templates, the oldest first.",
				Computed:            true,
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"id":          schema.StringAttribute{MarkdownDescription: "ID of the template.", Computed: true},
					"name":        schema.StringAttribute{MarkdownDescription: "Template name.", Computed: true},
					"description": schema.StringAttribute{MarkdownDescription: "Description.", Computed: true},
					"members":     membersAttribute(),
				}},
			},
			"ids_by_name": schema.MapAttribute{
				MarkdownDescription: "IDs by template name; of templates that share a name, the oldest one's.",
				ElementType:         types.StringType,
				Computed:            true,
			},
		},
	}, lookAll)
}

func lookAll(ctx context.Context, p *jumpcloud.Portal, m *listModel) error {
	all, err := all(ctx, p)
	if err != nil {
		return err
	}

	ids := map[string]string{}
	m.Templates = []oneModel{}

	for _, g := range all {
		m.Templates = append(m.Templates, oneModel{
			ID: types.StringValue(g.ID), Name: types.StringValue(g.Name),
			Description: types.StringValue(g.Description), Members: memberList(g.Members),
		})

		if _, taken := ids[g.Name]; !taken {
			ids[g.Name] = g.ID
		}
	}

	m.IDsByName = kit.StringMap(ids)

	return nil
}
