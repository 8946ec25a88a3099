// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administratorsim

import (
	"maps"
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func registerSelf(w *jumpcloudsim.World) {
	w.Account("GET /api/users/getSelf", getSelf, jumpcloudsim.FieldList)
}

// v1 is an administrator as API version 1 shows one (userreturn) [S v1].
func v1(c *jumpcloudsim.Call, d sim.Doc) sim.Doc {
	out := v2(c, d)
	out["_id"] = out["id"]

	for _, name := range []string{"id", "registered", "organizationAccessTotal"} {
		delete(out, name)
	}

	for _, name := range []string{"provider", "organization"} {
		if d[name] != "" {
			out[name] = d[name]
		}
	}

	return out
}

// getSelf is undocumented; the vendor's module asks it for fields=provider ([ps]
// Set-JCOrganization.ps1). That it is an administrator as PUT shows one is inferred [I].
func getSelf(c *jumpcloudsim.Call) sim.Response {
	d, ok := c.Docs(jumpcloudsim.Administrators, "").Get(c.Caller.ID)
	if !ok || c.Switch("get-self") == "off" {
		return sim.JSON(http.StatusNotFound, sim.Doc{"error": "Not Found", "message": "Not Found"})
	}

	return sim.JSON(http.StatusOK, c.Project(v1(c, d), nil))
}

var updated = sim.Fields{
	"email": sim.String, "firstname": sim.String, "lastname": sim.String, "roleName": sim.String,
	"apiKeyAllowed": sim.Bool, "enableMultiFactor": sim.Bool, "roles": sim.Strings,
}

// update is sparse [S v1]: what the body leaves out is kept.
func update(c *jumpcloudsim.Call) sim.Response {
	d, ok := find(c, c.PathValue("id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	body, bad := c.Object(updated)
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	id, _ := d["id"].(string)
	if email, ok := body["email"].(string); ok && email != d["email"] {
		if c.Switch("administrator-email-change") == "refuse" {
			return jumpcloudsim.Refuse(http.StatusBadRequest, "email cannot be changed", "")
		}

		if refused := taken(c, email, id); refused != nil {
			return *refused
		}
	}

	if name, ok := body["roleName"].(string); ok {
		role, known := c.World.FindRole(c.Caller.ProviderID, name)
		if !known {
			return jumpcloudsim.BadRequest("role is invalid", "", "roleName")
		}

		if refused := keepBilling(c, d, role); refused != nil {
			return *refused
		}

		d["billing"] = jumpcloudsim.HasBilling(role)

		if c.Switch("administrator-role-alone") == "only" {
			delete(d, "roles")
		}
	}

	if refused := also(c, d, body); refused != nil {
		return *refused
	}

	delete(body, "roles")
	maps.Copy(d, body)

	c.Docs(jumpcloudsim.Administrators, "").Put(c.PathValue("id"), d)

	return sim.JSON(http.StatusOK, v1(c, d))
}
