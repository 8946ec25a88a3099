// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package organizationsim simulates organizations and their users.
package organizationsim

import (
	"net/http"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/bindplanesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

var switches = []sim.Switch{
	{
		Name: "organization-create-status", Default: "201", Values: []string{"200", "201"},
		About: "what a creation answers: the docs say 200, the vendor's own test 201",
	},
	{
		Name: "organization-second", Default: "allowed", Values: []string{"allowed", "refused"},
		About: "whether an API key, which belongs to a project, may create another organization",
	},
	{
		Name: "organization-twin", Default: "accepted", Values: []string{"accepted", "conflict", "invalid"},
		About: "what becomes of a second organization of one display name: it is made, or refused with 409 or 400",
	},
	{
		Name: "organization-create-license-key", Default: "taken", Values: []string{"taken", "ignored"},
		About: "whether a creation takes licenseKey: newer docs have it, older ones have not",
	},
	{
		Name: "organization-delete-with-projects", Default: "deletes", Values: []string{"deletes", "conflict"},
		About: "what becomes of a deletion while the organization has further projects than its first",
	},
	{
		Name: "organization-by-name", Default: "members", Values: []string{"members", "anybody", "forbidden"},
		About: "who gets an organization by its name: members alone (404 for others), anybody, or members with 403 for others",
	},
	{
		Name: "organization-path-name", Default: "name", Values: []string{"name", "display-name", "id"},
		About: "which of its names finds an organization in GET /v1/organizations/{name}: the docs say no more than name",
	},
}

// Register adds the routes and switches to a world.
func Register(w *bindplanesim.World) {
	w.Switches.Define(switches...)

	w.Handle("GET /v1/organizations", list)
	w.Handle("POST /v1/organizations", create)
	w.Handle("GET /v1/organizations/{name}", byName)
	w.Handle("PATCH /v1/organizations/{id}/metadata", rename)
	w.Handle("DELETE /v1/organizations/{id}", remove)
	w.Handle("GET /v1/organizations/users", users)
}

// list has the organizations that the caller belongs to [docs].
func list(c *bindplanesim.Call) sim.Response {
	all := []sim.Doc{}

	for _, d := range c.Docs(bindplanesim.Organizations, "").All() {
		if c.Belongs(bindplanesim.Metadata(d, "id")) {
			all = append(all, d)
		}
	}

	return sim.JSON(http.StatusOK, sim.Doc{"organizations": all})
}

// byName takes the internal name unless a switch says otherwise.
func byName(c *bindplanesim.Call) sim.Response {
	name := c.PathValue("name")
	member := map[string]string{"name": "name", "display-name": "displayName", "id": "id"}[c.Switch("organization-path-name")]

	d, ok := c.Docs(bindplanesim.Organizations, "").Find(func(d sim.Doc) bool { return bindplanesim.Metadata(d, member) == name })

	switch {
	case ok && (c.Belongs(bindplanesim.Metadata(d, "id")) || c.Switch("organization-by-name") == "anybody"):
		return sim.JSON(http.StatusOK, sim.Doc{"organization": d})
	case ok && c.Switch("organization-by-name") == "forbidden":
		return bindplanesim.NotAdmin()
	}

	return c.NotFound("organization", name)
}

// create makes an organization and a project, and binds the caller to both [docs]. That the
// agreement has to be accepted is [I].
func create(c *bindplanesim.Call) sim.Response {
	body, wrong := c.Object(sim.Fields{
		"organizationName": sim.String, "accountName": sim.String, "eulaAccepted": sim.Bool, "licenseType": sim.String, "licenseKey": sim.String,
	})
	if wrong != nil {
		return bindplanesim.Refuse(http.StatusBadRequest, wrong.Error())
	}

	name, project := bindplanesim.Text(body, "organizationName"), bindplanesim.Text(body, "accountName")

	switch {
	case !c.Caller.Admin:
		return bindplanesim.NotAdmin()
	case c.Switch("organization-second") == "refused" && c.Caller.APIKey != "":
		return bindplanesim.Refuse(http.StatusForbidden, "an API key may not create an organization")
	case strings.TrimSpace(name) == "" || strings.TrimSpace(project) == "":
		return bindplanesim.Refuse(http.StatusBadRequest, "organizationName and accountName are required")
	case body["eulaAccepted"] != true:
		return bindplanesim.Refuse(http.StatusBadRequest, "the EULA must be accepted")
	}

	if refused := taken(c, name, ""); refused != nil {
		return *refused
	}

	id := c.World.AddOrganization(name)
	at := c.World.AddProject(id, project)
	c.Join(id)

	licence := sim.Doc{"type": body["licenseType"]}
	if c.Switch("organization-create-license-key") == "taken" {
		licence["key"] = body["licenseKey"]
	}

	c.Docs(bindplanesim.Licenses, "").Put(id, licence)

	d, _ := c.Docs(bindplanesim.Organizations, "").Get(id)
	account, _ := c.Docs(bindplanesim.Projects, "").Get(at)

	status := http.StatusCreated
	if c.Switch("organization-create-status") == "200" {
		status = http.StatusOK
	}

	return sim.JSON(status, sim.Doc{"organization": d, "account": bindplanesim.ShowProject(account)})
}

// taken refuses a display name that another organization has, where the service does.
func taken(c *bindplanesim.Call, name, own string) *sim.Response {
	_, twin := c.Docs(bindplanesim.Organizations, "").Find(func(d sim.Doc) bool {
		return bindplanesim.Metadata(d, "displayName") == name && bindplanesim.Metadata(d, "id") != own
	})

	switch how := c.Switch("organization-twin"); {
	case twin && how == "conflict":
		return new(bindplanesim.Refuse(http.StatusConflict, "an organization of this name exists"))
	case twin && how == "invalid":
		return new(bindplanesim.Refuse(http.StatusBadRequest, "an organization of this name exists"))
	}

	return nil
}

// own is an organization that the caller may change.
func own(c *bindplanesim.Call) (sim.Doc, *sim.Response) {
	id := c.PathValue("id")

	d, ok := c.Docs(bindplanesim.Organizations, "").Get(id)

	switch {
	case !ok || !c.Belongs(id):
		return nil, new(c.NotFound("organization", id))
	case !c.Caller.Admin:
		return nil, new(bindplanesim.NotAdmin())
	}

	return d, nil
}

// rename changes the display name and nothing else; the answer has no body [docs].
func rename(c *bindplanesim.Call) sim.Response {
	d, refused := own(c)
	if refused != nil {
		return *refused
	}

	body, wrong := c.Object(sim.Fields{"name": sim.String})
	if wrong != nil || strings.TrimSpace(bindplanesim.Text(body, "name")) == "" {
		return bindplanesim.Refuse(http.StatusBadRequest, "a name is required")
	}

	if refused := taken(c, bindplanesim.Text(body, "name"), c.PathValue("id")); refused != nil {
		return *refused
	}

	metadata, _ := d["metadata"].(sim.Doc)
	metadata["displayName"] = c.World.DisplayName(bindplanesim.Text(body, "name"))
	c.Docs(bindplanesim.Organizations, "").Put(c.PathValue("id"), d)

	return bindplanesim.Empty(http.StatusOK)
}

// remove deletes an organization and what is in it.
func remove(c *bindplanesim.Call) sim.Response {
	if _, refused := own(c); refused != nil {
		return *refused
	}

	id := c.PathValue("id")
	projects := c.ProjectsOf(id)

	if len(projects) > 1 && c.Switch("organization-delete-with-projects") == "conflict" {
		return bindplanesim.Refuse(http.StatusConflict, "the organization has projects")
	}

	for _, p := range projects {
		c.Docs(bindplanesim.Projects, "").Remove(bindplanesim.Metadata(p, "id"))
	}

	c.Docs(bindplanesim.Organizations, "").Remove(id)

	return sim.NoContent()
}

// users are those of the organization that the request acts in [docs: 403 for who may not].
func users(c *bindplanesim.Call) sim.Response {
	here, refused := c.Here()
	if refused != nil {
		return *refused
	}

	all := []sim.Doc{}

	for _, d := range c.Docs(bindplanesim.Users, "").All() {
		u := bindplanesim.UserOf(d)

		for _, of := range u.Organizations {
			if of == here {
				all = append(all, bindplanesim.Object("User", u.ID, u.ID, u.Role, sim.Doc{
					"email": u.Email, "activeAccount": u.Project, "nextLoginAccount": "", "requestedMFA": false,
				}))
			}
		}
	}

	return sim.JSON(http.StatusOK, sim.Doc{"users": all})
}
