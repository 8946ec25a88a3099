// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package policygrouptemplatesim simulates policy group templates and the configured
// policy templates that are their members (evidence: policies 6).
package policygrouptemplatesim

import (
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Collections, both scoped by provider. A template holds the ids of its members.
const (
	Collection = "policygrouptemplates"
	Configured = "configuredpolicytemplates"
)

// Others' collections: what a template is made from.
const (
	policies        = "policies"        // by organization
	policyTemplates = "policytemplates" // scope ""
)

var switches = []sim.Switch{
	{
		Name: "policygrouptemplate-create", Default: "accept", Values: []string{"accept", "404", "405"},
		About: "whether policy group templates can be created; undocumented, but the vendor's tests do",
	},
	{
		Name: "policygrouptemplate-create-answer", Default: "object", Values: []string{"object", "empty"},
		About: "what creating a policy group template answers: nobody shows it",
	},
	{
		Name: "policygrouptemplate-unknown-policy", Default: "refuse", Values: []string{"refuse", "ignore"},
		About: "what becomes of a policy id that the provider's organizations do not have when a policy group template is created",
	},
	{
		Name: "policygrouptemplate-delete-members", Default: "remove", Values: []string{"remove", "keep"},
		About: "whether deleting a policy group template deletes its configured policy templates",
	},
	{
		Name: "policygrouptemplate-wrapper", Default: "results", Values: []string{"results", "records"},
		About: "under which member lists of policy group templates and their members hide: documented is results, the vendor's module reads records",
	},
	{
		Name: "configuredpolicytemplate-wrapper", Default: "results", Values: []string{"results", "records"},
		About: "under which member configured policy templates are listed: documented is records with one object (as which a single one is sent), the vendor's module reads an array under results",
	},
}

// Register adds the routes and switches to a world.
func Register(w *jumpcloudsim.World) {
	w.Switches.Define(switches...)
	w.Switches.Define(fromTemplateSwitches...)

	paging := []string{jumpcloudsim.Filter, jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Sort}

	w.Provider("GET /api/v2/providers/{provider_id}/policygrouptemplates", list, append(paging, jumpcloudsim.FieldList)...)
	w.Provider("POST /api/v2/providers/{provider_id}/policygrouptemplates", create)
	w.Provider("GET /api/v2/providers/{provider_id}/policygrouptemplates/{id}", get)
	w.Provider("DELETE /api/v2/providers/{provider_id}/policygrouptemplates/{id}", remove)
	w.Provider("GET /api/v2/providers/{provider_id}/policygrouptemplates/{id}/members", listMembers, paging...)
	w.Provider("GET /api/v2/providers/{provider_id}/configuredpolicytemplates", listConfigured, paging...)
	w.Provider("GET /api/v2/providers/{provider_id}/configuredpolicytemplates/{id}", getConfigured)
	w.Account("POST /api/v2/organizations/{organization_id}/policygroups/fromtemplate", fromTemplate)
}

func list(c *jumpcloudsim.Call) sim.Response {
	docs := c.Docs(Collection, c.ProviderID).All()
	for i, d := range docs {
		docs[i] = whole(c, d)
	}

	return c.Wrapped(c.Switch("policygrouptemplate-wrapper"), docs, jumpcloudsim.List{Filterable: []string{"name"}})
}

func get(c *jumpcloudsim.Call) sim.Response {
	d, ok := c.Docs(Collection, c.ProviderID).Get(c.PathValue("id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	return sim.JSON(http.StatusOK, whole(c, d))
}

// whole is a template as it is read.
func whole(c *jumpcloudsim.Call, d sim.Doc) sim.Doc {
	return sim.Doc{"id": d["id"], "name": d["name"], "description": d["description"], "members": members(c, d)}
}

func members(c *jumpcloudsim.Call, d sim.Doc) []sim.Doc {
	ids, _ := d["memberIds"].([]any)
	out := []sim.Doc{}

	for _, id := range ids {
		id, _ := id.(string)
		if m, ok := c.Docs(Configured, c.ProviderID).Get(id); ok {
			out = append(out, shallow(m))
		}
	}

	return out
}

// shallow is how lists show a configured policy template: without values [ps].
func shallow(d sim.Doc) sim.Doc {
	return sim.Doc{"id": d["id"], "name": d["name"], "policyTemplateId": d["policyTemplateId"]}
}

func listMembers(c *jumpcloudsim.Call) sim.Response {
	d, ok := c.Docs(Collection, c.ProviderID).Get(c.PathValue("id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	return c.Wrapped(c.Switch("policygrouptemplate-wrapper"), members(c, d), jumpcloudsim.List{Filterable: []string{"name"}})
}

// remove answers 201 without a body: the documented code [S].
func remove(c *jumpcloudsim.Call) sim.Response {
	id := c.PathValue("id")

	d, ok := c.Docs(Collection, c.ProviderID).Get(id)
	if !ok {
		return jumpcloudsim.NotFound()
	}

	if c.Switch("policygrouptemplate-delete-members") == "remove" {
		for _, m := range members(c, d) {
			id, _ := m["id"].(string)
			c.Docs(Configured, c.ProviderID).Remove(id)
		}
	}

	c.Docs(Collection, c.ProviderID).Remove(id)

	return sim.Response{Status: http.StatusCreated, Header: http.Header{}}
}

// create is undocumented: body and effect are those of the vendor's tests [ps].
func create(c *jumpcloudsim.Call) sim.Response {
	switch c.Switch("policygrouptemplate-create") {
	case "404":
		return jumpcloudsim.NotFound()
	case "405":
		return jumpcloudsim.Refuse(http.StatusMethodNotAllowed, "method not allowed", "")
	}

	body, bad := c.Object(sim.Fields{"name": sim.String, "description": sim.String, "policyIds": sim.Strings})
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	if name, _ := body["name"].(string); name == "" {
		return jumpcloudsim.BadRequest("name is required", "nullName", "name")
	}

	sent, _ := body["policyIds"].([]any)
	found := []sim.Doc{}

	for _, id := range sent {
		id, _ := id.(string)

		p, ok := policy(c, id)
		if !ok && c.Switch("policygrouptemplate-unknown-policy") == "refuse" {
			return jumpcloudsim.BadRequest("unknown policy "+id, "", "policyIds")
		}

		if ok {
			found = append(found, p)
		}
	}

	memberIDs := []any{}

	for _, p := range found {
		member := configure(c, p)
		memberIDs = append(memberIDs, member["id"])
	}

	id := c.World.IDs.ObjectID()
	d := sim.Doc{"id": id, "name": body["name"], "description": "", "memberIds": memberIDs}

	if text, ok := body["description"]; ok {
		d["description"] = text
	}

	c.Docs(Collection, c.ProviderID).Put(id, d)

	if c.Switch("policygrouptemplate-create-answer") == "empty" {
		return sim.JSON(http.StatusCreated, sim.Doc{})
	}

	return sim.JSON(http.StatusCreated, whole(c, d))
}

// policy finds a policy in any organization that the caller administers [I].
func policy(c *jumpcloudsim.Call, id string) (sim.Doc, bool) {
	for _, o := range c.VisibleOrganizations() {
		org, _ := o["id"].(string)
		if d, ok := c.Docs(policies, org).Get(id); ok {
			return d, true
		}
	}

	return nil, false
}

// configure keeps a copy of a policy's settings as a configured policy template.
func configure(c *jumpcloudsim.Call, p sim.Doc) sim.Doc {
	templateID, _ := p["template"].(string)
	template, _ := c.Docs(policyTemplates, "").Get(templateID)
	stored, _ := p["values"].([]any)
	values := []any{}

	for _, e := range stored {
		v, _ := e.(sim.Doc)
		// configFieldId with a lower-case d, and the field's name under name [S].
		values = append(values, sim.Doc{"configFieldId": v["configFieldID"], "name": fieldName(template, v["configFieldID"]), "value": v["value"]})
	}

	id := c.World.IDs.ObjectID()
	d := sim.Doc{"id": id, "name": p["name"], "policyTemplateId": templateID, "values": values}
	c.Docs(Configured, c.ProviderID).Put(id, d)

	return d
}

func fieldName(template sim.Doc, id any) any {
	fields, _ := template["configFields"].([]any)
	for _, e := range fields {
		if f, ok := e.(sim.Doc); ok && f["id"] == id {
			return f["name"]
		}
	}

	return ""
}

func listConfigured(c *jumpcloudsim.Call) sim.Response {
	docs := c.Docs(Configured, c.ProviderID).All()
	for i, d := range docs {
		docs[i] = shallow(d)
	}

	if c.Switch("configuredpolicytemplate-wrapper") == "records" && len(docs) == 1 {
		return sim.JSON(http.StatusOK, sim.Doc{"totalCount": 1, "records": docs[0]})
	}

	return c.Wrapped(c.Switch("configuredpolicytemplate-wrapper"), docs, jumpcloudsim.List{Filterable: []string{"name"}})
}

// getConfigured is the only read that has the values [ps].
func getConfigured(c *jumpcloudsim.Call) sim.Response {
	d, ok := c.Docs(Configured, c.ProviderID).Get(c.PathValue("id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	return sim.JSON(http.StatusOK, d)
}
