// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package groupsim

// route is an object that was reached, with all ways that lead to it.
type route struct {
	to    Ref
	paths [][]hop
}

// stepper is where one can go from an object.
type stepper func(g *graph, from Ref) []hop

// down leads from policies to what they act on: through the policy groups that hold them,
// through associations, and through the members of groups of systems and users. That a
// traversal shows inherited targets with their paths is [S]; that it follows all three is [I].
func (g *graph) down(from Ref) []hop {
	switch from.Type {
	case Policy:
		return append(g.groups(from), g.associations(from)...)
	case PolicyGroup:
		return g.associations(from)
	case SystemGroup, UserGroup:
		return g.members(from)
	}

	return nil
}

// up leads from a target to the policies that act on it.
func (g *graph) up(from Ref) []hop {
	switch from.Type {
	case System, User:
		return append(g.groups(from), g.above(from)...)
	case SystemGroup, UserGroup:
		return g.above(from)
	case PolicyGroup:
		return g.members(from)
	}

	return nil
}

// above are the associations with policies and policy groups.
func (g *graph) above(from Ref) []hop {
	var all []hop

	for _, h := range g.associations(from) {
		if h.to.Type == Policy || h.to.Type == PolicyGroup {
			all = append(all, h)
		}
	}

	return all
}

// walk finds the objects of a type that can be reached, in the order in which they are met.
// The steps lead one way only, so it ends.
func (g *graph) walk(start Ref, want string, step stepper) []route {
	var (
		found []route
		at    = map[Ref]int{}
		visit func(from Ref, path []hop)
	)

	visit = func(from Ref, path []hop) {
		for _, h := range step(g, from) {
			next := append(append([]hop{}, path...), h)

			if h.to.Type == want {
				if _, ok := at[h.to]; !ok {
					at[h.to] = len(found)
					found = append(found, route{to: h.to})
				}

				found[at[h.to]].paths = append(found[at[h.to]].paths, next)
			}

			visit(h.to, next)
		}
	}

	visit(start, nil)

	return found
}

func oneHop(hops []hop) []route {
	all := make([]route, 0, len(hops))
	for _, h := range hops {
		all = append(all, route{h.to, [][]hop{{h}}})
	}

	return all
}
