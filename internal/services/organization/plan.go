// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// wayOut is what a person can do who wants an organization gone.
const wayOut = "JumpCloud organizations cannot be deleted through the API. Do one of:\n" +
	"  - keep managing it: restore its configuration\n" +
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
	}
}

func (r *organizationResource) planDestroy(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	var prior model

	resp.Diagnostics.Append(req.State.Get(ctx, &prior)...)

	if resp.Diagnostics.HasError() || prior.DeletionPolicy.ValueString() == abandon {
		return
	}

	alive := ""

	if p, _, ok := r.Client(ctx, req.State.GetAttribute); ok {
		if c, err := count(ctx, p.Client().Tenant(prior.ID.ValueString())); err == nil {
			alive = ": " + c.String()
		}
	}

	resp.Diagnostics.AddError("Organization Cannot Be Deleted", fmt.Sprintf(
		"%q (%s) would stay alive and billable%s.\n\n%s", prior.Name.ValueString(), prior.ID.ValueString(), alive, wayOut))
}

func (r *organizationResource) planCreate(ctx context.Context, req resource.ModifyPlanRequest, diags *diag.Diagnostics) {
	var plan model

	diags.Append(req.Plan.Get(ctx, &plan)...)

	p, keys, ok := r.Client(ctx, req.Plan.GetAttribute)
	if !ok || diags.HasError() {
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

	if plan.Name.IsUnknown() || plan.AllowDuplicateName.ValueBool() {
		return
	}

	// Within one apply every creation is planned again. What this run creates itself is
	// the business of Creation.Alone, so one listing serves all.
	all, err := p.Reach(ctx)
	if err != nil {
		r.Report(ctx, diags, "Plan", keys, err)

		return
	}

	if twins := named(all, plan.Name.ValueString()); len(twins) > 0 {
		diags.AddAttributeError(path.Root("name"), "Organization Exists Already", fmt.Sprintf(
			"Provider %q has an organization named %q already. To adopt it instead of creating a twin:\n\n%s\n\n"+
				"Set allow_duplicate_name = true if you really want two.",
			provider.Name, plan.Name.ValueString(), strings.Join(twins, "\n")))
	}
}

// named returns an import block for every organization of that name.
func named(all []jumpcloud.Organization, name string) []string {
	var blocks []string

	for _, o := range all {
		if o.Name == name {
			blocks = append(blocks, kit.ImportBlock(object.Type, o.ID))
		}
	}

	return blocks
}
