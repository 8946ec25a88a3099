// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/psa"
)

// ModifyPlan resolves names once the integration is known, refuses to overwrite a mapping
// that Terraform does not manage, and says what a destroy means.
func (r *mappingResource[M, F]) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	if resp.Diagnostics.HasError() {
		return
	}

	var plan, prior M

	if !req.State.Raw.IsNull() {
		resp.Diagnostics.Append(req.State.Get(ctx, &prior)...)
	}

	if req.Plan.Raw.IsNull() {
		resp.Diagnostics.AddWarning("Billing Quantities Stop Updating", fmt.Sprintf(
			"Without its mapping, JumpCloud no longer updates what %s bills for organization %s as %q (company %s). The quantities stay as the last sync left them.",
			r.vendor.Title, F(&prior).common().OrganizationID.ValueString(), F(&prior).common().CompanyName.ValueString(),
			F(&prior).common().CompanyID.ValueString()))

		return
	}

	resp.Diagnostics.Append(resp.Plan.Get(ctx, &plan)...)

	p, keys, ok := r.Client(ctx, req.Plan.GetAttribute)
	if !ok || resp.Diagnostics.HasError() {
		return
	}

	err := resolve(ctx, p, r.vendor, F(&plan), &prior)
	resp.Diagnostics.Append(resp.Plan.Set(ctx, &plan)...)

	if err == nil && req.State.Raw.IsNull() {
		var adopted bool
		if adopted, err = free(ctx, p, r.vendor, F(&plan)); adopted {
			resp.Diagnostics.AddWarning("Mapping Exists Already", fmt.Sprintf("Organization %s is mapped like this already in this %s integration: "+
				"applying takes the mapping over as it is. If it is in state under another address, write a moved block.", F(&plan).common().OrganizationID.ValueString(), r.vendor.Title))
		}
	}

	if err != nil {
		r.Report(ctx, &resp.Diagnostics, "Plan", keys, err)
	}
}

// resolve finds the ids of what a model names, from the company down. What has not
// changed stays with the id that it had, whatever the PSA calls it now; what is not known
// yet stays unknown.
func resolve[M any, F form[M]](ctx context.Context, p *jumpcloud.Portal, v psa.Vendor, m F, prior *M) error {
	i := integration{v, m.common().IntegrationID.ValueString()}
	before := F(prior).spots()
	kept := !m.common().IntegrationID.IsUnknown() && m.common().IntegrationID.Equal(F(prior).common().IntegrationID)
	parent := spot{id: new(types.StringValue("")), name: new(types.StringValue("")), spelled: new(types.StringNull())}

	for at, s := range m.spots() {
		was := before[at]
		kept = kept && s.spelled.Equal(*was.spelled)

		switch {
		case s.spelled.IsNull():
			*s.id, *s.name = types.StringNull(), types.StringNull()
		case settled(s.id):
			// The plan said so.
		case kept && !s.spelled.IsUnknown():
			*s.id, *s.name = *was.id, *was.name
		case s.spelled.IsUnknown() || parent.id.IsUnknown() || m.common().IntegrationID.IsUnknown():
			*s.id, *s.name = types.StringUnknown(), types.StringUnknown()
		default:
			found, err := lookUp(ctx, p, i, s, parent)
			if err != nil {
				return err
			}

			*s.id, *s.name = types.StringValue(found.ID), types.StringValue(found.Name)
			kept = kept || was.id.Equal(*s.id) && m.common().IntegrationID.Equal(F(prior).common().IntegrationID)
		}

		parent = s
	}

	return m.plan(ctx, p, i, prior)
}

// settled tells that a plan has found an id already. Where anything differs from the
// state, a plan begins with unknown ids.
func settled(id *types.String) bool { return id.ValueString() != "" }

// lookUp finds what a spot names among the children of its parent.
func lookUp(ctx context.Context, p *jumpcloud.Portal, i integration, s, parent spot) (kit.Candidate, error) {
	all, err := s.candidates(ctx, p, i, parent.id.ValueString())
	if err != nil {
		return kit.Candidate{}, fmt.Errorf("looking up %s %s: %w", s.noun, s.spelled, err)
	}

	found, err := kit.Resolve(s.noun, s.spelled.ValueString(), all)
	if err != nil && parent.noun != "" && !slices.ContainsFunc(all, func(c kit.Candidate) bool { return c.Name == s.spelled.ValueString() }) {
		err = errors.New(missing(s, parent, all))
	}

	if err != nil {
		err = &kit.AttributeError{Path: path.Root(s.noun), Err: fmt.Errorf("%w\n\n%s", err, s.advice)}
	}

	return found, err
}

// missing says what a parent has instead.
func missing(s, parent spot, all []kit.Candidate) string {
	const shown = 12

	names, lines := []string{}, []string{}

	for _, c := range all {
		names = append(names, c.Name)
		lines = append(lines, fmt.Sprintf("%q (%s)", c.Name, c.ID))
	}

	text := fmt.Sprintf("%s%s %q (%s) has no %s %s.", strings.ToUpper(parent.noun[:1]), parent.noun[1:], parent.name.ValueString(),
		parent.id.ValueString(), s.noun, s.spelled)

	if near, ok := nearest.Match(s.spelled.ValueString(), names); ok {
		text += fmt.Sprintf(" Did you mean %q?", near)
	}

	if len(lines) == 0 {
		return text + " It has none."
	}

	text += " It has: " + strings.Join(lines[:min(shown, len(lines))], ", ")
	if len(lines) > shown {
		text += fmt.Sprintf(" and %d more", len(lines)-shown)
	}

	return text + "."
}

// free tells that an organization is not mapped, or already just as the model asks for:
// then it is adopted. It looks at what was there before this run.
func free[M any, F form[M]](ctx context.Context, p *jumpcloud.Portal, v psa.Vendor, m F) (adopted bool, err error) {
	c := m.common()
	if c.IntegrationID.IsUnknown() || c.OrganizationID.IsUnknown() {
		return false, nil
	}

	i := integration{v, c.IntegrationID.ValueString()}

	all, err := jumpcloud.AllOnce(ctx, i.listing(p))
	if err != nil {
		return false, err
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

	for _, s := range m.spots() {
		if t := r.target(s.noun); t != nil {
			parts = append(parts, fmt.Sprintf("%s (%s)", t.Name, t.ID))
		}
	}

	return strings.Join(parts, " > ")
}

// renamed says that a name of the configuration is not the PSA's any more.
func renamed(ctx context.Context, v psa.Vendor, s spot, organization string) {
	kit.Warn(ctx, "Renamed in the PSA", fmt.Sprintf(
		"The %s that organization %s is mapped to, %s, is named %s in %s now, and %s in the configuration. The mapping follows the id and stays: "+
			"write the new name or the id to end this warning.", s.noun, organization, s.id.ValueString(), s.name, v.Title, s.spelled))
}
