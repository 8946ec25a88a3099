// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package usersim

import (
	"maps"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Add creates an activated user, as if in the console, and returns its id.
func Add(w *jumpcloudsim.World, orgID string, members sim.Doc) string {
	id := w.IDs.ObjectID()
	d := sim.Doc{
		"id": id, "state": "ACTIVATED", "suspended": false, "organization": orgID, "activated": true,
		"created": w.Clock.Now().UTC().Format("2006-01-02T15:04:05.000Z"),
	}
	maps.Copy(d, members)
	w.Store.Docs(Collection, orgID).Put(id, d)

	return id
}
