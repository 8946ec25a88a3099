// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administratorsim

import (
	"net/http"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func registerLinks(w *jumpcloudsim.World) {
	paging := []string{jumpcloudsim.Limit, jumpcloudsim.Skip}
	w.Account("GET /api/v2/administrators/{id}/organizationlinks", listLinks, paging...)
	w.Account("POST /api/v2/administrators/{id}/organizationlinks", link)
	w.Account("DELETE /api/v2/administrators/{administrator_id}/organizationlinks/{id}", unlink)
	w.Account("GET /api/v2/organizations/{id}/administratorlinks", listAdministrators, paging...)
}

func linkDoc(administrator, organization any) sim.Doc {
	return sim.Doc{"administrator": administrator, "organization": organization}
}

// links are the organizations of an administrator that are links.
func links(c *jumpcloudsim.Call, d sim.Doc) []string {
	if d["allOrganizations"] == true && c.Switch("organization-links-of-all") == "every" {
		return organizations(c, d)
	}

	return linked(d)
}

// listLinks is a bare array with limit and skip alone [S].
func listLinks(c *jumpcloudsim.Call) sim.Response {
	d, ok := find(c, c.PathValue("id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	items := []sim.Doc{}
	for _, id := range links(c, d) {
		items = append(items, linkDoc(d["id"], id))
	}

	return c.Array(items, jumpcloudsim.List{})
}

func link(c *jumpcloudsim.Call) sim.Response {
	d, ok := find(c, c.PathValue("id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	body, bad := c.Object(sim.Fields{"organization": sim.String})
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	// Of a foreign organization nothing is documented; it is not the caller's to see [I].
	id, _ := body["organization"].(string)
	if _, ok := c.VisibleOrganization(id); !ok {
		return jumpcloudsim.NotFound()
	}

	if slices.Contains(links(c, d), id) {
		if c.Switch("organization-link-duplicate") == "409" {
			return jumpcloudsim.Conflict("already linked")
		}

		return sim.JSON(http.StatusCreated, linkDoc(d["id"], id))
	}

	list, _ := d["organizations"].([]any)
	d["organizations"] = append(list, id)
	c.Docs(jumpcloudsim.Administrators, "").Put(c.PathValue("id"), d)

	return sim.JSON(http.StatusCreated, linkDoc(d["id"], id))
}

// unlink takes the organization's id last: a link has none of its own ([ps], its test).
func unlink(c *jumpcloudsim.Call) sim.Response {
	d, ok := find(c, c.PathValue("administrator_id"))
	if !ok || !slices.Contains(linked(d), c.PathValue("id")) {
		return jumpcloudsim.NotFound()
	}

	list, _ := d["organizations"].([]any)
	d["organizations"] = slices.DeleteFunc(list, func(v any) bool { return v == c.PathValue("id") })
	c.Docs(jumpcloudsim.Administrators, "").Put(c.PathValue("administrator_id"), d)

	return sim.NoContent()
}

// listAdministrators is the other direction.
func listAdministrators(c *jumpcloudsim.Call) sim.Response {
	organization := c.PathValue("id")
	if _, ok := c.VisibleOrganization(organization); !ok {
		return jumpcloudsim.NotFound()
	}

	items := []sim.Doc{}

	for _, d := range c.Docs(jumpcloudsim.Administrators, "").All() {
		if d["provider"] == c.Caller.ProviderID && slices.Contains(links(c, d), organization) {
			items = append(items, linkDoc(d["id"], organization))
		}
	}

	return c.Array(items, jumpcloudsim.List{})
}
