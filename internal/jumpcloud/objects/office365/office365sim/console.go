// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package office365sim

import (
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// AddDomain gives a directory a domain, as if in the console, and returns its id.
func AddDomain(w *jumpcloudsim.World, orgID, directoryID, domain string) string {
	id := w.IDs.ObjectID()
	w.Store.Docs(Domains, orgID).Put(id, sim.Doc{"objectId": id, "resourceObjectId": directoryID, "domain": domain, "default": false})

	return id
}
