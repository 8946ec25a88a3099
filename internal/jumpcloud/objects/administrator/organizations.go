// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// ValidateConfig refuses a list of organizations for who sees all of them.
func (r *administratorResource) ValidateConfig(ctx context.Context, req resource.ValidateConfigRequest, resp *resource.ValidateConfigResponse) {
	var (
		access types.String
		ids    types.Set
	)

	at := path.Root(tenancy.OrganizationIDs)
	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root("organization_access"), &access)...)
	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, at, &ids)...)

	if !ids.IsNull() && !access.IsUnknown() && access.ValueString() != accessSelected {
		resp.Diagnostics.AddAttributeError(at, "Contradicting Organization Access", "organization_ids lists the organizations that the "+
			"administrator sees, and without organization_access = \"selected\" they see every one. Set that, or leave organization_ids out.")
	}
}

// readOrganizations shows the organizations of an administrator where they are managed. Who
// owns them, this list or single links, is a choice that an import cannot make.
func readOrganizations(ctx context.Context, p *jumpcloud.Portal, m *model) error {
	if m.OrganizationIDs.IsNull() {
		m.OrganizationIDs = types.SetNull(types.StringType)

		return nil
	}

	links, err := collections.All(ctx, linksOf(p, m.ID.ValueString()))

	ids := make([]string, 0, len(links))
	for _, l := range links {
		ids = append(ids, l.Organization)
	}

	m.OrganizationIDs = kit.StringSet(ids)

	return err
}

// saveOrganizations links an administrator with the organizations that are managed, and no
// other: additions come first, so that nobody is left without any for a moment. The service may
// have linked them when it made the administrator.
func saveOrganizations(ctx context.Context, p *jumpcloud.Portal, plan *model) error {
	if plan.OrganizationIDs.IsNull() || plan.OrganizationIDs.IsUnknown() {
		return nil
	}

	var have []string

	for l, err := range collections.Each(ctx, linksOf(p, plan.ID.ValueString())) {
		if err != nil {
			return err
		}

		have = append(have, l.Organization)
	}

	want := sorted(plan.OrganizationIDs)

	for _, id := range append(without(want, have), without(have, want)...) {
		if err := p.Client().Allow(id); err != nil {
			return err
		}
	}

	each := func(ids []string, do func(ctx context.Context, l linkModel) error) error {
		_, err := collections.Parallel(ctx, ids, func(ctx context.Context, id string) (struct{}, error) {
			return struct{}{}, do(ctx, linkModel{plan.ID, types.StringValue(id)})
		})

		return err
	}

	if err := each(without(want, have), func(ctx context.Context, l linkModel) error { return linkOperations{}.Create(ctx, p, &l) }); err != nil {
		return err
	}

	return each(without(have, want), func(ctx context.Context, l linkModel) error {
		err := linkOperations{}.Delete(ctx, p, l)
		if errors.Is(err, rest.ErrNotFound) {
			return nil
		}

		return err
	})
}

// without are the elements of a that b lacks.
func without(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}

// takenOver returns the organizations of an administrator whose plan begins to manage them, and
// warns of those that it removes: the plan shows the set as new, and not what is there now.
func takenOver(ctx context.Context, p *jumpcloud.Portal, prior *model, want []string, diags *diag.Diagnostics) []string {
	links, err := collections.All(ctx, linksOf(p, prior.ID.ValueString()))
	if err != nil {
		return nil // the apply reads them again, and tells
	}

	var have, surplus []string

	for _, l := range links {
		have = append(have, l.Organization)

		if !slices.Contains(want, l.Organization) {
			surplus = append(surplus, tenancy.Name(ctx, p.Client(), l.Organization, nil))
		}
	}

	if len(surplus) > 0 {
		diags.AddAttributeWarning(path.Root(tenancy.OrganizationIDs), fmt.Sprintf("Taking Over a Set: %q", prior.ID.ValueString()), fmt.Sprintf(
			"organization_ids is not managed yet, and %s (%s) sees more than the configuration says. Taking it over ends their access to: %s.\n\n"+
				"Write what should stay in organization_ids, or leave it out and own single organizations with "+
				"jumpcloud_administrator_organization_link.", prior.Email.ValueString(), prior.ID.ValueString(), strings.Join(surplus, ", ")))
	}

	return have
}

// planOrganizations holds the organizations that a plan adds or takes away to the guard rails of
// the provider block, and checks that the provider has them.
func planOrganizations(ctx context.Context, p *jumpcloud.Portal, prior, plan *model, diags *diag.Diagnostics) {
	if plan == nil || plan.OrganizationIDs.IsNull() || plan.OrganizationIDs.IsUnknown() {
		return // what goes with an administrator is theirs
	}

	var before []string

	after := sorted(plan.OrganizationIDs)

	switch {
	case prior == nil || !plan.OrganizationAccess.Equal(prior.OrganizationAccess): // a new administrator
	case prior.OrganizationIDs.IsNull() && len(after) == len(plan.OrganizationIDs.Elements()):
		before = takenOver(ctx, p, prior, after, diags)
	default:
		before = sorted(prior.OrganizationIDs)
	}

	added := without(after, before)

	for _, id := range append(slices.Clone(added), without(before, after)...) {
		at := path.Root(tenancy.OrganizationIDs).AtSetValue(types.StringValue(id))

		if err := p.Client().Allow(id); err != nil {
			diags.AddAttributeError(at, "Organization Not Allowed", err.Error())

			continue
		}

		if err := p.Client().Touch(ctx, id, object.Type+" "+tenancy.OrganizationIDs); err != nil {
			diags.AddError("Blast Radius Exceeded", err.Error())
		}
	}

	for _, id := range added {
		if _, err := p.Organization(ctx, id); errors.Is(err, rest.ErrNotFound) && !p.Client().MadeHere(id) {
			diags.AddAttributeError(path.Root(tenancy.OrganizationIDs).AtSetValue(types.StringValue(id)), "Unknown Organization", fmt.Sprintf(
				"The provider has no organization with the id %s. Look it up by name with data \"jumpcloud_organization\".", id))
		}
	}
}
