// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemgroupmembership

import (
	"context"
	"errors"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var (
	_ resource.ResourceWithConfigure   = (*membershipResource)(nil)
	_ resource.ResourceWithImportState = (*membershipResource)(nil)
	_ resource.ResourceWithIdentity    = (*membershipResource)(nil)
	_ resource.ResourceWithModifyPlan  = (*membershipResource)(nil)
)

var object = kit.Object{
	Type: "jumpcloud_system_group_membership", Title: "System Group Membership",
	Keys: []kit.Key{{Name: "system_group_id", Form: tenancy.ObjectID}, {Name: "system_id", Form: tenancy.ObjectID}},

	Moved: []kit.Moved{{Type: "jumpcloud_system_group_membership"}}, // agilize
}

type membershipResource struct {
	kit.Resource[*jumpcloud.Tenant, model]
}

// NewResource returns jumpcloud_system_group_membership.
func NewResource() resource.Resource {
	r := &membershipResource{kit.NewResource(object, tenancy.Tenant{}, resourceSchema(), operations{})}
	r.FoundBy(group.MemberFinder(object, group.SystemGroup))

	return r
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
		group.PlanEdge(ctx, t, plan.Edges(), plan.SystemID.ValueString(), isNew, &resp.Diagnostics, "system_group_id", "system_id")

		if isNew && !resp.Diagnostics.HasError() {
			warnOfQuery(ctx, t, plan.Edges().Owner, &resp.Diagnostics)
		}
	}
}

// operations are those of any edge, but for what a query decides.
type operations struct{ group.EdgeOperations[model] }

// Create refuses what would have no effect: where a query decides, the service says yes as
// well, and does nothing (decides).
func (o operations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *model) error {
	of := plan.Edges().Owner

	if decides(ctx, t, of) == group.Automated {
		return &kit.AttributeError{Path: path.Root("system_group_id"), Err: errors.New(queryDecides(of.ID, group.Automated))}
	}

	return o.EdgeOperations.Create(ctx, t, plan)
}

func resourceSchema() schema.Schema {
	replace := []planmodifier.String{stringplanmodifier.RequiresReplace()}

	return schema.Schema{
		MarkdownDescription: "Manages one device's membership in one static device group (system group), and leaves the group's other " +
			"members alone.\n\n" +
			"Members of a dynamic group are its query's: there the plan warns, and the apply fails where `membership_method` is " +
			"`DYNAMIC_AUTOMATED`. Devices enroll by themselves, so their IDs come from the console or the API; of a device that leaves the " +
			"organization the membership is gone. Refreshing all memberships of a group costs one listing.",
		Attributes: map[string]schema.Attribute{
			"system_group_id": schema.StringAttribute{
				MarkdownDescription: "Device Group: ID of the device group, 24 hexadecimal digits. Changing it replaces the membership.",
				Required:            true,
				Validators:          []validator.String{tenancy.ValidID()},
				PlanModifiers:       replace,
			},
			"system_id": schema.StringAttribute{
				MarkdownDescription: "Device: ID of the device (system), 24 hexadecimal digits, of the same organization. Changing it replaces the membership.",
				Required:            true,
				Validators:          []validator.String{tenancy.ValidID()},
				PlanModifiers:       replace,
			},
		},
	}
}
