// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygroup

import (
	"context"
	"errors"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var object = kit.Object{Type: "jumpcloud_policy_group", Title: "Policy Group", Keys: tenancy.Keys, Unmanaged: []string{"policy_ids", "system_group_ids"}}

type policyGroupResource struct {
	kit.Resource[*jumpcloud.Tenant]
}

// NewResource returns jumpcloud_policy_group.
func NewResource() resource.Resource {
	r := &policyGroupResource{kit.NewResource(object, tenancy.Tenant{}, resourceSchema, operations{})}
	r.Named(group.Names(group.PolicyGroup))
	r.FoundBy(group.Finder(group.PolicyGroup))

	return r
}

// ModifyPlan checks the sets of policies and device groups.
func (r *policyGroupResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)
	group.RefuseShared(ctx, group.PolicyGroup, r, req, resp)

	plan, prior, ok := kit.Planned[model](ctx, req, resp)
	if t, _, reachable := r.Client(ctx, resp.Plan.GetAttribute); ok && reachable {
		policies(plan.ID).Plan(ctx, t, plan.PolicyIDs, prior.PolicyIDs, &resp.Diagnostics)
		systemGroups(plan.ID).Plan(ctx, t, plan.SystemGroupIDs, prior.SystemGroupIDs, &resp.Diagnostics)
	}
}

type operations struct{}

func (operations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *model) error {
	if err := kit.Fill(plan.fromAPI)(create(ctx, t, plan.AllowDuplicateName.ValueBool(), plan.toAPI())); err != nil {
		return err
	}

	// Policies first: a group without them changes nothing on the devices it is bound to.
	return errors.Join(policies(plan.ID).Fill(ctx, t, plan.PolicyIDs), systemGroups(plan.ID).Fill(ctx, t, plan.SystemGroupIDs))
}

func (operations) Read(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	err := kit.Fill(m.fromAPI)(collections.Lookup(ctx, group.Groups(t, group.PolicyGroup), m.ID.ValueString()))
	if err != nil {
		return err
	}

	if m.PolicyIDs, err = policies(m.ID).Read(ctx, t, m.PolicyIDs); err != nil {
		return err
	}

	m.SystemGroupIDs, err = systemGroups(m.ID).Read(ctx, t, m.SystemGroupIDs)

	return err
}

func (operations) Update(ctx context.Context, t *jumpcloud.Tenant, plan *model, prior model) error {
	if plan.toAPI() != prior.toAPI() {
		if err := kit.Fill(plan.fromAPI)(replace(ctx, t, ref(plan.ID), plan.toAPI())); err != nil {
			return err
		}
	}

	return errors.Join(
		policies(plan.ID).Change(ctx, t, plan.PolicyIDs, prior.PolicyIDs),
		systemGroups(plan.ID).Change(ctx, t, plan.SystemGroupIDs, prior.SystemGroupIDs),
	)
}

func (operations) Delete(ctx context.Context, t *jumpcloud.Tenant, prior model) error {
	return group.Delete(ctx, t, ref(prior.ID),
		group.Owned{Set: policies(prior.ID), IDs: prior.PolicyIDs}, group.Owned{Set: systemGroups(prior.ID), IDs: prior.SystemGroupIDs})
}

const authoritative = " Left out: not managed here, so that others may (the console, or edge resources). " +
	"Given: these and no others; what was added elsewhere shows as a difference and is removed, and the plan that takes a set over " +
	"shows or warns of what it removes. Empty: none may remain. Up to a few hundred; of more, own the edges one by one with "

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Manages a policy group: policies that are bound to devices together.\n\n" +
			"Who owns its edges is a choice for each set. Where one configuration knows all policies (or device groups) of the group, " +
			"write them in `policy_ids` (or `system_group_ids`): whatever else appears there is removed. Where several modules or people " +
			"add their own, leave the set out and use `jumpcloud_policy_group_membership` (or `jumpcloud_policy_group_association`), which " +
			"owns one edge and leaves the others alone. Do not mix both on one group: the plan warns where it sees a set that lacks what " +
			"an edge resource under the same provider block adds.\n\n" +
			"One that something still uses may be refused to be destroyed. " + tenancy.TwoApplies,
		Attributes: map[string]schema.Attribute{
			"id": kit.KeptString("ID of the policy group, 24 hexadecimal digits."),
			"name": kit.RequiredString("Policy Group Name. No other policy group of the organization has it; the API documents no limit.",
				kit.VisibleName()),
			kit.AllowDuplicateName: group.AllowTwin("policy group"),
			"description":          kit.DefaultString("", "Description: free text. Defaults to an empty string."),
			"policy_ids": tenancy.OptionalComputedIDs("Policies: IDs of the policies in the group, of the same organization." +
				authoritative + "`jumpcloud_policy_group_membership`."),
			"system_group_ids": tenancy.OptionalComputedIDs("Device Groups: IDs of the device groups (system groups) that the policies act on, " +
				"of the same organization." + authoritative + "`jumpcloud_policy_group_association`, which also binds single devices, users and user groups."),
		},
	}
}
