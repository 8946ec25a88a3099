// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package serviceaccountsim simulates service accounts and their credentials (evidence: people 4.1).
package serviceaccountsim

import (
	"maps"
	"net/http"
	"slices"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

var switches = []sim.Switch{
	{
		Name: "service-accounts", Default: "on", Values: []string{"on", "off"},
		About: "whether the tenant may create service accounts; one that may not gets a 404 ([cli], live)",
	},
	{
		Name: "service-account-single", Default: "wrapped", Values: []string{"wrapped", "bare"},
		About: "whether one service account is wrapped in serviceAccount, as the live service does ([cli]), or bare, as the contract has it",
	},
	{
		Name: "service-account-last-credential", Default: "keep", Values: []string{"keep", "remove"},
		About: "whether the last credential of a service account can be deleted: the contract has a 409 and does not say what for",
	},
}

// Most credentials of one account, as a third party's documentation counts them [3p].
const most = 2

// lifetimes are what the service takes ([cli live]).
var lifetimes = map[string]time.Duration{
	"30 Days": 30 * day, "60 Days": 60 * day, "90 Days": 90 * day, "365 Days": 365 * day,
}

const day = 24 * time.Hour

// Register adds the routes and switches to a world.
func Register(w *jumpcloudsim.World) {
	w.Switches.Define(switches...)

	w.Either("GET /api/v2/service-accounts", list, jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Sort)
	w.Either("POST /api/v2/service-accounts", create)
	w.Either("GET /api/v2/service-accounts/{service_account_id}", get)
	w.Either("DELETE /api/v2/service-accounts/{service_account_id}", remove)
	w.Either("POST /api/v2/service-accounts/{service_account_id}/auth-config", addCredential)
	w.Either("DELETE /api/v2/service-accounts/{service_account_id}/auth-config/{auth_config_id}", removeCredential)
}

// mine tells whether an account belongs to the caller's provider, or to the caller's organization.
func mine(c *jumpcloudsim.Call, d sim.Doc) bool {
	if c.Caller.ProviderID != "" {
		return d["provider"] == c.Caller.ProviderID
	}

	return d["organization"] == c.Caller.OrganizationID && c.Caller.OrganizationID != ""
}

func find(c *jumpcloudsim.Call) (sim.Doc, bool) {
	d, ok := c.Docs(jumpcloudsim.ServiceAccounts, "").Get(c.PathValue("service_account_id"))

	return d, ok && mine(c, d)
}

func list(c *jumpcloudsim.Call) sim.Response {
	items := []sim.Doc{}

	for _, d := range c.Docs(jumpcloudsim.ServiceAccounts, "").All() {
		if mine(c, d) {
			items = append(items, shown(c, d))
		}
	}

	return c.Wrapped("results", items, jumpcloudsim.List{})
}

func get(c *jumpcloudsim.Call) sim.Response {
	d, ok := find(c)
	if !ok {
		return jumpcloudsim.NotFound()
	}

	if c.Switch("service-account-single") == "bare" {
		return sim.JSON(http.StatusOK, shown(c, d))
	}

	return sim.JSON(http.StatusOK, sim.Doc{"serviceAccount": shown(c, d)})
}

func create(c *jumpcloudsim.Call) sim.Response {
	if c.Switch("service-accounts") == "off" {
		return jumpcloudsim.NotFound()
	}

	body, bad := c.Object(sim.Fields{"name": sim.String, "roleId": sim.String, "roleName": sim.String, "authConfig": sim.Object})
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	id, _ := body["roleId"].(string)

	role, ok := c.World.FindRole(c.Caller.ProviderID, id)
	if !ok || role["id"] != id {
		return jumpcloudsim.BadRequest("role does not exist", "", "")
	}

	name, _ := body["name"].(string)
	if name == "" {
		return jumpcloudsim.BadRequest("name is required", "", "name")
	}

	config, _ := body["authConfig"].(sim.Doc)

	credential, refused := newCredential(c, config)
	if refused != nil {
		return *refused
	}

	d := sim.Doc{
		"id": c.World.IDs.ObjectID(), "name": name, "roleName": role["name"], "provider": c.Caller.ProviderID,
		"organization": c.Caller.OrganizationID, "allOrganizations": true, "organizations": []any{}, "billing": jumpcloudsim.HasBilling(role),
		"createdAt": stamp(c.World.Clock.Now()), jumpcloudsim.Credentials: []any{stored(credential)},
	}
	account, _ := d["id"].(string)
	c.Docs(jumpcloudsim.ServiceAccounts, "").Put(account, d)

	answer := shown(c, d)
	answer["authConfigList"] = []any{wrapped(credential, true)}

	return sim.JSON(http.StatusCreated, sim.Doc{"serviceAccount": answer})
}

func remove(c *jumpcloudsim.Call) sim.Response {
	d, ok := find(c)
	if !ok {
		return jumpcloudsim.NotFound()
	}

	id, _ := d["id"].(string)
	c.Docs(jumpcloudsim.ServiceAccounts, "").Remove(id)

	return sim.JSON(http.StatusAccepted, sim.Doc{})
}

func addCredential(c *jumpcloudsim.Call) sim.Response {
	d, ok := find(c)
	if !ok {
		return jumpcloudsim.NotFound()
	}

	body, bad := c.Object(sim.Fields{"authConfig": sim.Object})
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	config, _ := body["authConfig"].(sim.Doc)

	credential, refused := newCredential(c, config)
	if refused != nil {
		return *refused
	}

	all := credentials(d)
	if len(all) >= most {
		return jumpcloudsim.BadRequest("the service account has two credentials already", "", "")
	}

	save(c, d, append(all, stored(credential)))

	return sim.JSON(http.StatusCreated, sim.Doc{"authConfig": wrapped(credential, true)})
}

func removeCredential(c *jumpcloudsim.Call) sim.Response {
	d, ok := find(c)
	if !ok {
		return jumpcloudsim.NotFound()
	}

	all := credentials(d)
	rest := slices.DeleteFunc(slices.Clone(all), func(v any) bool {
		credential, _ := v.(sim.Doc)

		return credential["objectId"] == c.PathValue("auth_config_id")
	})

	switch {
	case len(rest) == len(all):
		return jumpcloudsim.NotFound()
	case len(rest) == 0 && c.Switch("service-account-last-credential") == "keep":
		return jumpcloudsim.Conflict("the last credential cannot be deleted")
	}

	save(c, d, rest)

	return sim.JSON(http.StatusAccepted, sim.Doc{})
}

func save(c *jumpcloudsim.Call, d sim.Doc, all []any) {
	id, _ := d["id"].(string)
	d[jumpcloudsim.Credentials] = all
	c.Docs(jumpcloudsim.ServiceAccounts, "").Put(id, d)
}

func stored(credential sim.Doc) any { return maps.Clone(credential) }
