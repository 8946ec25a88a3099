// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemgroupassociation

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
	_ resource.ResourceWithConfigure   = (*systemGroupAssociationResource)(nil)
	_ resource.ResourceWithImportState = (*systemGroupAssociationResource)(nil)
	_ resource.ResourceWithIdentity    = (*systemGroupAssociationResource)(nil)
	_ resource.ResourceWithModifyPlan  = (*systemGroupAssociationResource)(nil)
)

var object = kit.Object{
	Type: "jumpcloud_system_group_association", Title: "System Group Association",
	Keys: []kit.Key{
		{Name: "system_group_id", Form: tenancy.ObjectID}, {Name: "target_type", Form: group.SystemGroupTargetType}, {Name: "target_id", Form: tenancy.ObjectID},
	},
}

type systemGroupAssociationResource struct {
	kit.Resource[*jumpcloud.Tenant, model]
}

// NewResource returns jumpcloud_system_group_association.
func NewResource() resource.Resource {
	return &systemGroupAssociationResource{kit.NewResource(object, tenancy.Tenant{}, resourceSchema(), operations{})}
}

// ModifyPlan checks that both ends are of the organization, and that no set contradicts.
func (r *systemGroupAssociationResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() {
		return
	}

	var plan model

	resp.Diagnostics.Append(resp.Plan.Get(ctx, &plan)...)

	if t, _, ok := r.Client(ctx, resp.Plan.GetAttribute); ok && !resp.Diagnostics.HasError() {
		isNew := !req.State.Raw.Equal(resp.Plan.Raw)
		group.PlanEdge(ctx, t, plan.edges(), plan.TargetID.ValueString(), isNew, &resp.Diagnostics, "system_group_id", "target_id")
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
		MarkdownDescription: "Binds one device group (system group) to one target, and leaves its other associations alone.\n\n" +
			"An association is one edge that both ends show. With a policy it is the very edge of `jumpcloud_policy_association` with " +
			"`target_type = \"system_group\"`; with a policy group that of `jumpcloud_policy_group_association`, and an element of " +
			"`system_group_ids` of `jumpcloud_policy_group`. Write each edge once: two resources that stand for one edge destroy it for each " +
			"other, of which the plan warns where it sees both under the same provider block.\n\n" +
			"Use this resource where a module owns the device group and not what is bound to it, and for commands, RADIUS servers, users and " +
			"user groups, which no other resource here binds to a device group. Where a module owns the policy or the policy group, use the " +
			"resource of that end. Refreshing all associations of a device group with one type of target costs one listing.",
		Attributes: map[string]schema.Attribute{
			"system_group_id": schema.StringAttribute{
				MarkdownDescription: "Device Group: ID of the device group, 24 hexadecimal digits. Changing it replaces the association.",
				Required:            true,
				Validators:          []validator.String{tenancy.ValidID()},
				PlanModifiers:       replace,
			},
			"target_type": schema.StringAttribute{
				MarkdownDescription: "Type of the target: " + targetTypes + " Changing it replaces the association.",
				Required:            true,
				Validators:          []validator.String{kit.OneOf("target type", group.SystemGroupTargetTypes...)},
				PlanModifiers:       replace,
			},
			"target_id": schema.StringAttribute{
				MarkdownDescription: "Target: ID of the object of that type, 24 hexadecimal digits, of the same organization. Changing it replaces the association.",
				Required:            true,
				Validators:          []validator.String{tenancy.ValidID()},
				PlanModifiers:       replace,
			},
		},
	}
}

const targetTypes = "`command`, `policy`, `policy_group`, `radius_server`, `user` or `user_group`."
