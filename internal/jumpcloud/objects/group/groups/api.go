// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package groups

import (
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
)

// anyGroup is a group of whatever type in the common list (Group).
type anyGroup struct {
	ID          string `json:"id"`
	Type        string `json:"type"`
	Name        string `json:"name"`
	Description string `json:"description"`
	Email       string `json:"email"`
}

// listing is the list of the groups of one type, or of all where it is "". By which fields
// it filters is not documented, so a filter saves pages and decides nothing.
func listing(t *jumpcloud.Tenant, ofType string) collections.Listing[anyGroup] {
	route := t.V2("groups")
	if ofType != "" {
		route = route.With("filter", "type:eq:"+ofType)
	}

	return collections.Listing[anyGroup]{Route: route, Sort: jumpcloud.SortID, ID: func(g anyGroup) string { return g.ID }}
}
