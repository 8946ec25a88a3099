// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administratorsim

import (
	"net/http"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// lifetimes are those of a service account's credentials [cli, live].
var lifetimes = []any{"30 Days", "60 Days", "90 Days", "365 Days"}

func registerServiceAccounts(w *jumpcloudsim.World) {
	const one = "/api/v2/service-accounts/{service_account_id}"

	w.Either("GET /api/v2/service-accounts", listServiceAccounts, jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Sort)
	w.Either("POST /api/v2/service-accounts", createServiceAccount)
	w.Either("GET "+one, func(c *jumpcloudsim.Call) sim.Response {
		d, ok := serviceAccount(c)
		if !ok {
			return jumpcloudsim.NotFound()
		}

		// Wrapped, against the contract [cli, live].
		return sim.JSON(http.StatusOK, sim.Doc{"serviceAccount": shownAccount(c, d)})
	})
	w.Either("DELETE "+one, func(c *jumpcloudsim.Call) sim.Response {
		if _, ok := serviceAccount(c); !ok {
			return jumpcloudsim.NotFound()
		}

		c.Docs(jumpcloudsim.ServiceAccounts, "").Remove(c.PathValue("service_account_id"))

		return sim.JSON(http.StatusAccepted, sim.Doc{}) // [S]
	})
}

// createServiceAccount shows the credential once [S]. The route is a 404 where the tenant
// lacks the capability [cli, live].
func createServiceAccount(c *jumpcloudsim.Call) sim.Response {
	body, bad := c.Object(sim.Fields{"name": sim.String, "roleId": sim.String, "authConfig": sim.Object})
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	if c.Switch("service-accounts") == "off" {
		return jumpcloudsim.NotFound()
	}

	roleID, _ := body["roleId"].(string)

	role, known := c.World.FindRole(c.Caller.ProviderID, roleID)
	if !known {
		return jumpcloudsim.BadRequest("roleId is invalid", "", "roleId")
	}

	auth, _ := body["authConfig"].(sim.Doc)
	secret, _ := auth["clientSecretConfig"].(sim.Doc)

	if auth["authType"] != "CLIENT_SECRET" || !slices.Contains(lifetimes, secret["lifetime"]) {
		return jumpcloudsim.BadRequest("authConfig is invalid", "", "authConfig") // API keys are not simulated
	}

	id := c.World.IDs.ObjectID()
	d := sim.Doc{
		"id": id, "name": body["name"], "provider": c.Caller.ProviderID, "organization": "", "organizations": []any{}, "allOrganizations": true,
		"billing": jumpcloudsim.HasBilling(role), "roleName": role["name"], "clientId": "jcsa_" + id, "clientSecret": c.World.IDs.ObjectID(),
	}
	c.Docs(jumpcloudsim.ServiceAccounts, "").Put(id, d)

	return sim.JSON(http.StatusCreated, sim.Doc{"serviceAccount": shownAccount(c, d), "authConfig": sim.Doc{
		"authType": "CLIENT_SECRET", "clientSecretConfig": sim.Doc{"clientId": d["clientId"], "clientSecret": d["clientSecret"], "status": "ACTIVE"},
	}})
}

func serviceAccount(c *jumpcloudsim.Call) (sim.Doc, bool) {
	d, ok := c.Docs(jumpcloudsim.ServiceAccounts, "").Get(c.PathValue("service_account_id"))

	return d, ok && c.Caller.ProviderID != "" && d["provider"] == c.Caller.ProviderID
}

func listServiceAccounts(c *jumpcloudsim.Call) sim.Response {
	items := []sim.Doc{}

	for _, d := range c.Docs(jumpcloudsim.ServiceAccounts, "").All() {
		if d["provider"] == c.Caller.ProviderID && c.Caller.ProviderID != "" {
			items = append(items, shownAccount(c, d))
		}
	}

	return c.Wrapped("results", items, jumpcloudsim.List{})
}

// shownAccount is a service account as answers have it [S].
func shownAccount(c *jumpcloudsim.Call, d sim.Doc) sim.Doc {
	name, _ := d["roleName"].(string)
	role, _ := c.World.FindRole(c.Caller.ProviderID, name)

	return sim.Doc{
		"objectId": d["id"], "name": d["name"], "providerId": d["provider"], "roleId": role["id"], "roleName": name,
		"authType": "CLIENT_SECRET", "status": "ACTIVE", "orgCount": len(organizations(c, d)),
		"authConfigList": []any{sim.Doc{
			"authType": "CLIENT_SECRET", "clientSecretConfig": sim.Doc{"clientId": d["clientId"], "status": "ACTIVE"},
		}},
	}
}
