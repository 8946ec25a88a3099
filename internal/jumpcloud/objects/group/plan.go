// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// PlanReferences checks a planned set of ids: those that are new are objects of the
// organization. What is not known yet is not checked.
func PlanReferences(
	ctx context.Context, t *jumpcloud.Tenant, attribute, of string, want, prior types.Set, diags *diag.Diagnostics,
) {
	before := kit.Strings(prior)

	for _, id := range kit.Strings(want) {
		if slices.Contains(before, id) {
			continue
		}

		if err := here(ctx, t, Ref{of, id}); err != nil {
			diags.AddAttributeError(path.Root(attribute).AtSetValue(types.StringValue(id)), foreign, err.Error())
		}
	}
}

// Plan checks a planned set: its new elements are objects of the organization, and no
// edge resource adds what the set does not hold. It says what a set removes that state does
// not show. The object may have no id yet.
func (s Set) Plan(ctx context.Context, t *jumpcloud.Tenant, want, prior types.Set, diags *diag.Diagnostics) {
	if want.IsNull() || want.IsUnknown() {
		return
	}

	PlanReferences(ctx, t, s.Attribute, s.Edges.To, want, prior, diags)

	ids := kit.Strings(want)
	if s.Edges.Owner.ID == "" || len(ids) < len(want.Elements()) {
		return // not known yet, or not all of it
	}

	if prior.IsNull() {
		s.warnOfTakingOver(ctx, t, ids, diags)
	}

	for _, id := range claimSet(t, s.Edges, ids) {
		diags.AddAttributeWarning(path.Root(s.Attribute), contradiction, contradictionText(s.Edges, s.Attribute, id))
	}
}

// shown is how many objects a text names.
const shown = 10

// warnOfTakingOver names what a set removes that was not managed before: the plan shows the
// set as new, and not what is there now.
func (s Set) warnOfTakingOver(ctx context.Context, t *jumpcloud.Tenant, ids []string, diags *diag.Diagnostics) {
	now, err := s.Edges.All(ctx, t)
	surplus := slices.DeleteFunc(now, func(id string) bool { return slices.Contains(ids, id) })

	if err != nil || len(surplus) == 0 {
		return // an owner that is gone, or that may not be read, is the refresh's to tell
	}

	owner := kinds[s.Edges.Owner.Type].noun + " " + label(ctx, t, s.Edges.Owner)

	diags.AddAttributeWarning(path.Root(s.Attribute), fmt.Sprintf("Taking Over a Set: %q", s.Edges.Owner.ID), fmt.Sprintf(
		"%s is not managed yet and %s has more than the configuration says. Taking it over removes %s: %s.\n\n"+
			"Write what should stay in %s, or leave %s out and own single edges with resources of their own.",
		s.Attribute, owner, count(len(surplus), kinds[s.Edges.To].noun), labels(ctx, t, s.Edges.To, surplus), s.Attribute, s.Attribute))
}

// labels names objects of a type, some of many.
func labels(ctx context.Context, t *jumpcloud.Tenant, of string, ids []string) string {
	var all []string
	for _, id := range ids[:min(shown, len(ids))] {
		all = append(all, label(ctx, t, Ref{of, id}))
	}

	text := strings.Join(all, ", ")
	if more := len(ids) - shown; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}

	return text
}

func count(n int, noun string) string {
	switch {
	case n == 1:
		return "1 " + noun
	case strings.HasSuffix(noun, "y"):
		return fmt.Sprintf("%d %sies", n, strings.TrimSuffix(noun, "y"))
	}

	return fmt.Sprintf("%d %ss", n, noun)
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

	leftOut, twice := claimEdge(t, e, id)
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
		kinds[e.To].noun, id, kinds[e.Owner.Type].noun, e.Owner.ID, set)
}
