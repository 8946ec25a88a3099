// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemgroup

import (
	"context"
	"reflect"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var (
	_ resource.ResourceWithConfigure      = (*systemGroupResource)(nil)
	_ resource.ResourceWithImportState    = (*systemGroupResource)(nil)
	_ resource.ResourceWithIdentity       = (*systemGroupResource)(nil)
	_ resource.ResourceWithModifyPlan     = (*systemGroupResource)(nil)
	_ resource.ResourceWithValidateConfig = (*systemGroupResource)(nil)
)

var object = kit.Object{Type: "jumpcloud_system_group", Title: "System Group", Keys: tenancy.Keys, Moved: []kit.Moved{
	// nfernal and agilize have the id in id; heyjobs and its relatives have the name there.
	{Type: "jumpcloud_system_group", Keys: map[string][]string{"id": {"jc_id", "id"}}},
	{Type: "jumpcloud_devicegroup"}, // techjavelin
}}

type systemGroupResource struct {
	kit.Resource[*jumpcloud.Tenant, model]
}

// NewResource returns jumpcloud_system_group.
func NewResource() resource.Resource {
	r := &systemGroupResource{kit.NewResource(object, tenancy.Tenant{}, resourceSchema(), operations{})}
	r.Named(group.Names(group.SystemGroup))
	r.FoundBy(group.Finder(group.SystemGroup))

	return r
}

// ValidateConfig checks that a query stands where members are computed, and only there.
func (r *systemGroupResource) ValidateConfig(ctx context.Context, req resource.ValidateConfigRequest, resp *resource.ValidateConfigResponse) {
	var (
		method     types.String
		query      anyjson.Value
		exemptions types.Set
	)

	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root("membership_method"), &method)...)
	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root("member_query"), &query)...)
	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root("member_query_exemptions"), &exemptions)...)

	if resp.Diagnostics.HasError() || method.IsUnknown() {
		return
	}

	const title = "Query Does Not Fit the Membership Method"

	if isDynamic(method.ValueString()) {
		if isNull(query) {
			resp.Diagnostics.AddAttributeError(path.Root("member_query"), title,
				"A group whose membership_method is "+method.ValueString()+" computes its members from member_query, which is missing.")
		}

		return
	}

	const text = " has no effect on a group whose members are added by hand: set membership_method to " + group.Automated +
		" or " + group.ReviewRequired + ", or leave it out."

	if !isNull(query) && !query.IsUnknown() && !query.IsUnderlyingValueUnknown() {
		resp.Diagnostics.AddAttributeError(path.Root("member_query"), title, "member_query"+text)
	}

	if len(exemptions.Elements()) > 0 {
		resp.Diagnostics.AddAttributeError(path.Root("member_query_exemptions"), title, "member_query_exemptions"+text)
	}
}

// ModifyPlan checks that the exemptions are devices of the organization.
func (r *systemGroupResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() {
		return
	}

	var plan, prior types.Set

	at := path.Root("member_query_exemptions")
	resp.Diagnostics.Append(resp.Plan.GetAttribute(ctx, at, &plan)...)

	if !req.State.Raw.IsNull() {
		resp.Diagnostics.Append(req.State.GetAttribute(ctx, at, &prior)...)
	}

	if t, _, ok := r.Client(ctx, resp.Plan.GetAttribute); ok && !resp.Diagnostics.HasError() {
		group.PlanReferences(ctx, t, "member_query_exemptions", group.System, plan, prior, &resp.Diagnostics)
	}
}

type operations struct{}

func (operations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *model) error {
	body, dsl, err := plan.toAPI(ctx, model{}, group.Whole{})
	if err != nil {
		return err
	}

	g, err := group.Create(ctx, t, group.SystemGroup, dsl, plan.AllowDuplicateName.ValueBool(), body)
	if err != nil {
		return err
	}

	plan.ID = types.StringValue(g.ID)

	if g.MembershipMethod != "" {
		return plan.fromAPI(ctx, g)
	}

	// Found again in a short list after a lost answer: what was planned stands until the
	// next refresh, which reads the rest.
	return nil
}

func (operations) Read(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	g, err := group.Refresh(ctx, t, ref(m.ID))
	if err != nil {
		return err
	}

	return m.fromAPI(ctx, g)
}

// Update reads the group first: PUT replaces everything, and what nobody manages here must
// not get lost.
func (operations) Update(ctx context.Context, t *jumpcloud.Tenant, plan *model, prior model) error {
	now, err := group.Get(ctx, t, ref(plan.ID))
	if err != nil {
		return err
	}

	body, dsl, err := plan.toAPI(ctx, prior, now)
	if err != nil {
		return err
	}

	if reflect.DeepEqual(body, now.Body()) && plan.MemberQuery.Equal(prior.MemberQuery) {
		return plan.fromAPI(ctx, now)
	}

	g, err := group.Replace(ctx, t, ref(plan.ID), dsl, body)
	if err != nil {
		return err
	}

	return plan.fromAPI(ctx, g)
}

func (operations) Delete(ctx context.Context, t *jumpcloud.Tenant, prior model) error {
	return group.Delete(ctx, t, ref(prior.ID))
}
