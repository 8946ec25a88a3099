// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemassociation

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var (
	_ resource.ResourceWithConfigure      = (*associationResource)(nil)
	_ resource.ResourceWithImportState    = (*associationResource)(nil)
	_ resource.ResourceWithIdentity       = (*associationResource)(nil)
	_ resource.ResourceWithModifyPlan     = (*associationResource)(nil)
	_ resource.ResourceWithValidateConfig = (*associationResource)(nil)
)

var object = kit.Object{
	Type: "jumpcloud_system_association", Title: "System Association",
	Keys: []kit.Key{
		{Name: "system_id", Form: tenancy.ObjectID}, {Name: "target_type", Form: group.SystemTargetType}, {Name: "target_id", Form: tenancy.ObjectID},
	},
}

type associationResource struct {
	kit.Resource[*jumpcloud.Tenant]
}

// NewResource returns jumpcloud_system_association.
func NewResource() resource.Resource {
	r := &associationResource{kit.NewResource(object, tenancy.Tenant{}, resourceSchema(), operations{})}
	r.FoundBy(group.AssociationFinder(object, group.System, group.SystemTargetTypes))

	return r
}

// ValidateConfig checks that rights are given to users only.
func (*associationResource) ValidateConfig(ctx context.Context, req resource.ValidateConfigRequest, resp *resource.ValidateConfigResponse) {
	var (
		to       types.String
		enabled  types.Bool
		without  types.Bool
		atSudo   = path.Root("sudo_enabled")
		atFreely = path.Root("sudo_without_password")
	)

	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root("target_type"), &to)...)
	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, atSudo, &enabled)...)
	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, atFreely, &without)...)

	if resp.Diagnostics.HasError() {
		return
	}

	const title = "Rights That Nobody Gets"

	if known := !to.IsNull() && !to.IsUnknown(); known && enabled.ValueBool() && to.ValueString() != group.User && to.ValueString() != group.UserGroup {
		resp.Diagnostics.AddAttributeError(atSudo, title,
			"sudo_enabled makes users administrators of the device, and a target of type "+to.ValueString()+" is none: leave it out.")
	}

	if without.ValueBool() && !enabled.IsUnknown() && !enabled.ValueBool() {
		resp.Diagnostics.AddAttributeError(atFreely, title, "sudo_without_password needs sudo_enabled = true beside it.")
	}
}

// ModifyPlan checks that both ends are of the organization, and that no set contradicts.
func (r *associationResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() {
		return
	}

	var plan model

	resp.Diagnostics.Append(resp.Plan.Get(ctx, &plan)...)

	if t, _, ok := r.Client(ctx, resp.Plan.GetAttribute); ok && !resp.Diagnostics.HasError() {
		isNew := req.State.Raw.IsNull() || len(resp.RequiresReplace) > 0
		group.PlanEdge(ctx, t, plan.Edges(), plan.Target(), isNew, &resp.Diagnostics, "system_id", "target_id")
	}
}

// operations are those of any edge, and rights hang on this one.
type operations struct{ group.EdgeOperations[model] }

func (operations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *model) error {
	return plan.Edges().AddSudo(ctx, t, plan.Target(), plan.sudo())
}

func (operations) Read(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	s, err := m.Edges().FindSudo(ctx, t, m.Target())
	if err != nil {
		return err
	}

	m.fromAPI(s)

	return nil
}

func (operations) Update(ctx context.Context, t *jumpcloud.Tenant, plan *model, _ model) error {
	return plan.Edges().ChangeSudo(ctx, t, plan.Target(), plan.sudo())
}
