// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloudsim

import (
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// headerlessSwitches say what becomes of routes of one organization that document no
// x-org-id. The published interface says of a missing header only that it is a 401 where
// the caller administers several organizations [S preamble].
var headerlessSwitches = []sim.Switch{
	{
		Name: "headerless-route-with-id", Default: "owner", Values: []string{"owner", "refuse"},
		About: "whether a route that documents no x-org-id acts in the organization that owns the id in its path, " +
			"for a caller who administers several; or answers 401 as for a missing header",
	},
	{
		Name: "headerless-route-without-id", Default: "refuse", Values: []string{"refuse", "first"},
		About: "what a route that documents no x-org-id and names no object does for a caller who administers several " +
			"organizations: 401 as for a missing header, or the first organization",
	},
}

// Owner adds a route of one organization that documents no x-org-id: the object that the
// path parameter names says which organization it is. An object of an organization that
// the caller may not see is not found.
func (w *World) Owner(pattern, collection, parameter string, h Handler, query ...string) {
	w.Account(pattern, func(c *Call) sim.Response {
		visible := c.VisibleOrganizations()
		if len(visible) > 1 && c.Switch("headerless-route-with-id") == "refuse" {
			return Unauthorized("Unauthorized: no organization selected")
		}

		for _, o := range visible {
			if _, ok := c.Docs(collection, text(o, "id")).Get(c.PathValue(parameter)); ok {
				c.OrgID = text(o, "id")

				return h(c)
			}
		}

		return NotFound()
	}, query...)
}

// Sole adds a route of one organization that documents no x-org-id and names no object:
// it acts in the caller's only organization.
func (w *World) Sole(pattern string, h Handler, query ...string) {
	w.Account(pattern, func(c *Call) sim.Response {
		visible := c.VisibleOrganizations()
		if len(visible) == 0 || len(visible) > 1 && c.Switch("headerless-route-without-id") == "refuse" {
			return Unauthorized("Unauthorized: no organization selected")
		}

		c.OrgID = text(visible[0], "id")

		return h(c)
	}, query...)
}
