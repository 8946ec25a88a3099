// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygroupfromtemplate

import (
	"context"
	"errors"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// ModifyPlan asks for a template where a group is to be made, and looks whether the portal
// has it. It is optional for an import's sake, which cannot know it.
func (r *fromTemplateResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() {
		return
	}

	at := path.Root("template_id")

	var want, prior types.String

	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, at, &want)...)

	if !req.State.Raw.IsNull() {
		resp.Diagnostics.Append(req.State.GetAttribute(ctx, at, &prior)...)
	}

	switch {
	case want.IsNull() && (req.State.Raw.IsNull() || !prior.IsNull()):
		resp.Diagnostics.AddAttributeError(at, "Missing template_id", "The group is made from a policy group template: set template_id to its id. "+
			"Only a group that was imported does without, since it does not remember its template.")
	case want.IsNull(), want.IsUnknown(), want.Equal(prior):
	default:
		if text := r.unknownTemplate(ctx, resp, want.ValueString()); text != "" {
			resp.Diagnostics.AddAttributeError(at, "Unknown Policy Group Template", text)
		}
	}
}

// unknownTemplate says that the portal does not have a template. What cannot be read is
// left to the apply.
func (r *fromTemplateResource) unknownTemplate(ctx context.Context, resp *resource.ModifyPlanResponse, id string) string {
	t, _, ok := r.Client(ctx, resp.Plan.GetAttribute)
	if !ok {
		return ""
	}

	route, err := t.Client().Portal().Own(ctx, "policygrouptemplates")
	if err != nil {
		return ""
	}

	one, err := t.Client().Portal().Own(ctx, "policygrouptemplates", id)
	if err != nil {
		return ""
	}

	if _, err = collections.Get[group](ctx, one); !errors.Is(err, rest.ErrNotFound) {
		return ""
	}

	all, err := collections.All(ctx, collections.Listing[group]{Route: route, Sort: jumpcloud.SortID, ID: func(g group) string { return g.ID }})
	if err != nil {
		return fmt.Sprintf("The Multi-Tenant Portal has no policy group template %s.", id)
	}

	names := make([]string, 0, len(all))
	for _, g := range all {
		names = append(names, fmt.Sprintf("%s (%s)", g.Name, g.ID))
	}

	return nearest.Unknown("policy group template of the Multi-Tenant Portal", id, names)
}
