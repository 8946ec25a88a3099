// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package groupsim

import (
	"cmp"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Device is a system as it enrolls. An empty ID is assigned.
type Device struct {
	ID          string
	DisplayName string
	Hostname    string
	OS          string // such as "Mac OS X", which queries of dynamic groups compare
	OSFamily    string // darwin, windows or linux
	Serial      string // empty: the device tells none
}

// AddSystem enrolls a system and returns its id. No documented call of the API does that:
// systems appear when an agent is installed.
func AddSystem(w *jumpcloudsim.World, orgID string, d Device) string {
	id := cmp.Or(d.ID, w.IDs.ObjectID())
	doc := sim.Doc{"id": id, "displayName": d.DisplayName, "hostname": d.Hostname, "os": d.OS, "osFamily": d.OSFamily}

	if d.Serial != "" {
		doc["serialNumber"] = d.Serial
	}

	w.Store.Docs(Systems, orgID).Put(id, doc)

	return id
}

// AddUser creates a user and returns its id.
func AddUser(w *jumpcloudsim.World, orgID, username string) string {
	id := w.IDs.ObjectID()
	w.Store.Docs(Users, orgID).Put(id, sim.Doc{"id": id, "username": username, "email": username + "@example.com"})

	return id
}

// AddCommand creates a command and returns its id.
func AddCommand(w *jumpcloudsim.World, orgID, name string) string {
	return addNamed(w, Commands, orgID, name)
}

// AddRADIUSServer creates a RADIUS server and returns its id.
func AddRADIUSServer(w *jumpcloudsim.World, orgID, name string) string {
	return addNamed(w, RADIUSServers, orgID, name)
}

func addNamed(w *jumpcloudsim.World, collection, orgID, name string) string {
	id := w.IDs.ObjectID()
	w.Store.Docs(collection, orgID).Put(id, sim.Doc{"id": id, "name": name})

	return id
}

// AddGroup creates a static group of one of the three types and returns its id.
func AddGroup(w *jumpcloudsim.World, orgID, groupType, name string) string {
	id := w.IDs.ObjectID()

	for _, k := range kinds {
		if k.name == groupType {
			d := k.empty(id, orgID, "STATIC")
			d["name"] = name
			w.Store.Docs(k.collection, orgID).Put(id, d)
		}
	}

	return id
}

// Join makes an object a direct member of a group, as if in the console.
func Join(w *jumpcloudsim.World, orgID string, group, object Ref) {
	e := newEdge(member, group, object)
	w.Store.Docs(Edges, orgID).Put(e.id(), e.doc())
}

// Leave ends a direct membership and tells whether it was there.
func Leave(w *jumpcloudsim.World, orgID string, group, object Ref) bool {
	return w.Store.Docs(Edges, orgID).Remove(newEdge(member, group, object).id())
}

// Bind associates two objects, in whichever order, as if in the console.
func Bind(w *jumpcloudsim.World, orgID string, a, b Ref) {
	e := newEdge(association, a, b)
	w.Store.Docs(Edges, orgID).Put(e.id(), e.doc())
}

// Unbind ends an association and tells whether it was there.
func Unbind(w *jumpcloudsim.World, orgID string, a, b Ref) bool {
	return w.Store.Docs(Edges, orgID).Remove(newEdge(association, a, b).id())
}

// MembersOf lists the direct members of a group, those of its query included.
func MembersOf(w *jumpcloudsim.World, orgID string, group Ref) []string {
	return ids(load(within(w, orgID)).members(group), "")
}

// TargetsOf lists what an object is directly associated with, of one type.
func TargetsOf(w *jumpcloudsim.World, orgID string, of Ref, targetType string) []string {
	return ids(load(within(w, orgID)).associations(of), targetType)
}

func ids(hops []hop, ofType string) []string {
	all := []string{}

	for _, h := range hops {
		if ofType == "" || h.to.Type == ofType {
			all = append(all, h.to.ID)
		}
	}

	return all
}

// SystemsOf lists the systems that a policy reaches through any path, each once.
func SystemsOf(w *jumpcloudsim.World, orgID, policyID string) []string {
	return ends(load(within(w, orgID)).walk(Ref{Policy, policyID}, System, (*graph).down))
}

// PoliciesOf lists the policies that reach a system through any path, each once.
func PoliciesOf(w *jumpcloudsim.World, orgID, systemID string) []string {
	return ends(load(within(w, orgID)).walk(Ref{System, systemID}, Policy, (*graph).up))
}

func ends(routes []route) []string {
	all := make([]string, 0, len(routes))
	for _, r := range routes {
		all = append(all, r.to.ID)
	}

	return all
}
