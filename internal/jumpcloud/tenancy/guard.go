// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package tenancy

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// organizationType is the one object that is an organization.
const organizationType = "jumpcloud_organization"

// Planned holds a plan to the provider's guard rails, and checks that the organization of
// a new object or of a deed is one that the credential reaches.
func (Tenant) Planned(ctx context.Context, data any, o kit.Object, c kit.Change, diags *diag.Diagnostics) {
	planned(ctx, data, o, OrganizationID, c, diags)
	changes(ctx, data, c, diags)
}

// changes says what is worth saying of a plan that changes anything.
func changes(ctx context.Context, data any, c kit.Change, diags *diag.Diagnostics) {
	if client, err := clientOf(data); err == nil && !c.Nothing() {
		warnExpiry(ctx, client, diags)
	}
}

// Planned holds a plan to the provider's guard rails, where the object names an organization.
func (Portal) Planned(ctx context.Context, data any, o kit.Object, c kit.Change, diags *diag.Diagnostics) {
	switch {
	case o.Type == organizationType:
		planned(ctx, data, o, "id", c, diags)
	case c.After.Schema.GetAttributes()[OrganizationID] != nil:
		planned(ctx, data, o, OrganizationID, c, diags)
	}

	changes(ctx, data, c, diags)
}

// planned checks a plan of what has its organization named by an attribute.
func planned(ctx context.Context, data any, o kit.Object, attribute string, c kit.Change, diags *diag.Diagnostics) {
	client, err := clientOf(data)
	if err != nil || c.Nothing() {
		return
	}

	at := path.Root(attribute)
	before, after := text(ctx, c.Before.GetAttribute, at), text(ctx, c.After.GetAttribute, at)

	for _, id := range []string{before, after} {
		if err := client.Allow(id); err != nil {
			diags.AddAttributeError(at, "Organization Not Allowed", notAllowed(ctx, client, id))

			return
		}
	}

	// What is made gets an id that nobody can have allowed, and it cannot be deleted again.
	if attribute == "id" && c.Before.Raw.IsNull() && len(client.Allowed()) > 0 {
		diags.AddAttributeError(at, "Organization Not Allowed", fmt.Sprintf("A new organization would be none of the provider's "+
			"allowed_organization_ids (%s), so nothing could be read or written in it. Make it with another provider block that has no "+
			"such list, then add its id here.", strings.Join(allowedNames(ctx, client), ", ")))

		return
	}

	// The organization itself is looked for by its own resource.
	if attribute == OrganizationID && after != "" && after != before {
		checkReach(ctx, client, at, after, diags)
	}

	touched := []string{before, after}

	if before == "" && after == "" {
		touched = nil // it is made by this plan, which counts it once

		if attribute == "id" {
			touched = []string{text(ctx, c.After.GetAttribute, path.Root("name"))}
		}
	}

	for _, organization := range touched {
		if organization == "" {
			continue
		}

		if err := client.Touch(ctx, organization, cause(o, c)); err != nil {
			diags.AddError("Blast Radius Exceeded", named(ctx, client, err))
		}
	}
}

// cause says what a plan does, as a person counts it: the type and the first thing that changes.
func cause(o kit.Object, c kit.Change) string {
	switch {
	case c.Deed:
		return o.Type + " (invoke)"
	case c.After.Raw.IsNull():
		return o.Type + " (destroy)"
	case c.Before.Raw.IsNull():
		return o.Type + " (create)"
	}

	diffs, err := c.After.Raw.Diff(c.Before.Raw)
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
