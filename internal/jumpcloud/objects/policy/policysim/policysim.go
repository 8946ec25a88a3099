// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package policysim simulates policies and policy templates
// (evidence: policies 1, 2, 3, 4).
package policysim

import (
	"net/http"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Collections: policies are scoped by organization, templates are global (scope "").
const (
	Collection = "policies"
	Templates  = "policytemplates"
)

var paging = []string{
	jumpcloudsim.FieldList, jumpcloudsim.Filter, jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Sort,
}

// Register adds the routes, the switches and the catalogue of templates to a world.
func Register(w *jumpcloudsim.World) {
	w.Switches.Define(switches...)
	seedCatalogue(w)

	w.Tenant("GET /api/v2/policytemplates", listTemplates, paging...)
	w.Tenant("GET /api/v2/policytemplates/{id}", getTemplate)
	w.Tenant("GET /api/v2/policies", list, paging...)
	w.Tenant("POST /api/v2/policies", create)
	w.Tenant("GET /api/v2/policies/{id}", get)
	w.Tenant("PUT /api/v2/policies/{id}", update)
	w.Tenant("DELETE /api/v2/policies/{id}", remove)
}

// list is a bare, shallow array and never sends a Link header ([cli] KLA-464).
func list(c *jumpcloudsim.Call) sim.Response {
	wanted := jumpcloudsim.List{Filterable: []string{"name"}, Small: []string{"id", "name", "template"}}
	deep := c.Switch("policies-list-fields-values") == "honoured"
	items := []sim.Doc{}
	templates := map[any]sim.Doc{} // many policies share few templates

	for _, d := range c.Tenant(Collection).All() {
		if templates[d["template"]] == nil {
			templates[d["template"]] = shallowTemplate(c, d)
		}

		item := sim.Doc{"id": d["id"], "name": d["name"], "template": templates[d["template"]]}
		if deep {
			item["values"] = wireValues(c, d)

			if notes, set := d["notes"]; set {
				item["notes"] = notes
			}
		}

		items = append(items, item)
	}

	return c.Array(items, wanted)
}

func get(c *jumpcloudsim.Call) sim.Response {
	d, ok := c.Tenant(Collection).Get(c.PathValue("id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	return sim.JSON(http.StatusOK, detailed(c, d))
}

// create answers 201 with configFields and values [S].
func create(c *jumpcloudsim.Call) sim.Response {
	body, bad := c.Object(sim.Fields{"name": sim.String, "notes": sim.String, "template": sim.Object, "values": sim.Array})
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	template, refused := namedTemplate(c, body)
	if refused != nil {
		return *refused
	}

	id := c.World.IDs.ObjectID()
	d := sim.Doc{"id": id, "template": template["id"], "values": []any{}}

	return save(c, http.StatusCreated, d, template, body)
}

// update keeps the template: it cannot be changed. Live clients send it along
// with the same id, which is harmless ([ps] Set-JCPolicy), though [S] has no such member.
func update(c *jumpcloudsim.Call) sim.Response {
	d, ok := c.Tenant(Collection).Get(c.PathValue("id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	body, bad := c.Object(sim.Fields{"name": sim.String, "notes": sim.String, "template": sim.Object, "values": sim.Array})
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	if sent, ok := body["template"].(sim.Doc); ok && sent["id"] != d["template"] {
		switch c.Switch("policy-put-other-template") {
		case "refuse":
			return jumpcloudsim.BadRequest("the template of a policy cannot be changed", "", "template")
		case "accept":
			d["template"] = sent["id"]
		}
	}

	return save(c, http.StatusOK, d, templateOf(c, d), body)
}

// remove answers 204 [S].
func remove(c *jumpcloudsim.Call) sim.Response {
	if !c.Tenant(Collection).Remove(c.PathValue("id")) {
		return jumpcloudsim.NotFound()
	}

	return sim.NoContent()
}

// save stores d with the body's members over it.
func save(c *jumpcloudsim.Call, status int, d, template, body sim.Doc) sim.Response {
	name, sent := body["name"].(string)
	// name is required [S]; whether it may be blank is a switch. Names need not be unique ([ps] Set-JCPolicy.Tests).
	if !sent || (strings.TrimSpace(name) == "" && c.Switch("policy-name-blank") == "refuse") {
		return jumpcloudsim.BadRequest("name is required", "nullName", "name")
	}

	notes, sent := body["notes"]

	if c.Switch("policy-outer-blanks") == "trim" {
		name = strings.TrimSpace(name)

		if text, ok := notes.(string); ok {
			notes = strings.TrimSpace(text)
		}
	}

	d["name"] = name

	switch {
	case sent:
		d["notes"] = notes
	case status == http.StatusOK && c.Switch("policy-put-missing-notes") == "clear":
		d["notes"] = ""
	}

	values, refused := newValues(c, d, template, body)
	if refused != nil {
		return *refused
	}

	d["values"] = values
	c.Tenant(Collection).Put(d["id"].(string), d) //nolint:forcetypeassert // stored ids are strings

	stored, _ := c.Tenant(Collection).Get(d["id"].(string)) //nolint:forcetypeassert // stored ids are strings

	// A PUT is documented to answer the shallow policy [S]; real answers have
	// values, notes and template ([ps] Set-JCPolicy.Tests).
	if status == http.StatusOK && c.Switch("policy-put-answer") == "shallow" {
		return sim.JSON(status, sim.Doc{"id": stored["id"], "name": stored["name"], "template": shallowTemplate(c, stored)})
	}

	return sim.JSON(status, detailed(c, stored))
}

// detailed is the policy with its template's shallow form, its fields and values.
func detailed(c *jumpcloudsim.Call, d sim.Doc) sim.Doc {
	out := sim.Doc{
		"id": d["id"], "name": d["name"], "template": shallowTemplate(c, d),
		"configFields": templateOf(c, d)["configFields"], "values": wireValues(c, d),
	}

	switch notes, set := d["notes"]; {
	case set && notes != "":
		out["notes"] = notes
	case c.Switch("policy-notes-unset") == "empty":
		out["notes"] = ""
	}

	return out
}
