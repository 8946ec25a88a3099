// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// Alone tells whether no other resource of this plan manages the same thing, which exists once:
// one that what names, in words of the caller's.
func (b *Base) Alone(ctx context.Context, what string, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) bool {
	return !slices.Contains(b.manage(ctx, what, []string{""}, req, resp), true)
}

// Apart refuses to configure what another resource of this plan configures of the same object,
// which exists by itself: both would undo each other with every apply. Each may have its own part.
// An object calls it once its keys are planned.
func (b *Base) Apart(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if _, _, ok := b.reach(ctx, resp.Plan.GetAttribute); !ok || resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() {
		return
	}

	for _, key := range b.object.Keys {
		if _, ok := known(ctx, resp.Plan.GetAttribute, key.Name); !ok {
			return
		}
	}

	var (
		at    []path.Path
		names []string
	)

	for name, v := range members(req.Config.Raw) {
		if b.settable(name) {
			at = append(at, given(path.Root(name), v)...)
		}
	}

	slices.SortFunc(at, func(p, q path.Path) int { return strings.Compare(p.String(), q.String()) })

	for _, p := range at {
		names = append(names, p.String())
	}

	var twice []string

	for i, taken := range b.manage(ctx, b.place(ctx, resp.Plan.GetAttribute), names, req, resp) {
		if taken {
			twice = append(twice, names[i])
		}
	}

	if len(twice) > 0 {
		resp.Diagnostics.AddAttributeError(at[slices.Index(names, twice[0])], "Same Settings Twice", fmt.Sprintf(
			"Another resource of this configuration sets %s of the same %s. There is one of it, and each "+
				"apply would undo what the other has done. Write one resource, or configure each attribute in one of them.",
			strings.Join(twice, ", "), b.object.Title))
	}
}

// settable tells whether an attribute sets anything of the object: a key names it, and what has a
// default or is remembered is Terraform's own.
func (b *Base) settable(name string) bool {
	is := func(k Key) bool { return k.Name == name }
	text, ok := b.schema().Attributes[name].(schema.StringAttribute)

	return !slices.ContainsFunc(b.scope.Keys(), is) && !slices.ContainsFunc(b.object.Keys, is) &&
		!slices.Contains(b.object.Remembers, name) && (!ok || text.Default == nil)
}

// given returns what a configuration says below an attribute. What is not known yet may be null:
// the plan at apply knows it.
func given(at path.Path, v tftypes.Value) []path.Path {
	switch {
	case v.IsNull() || !v.IsKnown():
		return nil
	case !v.Type().Is(tftypes.Object{}):
		return []path.Path{at}
	}

	var all []path.Path
	for name, below := range members(v) {
		all = append(all, given(at.AtName(name), below)...)
	}

	return all
}

// manage notes that a resource manages parts of a thing, and tells of each whether another does.
func (b *Base) manage(
	ctx context.Context, what string, parts []string, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse,
) []bool {
	owner := kept(ctx, req.Private, plannedKey)

	if !req.State.Raw.IsNull() {
		owner = contents(req.State.Raw, req.Config.Raw)
		resp.Diagnostics.Append(keep(ctx, resp.Private, plannedKey, owner)...)
	}

	return b.scope.Run(ctx, b.data).manage(what, owner, parts)
}

// contents tells resources from each other, which have no name for the provider: by what is there and what
// is wanted. Two that agree in both undo nothing of each other.
func contents(values ...tftypes.Value) string {
	sum := sha256.New()
	for _, v := range values {
		_, _ = fmt.Fprintln(sum, v.String())
	}

	return hex.EncodeToString(sum.Sum(nil))
}
