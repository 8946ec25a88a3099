// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

const excludedGroups = "user_groups.exclusions"

// warnOfGone says that a policy which denies everybody else excludes a group that somebody has
// deleted: nothing changes then, and nobody else would say so. One listing serves all policies of an
// organization. Where groups cannot be read, it is silent, or every plan would say that.
func (m model) warnOfGone(ctx context.Context, t *jumpcloud.Tenant, prior model, diags *diag.Diagnostics) {
	if len(m.locksOutBut()) == 0 {
		return
	}

	var gone []string

	before := prior.everyReference(ctx)
	stays := func(r reference) bool {
		return r.in == excludedGroups && slices.ContainsFunc(before, func(b reference) bool { return b.in == r.in && b.id == r.id })
	}

	for _, r := range m.everyReference(ctx) {
		if !stays(r) {
			continue // what is new is checked, and refused
		}

		_, err := collections.Lookup(ctx, aUserGroup.listing(t), r.id)

		switch {
		case errors.Is(err, rest.ErrNotFound):
			gone = append(gone, r.id)
		case err != nil:
			return
		}
	}

	if len(gone) == 0 {
		return
	}

	// Terraform shows one of several warnings of the same summary.
	diags.AddAttributeWarning(path.Root("targets").AtName("user_groups").AtName("exclusions"),
		fmt.Sprintf("Excluded Group Is Gone: %q", m.Name.ValueString()), fmt.Sprintf(
			"This policy denies access to %s to all but those that it excludes, and %s has no user group %s any more: that excludes nobody. "+
				"Exclude a group that is there, so that nobody is locked out.",
			places[m.Type.ValueString()], tenancy.Name(ctx, t.Client(), t.ID(), nil), strings.Join(gone, " and no ")))
}
