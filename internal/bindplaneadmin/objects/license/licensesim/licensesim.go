// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package licensesim simulates the licences of organizations, of which the API shows nothing.
package licensesim

import (
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/bindplanesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Register adds the route to a world. The docs write the path with a literal :id, which is
// taken for a slip [I].
func Register(w *bindplanesim.World) {
	w.Handle("PUT /v1/organizations/{id}/license", replace)
}

// replace takes a key, or the type of a licence to make [docs]. That it has to be one of them
// is [I]. Which keys are valid, and which have limits that conflict with the organization,
// only the vendor can tell: a fault answers so.
func replace(c *bindplanesim.Call) sim.Response {
	id := c.PathValue("id")
	_, ok := c.Docs(bindplanesim.Organizations, "").Get(id)

	switch {
	case !ok || !c.Belongs(id):
		return c.NotFound("organization", id)
	case !c.Caller.Admin:
		return bindplanesim.NotAdmin()
	}

	body, wrong := c.Object(sim.Fields{"licenseKey": sim.String, "createLicenseType": sim.String})
	key, typ := bindplanesim.Text(body, "licenseKey"), bindplanesim.Text(body, "createLicenseType")

	if wrong != nil || (key == "") == (typ == "") {
		return bindplanesim.Refuse(http.StatusBadRequest, "a license key or a license type is required")
	}

	c.Docs(bindplanesim.Licenses, "").Put(id, sim.Doc{"key": key, "type": typ})

	return sim.NoContent()
}
