// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygroupmembership

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
	_ resource.ResourceWithConfigure   = (*membershipResource)(nil)
	_ resource.ResourceWithImportState = (*membershipResource)(nil)
	_ resource.ResourceWithIdentity    = (*membershipResource)(nil)
	_ resource.ResourceWithModifyPlan  = (*membershipResource)(nil)
)

var object = kit.Object{
	Type: "jumpcloud_policy_group_membership", Title: "Policy Group Membership",
	Keys: []kit.Key{{Name: "policy_group_id", Form: tenancy.ObjectID}, {Name: "policy_id", Form: tenancy.ObjectID}},
}

type membershipResource struct {
	kit.Resource[*jumpcloud.Tenant, model]
}

// NewResource returns jumpcloud_policy_group_membership.
func NewResource() resource.Resource {
	return &membershipResource{kit.NewResource(object, tenancy.Tenant{}, resourceSchema(), operations{})}
}

// ModifyPlan checks that both ends are of the organization, and that no set contradicts.
func (r *membershipResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() {
		return
	}

	var plan model

	resp.Diagnostics.Append(resp.Plan.Get(ctx, &plan)...)

	if t, _, ok := r.Client(ctx, resp.Plan.GetAttribute); ok && !resp.Diagnostics.HasError() {
		isNew := !req.State.Raw.Equal(resp.Plan.Raw)
		group.PlanEdge(ctx, t, plan.edges(), plan.PolicyID.ValueString(), isNew, &resp.Diagnostics, "policy_group_id", "policy_id")
	}
}

type operations struct{}

// Create asks for nothing back: an edge has nothing but its ends, and the service says yes without a body.
func (operations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *model) error {
	return plan.edges().Add(ctx, t, plan.PolicyID.ValueString())
}

func (operations) Read(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	return m.edges().Find(ctx, t, m.PolicyID.ValueString())
}

// Update has nothing to do: every attribute is a key, and a new key is a new edge.
func (operations) Update(context.Context, *jumpcloud.Tenant, *model, model) error { return nil }

func (operations) Delete(ctx context.Context, t *jumpcloud.Tenant, prior model) error {
	return prior.edges().Remove(ctx, t, prior.PolicyID.ValueString())
}

func resourceSchema() schema.Schema {
	replace := []planmodifier.String{stringplanmodifier.RequiresReplace()}

	return schema.Schema{
		MarkdownDescription: "Manages one policy's membership in one policy group, and leaves the group's other members alone.\n\n" +
			"For modules that own a policy but not the group. Where one configuration knows all policies of a group, write them in " +
			"`policy_ids` of `jumpcloud_policy_group` instead; do not use both on one group. Refreshing all memberships of a group costs " +
			"one listing.",
		Attributes: map[string]schema.Attribute{
			"policy_group_id": schema.StringAttribute{
				MarkdownDescription: "Policy Group: ID of the policy group, 24 hexadecimal digits. Changing it replaces the membership.",
				Required:            true,
				Validators:          []validator.String{tenancy.ValidID()},
				PlanModifiers:       replace,
			},
			"policy_id": schema.StringAttribute{
				MarkdownDescription: "Policy: ID of the policy, 24 hexadecimal digits, of the same organization. Changing it replaces the membership.",
				Required:            true,
				Validators:          []validator.String{tenancy.ValidID()},
				PlanModifiers:       replace,
			},
		},
	}
}
