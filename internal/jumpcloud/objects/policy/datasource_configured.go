// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policytemplate"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type configuredModel struct {
	ID               types.String  `tfsdk:"id"`
	Name             types.String  `tfsdk:"name"`
	PolicyTemplateID types.String  `tfsdk:"policy_template_id"`
	TemplateName     types.String  `tfsdk:"template_name"`
	Values           anyjson.Value `tfsdk:"values"`
}

// NewConfiguredDataSource returns the data source jumpcloud_configured_policy_template.
func NewConfiguredDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_configured_policy_template", Title: "Configured Policy Template"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads one configured policy template of the Multi-Tenant Portal, by `id` or by exact `name`: a policy's settings, " +
			"kept as a member of policy group templates.",
		Attributes: map[string]schema.Attribute{
			"id":                 tenancy.IDOr("name", "configured policy template"),
			"name":               kit.Sought("Name. A name that several configured policy templates have is an error that lists their ids."),
			"policy_template_id": schema.StringAttribute{MarkdownDescription: "ID of the policy template.", Computed: true},
			"template_name": schema.StringAttribute{
				MarkdownDescription: "Machine name of the policy template, as `jumpcloud_policy.template_name` takes it.",
				Computed:            true,
			},
			"values": schema.DynamicAttribute{
				MarkdownDescription: "Values by field name, of the fields that do not hold the template's default; options by their label. " +
					"It can be passed to `jumpcloud_policy.values`. Sensitive fields are named in a warning and never returned.",
				CustomType: anyjson.Type{},
				Computed:   true,
			},
		},
	}, lookConfigured)
}

func lookConfigured(ctx context.Context, p *jumpcloud.Portal, m *configuredModel) error {
	list, err := configuredListing(ctx, p)
	if err != nil {
		return err
	}

	id, err := tenancy.Find(ctx, list, "configured policy template", m.ID, m.Name, configuredTemplate.candidate)
	if err != nil {
		return err
	}

	c, err := getConfigured(ctx, p, id)
	if err != nil {
		return err
	}

	// Only the template tells which fields are secrets.
	template, err := templateOfPortal(ctx, p, c.PolicyTemplateID)
	if err != nil {
		return err
	}

	m.ID, m.Name = types.StringValue(c.ID), types.StringValue(c.Name)
	m.PolicyTemplateID, m.TemplateName = types.StringValue(c.PolicyTemplateID), types.StringValue(template.Name)

	if hidden := policytemplate.HiddenFields(template.ConfigFields, c.wire()); len(hidden) > 0 {
		kit.Warn(ctx, "Sensitive Policy Values Left Out", fmt.Sprintf("Configured policy template %q (%s) holds sensitive values, which are "+
			"not returned: %s. Set sensitive_values_wo where you use them.", c.Name, c.ID, strings.Join(hidden, ", ")))
	}

	m.Values, err = anyjson.FromJSON(ctx, policytemplate.FromWire(template.ConfigFields, c.wire(), nil))

	return err
}

type configuredListModel struct {
	Templates []configuredItem `tfsdk:"configured_policy_templates"`
	IDsByName types.Map        `tfsdk:"ids_by_name"`
}

type configuredItem struct {
	ID               types.String `tfsdk:"id"`
	Name             types.String `tfsdk:"name"`
	PolicyTemplateID types.String `tfsdk:"policy_template_id"`
}

// NewConfiguredListDataSource returns the data source jumpcloud_configured_policy_templates.
func NewConfiguredListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_configured_policy_templates", Title: "Configured Policy Templates"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads all configured policy templates of the Multi-Tenant Portal, without their values, which the service lists " +
			"nowhere: read one by its id for them.",
		Attributes: map[string]schema.Attribute{
			"configured_policy_templates": kit.ShownObjects("Configured policy templates, the oldest first.", map[string]schema.Attribute{
				"id":                 schema.StringAttribute{MarkdownDescription: "ID of the configured policy template.", Computed: true},
				"name":               schema.StringAttribute{MarkdownDescription: "Name.", Computed: true},
				"policy_template_id": schema.StringAttribute{MarkdownDescription: "ID of the policy template.", Computed: true},
			}),
			"ids_by_name": kit.ShownMap("IDs by name; of those that share a name, the oldest one's."),
		},
	}, lookAllConfigured)
}

func lookAllConfigured(ctx context.Context, p *jumpcloud.Portal, m *configuredListModel) error {
	all, err := allConfigured(ctx, p)
	if err != nil {
		return err
	}

	m.Templates = []configuredItem{}

	for _, c := range all {
		m.Templates = append(m.Templates, configuredItem{
			types.StringValue(c.ID), types.StringValue(c.Name), types.StringValue(c.PolicyTemplateID),
		})
	}

	m.IDsByName = kit.IDsByName(kit.Candidates(all, configuredTemplate.candidate))

	return nil
}
