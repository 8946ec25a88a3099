// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package usersim simulates users, whom the API creates, edits and never deletes.
package usersim

import (
	"net/http"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// person are the members that can be edited.
var person = []string{"first_name", "middle_name", "last_name", "email", "title_prefix", "nickname"}

var switches = []sim.Switch{
	{
		Name: "users-empty-term", Default: "all", Values: []string{"all", "none"},
		About: "whether a search without a term finds every user: every login holds an empty text",
	},
	{
		Name: "user-edit-omitted", Default: "keep", Values: []string{"keep", "clear"},
		About: "whether an edit keeps the members that it leaves out",
	},
	{
		Name: "user-owner-shown", Default: "on", Values: []string{"on", "off"},
		About: "whether an answer shows a user's owner organization",
	},
	{
		Name: "user-email-case", Default: "kept", Values: []string{"kept", "lower"},
		About: "whether an email address keeps the case of its letters",
	},
}

// Register adds the operations and switches to a world.
func Register(w *nexportsim.World) {
	w.Switches.Define(switches...)
	w.Fields("user", append([]string{"user_id", "login", "owner_org_id"}, person...)...)
	w.Fields("created_user", "user_id")

	w.Handle(nexportsim.Operation{
		Name: "CreateUser", Method: http.MethodPost, Needs: []string{"owner_org_id", "login", "password"}, Takes: person, Write: true, Do: create,
	})
	w.Handle(nexportsim.Operation{Name: "GetUser", Method: http.MethodGet, Takes: []string{"user_id", "login"}, Do: get})
	w.Handle(nexportsim.Operation{Name: "GetUsers", Method: http.MethodGet, Takes: []string{"search_term"}, Pages: true, Do: search})
	w.Handle(nexportsim.Operation{Name: "GetUserContactInformation", Method: http.MethodGet, Takes: []string{"user_id", "login"}, Do: contact})
	w.Handle(nexportsim.Operation{
		Name: "EditUser", Method: http.MethodPost, Takes: append([]string{"user_id", "login"}, person...), Write: true, Do: edit,
	})
}

// create refuses a login that is taken with the status of what is not found [V].
func create(c *nexportsim.Call) sim.Response {
	if _, ok := c.Entry(nexportsim.Text(c.In, "owner_org_id"), nexportsim.Organization); !ok {
		return c.NotFound("Entity not found")
	}

	login := nexportsim.Text(c.In, "login")

	if _, taken := c.Docs(nexportsim.Users, "").Find(func(u sim.Doc) bool { return strings.EqualFold(nexportsim.Text(u, "login"), login) }); taken {
		return c.NotFound("Duplicate login")
	}

	id := c.World.IDs.UUID()
	u := sim.Doc{"user_id": id, "login": login, "password": c.In["password"], "owner_org_id": c.In["owner_org_id"]}

	for _, name := range person {
		u[name] = nexportsim.Text(c.In, name)
	}

	put(c, u)

	return c.One("created_user", u)
}

func get(c *nexportsim.Call) sim.Response {
	u, refused := c.User("user_id", "login")
	if refused != nil {
		return *refused
	}

	return c.One("user", shown(c, u))
}

func shown(c *nexportsim.Call, u sim.Doc) sim.Doc {
	if c.Switch("user-owner-shown") == "off" {
		delete(u, "owner_org_id")
	}

	return u
}

// search looks at login, names and email, and orders by last name, first name and login [V].
func search(c *nexportsim.Call) sim.Response {
	term := nexportsim.Text(c.In, "search_term")
	all := []sim.Doc{}

	for _, u := range c.Docs(nexportsim.Users, "").All() {
		hit := term == "" && c.Switch("users-empty-term") == "all"

		for _, name := range []string{"login", "first_name", "last_name", "email"} {
			hit = hit || term != "" && nexportsim.Matches(nexportsim.Text(u, name), term)
		}

		if hit {
			all = append(all, shown(c, u))
		}
	}

	return c.Many("user", nexportsim.Sorted(all, "last_name", "first_name", "login"))
}

// contact shows whatever contact information a user has. None of its names is known.
func contact(c *nexportsim.Call) sim.Response {
	u, refused := c.User("user_id", "login")
	if refused != nil {
		return *refused
	}

	info, ok := u["contact_info"].(map[string]any)
	if !ok {
		info = sim.Doc{}
	}

	info["api_error_entity"] = sim.Doc{"error_code": 0}

	return sim.JSON(http.StatusOK, info)
}

func edit(c *nexportsim.Call) sim.Response {
	u, refused := c.User("user_id", "login")
	if refused != nil {
		return *refused
	}

	for _, name := range person {
		if v, sent := c.In[name]; sent {
			u[name] = v
		} else if c.Switch("user-edit-omitted") == "clear" {
			u[name] = ""
		}
	}

	put(c, u)

	return c.One("user", shown(c, u))
}

func put(c *nexportsim.Call, u sim.Doc) {
	if c.Switch("user-email-case") == "lower" {
		u["email"] = strings.ToLower(nexportsim.Text(u, "email"))
	}

	c.Docs(nexportsim.Users, "").Put(nexportsim.Text(u, "user_id"), u)
}
