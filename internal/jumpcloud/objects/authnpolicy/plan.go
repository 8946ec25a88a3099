// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
)

// ModifyPlan finds at plan a policy that can lock everybody out, and ids of what the
// organization does not have. It refuses a change only: what is there is there, and an
// import must be able to take it over.
func (r *policyResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() {
		return
	}

	var (
		plan  model
		prior *model
	)

	resp.Diagnostics.Append(resp.Plan.Get(ctx, &plan)...)

	if !req.State.Raw.IsNull() {
		resp.Diagnostics.Append(req.State.Get(ctx, &prior)...)
	}

	if resp.Diagnostics.HasError() {
		return
	}

	t, keys, reachable := r.Client(ctx, resp.Plan.GetAttribute)

	if reasons := plan.locksOut(); len(reasons) > 0 && (prior == nil || plan.meets(*prior)) {
		where := "its organization"
		if reachable {
			where = tenancy.Name(ctx, t.Client(), t.ID(), nil)
		}

		resp.Diagnostics.AddAttributeError(path.Root("effect"), "Access Policy Can Lock Everybody Out", lockoutText(plan, where, reasons))
	}

	if !reachable || resp.Diagnostics.HasError() {
		return
	}

	if prior != nil {
		plan.warnOfGone(ctx, t, *prior, &resp.Diagnostics)
	}

	refused, err := check(ctx, t, plan.references(ctx, prior))
	if err != nil {
		r.Report(ctx, &resp.Diagnostics, "Plan", keys, err)
	}

	for _, what := range refused {
		resp.Diagnostics.AddWarning("References Not Checked", fmt.Sprintf("The credential may not read %s, so nobody has checked that those which "+
			"the policy names are there. An excluded group that is not there excludes nobody.", what))
	}
}

func lockoutText(m model, where string, reasons []string) string {
	return fmt.Sprintf("This policy can lock everybody out of %s of %s.\n\n%s. Exclude a group, start with monitor_only = true, "+
		"or set lockout_protection = false.", places[m.Type.ValueString()], where, strings.Join(reasons, ", "))
}

// meets tells whether a change can be felt by somebody else than before, or asks for the
// guard. A new name, description or message locks nobody out who is not so already.
func (m model) meets(prior model) bool {
	return !m.Type.Equal(prior.Type) || !m.Disabled.Equal(prior.Disabled) || !m.MonitorOnly.Equal(prior.MonitorOnly) ||
		!m.Targets.Equal(prior.Targets) || !m.Conditions.Equal(prior.Conditions) ||
		!m.Effect.Attributes()["action"].Equal(prior.Effect.Attributes()["action"]) ||
		!m.LockoutProtection.Equal(prior.LockoutProtection)
}

// places are what the types guard, in words.
var places = map[string]string{
	userPortal: "the user portal", application: "the applications", ldap: "LDAP", adminPortal: "the admin portal",
}

// locksOut returns why the policy can lock everybody out, or nothing. What is not known
// yet is taken for harmless: the plan at apply knows it.
func (m model) locksOut() []string {
	if somebody(within(m.Targets, "user_groups", "exclusions")) {
		return nil
	}

	return m.locksOutBut()
}

// locksOutBut is locksOut of all but the groups that the policy excludes.
func (m model) locksOutBut() []string {
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

	if users.IsUnknown() || somebody(within(m.Targets, "user_attributes", "exclusions")) {
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

// somebody tells whether a set names anybody, or may once it is known. Null is nobody.
func somebody(v attr.Value) bool {
	set, ok := v.(types.Set)

	return ok && (set.IsUnknown() || slices.ContainsFunc(set.Elements(), func(e attr.Value) bool { return !e.IsNull() }))
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
