// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package projectsim simulates projects, which older servers call accounts.
package projectsim

import (
	"net/http"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/bindplanesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

var switches = []sim.Switch{
	{
		Name: "project-paths", Default: "both", Values: []string{"both", "accounts"},
		About: "under which names an organization lists its projects: older servers know accounts alone",
	},
	{
		Name: "project-create-answer", Default: "wrapped", Values: []string{"wrapped", "bare", "id"},
		About: "what a creation answers: the project as a member account, as it is, or no more of it than its id",
	},
	{
		Name: "project-secret-key", Default: "shown", Values: []string{"shown", "admins"},
		About: "who is shown the secret keys of projects: whoever lists them, or administrators alone",
	},
	{
		Name: "project-empty-list", Default: "array", Values: []string{"array", "null"},
		About: "how an organization without projects lists them: a service written in Go may say null",
	},
}

// Register adds the routes and switches to a world.
func Register(w *bindplanesim.World) {
	w.Switches.Define(switches...)

	w.Handle("GET /v1/organizations/projects", present(list))
	w.Handle("GET /v1/organizations/projects/all", present(everywhere))
	w.Handle("GET /v1/organizations/accounts", list)
	w.Handle("GET /v1/organizations/accounts/all", everywhere)
	w.Handle("POST /v1/projects", create)
	w.Handle("DELETE /v1/projects/{id}", remove)
}

// present is a route that an older server has not got.
func present(h bindplanesim.Handler) bindplanesim.Handler {
	return func(c *bindplanesim.Call) sim.Response {
		if c.Switch("project-paths") == "accounts" {
			return sim.Response{Status: http.StatusNotFound, Header: http.Header{"Content-Type": {"text/plain"}}, Body: []byte("404 page not found")}
		}

		return h(c)
	}
}

func show(c *bindplanesim.Call, d sim.Doc) sim.Doc {
	d = bindplanesim.ShowProject(d)

	if spec, ok := d["spec"].(sim.Doc); ok && !c.Caller.Admin && c.Switch("project-secret-key") == "admins" {
		delete(spec, "secretKey")
	}

	return d
}

func shown(c *bindplanesim.Call, organizationID string) []sim.Doc {
	all := []sim.Doc{}
	for _, d := range c.ProjectsOf(organizationID) {
		all = append(all, show(c, d))
	}

	return all
}

// list has the projects of the organization that the request acts in [docs].
func list(c *bindplanesim.Call) sim.Response {
	here, refused := c.Here()
	if refused != nil {
		return *refused
	}

	return sim.JSON(http.StatusOK, sim.Doc{"accounts": shown(c, here)})
}

// everywhere has all organizations of the caller and all projects in them [docs].
func everywhere(c *bindplanesim.Call) sim.Response {
	all := []sim.Doc{}

	for _, d := range c.Docs(bindplanesim.Organizations, "").All() {
		if id := bindplanesim.Metadata(d, "id"); c.Belongs(id) {
			entry := sim.Doc{"organization": d, "accounts": shown(c, id), "ssoEnabled": false}
			if len(c.ProjectsOf(id)) == 0 && c.Switch("project-empty-list") == "null" {
				entry["accounts"] = nil
			}

			all = append(all, entry)
		}
	}

	return sim.JSON(http.StatusOK, sim.Doc{"activeAccountId": c.Caller.Project, "organizationAccounts": all})
}

// create makes a project in the organization that the request acts in [CI: displayName is
// all that is sent].
func create(c *bindplanesim.Call) sim.Response {
	body, wrong := c.Object(sim.Fields{"displayName": sim.String})
	if wrong != nil || strings.TrimSpace(bindplanesim.Text(body, "displayName")) == "" {
		return bindplanesim.Refuse(http.StatusBadRequest, "displayName is required")
	}

	here, refused := c.Here()
	if refused != nil {
		return *refused
	}

	if !c.Caller.Admin {
		return bindplanesim.NotAdmin()
	}

	id := c.World.AddProject(here, bindplanesim.Text(body, "displayName"))
	d, _ := c.Docs(bindplanesim.Projects, "").Get(id)

	switch c.Switch("project-create-answer") {
	case "bare":
		return sim.JSON(http.StatusCreated, show(c, d))
	case "id":
		return sim.JSON(http.StatusCreated, sim.Doc{"metadata": sim.Doc{"id": id}})
	}

	return sim.JSON(http.StatusCreated, sim.Doc{"account": show(c, d)})
}

func remove(c *bindplanesim.Call) sim.Response {
	id := c.PathValue("id")

	d, ok := c.Docs(bindplanesim.Projects, "").Get(id)

	switch {
	case !ok || !c.Belongs(bindplanesim.Text(d, "organization")):
		return c.NotFound("project", id)
	case !c.Caller.Admin:
		return bindplanesim.NotAdmin()
	}

	c.Docs(bindplanesim.Projects, "").Remove(id)

	return sim.NoContent()
}
