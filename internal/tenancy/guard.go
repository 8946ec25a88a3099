// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package tenancy

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
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
)

// Planned holds a plan to the provider's guard rails, and checks that the organization of
// a new object is one that the credential reaches.
func (Tenant) Planned(ctx context.Context, data any, o kit.Object, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	planned(ctx, data, o, OrganizationID, req, resp)
	changes(ctx, data, req, resp)
}

// changes says what is worth saying of a plan that changes anything.
func changes(ctx context.Context, data any, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if client, err := clientOf(data); err == nil && !req.State.Raw.Equal(resp.Plan.Raw) {
		warnExpiry(ctx, client, &resp.Diagnostics)
	}
}

// Planned holds a plan to the provider's guard rails, where the object names an organization.
func (Portal) Planned(ctx context.Context, data any, o kit.Object, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	switch {
	case o.Type == "jumpcloud_organization":
		planned(ctx, data, o, "id", req, resp)
	case req.Plan.Schema.GetAttributes()[OrganizationID] != nil:
		planned(ctx, data, o, OrganizationID, req, resp)
	}

	changes(ctx, data, req, resp)
}

// Lost tells whether the organization is out of the credential's reach: the service
// answers 404 to everything in such an organization (jumpcloud.md 2.3). Where the credential
// may not list organizations, what it says of the object is believed.
func (Tenant) Lost(ctx context.Context, data any, keys map[string]string) error {
	client, err := clientOf(data)
	if err != nil {
		return err
	}

	id := keys[OrganizationID]
	if client.MadeHere(id) {
		return nil
	}

	all, err := client.Portal().Reach(ctx)
	if err != nil || slices.ContainsFunc(all, func(o jumpcloud.Organization) bool { return o.ID == id }) {
		return nil //nolint:nilerr // see above
	}

	return fmt.Errorf("organization %s is not, or no longer, among the %d that the credential reaches, so nobody can tell whether the "+
		"object exists; it stays in state. Give the administrator access to the organization again, or remove the object from state "+
		"(terraform state rm) if the organization is gone", id, len(all))
}

// Lost tells whether the provider is out of the credential's reach.
func (Portal) Lost(ctx context.Context, data any, _ map[string]string) error {
	client, err := clientOf(data)
	if err != nil {
		return err
	}

	if _, err := client.Portal().Provider(ctx); err != nil {
		return fmt.Errorf("the provider cannot be read, so nobody can tell whether the object exists; it stays in state: %s", err.Error())
	}

	return nil
}

// planned checks a plan of an object whose organization is named by an attribute.
func planned(
	ctx context.Context, data any, o kit.Object, attribute string, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse,
) {
	client, err := clientOf(data)
	if err != nil || req.State.Raw.Equal(resp.Plan.Raw) {
		return
	}

	at := path.Root(attribute)
	before, after := text(ctx, req.State.GetAttribute, at), text(ctx, resp.Plan.GetAttribute, at)

	if err := client.Allow(after); err != nil {
		resp.Diagnostics.AddAttributeError(at, "Organization Not Allowed", err.Error()+".")

		return
	}

	// The organization itself is looked for by its own resource.
	if attribute == OrganizationID && after != "" && after != before {
		checkReach(ctx, client, at, after, &resp.Diagnostics)
	}

	organization := after
	if organization == "" {
		organization = before
	}

	if organization == "" && attribute == "id" {
		organization = text(ctx, resp.Plan.GetAttribute, path.Root("name"))
	}

	if organization == "" {
		return // it is made by this plan, which counts it once
	}

	if err := client.Touch(ctx, organization, cause(o, req, resp)); err != nil {
		resp.Diagnostics.AddError("Blast Radius Exceeded", named(ctx, client, err))
	}
}

// checkReach refuses an organization that the credential does not reach, and names the
// nearest that it does. Where the credential may not list organizations, it stays silent.
func checkReach(ctx context.Context, client *jumpcloud.Client, at path.Path, id string, diags *diag.Diagnostics) {
	if client.MadeHere(id) {
		return
	}

	all, err := client.Portal().Reach(ctx)
	if err != nil {
		return
	}

	ids, names := []string{}, map[string]string{}

	for _, o := range all {
		if o.ID == id {
			return
		}

		ids = append(ids, o.ID)
		names[o.ID] = o.Name
	}

	const shown = 3

	near := []string{}
	for _, n := range nearest.Sorted(id, ids)[:min(shown, len(ids))] {
		near = append(near, fmt.Sprintf("%q (%s)", names[n], n))
	}

	diags.AddAttributeError(at, "Unknown Organization", fmt.Sprintf(
		"None of the organizations that the credential reaches (%d) has the id %s. The nearest: %s.", len(all), id, strings.Join(near, ", ")))
}

// cause says what a plan does, as a person counts it: the type and the first thing that changes.
func cause(o kit.Object, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) string {
	switch {
	case resp.Plan.Raw.IsNull():
		return o.Type + " (destroy)"
	case req.State.Raw.IsNull():
		return o.Type + " (create)"
	}

	diffs, err := resp.Plan.Raw.Diff(req.State.Raw)
	if err != nil {
		return o.Type
	}

	deepest := ""

	for _, d := range diffs {
		if d.Value1 != nil && !d.Value1.IsKnown() {
			continue // computed by the change, not its cause
		}

		if p := dotted(d.Path); deepest == "" || strings.HasPrefix(p, deepest+".") {
			deepest = p
		}
	}

	return strings.TrimSpace(o.Type + " " + deepest)
}

// dotted writes the attribute names of a path, such as values.timeout.
func dotted(p *tftypes.AttributePath) string {
	var names []string

	for _, step := range p.Steps() {
		switch step := step.(type) {
		case tftypes.AttributeName:
			names = append(names, string(step))
		case tftypes.ElementKeyString:
			names = append(names, string(step))
		}
	}

	return strings.Join(names, ".")
}

// named words a blast radius error with organizations by name.
func named(ctx context.Context, client *jumpcloud.Client, err error) string {
	var many *jumpcloud.TooManyError
	if !errors.As(err, &many) {
		return err.Error()
	}

	if all, e := client.Portal().Organizations(ctx); e == nil {
		byID := map[string]string{}
		for _, o := range all {
			byID[o.ID] = o.Name
		}

		for i, id := range many.Organizations {
			if name, ok := byID[id]; ok {
				many.Organizations[i] = name
			}
		}
	}

	return many.Error()
}

// text reads a string; null, unknown and absent give "".
func text(ctx context.Context, get func(context.Context, path.Path, any) diag.Diagnostics, at path.Path) string {
	var v types.String
	if get(ctx, at, &v).HasError() {
		return ""
	}

	return v.ValueString()
}
