// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package organizationsim simulates organizations.
package organizationsim

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"unicode"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/zammadsim"
)

// Collections in which organizations are stored, and the attributes that an installation
// has added to them.
const (
	Collection = "organizations"
	Attributes = "object_manager_attributes"
)

var switches = []sim.Switch{
	{
		Name: "organization-agent-writes", Default: "refuse", Values: []string{"refuse", "allow"},
		About: "whether ticket.agent may write organizations: the docs ask for admin.organization, the policy of 2023 lets agents, too",
	},
	{
		Name: "organization-duplicate-text", Default: "model", Values: []string{"model", "database"},
		About: "which words refuse a name that is taken: those of the model (Rails' own) or those of the database",
	},
	{
		Name: "organization-name-space", Default: "keep", Values: []string{"keep", "trim"},
		About: "whether white space around a name is kept",
	},
	{
		Name: "organization-vip", Default: "on", Values: []string{"on", "off"},
		About: "whether organizations can be important: older releases know no vip",
	},
}

// Register adds the routes and switches to a world.
func Register(w *zammadsim.World) {
	w.Switches.Define(switches...)

	w.Handle("GET /api/v1/organizations", list, zammadsim.Paging...)
	w.Handle("POST /api/v1/organizations", create)
	w.Handle("GET /api/v1/organizations/{id}", get)
	w.Handle("PUT /api/v1/organizations/{id}", update)
	w.Handle("DELETE /api/v1/organizations/{id}", remove)
}

// Add stores an organization as if somebody had made it in the web interface.
func Add(w *zammadsim.World, d sim.Doc) string {
	id := fmt.Sprint(w.IDs.Number())
	doc := fresh(w)
	maps.Copy(doc, sim.ToDoc(d))
	doc["id"] = json.Number(id)
	w.Store.Docs(Collection, "").Put(id, doc)

	return id
}

// fresh has the defaults of the database [source].
func fresh(w *zammadsim.World) sim.Doc {
	now := zammadsim.Stamp(w.Clock.Now())
	d := sim.Doc{
		"shared": true, "domain": "", "domain_assignment": false, "active": true, "vip": false, "note": "",
		"created_by_id": 1, "updated_by_id": 1, "created_at": now, "updated_at": now,
	}

	for _, a := range w.Store.Docs(Attributes, "").All() {
		d[zammadsim.Text(a, "name")] = a["default"]
	}

	return d
}

// list is a bare array ordered by id; who is no agent sees the own organization [docs].
func list(c *zammadsim.Call) sim.Response {
	all := []sim.Doc{}

	for _, d := range c.Docs(Collection, "").All() {
		if readsAll(c.Caller) || fmt.Sprint(d["id"]) == c.Caller.OrganizationID {
			all = append(all, show(c, d))
		}
	}

	return c.Page(all)
}

// get answers 200 with an empty object to who may see none [source].
func get(c *zammadsim.Call) sim.Response {
	id := c.PathValue("id")

	switch {
	case !readsAll(c.Caller) && c.Caller.OrganizationID == "":
		return sim.JSON(http.StatusOK, sim.Doc{})
	case !readsAll(c.Caller) && c.Caller.OrganizationID != id:
		return zammadsim.NotAuthorized()
	}

	d, ok := c.Docs(Collection, "").Get(id)
	if !ok {
		return zammadsim.NotFound("Organization", id)
	}

	return sim.JSON(http.StatusOK, show(c, d))
}

func create(c *zammadsim.Call) sim.Response {
	if !writes(c) {
		return zammadsim.NotAuthorized()
	}

	return save(c, http.StatusCreated, "", fresh(c.World))
}

// update changes what is sent and keeps the rest [source].
func update(c *zammadsim.Call) sim.Response {
	if !writes(c) {
		return zammadsim.NotAuthorized()
	}

	id := c.PathValue("id")

	d, ok := c.Docs(Collection, "").Get(id)
	if !ok {
		return zammadsim.NotFound("Organization", id)
	}

	return save(c, http.StatusOK, id, d)
}

func remove(c *zammadsim.Call) sim.Response {
	id := c.PathValue("id")

	_, ok := c.Docs(Collection, "").Get(id)

	switch {
	case !writes(c):
		return zammadsim.NotAuthorized()
	case !ok:
		return zammadsim.NotFound("Organization", id)
	case len(members(c, id)) > 0 || refersTo(c, id):
		return zammadsim.InUse()
	}

	c.Docs(Collection, "").Remove(id)

	return sim.JSON(http.StatusOK, sim.Doc{})
}

// save stores base with the body's members over it; an id in the body is ignored, and so is
// what organizations have not got [source].
func save(c *zammadsim.Call, status int, id string, base sim.Doc) sim.Response {
	body, refused := c.Body()
	if refused != nil {
		return *refused
	}

	for name, value := range body {
		if takes(c, name) {
			base[name] = value
		}
	}

	if c.Switch("organization-name-space") == "trim" {
		base["name"] = strings.TrimSpace(zammadsim.Text(base, "name"))
	}

	base["domain"] = domain(zammadsim.Text(base, "domain"))
	base["note"] = zammadsim.Sanitized(zammadsim.Text(base, "note"))

	if text := invalid(c, id, base); text != "" {
		return zammadsim.Unprocessable(text)
	}

	if id == "" {
		id = c.NextID()
		base["created_by_id"], base["created_at"] = json.Number(c.Caller.ID), zammadsim.Stamp(c.Now())
	}

	base["id"], base["updated_by_id"], base["updated_at"] = json.Number(id), json.Number(c.Caller.ID), zammadsim.Stamp(c.Now())
	c.Docs(Collection, "").Put(id, base)
	join(c, id, body)

	return sim.JSON(status, show(c, base))
}

// invalid is the first thing that the model refuses, or "" [source].
func invalid(c *zammadsim.Call, id string, d sim.Doc) string {
	name := zammadsim.Text(d, "name")

	_, taken := c.Docs(Collection, "").Find(func(o sim.Doc) bool {
		return zammadsim.Same(zammadsim.Text(o, "name"), name) && fmt.Sprint(o["id"]) != id
	})

	switch {
	case strings.TrimSpace(name) == "":
		return "Name can't be blank"
	case taken && c.Switch("organization-duplicate-text") == "database":
		return "This object already exists."
	case taken:
		return "Name has already been taken"
	case zammadsim.Is(d, "domain_assignment") && zammadsim.Text(d, "domain") == "":
		return "Domain required when Domain Based Assignment is enabled"
	}

	for _, a := range c.Docs(Attributes, "").All() {
		if name := zammadsim.Text(a, "name"); zammadsim.Is(a, "mandatory") && (d[name] == nil || d[name] == "") {
			return "Missing required value for field '" + name + "'!"
		}
	}

	return ""
}

func takes(c *zammadsim.Call, name string) bool {
	if slices.Contains([]string{"name", "shared", "domain", "domain_assignment", "active", "note"}, name) {
		return true
	}

	_, added := c.Docs(Attributes, "").Find(func(a sim.Doc) bool { return a["name"] == name })

	return added || name == "vip" && c.Switch("organization-vip") == "on"
}

// domain is how the service writes one [source].
func domain(text string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r == '@' || unicode.IsSpace(r) {
			return -1
		}

		return r
	}, text))
}

func readsAll(u zammadsim.User) bool { return u.May("ticket.agent", "admin.organization") }

func writes(c *zammadsim.Call) bool {
	return c.Caller.May("admin.organization") || c.Switch("organization-agent-writes") == "allow" && c.Caller.May("ticket.agent")
}
