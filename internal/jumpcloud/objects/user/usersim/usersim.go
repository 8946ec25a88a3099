// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package usersim simulates what changes the users of an organization: POST, PUT and DELETE
// /api/systemusers of version 1. Lists and single GETs are with the organization's contents
// and with the graph.
package usersim

import (
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Collection holds the users of an organization.
const Collection = "systemusers"

var switches = []sim.Switch{
	{
		Name: "user-name-taken", Default: "invalid", Values: []string{"invalid", "conflict"},
		About: "whether a username or an email that another user of the organization has is a 400, the one refusal that the contract documents, or a 409",
	},
	{
		Name: "user-email-case", Default: "lower", Values: []string{"lower", "keep"},
		About: "whether the letters of a user's email are stored in lower case",
	},
	{
		Name: "user-state-default", Default: "ACTIVATED", Values: []string{"ACTIVATED", "STAGED"},
		About: "the state of a user that is created without one, which a setting of the organization decides",
	},
	{
		Name: "user-delete-manager", Default: "refuse", Values: []string{"refuse", "allow"},
		About: "whether a user who manages others can be deleted without cascade_manager: the contract has a 409 and does not say what for",
	},
}

// Register adds the routes and switches to a world.
func Register(w *jumpcloudsim.World) {
	w.Switches.Define(switches...)

	w.Tenant("POST /api/systemusers", create)
	w.Tenant("PUT /api/systemusers/{id}", update)
	w.Tenant("DELETE /api/systemusers/{id}", remove, "cascade_manager")

	for _, what := range []string{"unlock", "resetmfa", "expire", "reactivate"} {
		w.Tenant("POST /api/systemusers/{id}/"+what, func(c *jumpcloudsim.Call) sim.Response { return deed(c, what) })
	}
}

// deed answers 200 for whoever exists (evidence: people 5.2); all members of bodies are optional [S v1].
func deed(c *jumpcloudsim.Call, what string) sim.Response {
	taken := map[string]sim.Fields{
		"resetmfa": {"exclusion": sim.Bool, "exclusionDays": sim.Number, "exclusionUntil": sim.String}, "reactivate": {"email": sim.String},
	}[what]

	if c.ContentLength > 0 {
		if _, bad := c.Object(taken); bad != nil {
			return jumpcloudsim.BadBody(bad)
		}
	}

	d, ok := c.Tenant(Collection).Get(c.PathValue("id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	if what == "unlock" {
		d["account_locked"] = false
		c.Tenant(Collection).Put(c.PathValue("id"), d)
	}

	if what == "reactivate" {
		return sim.Response{Status: http.StatusOK} // without a body [S v1]
	}

	return sim.JSON(http.StatusOK, "OK")
}

// written are the members that POST and PUT both take [S v1].
var written = sim.Fields{
	"account_locked": sim.Bool, "addresses": sim.Array, "allow_public_key": sim.Bool, "alternateEmail": sim.String, "attributes": sim.Array,
	"company": sim.String, "costCenter": sim.String, "department": sim.String, "description": sim.String,
	"disableDeviceMaxLoginAttempts": sim.Bool, "displayname": sim.String, "email": sim.String, "employeeIdentifier": sim.String,
	"employeeType": sim.String, "enable_managed_uid": sim.Bool, "enable_user_portal_multifactor": sim.Bool, "external_dn": sim.String,
	"external_source_type": sim.String, "firstname": sim.String, "jobTitle": sim.String, "lastname": sim.String,
	"ldap_binding_user": sim.Bool, "location": sim.String, "managedAppleId": sim.String, "manager": sim.String, "middlename": sim.String,
	"password": sim.String, "password_never_expires": sim.Bool, "phoneNumbers": sim.Array, "samba_service_user": sim.Bool,
	"state": sim.String, "sudo": sim.Bool, "unix_guid": sim.Integer, "unix_uid": sim.Integer, "username": sim.String,
}

func create(c *jumpcloudsim.Call) sim.Response {
	fields := maps.Clone(written)
	fields["passwordless_sudo"] = sim.Bool // of POST alone

	body, bad := c.Object(fields)
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	for _, name := range []string{"username", "email"} {
		if text, _ := body[name].(string); strings.TrimSpace(text) == "" {
			return jumpcloudsim.BadRequest(name+" is required", "", name)
		}
	}

	id := c.World.IDs.ObjectID()
	d := sim.Doc{
		"id": id, "state": c.Switch("user-state-default"), "organization": c.OrgID, "activated": body["password"] != nil,
		"created": c.World.Clock.Now().UTC().Format("2006-01-02T15:04:05.000Z"),
	}

	return save(c, d, body, "STAGED", "ACTIVATED", "SUSPENDED")
}

// update changes what is sent and keeps the rest, on which the vendor's module relies ([ps]
// Set-JCUser). A list is replaced as a whole: the module sends all attributes to change one.
func update(c *jumpcloudsim.Call) sim.Response {
	body, bad := c.Object(written)
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	d, ok := c.Tenant(Collection).Get(c.PathValue("id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	return save(c, d, body, "ACTIVATED", "SUSPENDED") // a user never goes back to STAGED [S v1]
}

// save checks a body and stores it over a user.
func save(c *jumpcloudsim.Call, d, body sim.Doc, states ...string) sim.Response {
	if state, sent := body["state"].(string); sent && !slices.Contains(states, state) {
		return jumpcloudsim.BadRequest("invalid state "+state, "", "state")
	}

	if email, sent := body["email"].(string); sent && c.Switch("user-email-case") == "lower" {
		body["email"] = strings.ToLower(email)
	}

	for _, name := range []string{"username", "email"} {
		text, sent := body[name].(string)

		taken := func(other sim.Doc) bool {
			there, _ := other[name].(string)

			return other["id"] != d["id"] && strings.EqualFold(there, text)
		}

		if _, found := c.Tenant(Collection).Find(taken); sent && found {
			if c.Switch("user-name-taken") == "conflict" {
				return jumpcloudsim.Conflict(name + " already in use")
			}

			return jumpcloudsim.BadRequest(name+" already in use", "", name)
		}
	}

	if manager, _ := body["manager"].(string); manager != "" {
		if _, ok := c.Tenant(Collection).Get(manager); !ok {
			return jumpcloudsim.BadRequest("manager does not exist", "", "manager")
		}
	}

	if _, sent := body["password"]; sent {
		delete(body, "password") // no answer shows it [S v1]
		d["password_date"] = c.World.Clock.Now().UTC().Format("2006-01-02T15:04:05.000Z")
	}

	maps.Copy(d, body)

	id, _ := d["id"].(string)
	d["suspended"] = d["state"] == "SUSPENDED"
	c.Tenant(Collection).Put(id, d)

	return sim.JSON(http.StatusOK, shown(d))
}

func remove(c *jumpcloudsim.Call) sim.Response {
	id := c.PathValue("id")

	d, ok := c.Tenant(Collection).Get(id)
	if !ok {
		return jumpcloudsim.NotFound()
	}

	reports := func(other sim.Doc) bool { return other["manager"] == id }
	if _, found := c.Tenant(Collection).Find(reports); found && c.Switch("user-delete-manager") == "refuse" && !c.URL.Query().Has("cascade_manager") {
		return jumpcloudsim.Conflict("user manages other users")
	}

	c.Tenant(Collection).Remove(id)

	return sim.JSON(http.StatusOK, shown(d))
}

// shown is a user as version 1 shows one.
func shown(d sim.Doc) sim.Doc {
	out := maps.Clone(d)
	out["_id"] = d["id"]
	delete(out, "id")

	return out
}
