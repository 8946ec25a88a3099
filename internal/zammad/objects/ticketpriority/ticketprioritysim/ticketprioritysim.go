// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package ticketprioritysim simulates ticket priorities.
package ticketprioritysim

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/zammadsim"
)

// Collection is where ticket priorities are stored.
const Collection = "ticket_priorities"

var switches = []sim.Switch{
	{
		Name: "ticket-priority-permission", Default: "admin.object", Values: []string{"admin.object", "admin.ticket_priority"},
		About: "which permission writes ticket priorities: the docs say admin.object, the policy of 2026 admin.ticket_priority",
	},
	{
		Name: "ticket-priority-empty", Default: "keep", Values: []string{"keep", "null"},
		About: "whether an empty text comes back empty, as in a sample of the docs, or as null, which a new installation has",
	},
}

// Register adds the routes and switches to a world.
func Register(w *zammadsim.World) {
	w.Switches.Define(switches...)

	w.Handle("GET /api/v1/ticket_priorities", list, zammadsim.Paging...)
	w.Handle("POST /api/v1/ticket_priorities", create)
	w.Handle("GET /api/v1/ticket_priorities/{id}", get)
	w.Handle("PUT /api/v1/ticket_priorities/{id}", update)
	w.Handle("DELETE /api/v1/ticket_priorities/{id}", remove)
}

// Add stores a priority as if somebody had made it in the web interface.
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

	return sim.Doc{
		"default_create": false, "ui_icon": nil, "ui_color": nil, "note": nil, "active": true,
		"created_by_id": 1, "updated_by_id": 1, "created_at": now, "updated_at": now,
	}
}

func list(c *zammadsim.Call) sim.Response {
	if !reads(c) {
		return zammadsim.NotAuthorized()
	}

	return c.Page(c.Docs(Collection, "").All())
}

func get(c *zammadsim.Call) sim.Response {
	id := c.PathValue("id")

	d, ok := c.Docs(Collection, "").Get(id)

	switch {
	case !reads(c):
		return zammadsim.NotAuthorized()
	case !ok:
		return zammadsim.NotFound("Ticket::Priority", id)
	}

	return sim.JSON(http.StatusOK, d)
}

func create(c *zammadsim.Call) sim.Response {
	if !writes(c) {
		return zammadsim.NotAuthorized()
	}

	return save(c, http.StatusCreated, "", fresh(c.World))
}

// update changes what is sent and keeps the rest [docs, the sample].
func update(c *zammadsim.Call) sim.Response {
	if !writes(c) {
		return zammadsim.NotAuthorized()
	}

	id := c.PathValue("id")

	d, ok := c.Docs(Collection, "").Get(id)
	if !ok {
		return zammadsim.NotFound("Ticket::Priority", id)
	}

	return save(c, http.StatusOK, id, d)
}

func remove(c *zammadsim.Call) sim.Response {
	id := c.PathValue("id")
	_, ok := c.Docs(Collection, "").Get(id)
	_, used := c.Docs(zammadsim.Tickets, "").Find(func(d sim.Doc) bool { return zammadsim.Text(d, "priority_id") == id })

	switch {
	case !writes(c):
		return zammadsim.NotAuthorized()
	case !ok:
		return zammadsim.NotFound("Ticket::Priority", id)
	case used:
		return zammadsim.InUse()
	}

	c.Docs(Collection, "").Remove(id)
	ensureDefault(c, "")

	return sim.JSON(http.StatusOK, sim.Doc{})
}

func save(c *zammadsim.Call, status int, id string, base sim.Doc) sim.Response {
	body, refused := c.Body()
	if refused != nil {
		return *refused
	}

	for name, value := range body {
		if slices.Contains([]string{"name", "default_create", "ui_icon", "ui_color", "note", "active"}, name) {
			base[name] = value
		}
	}

	if note, ok := base["note"].(string); ok {
		base["note"] = zammadsim.Sanitized(note)
	}

	for _, name := range []string{"note", "ui_icon", "ui_color"} {
		if base[name] == "" && c.Switch("ticket-priority-empty") == "null" {
			base[name] = nil
		}
	}

	name := zammadsim.Text(base, "name")
	_, taken := c.Docs(Collection, "").Find(func(d sim.Doc) bool { return d["name"] == name && fmt.Sprint(d["id"]) != id })

	switch {
	case strings.TrimSpace(name) == "":
		return zammadsim.Unprocessable("Name can't be blank")
	case taken: // a unique index of the database [source]
		return zammadsim.Unprocessable("This object already exists.")
	}

	if id == "" {
		id = c.NextID()
		base["created_by_id"], base["created_at"] = json.Number(c.Caller.ID), zammadsim.Stamp(c.Now())
	}

	base["id"], base["updated_by_id"], base["updated_at"] = json.Number(id), json.Number(c.Caller.ID), zammadsim.Stamp(c.Now())
	c.Docs(Collection, "").Put(id, base)
	ensureDefault(c, id)

	saved, _ := c.Docs(Collection, "").Get(id)

	return sim.JSON(status, saved)
}

// ensureDefault keeps exactly one priority the default of new tickets: the one that was just
// saved where there are several, the oldest active one where there is none [source].
func ensureDefault(c *zammadsim.Call, saved string) {
	docs := c.Docs(Collection, "")

	var defaults []sim.Doc

	for _, d := range docs.All() {
		if zammadsim.Is(d, "default_create") {
			defaults = append(defaults, d)
		}
	}

	if len(defaults) == 0 {
		if d, ok := docs.Find(func(d sim.Doc) bool { return zammadsim.Is(d, "active") }); ok {
			d["default_create"] = true
			docs.Put(fmt.Sprint(d["id"]), d)
		}
	}

	for _, d := range defaults {
		if id := fmt.Sprint(d["id"]); len(defaults) > 1 && id != saved {
			d["default_create"] = false
			docs.Put(id, d)
		}
	}
}

func reads(c *zammadsim.Call) bool {
	return c.Caller.May("ticket.agent", "ticket.customer", c.Switch("ticket-priority-permission"))
}

func writes(c *zammadsim.Call) bool { return c.Caller.May(c.Switch("ticket-priority-permission")) }
