// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping

import (
	"context"
	"fmt"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
)

// free tells that an organization is not mapped, or already just as the model asks for:
// then it is adopted. It looks at what was there before this run, but for what the run
// itself has removed.
func free[M any, F form[M]](ctx context.Context, p *jumpcloud.Portal, v psa.Vendor, m F) (adopted bool, err error) {
	c := m.common()
	if c.IntegrationID.IsUnknown() || c.OrganizationID.IsUnknown() {
		return false, nil
	}

	i := integration{v, c.IntegrationID.ValueString()}

	if batcherOf(p, i).removed(c.OrganizationID.ValueString()) {
		return false, nil
	}

	all, err := collections.AllOnce(ctx, i.listing(p))
	if err != nil {
		return false, v.Absent(ctx, p, i.id, err)
	}

	for _, r := range all {
		if r.Organization.ID != c.OrganizationID.ValueString() || !r.mapped() {
			continue
		}

		for _, s := range m.spots() {
			if s.id.IsUnknown() {
				return false, nil // Create knows
			}
		}

		if same, _ := holds[M](m, &r); same {
			return true, nil
		}

		return false, &takenError{i, r, chain[M](m, &r)}
	}

	return false, nil
}

// takenError says that an organization is mapped to something else.
type takenError struct {
	integration integration
	record      record
	now         string
}

// Error says to what, and since when.
func (e *takenError) Error() string {
	text := fmt.Sprintf("%q (%s) is already mapped in this %s integration.\n\nNow: %s", e.record.Organization.Name, e.record.Organization.ID,
		e.integration.vendor.Title, e.now)

	if e.record.LastSyncDateTime != nil && e.record.LastSyncStatus != nil {
		text += fmt.Sprintf(", last sync %s %s", *e.record.LastSyncDateTime, *e.record.LastSyncStatus)
	}

	return text + ". Creating would overwrite it. If it is in state under another address, write a moved block."
}

// ImportCandidates is the import id of the mapping that is there.
func (e *takenError) ImportCandidates() []string {
	return []string{e.integration.id + "/" + e.record.Organization.ID}
}

// chain is what a record maps to, as people read it.
func chain[M any, F form[M]](m F, r *record) string {
	var parts []string

	for _, s := range shown[M](m) {
		if t := r.target(s.member); t != nil {
			parts = append(parts, fmt.Sprintf("%s (%s)", t.Name, t.ID))
		}
	}

	return strings.Join(parts, " > ")
}
