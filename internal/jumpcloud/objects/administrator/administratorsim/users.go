// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administratorsim

import (
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// registerUsers adds version 1's routes of administrators. The vendor's SDK calls them
// without x-org-id, and the contract documents the header for PUT; both work [ps, S].
func registerUsers(w *jumpcloudsim.World) {
	w.Either("GET /api/users", listUsers, jumpcloudsim.FieldList, jumpcloudsim.Filter, jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Sort)
	w.Either("POST /api/users", func(c *jumpcloudsim.Call) sim.Response {
		c.ProviderID = c.Caller.ProviderID
		if c.ProviderID == "" {
			return jumpcloudsim.Forbidden("Forbidden")
		}

		return save(c, v1)
	})
	w.Either("GET /api/users/{id}", func(c *jumpcloudsim.Call) sim.Response {
		d, ok := find(c, c.PathValue("id"))
		if !ok {
			return jumpcloudsim.NotFound()
		}

		return sim.JSON(http.StatusOK, c.Project(v1(c, d), nil))
	}, jumpcloudsim.FieldList)
	w.Either("PUT /api/users/{id}", update)
	w.Either("DELETE /api/users/{id}", remove)

	// Deeds, which answer 200 without a body [S v1].
	w.Account("GET /api/users/reactivate/{id}", func(c *jumpcloudsim.Call) sim.Response { return deed(c, "reactivated") })
	w.Account("POST /api/users/resettotp/{id}", func(c *jumpcloudsim.Call) sim.Response {
		if c.Switch("administrator-totp-reset") == "refuse" {
			return sim.JSON(http.StatusPreconditionFailed, sim.Doc{"error": "TOTP is not enrolled"})
		}

		return deed(c, "totpReset")
	})
}

// deed tallies how often something was done for an administrator, for who looks into the store.
func deed(c *jumpcloudsim.Call, what string) sim.Response {
	d, ok := find(c, c.PathValue("id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	times, _ := d[what].(string)
	d[what] = times + "|" // a tally
	c.Docs(jumpcloudsim.Administrators, "").Put(c.PathValue("id"), d)

	return sim.Response{Status: http.StatusOK}
}

func listUsers(c *jumpcloudsim.Call) sim.Response {
	items := []sim.Doc{}

	for _, d := range c.Docs(jumpcloudsim.Administrators, "").All() {
		if id, _ := d["id"].(string); id != "" {
			if _, ours := find(c, id); ours {
				items = append(items, v1(c, d))
			}
		}
	}

	return c.Wrapped("results", items, jumpcloudsim.List{Filterable: []string{"email"}})
}
