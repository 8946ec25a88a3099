// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyassociation

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tenancy"
)

var (
	_ resource.ResourceWithConfigure   = (*policyAssociationResource)(nil)
	_ resource.ResourceWithImportState = (*policyAssociationResource)(nil)
	_ resource.ResourceWithIdentity    = (*policyAssociationResource)(nil)
	_ resource.ResourceWithModifyPlan  = (*policyAssociationResource)(nil)
)

var object = kit.Object{
	Type: "jumpcloud_policy_association", Title: "Policy Association",
	Keys: []kit.Key{
		{Name: "policy_id", Form: tenancy.ObjectID}, {Name: "target_type", Form: group.TargetType}, {Name: "target_id", Form: tenancy.ObjectID},
	},
}

type policyAssociationResource struct {
	kit.Resource[*jumpcloud.Tenant, model]
}

// NewResource returns jumpcloud_policy_association.
func NewResource() resource.Resource {
	return &policyAssociationResource{kit.NewResource(object, tenancy.Tenant{}, resourceSchema(), operations{})}
}

// ModifyPlan checks that both ends are of the organization, and that no set contradicts.
func (r *policyAssociationResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() {
		return
	}

	var plan model

	resp.Diagnostics.Append(resp.Plan.Get(ctx, &plan)...)

	if t, _, ok := r.Client(ctx, resp.Plan.GetAttribute); ok && !resp.Diagnostics.HasError() {
		isNew := !req.State.Raw.Equal(resp.Plan.Raw)
		group.PlanEdge(ctx, t, plan.edges(), plan.TargetID.ValueString(), isNew, &resp.Diagnostics, "policy_id", "target_id")
	}
}

type operations struct{}

// Create asks for nothing back: an edge has nothing but its ends, and the service says yes without a body.
func (operations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *model) error {
	return plan.edges().Add(ctx, t, plan.TargetID.ValueString())
}

func (operations) Read(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	return m.edges().Find(ctx, t, m.TargetID.ValueString())
}

// Update has nothing to do: every attribute is a key, and a new key is a new edge.
func (operations) Update(context.Context, *jumpcloud.Tenant, *model, model) error { return nil }

func (operations) Delete(ctx context.Context, t *jumpcloud.Tenant, prior model) error {
	return prior.edges().Remove(ctx, t, prior.TargetID.ValueString())
}

func resourceSchema() schema.Schema {
	replace := []planmodifier.String{stringplanmodifier.RequiresReplace()}

	return schema.Schema{
		MarkdownDescription: "Binds one policy to one target, and leaves its other associations alone.\n\n" +
			"To bind many policies at once, put them in a policy group and bind that (`jumpcloud_policy_group_association`, or " +
			"`system_group_ids` of `jumpcloud_policy_group`). Refreshing all associations of a policy with one type of target costs one listing.\n\n" +
			"With a device group it is the same edge as that of `jumpcloud_system_group_association`, seen from the other end: write it in one of them.",
		Attributes: map[string]schema.Attribute{
			"policy_id": schema.StringAttribute{
				MarkdownDescription: "Policy: ID of the policy, 24 hexadecimal digits. Changing it replaces the association.",
				Required:            true,
				Validators:          []validator.String{tenancy.ValidID()},
				PlanModifiers:       replace,
			},
			"target_type": schema.StringAttribute{
				MarkdownDescription: "Type of the target: `system` (a device), `system_group` (a device group), `user` or `user_group`. Changing it replaces the association.",
				Required:            true,
				Validators:          []validator.String{kit.OneOf("target type", group.TargetTypes...)},
				PlanModifiers:       replace,
			},
			"target_id": schema.StringAttribute{
				MarkdownDescription: "Target: ID of the device, device group, user or user group, 24 hexadecimal digits, of the same organization. Changing it replaces the association.",
				Required:            true,
				Validators:          []validator.String{tenancy.ValidID()},
				PlanModifiers:       replace,
			},
		},
	}
}
