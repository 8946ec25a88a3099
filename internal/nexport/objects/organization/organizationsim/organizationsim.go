// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package organizationsim simulates organizations, which the API can only read.
package organizationsim

import (
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Register adds the operation to a world.
func Register(w *nexportsim.World) {
	w.Fields("organization", "org_id", "name", "short_name")
	w.Handle(nexportsim.Operation{
		Name: "GetOrganizations", Method: http.MethodGet, Takes: []string{"org_id", "short_name"}, Pages: true, Do: list,
	})
}

// list has an organization and those below it, by name [V].
func list(c *nexportsim.Call) sim.Response {
	id, short := nexportsim.Text(c.In, "org_id"), nexportsim.Text(c.In, "short_name")

	base, ok := c.Docs(nexportsim.Directory, "").Find(func(d sim.Doc) bool {
		return nexportsim.Text(d, "type") == nexportsim.Organization &&
			(nexportsim.Text(d, "id") == id || short != "" && nexportsim.Text(d, "short_name") == short)
	})
	if !ok {
		return c.NotFound("Entity not found")
	}

	var all []sim.Doc

	for _, d := range c.Docs(nexportsim.Directory, "").All() {
		if nexportsim.Text(d, "type") == nexportsim.Organization && c.Below(nexportsim.Text(d, "id"), nexportsim.Text(base, "id")) {
			d["org_id"] = d["id"]
			all = append(all, d)
		}
	}

	return c.Many("organization", nexportsim.Sorted(all, "name"))
}
