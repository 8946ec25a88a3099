// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// ModifyPlan finds at plan what would fail at apply: a role that is not there, an address
// that is taken, and a plan that locks people out.
func (r *administratorResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	p, keys, ok := r.Client(ctx, req.Plan.GetAttribute)
	if !ok || resp.Diagnostics.HasError() {
		return
	}

	var prior, plan, config *model

	if !req.State.Raw.IsNull() {
		resp.Diagnostics.Append(req.State.Get(ctx, &prior)...)
	}

	if !req.Plan.Raw.IsNull() {
		resp.Diagnostics.Append(resp.Plan.Get(ctx, &plan)...)
		resp.Diagnostics.Append(req.Config.Get(ctx, &config)...)
	}

	if resp.Diagnostics.HasError() {
		return
	}

	// Terraform plans a replacement twice, and shows the second plan no state.
	own := privateID(ctx, req, &resp.Diagnostics)

	if prior != nil {
		own = prior.ID.ValueString()
		ledgerOf(p).manage(own)
		resp.Diagnostics.Append(resp.Private.SetKey(ctx, ownKey, []byte(strconv.Quote(own)))...)
	}

	planOrganizations(ctx, p, prior, plan, &resp.Diagnostics)

	err := r.planDeparture(ctx, p, prior, plan, &resp.Diagnostics)

	if err == nil && plan != nil {
		err = r.planKnown(ctx, p, own, config, prior, plan, resp)
	}

	if err != nil {
		r.Report(ctx, &resp.Diagnostics, "Plan", keys, err)
	}
}

// ownKey is where private state has the id of the administrator whose replacement is planned.
const ownKey = "administrator"

func privateID(ctx context.Context, req resource.ModifyPlanRequest, diags *diag.Diagnostics) string {
	if req.Private == nil {
		return ""
	}

	raw, d := req.Private.GetKey(ctx, ownKey)
	diags.Append(d...)

	id, _ := strconv.Unquote(string(raw))

	return id
}

// planKnown checks what a plan with a new or changed administrator knows.
func (r *administratorResource) planKnown(
	ctx context.Context, p *jumpcloud.Portal, own string, config, prior, plan *model, resp *resource.ModifyPlanResponse,
) error {
	if err := planRole(ctx, p, config, prior, plan); err != nil {
		return err
	}

	resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root("role"), plan.Role)...)
	resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root("role_id"), plan.RoleID)...)

	if err := planRoles(ctx, p, prior, plan); err != nil {
		return err
	}

	// What the framework leaves open for an update that is none.
	if prior != nil && plan.asksNothing(*config, *prior) {
		resp.Diagnostics.Append(resp.Plan.Set(ctx, prior)...)
	}

	return checkAddress(ctx, p, own, prior, plan, &resp.Diagnostics)
}

func (r *administratorResource) planDeparture(ctx context.Context, p *jumpcloud.Portal, prior, plan *model, diags *diag.Diagnostics) error {
	if prior == nil {
		return nil
	}

	d, ok := departureOf(prior, plan)

	allowed := prior.AllowLockout.ValueBool()
	if plan != nil {
		allowed = plan.AllowLockout.ValueBool()
	}

	if !ok || allowed {
		return nil
	}

	return guard(ctx, p, *prior, d, diags)
}

// checkAddress refuses an address that two of this plan have, or that somebody has who is
// not in state, and shows how to adopt them. The plan of a replacement inside an apply may
// see the old one, which is no longer in Terraform's state; an error there would leave it
// without an owner for ever, and one who has the address may have lost it in this run. So where
// this need not be the plan phase, Create and the service refuse.
func checkAddress(ctx context.Context, p *jumpcloud.Portal, own string, prior, plan *model, diags *diag.Diagnostics) error {
	email, at := plan.Email.ValueString(), path.Root("email")

	replaced := prior != nil && !plan.OrganizationAccess.Equal(prior.OrganizationAccess)
	if email == "" || replaced {
		return nil // not known, or planned once more without a state
	}

	if ledgerOf(p).want(email, own) {
		diags.AddAttributeError(at, "One Address Twice", fmt.Sprintf(
			"%s is the address of two administrators in this configuration, and JumpCloud takes an address once, whatever its letter case. "+
				"Remove one of the two.", email))

		return nil
	}

	moves := prior != nil && !strings.EqualFold(prior.Email.ValueString(), email)
	if own != "" && !moves {
		return nil
	}

	everybody, err := before(ctx, p)
	if err != nil {
		return err
	}

	for _, a := range everybody {
		if !strings.EqualFold(a.Email, email) || a.Identifier() == own || ledgerOf(p).manages(a.Identifier()) {
			continue
		}

		add := diags.AddAttributeWarning
		if ledgerOf(p).planning() {
			add = diags.AddAttributeError
		}

		if moves {
			add(at, "Address Taken", fmt.Sprintf("%s is the address of another administrator of the provider already (%s), with the role %q. "+
				"JumpCloud takes an address once. Where this configuration takes it from them, apply that first.", a.Email, a.Identifier(), a.Role()))

			continue
		}

		add(at, "Administrator Exists Already", fmt.Sprintf(
			"%s is an administrator of the provider already, with the role %q, and the apply will not create them again. To adopt them:\n\n%s\n\n"+
				"If this configuration manages them under another address, use a moved block instead.",
			a.Email, a.Role(), kit.ImportBlock(object.Type, a.Identifier())))
	}

	return nil
}
