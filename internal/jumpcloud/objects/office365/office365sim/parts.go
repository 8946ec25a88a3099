// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package office365sim

import (
	"net/http"
	"slices"
	"strconv"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// directory is the member that keeps to which directory a stored rule or user belongs; a
// domain has resourceObjectId for that.
const directory = "office365"

// builtIns are the translations that the API knows [S].
var builtIns = []string{
	"user_alternate_email", "user_business_phones", "user_city", "user_country", "user_department", "user_job_title", "user_manager",
	"user_mobile_phone", "user_office_location", "user_postal_code", "user_principal_name_from_alternate_email", "user_state",
	"user_street_address",
}

func ofDirectory(c *jumpcloudsim.Call, collection, member string) []sim.Doc {
	return slices.DeleteFunc(c.Tenant(collection).All(), func(d sim.Doc) bool { return d[member] != c.PathValue("office365_id") })
}

func domains(c *jumpcloudsim.Call) []sim.Doc { return ofDirectory(c, Domains, "resourceObjectId") }

func listDomains(c *jumpcloudsim.Call) sim.Response {
	return c.Wrapped("domains", domains(c), jumpcloudsim.List{})
}

func createDomain(c *jumpcloudsim.Call) sim.Response {
	body, bad := c.Object(sim.Fields{"domain": sim.String})
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	if body["domain"] == nil || body["domain"] == "" {
		return jumpcloudsim.BadRequest("domain is required", "", "domain")
	}

	// 409 when present [S].
	if slices.ContainsFunc(domains(c), func(d sim.Doc) bool { return d["domain"] == body["domain"] }) {
		return jumpcloudsim.Conflict("domain already exists")
	}

	id := c.World.IDs.ObjectID()
	d := sim.Doc{"objectId": id, "resourceObjectId": c.PathValue("office365_id"), "domain": body["domain"], "default": false}
	c.Tenant(Domains).Put(id, d)

	status := http.StatusCreated
	if c.Switch("office365-domain-create-status") == "200" {
		status = http.StatusOK
	}

	return sim.JSON(status, sim.Doc{"domain": d})
}

// removeDomain answers 200 with the deleted domain [S].
func removeDomain(c *jumpcloudsim.Call) sim.Response {
	id := c.PathValue("domain_id")

	d, ok := c.Tenant(Domains).Get(id)
	if !ok || d["resourceObjectId"] != c.PathValue("office365_id") {
		return jumpcloudsim.NotFound()
	}

	if d["default"] == true {
		if c.Switch("office365-domain-delete-default") == "refuse" {
			return jumpcloudsim.Conflict("the domain is the default one")
		}

		of, _ := c.Tenant(Collection).Get(c.PathValue("office365_id"))
		of["defaultDomain"] = nil
		c.Tenant(Collection).Put(c.PathValue("office365_id"), of)
	}

	c.Tenant(Domains).Remove(id)

	return sim.JSON(http.StatusOK, sim.Doc{"domain": d})
}

// shownRule is a rule as an answer has it.
func shownRule(d sim.Doc) sim.Doc {
	delete(d, directory)

	return d
}

func listRules(c *jumpcloudsim.Call) sim.Response {
	all := ofDirectory(c, Rules, directory)
	for _, d := range all {
		shownRule(d)
	}

	return c.Array(all, jumpcloudsim.List{Filterable: []string{"builtIn"}})
}

func rule(c *jumpcloudsim.Call) (sim.Doc, bool) {
	d, ok := c.Tenant(Rules).Get(c.PathValue("id"))

	return d, ok && d[directory] == c.PathValue("office365_id")
}

func getRule(c *jumpcloudsim.Call) sim.Response {
	d, ok := rule(c)
	if !ok {
		return jumpcloudsim.NotFound()
	}

	return sim.JSON(http.StatusOK, shownRule(d))
}

// createRule refuses a bad or a second rule with 400 [S].
func createRule(c *jumpcloudsim.Call) sim.Response {
	body, bad := c.Object(sim.Fields{"builtIn": sim.String, "direction": sim.String})
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	builtIn, _ := body["builtIn"].(string)
	if !slices.Contains(builtIns, builtIn) {
		return jumpcloudsim.BadRequest("builtIn is invalid", "", "builtIn")
	}

	if body["direction"] == nil {
		body["direction"] = "export" // the default [S]
	}

	if body["direction"] != "export" {
		return jumpcloudsim.BadRequest("direction is invalid", "", "direction")
	}

	if slices.ContainsFunc(ofDirectory(c, Rules, directory), func(d sim.Doc) bool { return d["builtIn"] == builtIn }) {
		return jumpcloudsim.BadRequest("translation rule already exists", "", "builtIn")
	}

	body["id"], body[directory] = c.World.IDs.ObjectID(), c.PathValue("office365_id")
	c.Tenant(Rules).Put(text(body, "id"), body)

	return sim.JSON(http.StatusCreated, shownRule(body))
}

func removeRule(c *jumpcloudsim.Call) sim.Response {
	if _, ok := rule(c); !ok {
		return jumpcloudsim.NotFound()
	}

	c.Tenant(Rules).Remove(c.PathValue("id"))

	return sim.NoContent()
}

// importUsers pages by top and skipToken [S]. What filter and orderby do is Microsoft
// Graph's business; here they are taken and change nothing.
func importUsers(c *jumpcloudsim.Call) sim.Response {
	const page = 100

	top, from := page, 0

	for name, into := range map[string]*int{"top": &top, "skipToken": &from} {
		if value := c.URL.Query().Get(name); value != "" {
			n, err := strconv.Atoi(value)
			if err != nil || n < 0 {
				return jumpcloudsim.BadRequest(name+" is invalid", "", name)
			}

			*into = n
		}
	}

	all := ofDirectory(c, Users, directory)
	from = min(from, len(all))
	to := min(from+top, len(all))
	users := []sim.Doc{}

	for _, d := range all[from:to] {
		users = append(users, shownRule(d))
	}

	answer := sim.Doc{"top": top, "users": users}
	if to < len(all) {
		answer["skipToken"] = strconv.Itoa(to)
	} else if c.Switch("office365-import-last-token") == "empty" {
		answer["skipToken"] = ""
	}

	return sim.JSON(http.StatusOK, answer)
}
