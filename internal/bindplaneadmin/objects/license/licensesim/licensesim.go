// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package licensesim simulates the licences of organizations, of which the API shows nothing.
package licensesim

import (
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/bindplanesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

var switches = []sim.Switch{{
	Name: "license-path", Default: "id", Values: []string{"id", "current"},
	About: "whether PUT /v1/organizations/{id}/license is there: the docs write the path with a literal :id, which may be a slip",
}}

// Register adds the routes and the switch to a world.
func Register(w *bindplanesim.World) {
	w.Switches.Define(switches...)

	w.Handle("PUT /v1/organizations/{id}/license", ofNamed)
	w.Handle("PUT /v1/organization-license", ofCurrent)
}

// ofNamed takes a key, or the type of a licence to make [docs].
func ofNamed(c *bindplanesim.Call) sim.Response {
	if c.Switch("license-path") == "current" {
		return sim.Response{Status: http.StatusNotFound, Header: http.Header{"Content-Type": {"text/plain"}}, Body: []byte("404 page not found")}
	}

	id := c.PathValue("id")
	if _, ok := c.Docs(bindplanesim.Organizations, "").Get(id); !ok || !c.Belongs(id) {
		return c.NotFound("organization", id)
	}

	return replace(c, id, sim.Fields{"licenseKey": sim.String, "createLicenseType": sim.String})
}

// ofCurrent takes a key for the organization that the request acts in [docs].
func ofCurrent(c *bindplanesim.Call) sim.Response {
	here, refused := c.Here()
	if refused != nil {
		return *refused
	}

	return replace(c, here, sim.Fields{"licenseKey": sim.String})
}

// replace stores what was sent. That it has to be a key or a type is [I]. Which keys are
// valid, and which have limits that conflict with the organization, only the vendor can tell:
// a fault answers so.
func replace(c *bindplanesim.Call, id string, fields sim.Fields) sim.Response {
	if !c.Caller.Admin {
		return bindplanesim.NotAdmin()
	}

	body, wrong := c.Object(fields)
	key, typ := bindplanesim.Text(body, "licenseKey"), bindplanesim.Text(body, "createLicenseType")

	if wrong != nil || (key == "") == (typ == "") {
		return bindplanesim.Refuse(http.StatusBadRequest, "a license key or a license type is required")
	}

	c.Docs(bindplanesim.Licenses, "").Put(id, sim.Doc{"key": key, "type": typ})

	return sim.NoContent()
}
