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

type oneModel struct {
	OrganizationID types.String  `tfsdk:"organization_id"`
	ID             types.String  `tfsdk:"id"`
	Name           types.String  `tfsdk:"name"`
	Notes          types.String  `tfsdk:"notes"`
	TemplateName   types.String  `tfsdk:"template_name"`
	TemplateID     types.String  `tfsdk:"template_id"`
	OSFamily       types.String  `tfsdk:"os_family"`
	Values         anyjson.Value `tfsdk:"values"`
}

// NewDataSource returns the data source jumpcloud_policy.
func NewDataSource() datasource.DataSource {
	return kit.NewDataSource(policyObject, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads one policy, by `id` or by exact `name`, with its values by field name.",
		Attributes: map[string]schema.Attribute{
			"id":            tenancy.IDOr("name", "policy"),
			"name":          kit.Sought("Policy name. A name that several policies have is an error that lists their ids."),
			"notes":         schema.StringAttribute{MarkdownDescription: "Policy notes.", Computed: true},
			"template_name": schema.StringAttribute{MarkdownDescription: "Machine name of the policy template.", Computed: true},
			"template_id":   schema.StringAttribute{MarkdownDescription: "ID of the policy template.", Computed: true},
			"os_family":     schema.StringAttribute{MarkdownDescription: "OS family of the policy template.", Computed: true},
			"values": schema.DynamicAttribute{
				MarkdownDescription: "Values by field name, of the fields that do not hold the template's default; options by their label. " +
					"It can be passed to `jumpcloud_policy.values`. Sensitive fields are named in a warning and never returned.",
				CustomType: anyjson.Type{},
				Computed:   true,
			},
		},
	}, lookOne)
}

func lookOne(ctx context.Context, t *jumpcloud.Tenant, m *oneModel) error {
	id, err := tenancy.Find(ctx, listing(t), "policy", m.ID, m.Name, policy.candidate)
	if err != nil {
		return err
	}

	p, err := get(ctx, t, id)
	if err != nil {
		return err
	}

	fields, err := templateFields(ctx, t, p)
	if err != nil {
		return err
	}

	m.ID, m.Name, m.Notes = types.StringValue(p.ID), types.StringValue(p.Name), types.StringValue(p.Notes)
	m.TemplateName, m.TemplateID = types.StringValue(p.Template.Name), types.StringValue(p.Template.ID)
	m.OSFamily = types.StringValue(p.Template.OSMetaFamily)

	if hidden := policytemplate.HiddenFields(fields, p.Values); len(hidden) > 0 {
		kit.Warn(ctx, "Sensitive Policy Values Left Out", fmt.Sprintf("Policy %q (%s) holds sensitive values, which are not returned: %s. "+
			"Set sensitive_values_wo where you use them.", p.Name, p.ID, strings.Join(hidden, ", ")))
	}

	m.Values, err = anyjson.FromJSON(ctx, policytemplate.FromWire(fields, p.Values, nil))

	return err
}
