// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tenancy"
)

// Plan checks a planned set: its new elements are objects of the organization, and no
// edge resource adds what the set does not hold. The object may have no id yet.
func (s Set) Plan(ctx context.Context, t *jumpcloud.Tenant, want, prior types.Set, diags *diag.Diagnostics) {
	if want.IsNull() || want.IsUnknown() {
		return
	}

	ids, before := kit.Strings(want), kit.Strings(prior)

	for _, id := range ids {
		if slices.Contains(before, id) {
			continue
		}

		if err := here(ctx, t, Ref{s.Edges.To, id}); err != nil {
			diags.AddAttributeError(s.at(id), foreign, err.Error())
		}
	}

	if s.Edges.Owner.ID == "" || len(ids) < len(want.Elements()) {
		return // not known yet, or not all of it
	}

	for _, id := range claimSet(ctx, t, s.Edges, ids) {
		diags.AddAttributeWarning(path.Root(s.Attribute), contradiction, contradictionText(s.Edges, s.Attribute, id))
	}
}

// PlanEdge checks a planned edge: both ends are objects of the organization where the edge
// is new, and no set of the same configuration leaves it out. Ends may be unknown.
func PlanEdge(ctx context.Context, t *jumpcloud.Tenant, e Edges, id string, isNew bool, diags *diag.Diagnostics, ownerAt, idAt string) {
	if isNew {
		for at, end := range map[string]Ref{ownerAt: e.Owner, idAt: {e.To, id}} {
			if err := here(ctx, t, end); err != nil {
				diags.AddAttributeError(path.Root(at), foreign, err.Error())
			}
		}
	}

	if e.Owner.ID == "" || e.To == "" || id == "" {
		return
	}

	leftOut, twice := claimEdge(ctx, t, e, id)
	e, id = e.canonical(id)

	if leftOut {
		diags.AddWarning(contradiction, contradictionText(e, "the set of the "+kinds[e.Owner.Type].noun, id))
	}

	if twice {
		diags.AddWarning("Same Edge Twice", fmt.Sprintf("Two resources of this configuration stand for one edge, that of %s %s and %s %s, "+
			"each from its own end: when one of them is destroyed, the edge is gone for both. Keep one.",
			kinds[e.Owner.Type].noun, e.Owner.ID, kinds[e.To].noun, id))
	}
}

const (
	foreign       = "Not in This Organization"
	contradiction = "Contradicting Edges"
)

func contradictionText(e Edges, set, id string) string {
	return fmt.Sprintf("An edge resource of this configuration adds %s %s to %s %s, and %s does not hold it: each apply would undo "+
		"the other's work. Write it in the set, or remove the edge resource, or leave the set out so that edge resources alone decide.",
		e.To, id, kinds[e.Owner.Type].noun, e.Owner.ID, set)
}

// here returns an error where an object is not in the organization. It stays silent on
// what cannot be told: unknown ids, systems and users, and lists that may not be read.
func here(ctx context.Context, t *jumpcloud.Tenant, r Ref) error {
	kind, ok := kinds[r.Type]
	if !ok || r.ID == "" || t.Client().MadeHere(r.ID) {
		return nil
	}

	all, err := jumpcloud.AllOnce(ctx, existing(t, r.Type))
	if err != nil || slices.ContainsFunc(all, func(n named) bool { return n.ID == r.ID }) {
		return nil //nolint:nilerr // a list that may not be read decides nothing
	}

	// The list is as old as this process; what was made since by another is asked for.
	if _, err := jumpcloud.Get[named](ctx, r.route(t)); !errors.Is(err, rest.ErrNotFound) {
		return nil // only a clear no is one
	}

	mine := tenancy.Name(ctx, t.Client(), t.ID(), nil)

	if owner := ownerOf(ctx, t, r); owner != "" {
		return fmt.Errorf("%s %s belongs to organization %s, not to %s. Objects can be joined within one organization only",
			kind.noun, r.ID, owner, mine)
	}

	return fmt.Errorf("organization %s has no %s %s. Ids are valid within one organization only", mine, kind.noun, r.ID)
}

// searched bounds in how many organizations an object is looked for, for the sake of an
// error's words.
const searched = 20

func ownerOf(ctx context.Context, t *jumpcloud.Tenant, r Ref) string {
	all, err := t.Client().Portal().Reach(ctx)
	if err != nil {
		return ""
	}

	for _, o := range all[:min(searched, len(all))] {
		if o.ID == t.ID() || t.Client().Allow(o.ID) != nil {
			continue
		}

		if _, err := jumpcloud.Get[named](ctx, r.route(t.Client().Tenant(o.ID))); err == nil {
			return fmt.Sprintf("%q (%s)", o.Name, o.ID)
		}
	}

	return ""
}
