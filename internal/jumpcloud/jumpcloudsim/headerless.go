// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloudsim

import (
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// headerlessSwitches say what becomes of routes of one organization that document no
// x-org-id. The vendor's SDK sends it to them, and its live tests of translation rules
// pass that way [ps: jcapi-powershell custom/Module.cs], so it is accepted by default. A
// missing header is a 401 where the caller administers several organizations [S preamble].
var headerlessSwitches = []sim.Switch{
	{
		Name: "headerless-route-with-id", Default: "accepted", Values: []string{"accepted", "refused", "required"},
		About: "whether a route that documents no x-org-id and has an id in its path takes the header, answers 403 to it and acts in " +
			"the organization that owns the id, or wants it as other routes do",
	},
	{
		Name: "headerless-route-without-id", Default: "accepted", Values: []string{"accepted", "refused", "required"},
		About: "whether a route that documents no x-org-id and names no object takes the header, answers 403 to it and acts in the " +
			"caller's only organization, or wants it even of a caller who has but one",
	},
}

// Owner adds a route of one organization that documents no x-org-id: without the header
// the object that the path parameter names says which organization it is. An object of an
// organization that the caller may not see is not found.
func (w *World) Owner(pattern, collection, parameter string, h Handler, query ...string) {
	w.headerless(pattern, "headerless-route-with-id", func(c *Call) *sim.Response {
		for _, o := range c.VisibleOrganizations() {
			if _, ok := c.Docs(collection, text(o, "id")).Get(c.PathValue(parameter)); ok {
				c.OrgID = text(o, "id")

				return nil
			}
		}

		return new(NotFound())
	}, h, query...)
}

// Sole adds a route of one organization that documents no x-org-id and names no object:
// without the header it acts in the caller's only organization.
func (w *World) Sole(pattern string, h Handler, query ...string) {
	w.headerless(pattern, "headerless-route-without-id", func(c *Call) *sim.Response {
		visible := c.VisibleOrganizations()
		if len(visible) != 1 {
			return new(Unauthorized("Unauthorized: no organization selected"))
		}

		c.OrgID = text(visible[0], "id")

		return nil
	}, h, query...)
}

// headerless adds a route whose organization the header selects, as far as the switch has
// it, and else find.
func (w *World) headerless(pattern, name string, find func(*Call) *sim.Response, h Handler, query ...string) {
	w.Server.Handle(pattern, func(r *sim.Request) sim.Response {
		c, refused := w.authenticate(r)
		if refused != nil {
			return *refused
		}

		sent, reading := len(c.Header.Values(orgHeader)) > 0, c.Switch(name)

		switch {
		case sent && reading == "refused":
			refused = new(Forbidden("Forbidden: organization selection not allowed via header"))
		case sent:
			refused = c.selectTenant()
		case reading == "required":
			refused = new(Unauthorized("Unauthorized: no organization selected"))
		default:
			refused = find(c)
		}

		if refused != nil {
			return *refused
		}

		if refused := c.requireScope(pattern); refused != nil {
			return *refused
		}

		return h(c)
	}, query...)
}
