// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package groupsim

import "strings"

// parameter is the path parameter that holds the id of an object of a type [S].
func parameter(of string) string {
	switch of {
	case PolicyGroup, SystemGroup, UserGroup:
		return "group_id"
	case LDAPServer:
		return "ldapserver_id"
	case Office365:
		return "office365_id"
	default:
		return of + "_id"
	}
}

// segment is how paths call the objects of a type: systemgroups, users, office365s.
func segment(of string) string {
	switch of {
	case Policy:
		return policies
	case ActiveDirectory:
		return "activedirectories"
	}

	return strings.ReplaceAll(of, "_", "") + "s"
}

// ownerPath is the path of one object in the graph. The users of the graph are those that
// version 1 calls systemusers [S].
func ownerPath(of string) string {
	switch of {
	case Policy, PolicyGroup:
		return "/api/v2/" + collections[of] + "/{" + parameter(of) + "}"
	default:
		return "/api/v2/" + segment(of) + "/{" + parameter(of) + "}"
	}
}

// around steps through the graph from an object that is neither a policy nor a policy
// group: to its groups and what they and it are bound to, and to the members of what it meets.
func around(start string) stepper {
	return func(g *graph, from Ref) []hop {
		switch {
		case from.Type == start && (start == User || start == System):
			return append(g.groups(from), g.associations(from)...)
		case from.Type == start, start == User && from.Type == UserGroup, start == System && from.Type == SystemGroup:
			return g.associations(from)
		case from.Type == SystemGroup, from.Type == UserGroup, from.Type == PolicyGroup:
			return g.members(from)
		}

		return nil
	}
}
