// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
)

// builtIn are the roles that every provider has (jumpcloud.md 4.3), for credentials that
// may not list roles.
var builtIn = []string{
	billing, "Administrator", "Manager", "Command Runner With Billing", "Command Runner", "Help Desk", "Billing Only", "Read Only",
}

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

	if plan != nil {
		if err := planRole(ctx, p, config, prior, plan); err != nil {
			r.Report(ctx, &resp.Diagnostics, "Plan", keys, err)

			return
		}

		resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root("role"), plan.Role)...)
		resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root("role_id"), plan.RoleID)...)
	}

	var err error

	switch {
	case prior == nil && plan != nil:
		err = checkAddress(ctx, p, plan, &resp.Diagnostics)
	case prior != nil:
		err = r.planDeparture(ctx, p, prior, plan, &resp.Diagnostics)
	}

	if err != nil {
		r.Report(ctx, &resp.Diagnostics, "Plan", keys, err)
	}
}

func (r *administratorResource) planDeparture(ctx context.Context, p *jumpcloud.Portal, prior, plan *model, diags *diag.Diagnostics) error {
	d, ok := departureOf(prior, plan)
	if !ok {
		return nil
	}

	if d.removed {
		ledgerOf(ctx, p).manage(prior.ID.ValueString()) // who replaces it has the same address
	}

	allowed := prior.AllowLockout.ValueBool()
	if plan != nil {
		allowed = plan.AllowLockout.ValueBool()
	}

	if allowed {
		return nil
	}

	return guard(ctx, p, *prior, d, diags)
}

// planRole makes the name and the id of a role that is known now say the same.
func planRole(ctx context.Context, p *jumpcloud.Portal, config, prior, plan *model) error {
	if config.Role.IsUnknown() || config.RoleID.IsUnknown() {
		return nil
	}

	if prior != nil && (config.Role.Equal(prior.Role) || config.RoleID.Equal(prior.RoleID)) {
		plan.Role, plan.RoleID = prior.Role, prior.RoleID

		return nil
	}

	want, at := config.Role.ValueString(), path.Root("role")
	if config.Role.IsNull() {
		want, at = config.RoleID.ValueString(), path.Root("role_id")
	}

	all, err := roles(ctx, p)
	if err != nil {
		if slices.Contains(builtIn, want) {
			return nil // which needs no list
		}

		return err
	}

	found, err := findRole(want, all)
	if err != nil {
		return &kit.AttributeError{Path: at, Err: err}
	}

	plan.Role, plan.RoleID = types.StringValue(found.Name), types.StringValue(found.ID)

	return nil
}

// findRole finds a role by name or id. Its error lists what there is, custom roles apart.
func findRole(want string, all []role) (role, error) {
	var (
		found                []role
		names, own, everyone []string
	)

	for _, r := range all {
		if r.ID == want {
			return r, nil
		}

		if r.Name == want {
			found = append(found, r)
		}

		everyone = append(everyone, r.Name)

		if r.Custom {
			own = append(own, fmt.Sprintf("%q", r.Name))
		} else {
			names = append(names, r.Name)
		}
	}

	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
	default:
		return role{}, fmt.Errorf("%d roles are named %q: give role_id instead, one of %s and %s", len(found), want, found[0].ID, found[1].ID)
	}

	text := fmt.Sprintf("%q is not a role", want)
	if best, ok := nearest.Match(want, everyone); ok {
		text += fmt.Sprintf("; did you mean %q?", best)
	}

	text += "\n\nRoles: " + strings.Join(names, ", ")
	if len(own) > 0 {
		text += ", and custom roles: " + strings.Join(own, ", ")
	}

	return role{}, fmt.Errorf("%s.", text) //nolint:staticcheck // whole sentences, for people
}

// checkAddress refuses an address that somebody has, and shows how to adopt them.
func checkAddress(ctx context.Context, p *jumpcloud.Portal, plan *model, diags *diag.Diagnostics) error {
	if plan.Email.IsUnknown() {
		return nil
	}

	everybody, err := before(ctx, p)
	if err != nil {
		return err
	}

	for _, a := range everybody {
		if strings.EqualFold(a.Email, plan.Email.ValueString()) && !ledgerOf(ctx, p).manages(a.Identifier()) {
			diags.AddAttributeError(path.Root("email"), "Administrator Exists Already", fmt.Sprintf(
				"%s is an administrator of the provider already, with the role %q. To adopt them:\n\n%s",
				a.Email, a.Role(), kit.ImportBlock(object.Type, a.Identifier())))
		}
	}

	return nil
}
