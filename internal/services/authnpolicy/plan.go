// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tenancy"
)

// ModifyPlan finds at plan a policy that can lock everybody out, and conditions that name
// IP lists which the organization does not have.
func (r *policyResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() {
		return
	}

	var plan model

	resp.Diagnostics.Append(resp.Plan.Get(ctx, &plan)...)

	if resp.Diagnostics.HasError() {
		return
	}

	t, keys, reachable := r.Client(ctx, resp.Plan.GetAttribute)

	if reasons := plan.locksOut(); len(reasons) > 0 {
		where := "its organization"
		if reachable {
			where = tenancy.Name(ctx, t.Client(), t.ID(), nil)
		}

		resp.Diagnostics.AddAttributeError(path.Root("effect"), "Access Policy Can Lock Everybody Out", fmt.Sprintf(
			"This policy can lock everybody out of %s of %s.\n\n%s. Exclude a group, start with monitor_only = true, "+
				"or set lockout_protection = false.", places[plan.Type.ValueString()], where, strings.Join(reasons, ", ")))
	}

	if !reachable || resp.Diagnostics.HasError() || !conditionsChange(ctx, req, plan) {
		return
	}

	if err := planLists(ctx, t, plan); err != nil {
		r.Report(ctx, &resp.Diagnostics, "Plan", keys, err)
	}
}

// places are what the types guard, in words.
var places = map[string]string{
	userPortal: "the user portal", application: "the applications", ldap: "LDAP", adminPortal: "the admin portal",
}

// locksOut returns why the policy can lock everybody out, or nothing. What is not known
// yet is taken for harmless: the plan at apply knows it.
func (m model) locksOut() []string {
	switch {
	case m.LockoutProtection.IsUnknown() || !m.LockoutProtection.ValueBool(),
		m.MonitorOnly.IsUnknown() || m.MonitorOnly.ValueBool(),
		m.Disabled.IsUnknown() || m.Disabled.ValueBool(),
		m.Targets.IsUnknown(), m.Type.IsUnknown():
		return nil
	}

	if action, ok := m.Effect.Attributes()["action"].(types.String); !ok || action.ValueString() != deny {
		return nil
	}

	users := within(m.Targets, "users", "inclusions")
	excluded := []attr.Value{within(m.Targets, "user_groups", "exclusions"), within(m.Targets, "user_attributes", "exclusions")}

	if users.IsUnknown() || slices.ContainsFunc(excluded, somebody) {
		return nil
	}

	who := "users ALL"

	if !somebody(users) {
		// Nobody documents whom a policy without users means.
		if somebody(within(m.Targets, "user_groups", "inclusions")) || somebody(within(m.Targets, "user_attributes", "inclusions")) {
			return nil
		}

		who = "no users named (which may mean everybody)"
	}

	return []string{"effect deny", who, "no excluded group", "monitor_only = false"}
}

// somebody tells whether a set names anybody, or may once it is known.
func somebody(v attr.Value) bool {
	set, ok := v.(types.Set)

	return ok && (set.IsUnknown() || len(set.Elements()) > 0)
}

// within walks down nested objects; what lies in a null or unknown one is so too.
func within(object types.Object, names ...string) attr.Value {
	var v attr.Value = object

	for _, name := range names {
		o, ok := v.(types.Object)
		if !ok || o.IsNull() {
			return types.SetNull(types.StringType)
		}

		if o.IsUnknown() {
			return types.SetUnknown(types.StringType)
		}

		v = o.Attributes()[name]
	}

	return v
}

// conditionsChange keeps a refresh of what is as it was free of requests.
func conditionsChange(ctx context.Context, req resource.ModifyPlanRequest, plan model) bool {
	if req.State.Raw.IsNull() {
		return true
	}

	var prior anyjson.Value
	diags := req.State.GetAttribute(ctx, path.Root("conditions"), &prior)

	return diags.HasError() || !prior.Equal(plan.Conditions)
}

// planLists looks the IP lists up in one listing.
func planLists(ctx context.Context, t *jumpcloud.Tenant, m model) error {
	ids, err := m.listIDs(ctx)
	if err != nil || len(ids) == 0 {
		return err
	}

	there, err := jumpcloud.All(ctx, ipLists(t))
	if err != nil {
		return err
	}

	var errs []error

	for _, id := range ids {
		if !slices.ContainsFunc(there, func(l ipList) bool { return l.ID == id }) {
			errs = append(errs, foreignList(ctx, t, id))
		}
	}

	return errors.Join(errs...)
}

// checkLists looks again at apply, when every id is known, with a single read for each:
// a list that this run has just made need not be listed yet.
func checkLists(ctx context.Context, t *jumpcloud.Tenant, m model) error {
	ids, err := m.listIDs(ctx)
	if err != nil {
		return err
	}

	var errs []error

	for _, id := range ids {
		_, err := jumpcloud.GetOnce[ipList](ctx, t.V2("iplists", id))

		switch {
		case errors.Is(err, rest.ErrNotFound):
			errs = append(errs, foreignList(ctx, t, id))
		case err != nil:
			return err
		}
	}

	return errors.Join(errs...)
}

func (m model) listIDs(ctx context.Context) ([]string, error) {
	tree, err := m.Conditions.JSON(ctx)

	return listIDs(tree), err
}

// foreignList is the error of an IP list that the organization does not have. It is worded
// anew, since the missing list is not the policy.
func foreignList(ctx context.Context, t *jumpcloud.Tenant, id string) error {
	return &kit.AttributeError{Path: path.Root("conditions"), Err: fmt.Errorf(
		"ip_address_in names %s, and %s has no such IP list: a policy can use lists of its own organization only",
		id, tenancy.Name(ctx, t.Client(), t.ID(), nil))}
}
