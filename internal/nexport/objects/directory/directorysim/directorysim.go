// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package directorysim simulates the search of organizations and groups.
package directorysim

import (
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

var switches = []sim.Switch{
	{
		Name: "directory-empty-term", Default: "all", Values: []string{"all", "none"},
		About: "whether a search without a name finds everything below the base: every name holds an empty text",
	},
	{
		Name: "directory-depth", Default: "all", Values: []string{"all", "children"},
		About: "whether a search looks below the base at any depth, or at what is directly below it",
	},
}

// Register adds the operation and the switches to a world.
func Register(w *nexportsim.World) {
	w.Switches.Define(switches...)
	w.Fields("directory_entry", "id", "name", "short_name", "type")
	w.Handle(nexportsim.Operation{
		Name: "SearchDirectory", Method: http.MethodGet, Needs: []string{"search_type", "base_org_id"},
		Takes: []string{"name", "short_name"}, Pages: true, Do: search,
	})
}

// search finds by either term or by both: 0 is a disjunction, 1 a conjunction [V]. Results
// are in the order of name and short name [V].
func search(c *nexportsim.Call) sim.Response {
	base := nexportsim.Text(c.In, "base_org_id")
	if _, ok := c.Entry(base, ""); !ok {
		return c.NotFound("Entity not found")
	}

	all := []sim.Doc{}

	for _, d := range c.Docs(nexportsim.Directory, "").All() {
		if below(c, d, base) && found(c, d) {
			all = append(all, d)
		}
	}

	return c.Many("directory_entry", nexportsim.Sorted(all, "name", "short_name"))
}

func below(c *nexportsim.Call, d sim.Doc, base string) bool {
	if c.Switch("directory-depth") == "children" {
		return nexportsim.Text(d, "parent_id") == base
	}

	return c.Below(nexportsim.Text(d, "id"), base)
}

func found(c *nexportsim.Call, d sim.Doc) bool {
	either, both, terms := false, true, 0

	for _, name := range []string{"name", "short_name"} {
		term := nexportsim.Text(c.In, name)
		if term == "" {
			continue
		}

		terms++
		hit := nexportsim.Matches(nexportsim.Text(d, name), term)
		either, both = either || hit, both && hit
	}

	switch {
	case terms == 0:
		return c.Switch("directory-empty-term") == "all"
	case nexportsim.Text(c.In, "search_type") == "1":
		return both
	}

	return either
}
