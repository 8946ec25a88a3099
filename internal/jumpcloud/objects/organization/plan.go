// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"context"
	"errors"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// wayOut is what a person can do who wants an organization gone.
const wayOut = "JumpCloud organizations cannot be deleted through the API. Do one of:\n" +
	"  - keep managing it: restore its configuration; if its address changed, such as its key in a for_each, say so with a moved block\n" +
	"  - forget it: set deletion_policy = \"abandon\", apply, then remove it from the configuration\n" +
	"  - delete it: remove its users and devices, then ask JumpCloud's support"

// ModifyPlan finds at plan what would fail at apply: a destroy, a twin, a provider that
// may not create organizations.
func (r *organizationResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	switch {
	case resp.Diagnostics.HasError():
	case req.Plan.Raw.IsNull():
		r.planDestroy(ctx, req, resp)
	case req.State.Raw.IsNull():
		r.planCreate(ctx, req, &resp.Diagnostics)
	case kit.Gone(ctx, req.Private):
		r.planGone(ctx, req, resp)
	}

	if !resp.Diagnostics.HasError() && !req.Plan.Raw.IsNull() {
		r.planSeats(ctx, req, resp)
	}
}

// planGone refuses to go on with an organization that is not there: Terraform would make
// another, which nobody could delete.
func (r *organizationResource) planGone(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	var prior model

	resp.Diagnostics.Append(req.State.Get(ctx, &prior)...)
	resp.Diagnostics.AddError("Organization Not Found", fmt.Sprintf(
		"%q (%s) is in no listing any more, although the credential sees all organizations of the provider: it was deleted or detached. "+
			"Terraform makes no second one by itself. Do one of:\n"+
			"  - it is gone for good: remove it and what lives in it from the configuration; the apply takes it out of state and sends nothing\n"+
			"  - you want a new one in its place: take it out of state (terraform state rm, with the address above), and apply\n"+
			"  - it should be there: ask JumpCloud's support, and plan again", prior.Name.ValueString(), prior.ID.ValueString()))
}

func (r *organizationResource) planDestroy(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	var prior model

	resp.Diagnostics.Append(req.State.Get(ctx, &prior)...)

	if resp.Diagnostics.HasError() || prior.DeletionPolicy.ValueString() == abandon || kit.Gone(ctx, req.Private) {
		return
	}

	alive := ""

	if p, _, ok := r.Client(ctx, req.State.GetAttribute); ok {
		// A plan without a refresh has not looked yet.
		if _, err := find(ctx, p, prior.ID.ValueString()); errors.Is(err, rest.ErrNotFound) {
			return
		}

		if c, err := count(ctx, p.Client().Tenant(prior.ID.ValueString())); err == nil {
			alive = ": " + c.String()
		}
	}

	resp.Diagnostics.AddError("Organization Cannot Be Deleted", fmt.Sprintf(
		"%q (%s) would stay alive and billable%s.\n\n%s", prior.Name.ValueString(), prior.ID.ValueString(), alive, wayOut))
}

func (r *organizationResource) planCreate(ctx context.Context, req resource.ModifyPlanRequest, diags *diag.Diagnostics) {
	p, keys, ok := r.Client(ctx, req.Plan.GetAttribute)
	if !ok {
		return
	}

	provider, err := p.Provider(ctx)
	if err != nil {
		r.Report(ctx, diags, "Plan", keys, err)

		return
	}

	if provider.DisallowOrgCreation {
		diags.AddError("Organization Creation Is Disabled", fmt.Sprintf(
			"JumpCloud would refuse to create the organization: provider %q (%s) reports disallowOrgCreation, so the request would be "+
				"answered 403.\nAsk your JumpCloud partner account manager to enable organization creation.\n"+
				"Found at plan; nothing was changed.", provider.Name, provider.ID))
	}
}

// existing lists the organizations that there were when the run began.
func existing(ctx context.Context, p *jumpcloud.Portal) ([]kit.Candidate, error) {
	all, err := p.Reach(ctx)

	return kit.Candidates(all, func(o jumpcloud.Organization) kit.Candidate { return kit.Candidate{ID: o.ID, Name: o.Name} }), err
}
