// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// mainRole finds the id of the main role where further ones are managed: the service takes the
// list of all ids. The plan knows it, unless the role is made by this run.
func mainRole(ctx context.Context, p *jumpcloud.Portal, plan *model) error {
	if plan.roleIDs() == nil || plan.RoleID.ValueString() != "" {
		return nil
	}

	all, err := roles(ctx, p, true)
	if err != nil {
		return err
	}

	found, err := roleByName(plan.Role.ValueString(), all)
	if err != nil {
		return &kit.AttributeError{Path: path.Root("role"), Err: err}
	}

	plan.RoleID = types.StringValue(found.ID)

	return nil
}

// notTaken says which of the roles that were sent an answer lacks, "" for none.
func notTaken(want []string, a jumpcloud.Administrator) string {
	var missing []string

	for _, id := range want {
		if id != a.RoleID && !slices.Contains(a.RoleIDs, id) {
			missing = append(missing, id)
		}
	}

	if len(missing) == 0 {
		return ""
	}

	return fmt.Sprintf("The service kept no more than the role %q of %s, and said nothing of: %s. Several roles for one administrator are a "+
		"feature that JumpCloud turns on for a provider. Have it turned on, or leave additional_role_ids out and use a custom role "+
		"(jumpcloud_role) with the scopes of all of them.", a.Role(), a.Email, strings.Join(missing, ", "))
}

// planRoles checks that further roles are there, and none of them is the main one. What
// cannot be listed or is not known yet is the service's to judge.
func planRoles(ctx context.Context, p *jumpcloud.Portal, prior, plan *model) error {
	at := path.Root("additional_role_ids")
	ids := sorted(plan.AdditionalRoleIDs)

	if len(ids) == 0 || prior != nil && plan.AdditionalRoleIDs.Equal(prior.AdditionalRoleIDs) && plan.RoleID.Equal(prior.RoleID) {
		return nil
	}

	if slices.Contains(ids, plan.RoleID.ValueString()) {
		return &kit.AttributeError{Path: at.AtSetValue(plan.RoleID), Err: fmt.Errorf("%s is the id of role %q already: leave it out of "+
			"additional_role_ids", plan.RoleID.ValueString(), plan.Role.ValueString())}
	}

	all, err := roles(ctx, p, false)
	if err != nil {
		return nil //nolint:nilerr // who may not list roles can still give them
	}

	for _, id := range ids {
		if _, err := roleByID(id, all); err != nil && !p.Client().MadeHere(id) {
			return &kit.AttributeError{Path: at.AtSetValue(types.StringValue(id)), Err: err}
		}
	}

	return nil
}
