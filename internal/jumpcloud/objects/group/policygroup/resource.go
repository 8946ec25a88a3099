// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygroup

import (
	"context"
	"errors"

	"github.com/hashicorp/terraform-plugin-framework-validators/setvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringdefault"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var (
	_ resource.ResourceWithConfigure   = (*policyGroupResource)(nil)
	_ resource.ResourceWithImportState = (*policyGroupResource)(nil)
	_ resource.ResourceWithIdentity    = (*policyGroupResource)(nil)
	_ resource.ResourceWithModifyPlan  = (*policyGroupResource)(nil)
)

var object = kit.Object{Type: "jumpcloud_policy_group", Title: "Policy Group", Keys: tenancy.Keys, Unmanaged: []string{"policy_ids", "system_group_ids"}}

type policyGroupResource struct {
	kit.Resource[*jumpcloud.Tenant]
}

// NewResource returns jumpcloud_policy_group.
func NewResource() resource.Resource {
	r := &policyGroupResource{kit.NewResource(object, tenancy.Tenant{}, resourceSchema(), operations{})}
	r.Named(group.Names(group.PolicyGroup))
	r.FoundBy(group.Finder(group.PolicyGroup))

	return r
}

// ModifyPlan checks the sets of policies and device groups.
func (r *policyGroupResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)
	group.RefuseShared(ctx, group.PolicyGroup, r, req, resp)

	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() {
		return
	}

	var plan, prior model

	resp.Diagnostics.Append(resp.Plan.Get(ctx, &plan)...)

	if !req.State.Raw.IsNull() {
		resp.Diagnostics.Append(req.State.Get(ctx, &prior)...)
	}

	if t, _, ok := r.Client(ctx, resp.Plan.GetAttribute); ok && !resp.Diagnostics.HasError() {
		policies(plan.ID.ValueString()).Plan(ctx, t, plan.PolicyIDs, prior.PolicyIDs, &resp.Diagnostics)
		systemGroups(plan.ID.ValueString()).Plan(ctx, t, plan.SystemGroupIDs, prior.SystemGroupIDs, &resp.Diagnostics)
	}
}

type operations struct{}

func (operations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *model) error {
	g, err := create(ctx, t, plan.AllowDuplicateName.ValueBool(), plan.toAPI())
	if err != nil {
		return err
	}

	plan.fromAPI(g)

	// Policies first: a group without them changes nothing on the devices it is bound to.
	return errors.Join(policies(g.ID).Fill(ctx, t, plan.PolicyIDs), systemGroups(g.ID).Fill(ctx, t, plan.SystemGroupIDs))
}

func (operations) Read(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	g, err := collections.Lookup(ctx, group.Groups(t, group.PolicyGroup), m.ID.ValueString())
	if err != nil {
		return err
	}

	m.fromAPI(g)

	if m.PolicyIDs, err = policies(g.ID).Read(ctx, t, m.PolicyIDs); err != nil {
		return err
	}

	m.SystemGroupIDs, err = systemGroups(g.ID).Read(ctx, t, m.SystemGroupIDs)

	return err
}

func (operations) Update(ctx context.Context, t *jumpcloud.Tenant, plan *model, prior model) error {
	id := plan.ID.ValueString()

	if plan.toAPI() != prior.toAPI() {
		g, err := replace(ctx, t, id, plan.toAPI())
		if err != nil {
			return err
		}

		plan.fromAPI(g)
	}

	return errors.Join(
		policies(id).Change(ctx, t, plan.PolicyIDs, prior.PolicyIDs),
		systemGroups(id).Change(ctx, t, plan.SystemGroupIDs, prior.SystemGroupIDs),
	)
}

func (operations) Delete(ctx context.Context, t *jumpcloud.Tenant, prior model) error {
	id := prior.ID.ValueString()

	return group.Delete(ctx, t, ref(id),
		group.Owned{Set: policies(id), IDs: prior.PolicyIDs}, group.Owned{Set: systemGroups(id), IDs: prior.SystemGroupIDs})
}

const authoritative = " Left out: not managed here, so that others may (the console, or edge resources). " +
	"Given: these and no others; what was added elsewhere shows as a difference and is removed, and the plan that takes a set over " +
	"shows or warns of what it removes. Empty: none may remain. Up to a few hundred; of more, own the edges one by one with "

func resourceSchema() schema.Schema {
	ids := []validator.Set{setvalidator.ValueStringsAre(tenancy.ValidID())}

	return schema.Schema{
		MarkdownDescription: "Manages a policy group: policies that are bound to devices together.\n\n" +
			"Who owns its edges is a choice for each set. Where one configuration knows all policies (or device groups) of the group, " +
			"write them in `policy_ids` (or `system_group_ids`): whatever else appears there is removed. Where several modules or people " +
			"add their own, leave the set out and use `jumpcloud_policy_group_membership` (or `jumpcloud_policy_group_association`), which " +
			"owns one edge and leaves the others alone. Do not mix both on one group: the plan warns where it sees a set that lacks what " +
			"an edge resource under the same provider block adds.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				MarkdownDescription: "ID of the policy group, 24 hexadecimal digits.",
				Computed:            true,
				PlanModifiers:       []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
			},
			"name": schema.StringAttribute{
				MarkdownDescription: "Policy Group Name. No other policy group of the organization has it; the API documents no limit.",
				Required:            true,
				Validators:          []validator.String{kit.VisibleName()},
			},
			kit.AllowDuplicateName: group.AllowTwin("policy group"),
			"description": schema.StringAttribute{
				MarkdownDescription: "Description: free text. Defaults to an empty string.",
				Optional:            true,
				Computed:            true,
				Default:             stringdefault.StaticString(""),
			},
			"policy_ids": schema.SetAttribute{
				MarkdownDescription: "Policies: IDs of the policies in the group, of the same organization." + authoritative +
					"`jumpcloud_policy_group_membership`.",
				ElementType: types.StringType,
				Optional:    true,
				Computed:    true,
				Validators:  ids,
			},
			"system_group_ids": schema.SetAttribute{
				MarkdownDescription: "Device Groups: IDs of the device groups (system groups) that the policies act on, of the same organization." +
					authoritative + "`jumpcloud_policy_group_association`, which also binds single devices, users and user groups.",
				ElementType: types.StringType,
				Optional:    true,
				Computed:    true,
				Validators:  ids,
			},
		},
	}
}
