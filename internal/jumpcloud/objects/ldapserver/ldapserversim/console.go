// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package ldapserversim

import (
	"maps"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Change alters members of the LDAP server that an organization has by itself, as if in the
// console, and returns its id.
func Change(w *jumpcloudsim.World, orgID string, members sim.Doc) string {
	w.EnsureLDAPServer(orgID)

	id := ServerID(orgID)
	docs := w.Store.Docs(Collection, orgID)
	d, _ := docs.Get(id)
	maps.Copy(d, members)
	docs.Put(id, d)

	return id
}

// AddDomain creates a Samba domain of an organization's LDAP server and returns its id.
func AddDomain(w *jumpcloudsim.World, orgID, name, sid string) string {
	w.EnsureLDAPServer(orgID)

	id := w.IDs.ObjectID()
	w.Store.Docs(SambaDomains, orgID).Put(id, sim.Doc{"id": id, "name": name, "sid": sid, server: ServerID(orgID)})

	return id
}
