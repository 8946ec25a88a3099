// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemgroup

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// dataModel is a device group as the data source shows it.
type dataModel struct {
	OrganizationID          types.String `tfsdk:"organization_id"`
	ID                      types.String `tfsdk:"id"`
	Name                    types.String `tfsdk:"name"`
	Description             types.String `tfsdk:"description"`
	Email                   types.String `tfsdk:"email"`
	MembershipMethod        types.String `tfsdk:"membership_method"`
	MemberQuery             *memberQuery `tfsdk:"member_query"`
	MemberQueryExemptions   types.Set    `tfsdk:"member_query_exemptions"`
	MemberSuggestionsNotify types.Bool   `tfsdk:"member_suggestions_notify"`
	SystemIDs               types.List   `tfsdk:"system_ids"`
	PolicyIDs               types.List   `tfsdk:"policy_ids"`
	PolicyGroupIDs          types.List   `tfsdk:"policy_group_ids"`
	EffectivePolicyIDs      types.List   `tfsdk:"effective_policy_ids"`
	EffectivePolicyGroupIDs types.List   `tfsdk:"effective_policy_group_ids"`
	Owner                   types.String `tfsdk:"owner_organization_id"`
}

// NewDataSource returns the data source jumpcloud_system_group.
func NewDataSource() datasource.DataSource {
	list := func(description string) schema.Attribute {
		return kit.ShownList(description + ", sorted.")
	}

	return kit.NewDataSource(object, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads one device group (system group), by `id` or by exact `name`, with its members and the policies that act on it.",
		Attributes: map[string]schema.Attribute{
			"id":          tenancy.IDOr("name", "device group"),
			"name":        kit.Sought("Device Group Name."),
			"description": kit.ShownString("Description."),
			"email":       kit.ShownString("Email."),

			"owner_organization_id": group.OwnerAttribute(),

			"membership_method":          kit.ShownString("Membership: `STATIC`, `DYNAMIC_AUTOMATED`, `DYNAMIC_REVIEW_REQUIRED` or `NOTSET`."),
			"member_query":               queryDataSchema(),
			"member_query_exemptions":    group.ExemptionsDataSchema("devices"),
			"member_suggestions_notify":  schema.BoolAttribute{MarkdownDescription: "Whether administrators are told of suggested changes.", Computed: true},
			"system_ids":                 list("Devices: IDs of the devices that are direct members"),
			"policy_ids":                 list("Policies: IDs of the policies that are bound to the group directly"),
			"policy_group_ids":           list("Policy Groups: IDs of the policy groups that are bound to the group directly"),
			"effective_policy_ids":       list("IDs of the policies that act on the group through any path"),
			"effective_policy_group_ids": list("IDs of the policy groups that act on the group through any path"),
		},
	}, lookOne)
}

// memberQuery is the query of a dynamic group, as the data source shows it.
type memberQuery struct {
	QueryType types.String  `tfsdk:"query_type"`
	Filters   anyjson.Value `tfsdk:"filters"`
	DSL       types.String  `tfsdk:"dsl"`
}

func queryDataSchema() schema.Attribute {
	m := map[string]schema.Attribute{
		"query_type": schema.StringAttribute{MarkdownDescription: "Kind of the query.", Computed: true},
		"filters":    schema.DynamicAttribute{MarkdownDescription: "Filters, as the service shows them.", CustomType: anyjson.Type{}, Computed: true},
		"dsl":        schema.StringAttribute{MarkdownDescription: "Always null: no answer of the service tells the query language.", Computed: true},
	}

	return schema.SingleNestedAttribute{MarkdownDescription: "Conditions of a dynamic group.", Computed: true, Attributes: m}
}

func lookOne(ctx context.Context, t *jumpcloud.Tenant, m *dataModel) error {
	r, err := group.Resolve(ctx, t, group.SystemGroup, m.ID, m.Name)
	if err != nil {
		return err
	}

	g, err := group.Refresh(ctx, t, r)
	if err != nil {
		return err
	}

	if err := m.fromAPI(ctx, g); err != nil {
		return err
	}

	bound, err := group.AssociationsByType(ctx, t, r, group.Policy, group.PolicyGroup)
	if err != nil {
		return fmt.Errorf("device group %s: %w", r.ID, err)
	}

	m.PolicyIDs, m.PolicyGroupIDs = bound[group.Policy], bound[group.PolicyGroup]

	for list, ask := range map[*types.List]func() ([]string, error){
		&m.SystemIDs:               func() ([]string, error) { return group.Members(r).Now(ctx, t) },
		&m.EffectivePolicyIDs:      func() ([]string, error) { return group.Reach(ctx, t, r, "policies") },
		&m.EffectivePolicyGroupIDs: func() ([]string, error) { return group.Reach(ctx, t, r, "policygroups") },
	} {
		ids, err := ask()
		if err != nil {
			return fmt.Errorf("device group %s: %w", r.ID, err)
		}

		*list = kit.StringList(ids)
	}

	return nil
}

func (m *dataModel) fromAPI(ctx context.Context, g group.Whole) error {
	var of model
	if err := of.fromAPI(ctx, g); err != nil {
		return err
	}

	m.ID, m.Name, m.Description, m.Email = of.ID, of.Name, of.Description, of.Email
	m.MembershipMethod, m.Owner = of.MembershipMethod, group.Owner(g)
	m.MemberQueryExemptions, m.MemberSuggestionsNotify = of.MemberQueryExemptions, of.MemberSuggestionsNotify

	query, err := of.MemberQuery.JSON(ctx)

	members, ok := query.(map[string]any)
	if err != nil || !ok {
		return err
	}

	kind, _ := members["query_type"].(string)
	m.MemberQuery = &memberQuery{QueryType: types.StringValue(kind), DSL: types.StringNull()}
	m.MemberQuery.Filters, err = anyjson.FromJSON(ctx, members["filters"])

	return err
}
