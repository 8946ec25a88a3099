// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// ModifyPlan resolves names once the integration is known, refuses to overwrite a mapping
// that Terraform does not manage, and says what is billed no more, twice, or elsewhere.
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
		resp.Diagnostics.AddWarning(fmt.Sprintf("Billing Quantities Stop Updating: %q", F(&prior).common().OrganizationID.ValueString()), fmt.Sprintf(
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

	say := &sayings{
		vendor: r.vendor, organization: F(&plan).common().OrganizationID.ValueString(), diags: &resp.Diagnostics,
		name: func(organization string) string { return tenancy.Name(ctx, p.Client(), organization, nil) },
	}

	err := resolve[M](ctx, p, r.vendor, F(&plan), &prior, say.atPlan)
	if err == nil && !req.State.Raw.IsNull() {
		review[M](ctx, p, r.vendor, F(&plan), F(&prior), say)
	}

	resp.Diagnostics.Append(resp.Plan.Set(ctx, &plan)...)

	if id := F(&plan).common().IntegrationID.ValueString(); err == nil && id != "" && say.organization != "" &&
		!r.Alone(ctx, "mapping "+id+" "+say.organization, req, resp) {
		err = &kit.AttributeError{Path: path.Root("organization_id"), Err: fmt.Errorf("another resource of this configuration maps organization %s in the "+
			"same %s integration: an organization has one mapping, so write one resource", say.who(), r.vendor.Title)}
	}

	if err == nil && req.State.Raw.IsNull() {
		err = planNew[M](ctx, p, r.vendor, F(&plan), say)
	}

	if err != nil {
		r.Report(ctx, &resp.Diagnostics, "Plan", keys, psa.AtIntegration(err))

		return
	}

	var list lister

	switch {
	case req.State.Raw.IsNull():
		list = collections.AllOnce[record] // as it was read above
	case req.State.Raw.Equal(resp.Plan.Raw):
		list = collections.All[record] // as the refresh has read it
	}

	shared[M](ctx, p, r.vendor, F(&plan), list, say)
}

// planNew looks whether the organization is mapped already.
func planNew[M any, F form[M]](ctx context.Context, p *jumpcloud.Portal, v psa.Vendor, m F, say *sayings) error {
	adopted, err := free[M](ctx, p, v, m)
	if adopted {
		say.diags.AddWarning("Mapping Exists Already", fmt.Sprintf("Organization %s is mapped like this already in this %s integration: "+
			"applying takes the mapping over as it is. If it is in state under another address, write a moved block.", say.organization, v.Title))
	}

	return err
}

// finder finds what a spot names among the things of its parent. ok is false where the
// answer has to wait for the apply.
type finder func(ctx context.Context, p *jumpcloud.Portal, i integration, s, parent spot) (found kit.Candidate, ok bool, err error)

// resolve finds the ids of what a model names, from the company down. What has not
// changed stays with the id that it had, whatever the PSA calls it now; what is not known
// yet stays unknown.
func resolve[M any, F form[M]](ctx context.Context, p *jumpcloud.Portal, v psa.Vendor, m F, prior *M, find finder) error {
	defer m.settle()

	var (
		i       = integration{v, m.common().IntegrationID.ValueString()}
		before  = F(prior).spots()
		here    = !m.common().IntegrationID.IsUnknown() && m.common().IntegrationID.Equal(F(prior).common().IntegrationID)
		kept    = here
		parent  = root()
		unknown = m.common().IntegrationID.IsUnknown()
	)

	for at, s := range m.spots() {
		was := before[at]
		kept = kept && s.spelled.Equal(*was.spelled)

		switch {
		case s.spelled.IsNull():
			*s.id, *s.name = types.StringNull(), types.StringNull()
		case s.id.ValueString() != "":
			// The plan said so: where anything differs from the state, it begins with unknown ids.
		case kept && !s.spelled.IsUnknown() && was.id.ValueString() != "":
			*s.id, *s.name = *was.id, *was.name
		case s.spelled.IsUnknown() || unknown || !s.first && parent.id.IsUnknown():
			*s.id, *s.name = types.StringUnknown(), types.StringUnknown()
		default:
			found, ok, err := find(ctx, p, i, s, parent)
			if err != nil {
				return err
			}

			*s.id, *s.name = types.StringUnknown(), types.StringUnknown()
			if ok {
				*s.id, *s.name = types.StringValue(found.ID), types.StringValue(found.Name)
				kept = kept || here && was.id.Equal(*s.id)
			}
		}

		parent = s
	}

	return nil
}

// root is the parent of a company: nothing.
func root() spot {
	return spot{id: new(types.StringValue("")), name: new(types.StringValue("")), spelled: new(types.StringNull())}
}
