// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemassociation

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var _ resource.ResourceWithValidateConfig = (*associationResource)(nil)

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
	r := &associationResource{kit.NewResource(object, tenancy.Tenant{}, resourceSchema, operations{})}
	r.FoundBy(group.AssociationFinder(object, group.System, group.SystemTargetTypes))

	return r
}

// ValidateConfig checks that rights are given to users only.
func (*associationResource) ValidateConfig(ctx context.Context, req resource.ValidateConfigRequest, resp *resource.ValidateConfigResponse) {
	var config model

	resp.Diagnostics.Append(req.Config.Get(ctx, &config)...)

	const title = "Rights That Nobody Gets"

	enabled := config.SudoEnabled

	if to := config.TargetType.ValueString(); to != "" && enabled.ValueBool() && to != group.User && to != group.UserGroup {
		resp.Diagnostics.AddAttributeError(path.Root("sudo_enabled"), title,
			"sudo_enabled makes users administrators of the device, and a target of type "+to+" is none: leave it out.")
	}

	if config.SudoWithoutPassword.ValueBool() && !enabled.IsUnknown() && !enabled.ValueBool() {
		resp.Diagnostics.AddAttributeError(path.Root("sudo_without_password"), title, "sudo_without_password needs sudo_enabled = true beside it.")
	}
}

// ModifyPlan checks that both ends are of the organization, and that no set contradicts.
func (r *associationResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	plan, _, ok := kit.Planned[model](ctx, req, resp)
	if t, _, reachable := r.Client(ctx, resp.Plan.GetAttribute); ok && reachable {
		group.PlanEdge(ctx, t, plan.Edges(), plan.Target(), req.State.Raw.IsNull(), &resp.Diagnostics, "system_id", "target_id")
	}
}

// operations are those of any edge, and rights hang on this one.
type operations struct{ group.EdgeOperations[model] }

func (operations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *model) error {
	return plan.Edges().AddSudo(ctx, t, plan.Target(), plan.sudo())
}

func (operations) Read(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	return kit.Fill(m.fromAPI)(m.Edges().FindSudo(ctx, t, m.Target()))
}

func (operations) Update(ctx context.Context, t *jumpcloud.Tenant, plan *model, _ model) error {
	return plan.Edges().ChangeSudo(ctx, t, plan.Target(), plan.sudo())
}

const targetTypes = "`command`, `policy`, `policy_group`, `user` or `user_group`."

func resourceSchema() schema.Schema {
	flag := func(description string) schema.Attribute {
		return kit.DefaultBool(false, description+" For targets of type `user` and `user_group`. Defaults to false.")
	}

	return schema.Schema{
		MarkdownDescription: "Binds one device (system) to one target, and leaves its other associations alone. A user who is bound to a " +
			"device gets an account on it.\n\n" +
			"An association is one edge that both ends show: with a policy it is the very edge of `jumpcloud_policy_association`, with a " +
			"policy group that of `jumpcloud_policy_group_association`, with a user group that of `jumpcloud_user_group_association`. Write " +
			"each edge once: two resources that stand for one edge destroy it for each other, of which the plan warns where it sees both " +
			"under the same provider block. Refreshing all associations of a device with one type of target costs one listing.",
		Attributes: map[string]schema.Attribute{
			"system_id":             tenancy.KeyID("Device: ID of the device (system), 24 hexadecimal digits. Changing it replaces the association."),
			"target_type":           group.KeyTargetType("Type of the target: "+targetTypes+" Changing it replaces the association.", group.SystemTargetTypes),
			"target_id":             tenancy.KeyID("Target: ID of the object of that type, 24 hexadecimal digits, of the same organization. Changing it replaces the association."),
			"sudo_enabled":          flag("Enable as Administrator/Sudo on this device: whether the user, or the users of the group, are administrators on it."),
			"sudo_without_password": flag("Enable Passwordless Sudo: whether they need no password for it. Needs `sudo_enabled`."),
		},
	}
}
