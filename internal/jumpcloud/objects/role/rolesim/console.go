// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rolesim

import (
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Add creates a custom role of a provider, as if in the console, and returns its id.
func Add(w *jumpcloudsim.World, providerID, name, description string, scopes []string) string {
	id := w.IDs.ObjectID()
	w.Store.Docs(jumpcloudsim.Roles, providerID).Put(id, sim.Doc{
		"id": id, "name": name, "description": description, "scopes": append([]string{}, scopes...), "isCustom": true,
		"providerId": providerID, "organizationIds": []any{}, "createdBy": "", "lastUpdatedBy": "",
	})

	return id
}
