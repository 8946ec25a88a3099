// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package groupsim

import (
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Types of the objects that user groups alone can be associated with [S].
const (
	ActiveDirectory     = "active_directory"
	Application         = "application"
	GSuite              = "g_suite"
	IDPRoutingPolicy    = "idp_routing_policy"
	PasswordManagerItem = "password_manager_item"
)

// Applications is the collection of applications, scoped by organization.
const Applications = "applications"

// What user groups and devices can be associated with [S]. Of the objects at the other end
// nothing but their being there matters here.
var (
	userGroupTargets = []string{
		ActiveDirectory, Application, GSuite, IDPRoutingPolicy, LDAPServer, Office365, PasswordManagerItem, Policy, PolicyGroup,
		RADIUSServer, System, SystemGroup,
	}
	systemTargets = []string{Command, Policy, PolicyGroup, User, UserGroup}
)

// computedUsers are the members of the user groups whose query decides, as [computedMembers]
// are of system groups.
func computedUsers(docs scope) map[Ref][]string {
	all := map[Ref][]string{}

	for _, g := range docs(UserGroups).All() {
		if g["membershipMethod"] != "DYNAMIC_AUTOMATED" {
			continue
		}

		id, _ := g["id"].(string)
		group := Ref{UserGroup, id}
		all[group] = []string{}

		for _, u := range docs(Users).All() {
			if user, _ := u["id"].(string); matches(g, u) && !exempt(g, user) {
				all[group] = append(all[group], user)
			}
		}
	}

	return all
}

// AddThing creates an object of one of the types that user groups alone are associated with,
// and returns its id.
func AddThing(w *jumpcloudsim.World, orgID, ofType, name string) string {
	id := w.IDs.ObjectID()
	w.Store.Docs(collections[ofType], orgID).Put(id, sim.Doc{"id": id, "name": name})

	return id
}
