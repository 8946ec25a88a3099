// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloudsim

import (
	"crypto/sha256"
	"encoding/hex"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// LDAPServers is the collection of LDAP servers, scoped by organization. Every tenant has
// one [cli, live], which is also a directory and part of the graph.
const LDAPServers = "ldapservers"

// LDAPServerID is the id of an organization's LDAP server.
func LDAPServerID(orgID string) string {
	sum := sha256.Sum256([]byte("ldapserver " + orgID))

	return hex.EncodeToString(sum[:12])
}

// EnsureLDAPServer puts the organization's LDAP server into the world, unless it is there.
// What is always there is nobody's write.
func (w *World) EnsureLDAPServer(orgID string) {
	docs := w.Store.Docs(LDAPServers, orgID)
	if docs.Len() == 0 {
		id := LDAPServerID(orgID)
		docs.Put(id, sim.Doc{
			"id": id, "name": "jumpcloud", "userLockoutAction": "remove", "userPasswordExpirationAction": "remove",
		})
	}
}
