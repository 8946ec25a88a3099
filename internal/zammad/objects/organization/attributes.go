// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"context"
	"maps"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad"
)

// ModifyPlan refuses a replacement that cannot be, and attributes that the installation has
// not added to organizations. Every organization shows all that there are [source], so one is enough to know them.
func (r *organizationResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)
	refuseStuck(ctx, req, resp)

	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() {
		return
	}

	var planned, before types.Map

	at := path.Root("custom_attributes")
	resp.Diagnostics.Append(resp.Plan.GetAttribute(ctx, at, &planned)...)

	if !req.State.Raw.IsNull() {
		resp.Diagnostics.Append(req.State.GetAttribute(ctx, at, &before)...)
	}

	client, _, ready := r.Client(ctx, resp.Plan.GetAttribute)
	if !ready || len(planned.Elements()) == 0 || planned.Equal(before) {
		return
	}

	known, ok := added(ctx, client)
	if !ok {
		return
	}

	for _, name := range slices.Sorted(maps.Keys(planned.Elements())) {
		if !slices.Contains(known, name) {
			resp.Diagnostics.AddAttributeError(at.AtMapKey(name), "Unknown Custom Attribute",
				nearest.Unknown("attribute of organizations", name, known)+" Create it in the admin panel under Objects, Organization, or remove it here.")
		}
	}
}

// added are the attributes that the Object Manager has added to organizations; ok is false
// where nobody knows: there is no organization, or it may not be read, which whoever needs
// it says.
func added(ctx context.Context, c *zammad.Client) (names []string, ok bool) {
	o, ok, err := collections.First(ctx, listing(c))
	if err != nil || !ok {
		return nil, false
	}

	for name := range o.members {
		if !slices.Contains(own, name) {
			names = append(names, name)
		}
	}

	slices.Sort(names)

	return names, true
}
