// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package nexport

import "github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"

// Entry is an organization or a group of the directory.
type Entry struct {
	ID        Text `json:"id"`
	Name      Text `json:"name"`
	ShortName Text `json:"short_name"`
	Type      Text `json:"type"`
}

// Directory lists organizations and groups below an organization or a group. An empty term
// looks for nothing; all asks for what holds both terms instead of either [V].
func (c *Client) Directory(base, name, short string, all bool) collections.Listing[Entry] {
	route := c.Admin("SearchDirectory").With("base_org_id", base).With("search_type", "0")
	if all {
		route = route.With("search_type", "1")
	}

	if name != "" {
		route = route.With("name", name)
	}

	if short != "" {
		route = route.With("short_name", short)
	}

	return collections.Listing[Entry]{Route: route, ID: func(e Entry) string { return e.ID.String() }}
}
