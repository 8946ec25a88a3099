// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
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
			"id": schema.StringAttribute{
				MarkdownDescription: "ID of the policy, 24 hexadecimal digits. Exactly one of `id` and `name` is given.",
				Optional:            true,
				Computed:            true,
				Validators:          []validator.String{stringvalidator.ExactlyOneOf(path.MatchRoot("id"), path.MatchRoot("name")), tenancy.ValidID()},
			},
			"name": schema.StringAttribute{
				MarkdownDescription: "Policy name. A name that several policies have is an error that lists their ids.",
				Optional:            true,
				Computed:            true,
			},
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
	id := m.ID.ValueString()

	if id == "" {
		everything, err := collections.All(ctx, listing(t))
		if err != nil {
			return err
		}

		candidates := make([]kit.Candidate, 0, len(everything))
		for _, p := range everything {
			candidates = append(candidates, kit.Candidate{ID: p.ID, Name: p.Name})
		}

		found, err := kit.Resolve("access policy", m.Name.ValueString(), candidates)
		if err != nil {
			return err
		}

		id = found.ID
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
			"authn_policies": schema.ListNestedAttribute{
				MarkdownDescription: "Policies, the oldest first.",
				Computed:            true,
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"id":           schema.StringAttribute{MarkdownDescription: "ID of the policy.", Computed: true},
					"name":         schema.StringAttribute{MarkdownDescription: "Policy name.", Computed: true},
					"description":  schema.StringAttribute{MarkdownDescription: "Description.", Computed: true},
					"type":         schema.StringAttribute{MarkdownDescription: "What the policy guards: " + quoted(policyTypes) + ".", Computed: true},
					"action":       schema.StringAttribute{MarkdownDescription: "Access that its effect gives: " + quoted(actions) + ".", Computed: true},
					"disabled":     schema.BoolAttribute{MarkdownDescription: "Whether the policy is switched off.", Computed: true},
					"monitor_only": schema.BoolAttribute{MarkdownDescription: "Whether the policy is only watched.", Computed: true},
				}},
			},
			"ids_by_name": schema.MapAttribute{
				MarkdownDescription: "IDs by policy name; of policies that share a name, the oldest one's.",
				ElementType:         types.StringType,
				Computed:            true,
			},
		},
	}, lookAll)
}

func lookAll(ctx context.Context, t *jumpcloud.Tenant, m *listModel) error {
	everything, err := collections.All(ctx, listing(t))
	if err != nil {
		return err
	}

	byName := map[string]string{}
	m.Policies = []listItem{}

	for _, p := range everything {
		m.Policies = append(m.Policies, listItem{
			ID: types.StringValue(p.ID), Name: types.StringValue(p.Name), Description: types.StringValue(p.Description),
			Type: types.StringValue(p.Type), Action: types.StringValue(p.Effect.Action),
			Disabled: types.BoolValue(p.Disabled), MonitorOnly: types.BoolValue(p.MonitorOnly),
		})

		if _, taken := byName[p.Name]; !taken {
			byName[p.Name] = p.ID
		}
	}

	m.IDsByName = kit.StringMap(byName)

	return nil
}
