// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package usergroup

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// planPassword plans that sudo asks for a password where sudo is configured and that is left
// out: an import may have read otherwise.
func planPassword(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	var enabled, without, before types.Bool

	at := path.Root("sudo_without_password")
	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root("sudo_enabled"), &enabled)...)
	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, at, &without)...)
	resp.Diagnostics.Append(req.State.GetAttribute(ctx, at, &before)...)

	if !enabled.IsNull() && without.IsNull() && before.ValueBool() {
		resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, at, types.BoolNull())...)
	}
}

// planTakingOver replaces a group whose POSIX groups are taken over and are others than it
// has, and warns of what else goes: state does not show it. Where the group cannot be read,
// the service decides at the apply.
func planTakingOver(ctx context.Context, t *jumpcloud.Tenant, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	var prior, plan model

	if req.State.Raw.IsNull() {
		return
	}

	resp.Diagnostics.Append(req.State.Get(ctx, &prior)...)

	posix, ldap := path.Root("posix_groups"), path.Root("ldap_groups")
	resp.Diagnostics.Append(resp.Plan.GetAttribute(ctx, posix, &plan.PosixGroups)...)
	resp.Diagnostics.Append(resp.Plan.GetAttribute(ctx, ldap, &plan.LDAPGroups)...)

	if resp.Diagnostics.HasError() {
		return
	}

	takesPosix := prior.PosixGroups.IsNull() && !plan.PosixGroups.IsNull()
	takesLDAP := prior.LDAPGroups.IsNull() && !plan.LDAPGroups.IsNull() && !plan.LDAPGroups.IsUnknown()

	if !takesPosix && !takesLDAP {
		return
	}

	now := model{}
	if g, err := group.Get(ctx, t, ref(prior.ID)); err != nil || now.fromAPI(ctx, g, true) != nil {
		return
	}

	if takesPosix && !now.PosixGroups.Equal(plan.PosixGroups) {
		resp.RequiresReplace = append(resp.RequiresReplace, posix)
	}

	wanted := kit.Strings(plan.LDAPGroups)
	gone := slices.DeleteFunc(kit.Strings(now.LDAPGroups), func(name string) bool { return slices.Contains(wanted, name) })

	if takesLDAP && len(gone) > 0 {
		slices.Sort(gone)
		resp.Diagnostics.AddAttributeWarning(ldap, fmt.Sprintf("Taking Over a Set: %q", prior.ID.ValueString()), fmt.Sprintf(
			"ldap_groups is not managed yet and user group %q (%s) has more than the configuration says. Taking it over removes: %s.\n\n"+
				"Write what should stay in ldap_groups, or leave it out.", now.Name.ValueString(), prior.ID.ValueString(), strings.Join(gone, ", ")))
	}
}
