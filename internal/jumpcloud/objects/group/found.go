// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Finder finds the groups of a type.
func Finder(of string) kit.Finder[*jumpcloud.Tenant] {
	return tenancy.FindAll(
		func(t *jumpcloud.Tenant) collections.Listing[Whole] { return Groups(t, of) },
		func(g Whole) kit.Found { return tenancy.Found(g.ID, g.Name) },
	)
}

// MemberFinder finds the memberships of all groups of a type, which costs a listing for each
// group that is asked for. o is the membership: its first key is the group, its last the member.
func MemberFinder(o kit.Object, of string) kit.Finder[*jumpcloud.Tenant] {
	return edgeFinder(o, of, func(r Ref, _ kit.Asked) []Edges { return []Edges{Members(r)} })
}

// targetType is the key of an association that says what is at its other end.
const targetType = "target_type"

// AssociationFinder finds the associations of all objects of a type with targets of those
// types, which costs a listing for each object and type that is asked for.
func AssociationFinder(o kit.Object, of string, targetTypes []string) kit.Finder[*jumpcloud.Tenant] {
	f := edgeFinder(o, of, func(r Ref, asked kit.Asked) []Edges {
		var all []Edges

		for _, to := range targetTypes {
			if asked.Wants(targetType, to) {
				all = append(all, Associations(r, to))
			}
		}

		return all
	})
	f.Filters[targetType] = "Keeps associations with targets of a type that matches one of these patterns. One that is left out is not asked for."

	return f
}

// edgeFinder finds the edges of all objects of a type.
func edgeFinder(o kit.Object, of string, edgesOf func(r Ref, asked kit.Asked) []Edges) kit.Finder[*jumpcloud.Tenant] {
	owner, target := o.Keys[0].Name, o.Keys[len(o.Keys)-1].Name

	return kit.Finder[*jumpcloud.Tenant]{
		Filters: map[string]string{
			owner: "Keeps edges of a " + kinds[of].noun + " whose id matches one of these patterns. One that is left out is not asked for.",
		},
		Find: func(ctx context.Context, t *jumpcloud.Tenant, asked kit.Asked) ([]kit.Found, error) {
			owners, err := collections.All(ctx, existing(t, of))
			if err != nil {
				return nil, err
			}

			var all []Edges

			names := map[Ref]string{}

			for _, n := range owners {
				r := Ref{of, n.ID}
				names[r] = n.Name

				if asked.Wants(owner, n.ID) {
					all = append(all, edgesOf(r, asked)...)
				}
			}

			ends, err := collections.Parallel(ctx, all, func(ctx context.Context, e Edges) ([]string, error) { return e.All(ctx, t) })

			var found []kit.Found

			for i, e := range all {
				for _, id := range ends[i] {
					found = append(found, e.found(owner, target, names[e.Owner], id))
				}
			}

			return found, err
		},
	}
}

// found is an edge, named by its owner and by what is at its other end: the name of that would
// cost another listing.
func (e Edges) found(owner, target, name, id string) kit.Found {
	f := kit.Found{
		Keys:  map[string]string{owner: e.Owner.ID, target: id},
		Name:  name + " / " + kinds[e.To].noun + " " + id,
		Facts: map[string][]string{owner: {e.Owner.ID}},
	}

	if e.relation == "associations" {
		f.Keys[targetType] = e.To
		f.Facts[targetType] = []string{e.To}
	}

	return f
}
