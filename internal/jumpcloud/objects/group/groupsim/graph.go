// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package groupsim

import (
	"maps"
	"reflect"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Types of the objects that the graph joins, as they stand in "type" [S].
const (
	Command      = "command"
	Policy       = "policy"
	PolicyGroup  = "policy_group"
	RADIUSServer = "radius_server"
	System       = "system"
	SystemGroup  = "system_group"
	User         = "user"
	UserGroup    = "user_group"
	LDAPServer   = "ldap_server"
	Office365    = "office_365"
)

// Ref names an object of the graph.
type Ref struct{ Type, ID string }

var collections = map[string]string{
	Policy: policies, PolicyGroup: PolicyGroups, System: Systems, SystemGroup: SystemGroups, User: Users, UserGroup: UserGroups,
	Command: Commands, RADIUSServer: RADIUSServers,
	ActiveDirectory: "activedirectories", Application: Applications, GSuite: "gsuites", IDPRoutingPolicy: "idproutingpolicies",
	LDAPServer: "ldapservers", Office365: "office365s", PasswordManagerItem: "passwordmanageritems",
}

// ranks tell which end of an association is stored first, so that it is one edge whichever
// side added it.
var ranks = map[string]int{
	PolicyGroup: 1, Policy: 2, SystemGroup: 3, UserGroup: 4, System: 5, User: 6, Command: 7, RADIUSServer: 8,
	ActiveDirectory: 9, Application: 10, GSuite: 11, IDPRoutingPolicy: 12, LDAPServer: 13, Office365: 14, PasswordManagerItem: 15,
}

// The two relations of the graph.
const (
	member      = "member"
	association = "association"
)

// edge joins two objects. Its identity is (relation, from, to); attributes hang on it.
type edge struct {
	relation   string
	from, to   Ref
	attributes any
}

func newEdge(relation string, from, to Ref) edge {
	if relation == association && ranks[from.Type] > ranks[to.Type] {
		from, to = to, from
	}

	return edge{relation: relation, from: from, to: to}
}

func (e edge) id() string {
	return e.relation + " " + e.from.Type + " " + e.from.ID + " " + e.to.Type + " " + e.to.ID
}

func (e edge) doc() sim.Doc {
	return sim.Doc{
		"id": e.id(), "relation": e.relation, "fromType": e.from.Type, "from": e.from.ID,
		"toType": e.to.Type, "to": e.to.ID, "attributes": e.attributes,
	}
}

func edgeOf(d sim.Doc) edge {
	text := func(name string) string {
		s, _ := d[name].(string)

		return s
	}

	return edge{text("relation"), Ref{text("fromType"), text("from")}, Ref{text("toType"), text("to")}, d["attributes"]}
}

// scope is the collections of one organization.
type scope func(collection string) sim.Collection

func within(w *jumpcloudsim.World, orgID string) scope {
	return func(collection string) sim.Collection { return w.Store.Docs(collection, orgID) }
}

func (s scope) has(r Ref) bool {
	collection, ok := collections[r.Type]
	if !ok {
		return false
	}

	if _, ok = s(collection).Get(r.ID); ok {
		return true
	}

	// What a group is shared for: an organization joins it with what is its own [I].
	_, ok = s(Shares).Get(r.Type + " " + r.ID)

	return ok
}

// graph is an organization's edges at one moment. Edges of objects that were deleted are
// not in it: deleting an object takes its edges along [I].
type graph struct {
	out map[Ref][]edge
	in  map[Ref][]edge
}

func load(docs scope) *graph {
	g := &graph{out: map[Ref][]edge{}, in: map[Ref][]edge{}}
	there := map[Ref]bool{}

	for kind, collection := range collections {
		for _, id := range docs(collection).IDs() {
			there[Ref{kind, id}] = true
		}
	}

	for _, share := range docs(Shares).IDs() {
		kind, id, _ := strings.Cut(share, " ")
		there[Ref{kind, id}] = true
	}

	add := func(e edge) {
		if there[e.from] && there[e.to] {
			g.out[e.from] = append(g.out[e.from], e)
			g.in[e.to] = append(g.in[e.to], e)
		}
	}

	computed := computedMembers(docs)
	maps.Copy(computed, computedUsers(docs))

	for _, d := range docs(Edges).All() {
		e := edgeOf(d)
		if _, isComputed := computed[e.from]; e.relation == member && isComputed {
			continue // members of a dynamic group are its query's
		}

		add(e)
	}

	for _, id := range docs(SystemGroups).IDs() {
		group := Ref{SystemGroup, id}
		for _, system := range computed[group] {
			add(newEdge(member, group, Ref{System, system}))
		}
	}

	for _, id := range docs(UserGroups).IDs() {
		group := Ref{UserGroup, id}
		for _, user := range computed[group] {
			add(newEdge(member, group, Ref{User, user}))
		}
	}

	return g
}

func (g *graph) touches(r Ref) bool { return len(g.out[r])+len(g.in[r]) > 0 }

// hop is an edge as it is walked: from where one stands to where one goes.
type hop struct {
	from, to   Ref
	attributes any
}

func (h hop) doc() sim.Doc {
	return sim.Doc{"attributes": h.attributes, "from": h.from.doc(), "to": h.to.doc()}
}

func (r Ref) doc() sim.Doc { return sim.Doc{"id": r.ID, "type": r.Type, "attributes": nil} }

// members are the direct members of a group.
func (g *graph) members(group Ref) []hop {
	var all []hop

	for _, e := range g.out[group] {
		if e.relation == member {
			all = append(all, hop{e.from, e.to, e.attributes})
		}
	}

	return all
}

// groups are those of which r is a direct member.
func (g *graph) groups(r Ref) []hop {
	var all []hop

	for _, e := range g.in[r] {
		if e.relation == member {
			all = append(all, hop{e.to, e.from, e.attributes})
		}
	}

	return all
}

// associations are the direct ones, whichever side they were added from.
func (g *graph) associations(r Ref) []hop {
	var all []hop

	for _, e := range g.out[r] {
		if e.relation == association {
			all = append(all, hop{e.from, e.to, e.attributes})
		}
	}

	for _, e := range g.in[r] {
		if e.relation == association {
			all = append(all, hop{e.to, e.from, e.attributes})
		}
	}

	return all
}

// computedMembers are the members of the system groups whose query decides; a static group
// is not in it. In DYNAMIC_REVIEW_REQUIRED a person decides, so such a group keeps its own.
func computedMembers(docs scope) map[Ref][]string {
	all := map[Ref][]string{}

	for _, g := range docs(SystemGroups).All() {
		if g["membershipMethod"] != "DYNAMIC_AUTOMATED" {
			continue
		}

		id, _ := g["id"].(string)
		group := Ref{SystemGroup, id}
		all[group] = []string{}

		for _, s := range docs(Systems).All() {
			if system, _ := s["id"].(string); matches(g, s) && !exempt(g, system) {
				all[group] = append(all[group], system)
			}
		}
	}

	return all
}

func exempt(group sim.Doc, system string) bool {
	exemptions, _ := group["memberQueryExemptions"].([]any)
	for _, e := range exemptions {
		if d, _ := e.(sim.Doc); d["id"] == system {
			return true
		}
	}

	return false
}

// matches takes filters of the form {field, operator, value}, which all have to hold. The
// contract leaves the form open [U]; a filter of any other form matches nothing.
func matches(group, system sim.Doc) bool {
	query, _ := group["memberQuery"].(sim.Doc)
	filters, _ := query["filters"].([]any)

	for _, f := range filters {
		d, _ := f.(sim.Doc)
		field, _ := d["field"].(string)
		equal := same(system[field], d["value"])

		switch d["operator"] {
		case "eq":
			if !equal {
				return false
			}
		case "ne":
			if equal {
				return false
			}
		default:
			return false
		}
	}

	return len(filters) > 0
}

func same(a, b any) bool { return reflect.DeepEqual(a, b) }
