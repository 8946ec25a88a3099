// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// lookModel is one policy as the data source shows it.
type lookModel struct {
	OrganizationID types.String  `tfsdk:"organization_id"`
	ID             types.String  `tfsdk:"id"`
	Name           types.String  `tfsdk:"name"`
	Description    types.String  `tfsdk:"description"`
	Type           types.String  `tfsdk:"type"`
	Disabled       types.Bool    `tfsdk:"disabled"`
	MonitorOnly    types.Bool    `tfsdk:"monitor_only"`
	Targets        types.Object  `tfsdk:"targets"`
	Conditions     anyjson.Value `tfsdk:"conditions"`
	Effect         types.Object  `tfsdk:"effect"`
}

// NewDataSource returns the data source jumpcloud_authn_policy.
func NewDataSource() datasource.DataSource {
	return kit.NewDataSource(object, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads one conditional access policy, by `id` or by exact `name`.",
		Attributes: map[string]schema.Attribute{
			"id":           tenancy.IDOr("name", "policy"),
			"name":         kit.Sought("Policy name. A name that several policies have is an error that lists their ids."),
			"description":  schema.StringAttribute{MarkdownDescription: "Description.", Computed: true},
			"type":         schema.StringAttribute{MarkdownDescription: "What the policy guards: " + quoted(policyTypes) + ".", Computed: true},
			"disabled":     schema.BoolAttribute{MarkdownDescription: "Whether the policy is switched off.", Computed: true},
			"monitor_only": schema.BoolAttribute{MarkdownDescription: "Whether the policy is only watched.", Computed: true},
			"targets": schema.ObjectAttribute{
				MarkdownDescription: "Users and resources that the policy is about, as in the resource.",
				AttributeTypes:      targetsType(),
				Computed:            true,
			},
			"conditions": schema.DynamicAttribute{
				MarkdownDescription: "Conditions, as in the resource; null where there are none.",
				CustomType:          anyjson.Type{},
				Computed:            true,
			},
			"effect": schema.ObjectAttribute{
				MarkdownDescription: "What happens when the policy applies, as in the resource.",
				AttributeTypes:      effectType(),
				Computed:            true,
			},
		},
	}, lookOne)
}

func lookOne(ctx context.Context, t *jumpcloud.Tenant, m *lookModel) error {
	id, err := tenancy.Find(ctx, listing(t), "access policy", m.ID, m.Name, authnPolicy.candidate)
	if err != nil {
		return err
	}

	p, err := get(ctx, t, id)
	if err != nil {
		return err
	}

	read := model{Conditions: anyjson.NewNull()}
	if err := read.fromAPI(ctx, p); err != nil {
		return err
	}

	*m = lookModel{
		m.OrganizationID, read.ID, read.Name, read.Description, read.Type, read.Disabled, read.MonitorOnly,
		read.Targets, read.Conditions, read.Effect,
	}

	return nil
}

// listModel is all access policies of an organization.
type listModel struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	Policies       []listItem   `tfsdk:"authn_policies"`
	IDsByName      types.Map    `tfsdk:"ids_by_name"`
}

type listItem struct {
	ID          types.String `tfsdk:"id"`
	Name        types.String `tfsdk:"name"`
	Description types.String `tfsdk:"description"`
	Type        types.String `tfsdk:"type"`
	Action      types.String `tfsdk:"action"`
	Disabled    types.Bool   `tfsdk:"disabled"`
	MonitorOnly types.Bool   `tfsdk:"monitor_only"`
}

// NewListDataSource returns the data source jumpcloud_authn_policies.
func NewListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_authn_policies", Title: "Access Policies"}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads all conditional access policies of an organization.",
		Attributes: map[string]schema.Attribute{
			"authn_policies": kit.ShownObjects("Policies, the oldest first.", map[string]schema.Attribute{
				"id":           schema.StringAttribute{MarkdownDescription: "ID of the policy.", Computed: true},
				"name":         schema.StringAttribute{MarkdownDescription: "Policy name.", Computed: true},
				"description":  schema.StringAttribute{MarkdownDescription: "Description.", Computed: true},
				"type":         schema.StringAttribute{MarkdownDescription: "What the policy guards: " + quoted(policyTypes) + ".", Computed: true},
				"action":       schema.StringAttribute{MarkdownDescription: "Access that its effect gives: " + quoted(actions) + ".", Computed: true},
				"disabled":     schema.BoolAttribute{MarkdownDescription: "Whether the policy is switched off.", Computed: true},
				"monitor_only": schema.BoolAttribute{MarkdownDescription: "Whether the policy is only watched.", Computed: true},
			}),
			"ids_by_name": kit.ShownMap("IDs by policy name; of policies that share a name, the oldest one's."),
		},
	}, lookAll)
}

func lookAll(ctx context.Context, t *jumpcloud.Tenant, m *listModel) error {
	everything, err := collections.All(ctx, listing(t))
	if err != nil {
		return err
	}

	m.Policies = []listItem{}

	for _, p := range everything {
		m.Policies = append(m.Policies, listItem{
			ID: types.StringValue(p.ID), Name: types.StringValue(p.Name), Description: types.StringValue(p.Description),
			Type: types.StringValue(p.Type), Action: types.StringValue(p.Effect.Action),
			Disabled: types.BoolValue(p.Disabled), MonitorOnly: types.BoolValue(p.MonitorOnly),
		})
	}

	m.IDsByName = kit.IDsByName(kit.Candidates(everything, authnPolicy.candidate))

	return nil
}
