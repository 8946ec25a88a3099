// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package supportcasesim simulates support cases (evidence: rest 2).
package supportcasesim

import (
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Collection is where cases are stored, by their number, scoped by organization.
const Collection = "cases"

var switches = []sim.Switch{{
	Name: "organization-cases-of-several", Default: "refuse", Values: []string{"refuse", "first"},
	About: "what GET /organizations/cases, which takes no x-org-id, does for a caller who administers several organizations: " +
		"401 as for a missing header, or the first organization",
}}

// Register adds the routes to a world.
func Register(w *jumpcloudsim.World) {
	query := []string{jumpcloudsim.Filter, jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Sort}

	w.Provider("GET /api/v2/providers/{provider_id}/cases", ofProvider, query...)
	w.Switches.Define(switches...)

	// The vendor's SDK sends no x-org-id here [ps: jcapi-powershell custom/Module.cs].
	w.Account("GET /api/v2/organizations/cases", ofOrganization, query...)
	w.Account("GET /api/v2/cases/metadata", metadata)
}

// Add opens a case of an organization, as a mail to JumpCloud's support does.
func Add(w *jumpcloudsim.World, orgID, number, subject, status string) {
	_, org, _ := w.FindOrganization(orgID)
	w.Store.Docs(Collection, orgID).Put(number, sim.Doc{
		"caseNumber": number, "label": subject, "status": status, "date": "2026-08-19", "subject": subject,
		"description": "About " + subject, "reporter": "Kim", "reporterEmail": "kim@example.com", "organization": org["name"],
		"os": "macOS", "caseSubmissionProductType": "Devices",
	})
}

// ofProvider shows the cases of the organizations that the caller sees [I].
func ofProvider(c *jumpcloudsim.Call) sim.Response {
	all := []sim.Doc{}

	for _, o := range c.VisibleOrganizations() {
		id, _ := o["id"].(string)
		all = append(all, c.Docs(Collection, id).All()...)
	}

	return c.Wrapped("results", all, jumpcloudsim.List{})
}

func ofOrganization(c *jumpcloudsim.Call) sim.Response {
	visible := c.VisibleOrganizations()
	if len(visible) == 0 || len(visible) > 1 && c.Switch("organization-cases-of-several") == "refuse" {
		return jumpcloudsim.Unauthorized("Unauthorized: no organization selected")
	}

	id, _ := visible[0]["id"].(string)

	return c.Wrapped("results", c.Docs(Collection, id).All(), jumpcloudsim.List{})
}

// metadata is one object under results [S]. Its words are documented nowhere; these are ours [I].
func metadata(*jumpcloudsim.Call) sim.Response {
	return sim.JSON(http.StatusOK, sim.Doc{"results": sim.Doc{
		"caseTypes": []any{"Question", "Problem", "Feature Request"}, "caseSubmissionProductTypes": []any{"Devices", "Users", "Billing"},
		"statuses": []any{"Open", "Waiting on Customer", "Closed"}, "productServiceGroups": []any{"Platform"},
		"products": []any{"JumpCloud Platform"}, "severities": []any{"Low", "Medium", "High", "Critical"},
		"preferredResponseTimes": []any{"Business Hours", "Any Time"}, "os": []any{"macOS", "Windows", "Linux", "iOS", "Android"},
	}})
}
