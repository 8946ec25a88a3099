// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygrouptemplate

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
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
	return kit.ShownObjects("Configured policy templates: copies of policies. Read one with its values through "+
		"`jumpcloud_configured_policy_template`.", map[string]schema.Attribute{
		"id":                 schema.StringAttribute{MarkdownDescription: "ID of the configured policy template.", Computed: true},
		"name":               schema.StringAttribute{MarkdownDescription: "Name: that of the policy when it was copied.", Computed: true},
		"policy_template_id": schema.StringAttribute{MarkdownDescription: "ID of the policy template.", Computed: true},
	})
}

// NewDataSource returns the data source jumpcloud_policy_group_template.
func NewDataSource() datasource.DataSource {
	return kit.NewDataSource(object, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads one policy group template of the Multi-Tenant Portal, by `id` or by exact `name`, with its members.",
		Attributes: map[string]schema.Attribute{
			"id":          tenancy.IDOr("name", "template"),
			"name":        kit.Sought("Template name. A name that several templates have is an error that lists their ids."),
			"description": schema.StringAttribute{MarkdownDescription: "Description.", Computed: true},
			"members":     membersAttribute(),
		},
	}, lookOne)
}

func lookOne(ctx context.Context, p *jumpcloud.Portal, m *oneModel) error {
	list, err := listing(ctx, p)
	if err != nil {
		return err
	}

	id, err := tenancy.Find(ctx, list, "policy group template", m.ID, m.Name, groupTemplate.candidate)
	if err != nil {
		return err
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

type listModel struct {
	Templates []oneModel `tfsdk:"policy_group_templates"`
	IDsByName types.Map  `tfsdk:"ids_by_name"`
}

// NewListDataSource returns the data source jumpcloud_policy_group_templates.
func NewListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_policy_group_templates", Title: "Policy Group Templates"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads all policy group templates of the Multi-Tenant Portal, with their members.",
		Attributes: map[string]schema.Attribute{
			"policy_group_templates": kit.ShownObjects("Policy group templates, the oldest first.", map[string]schema.Attribute{
				"id":          schema.StringAttribute{MarkdownDescription: "ID of the template.", Computed: true},
				"name":        schema.StringAttribute{MarkdownDescription: "Template name.", Computed: true},
				"description": schema.StringAttribute{MarkdownDescription: "Description.", Computed: true},
				"members":     membersAttribute(),
			}),
			"ids_by_name": kit.ShownMap("IDs by template name; of templates that share a name, the oldest one's."),
		},
	}, lookAll)
}

func lookAll(ctx context.Context, p *jumpcloud.Portal, m *listModel) error {
	all, err := all(ctx, p)
	if err != nil {
		return err
	}

	m.Templates = []oneModel{}

	for _, g := range all {
		m.Templates = append(m.Templates, oneModel{
			ID: types.StringValue(g.ID), Name: types.StringValue(g.Name),
			Description: types.StringValue(g.Description), Members: memberList(g.Members),
		})
	}

	m.IDsByName = kit.IDsByName(kit.Candidates(all, groupTemplate.candidate))

	return nil
}
