// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package organizationsim simulates providers and their organizations
// (evidence: organizations 2, 3, 4).
package organizationsim

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

var switches = []sim.Switch{
	{
		Name: "single-tenant-providers", Default: "empty", Values: []string{"empty", "forbidden"},
		About: "what GET /providers answers a key of one single organization",
	},
	{
		Name: "organization-name-unique", Default: "off", Values: []string{"off", "on"},
		About: "whether a second organization of one name is a 409; the vendor's importer checks names itself, which suggests that the API does not",
	},
	{
		Name: "organization-create-without-billing", Default: "allow", Values: []string{"allow", "forbid"},
		About: "whether an admin without billing may create organizations: a support article says no, the contract has a 400 for such an admin only if maxSystemUsers is sent",
	},
	{
		Name: "organization-create-links-creator", Default: "yes", Values: []string{"yes", "no"},
		About: "whether an admin of selected organizations sees one that the admin created",
	},
	{
		Name: "organization-put-omitted-max", Default: "keep", Values: []string{"keep", "reset"},
		About: "what an organization PUT without maxSystemUsers does to it",
	},
	{
		Name: "organization-put-omitted-name", Default: "keep", Values: []string{"keep", "refuse"},
		About: "what an organization PUT without name does",
	},
	{
		Name: "organization-put-other-id", Default: "ignore", Values: []string{"ignore", "refuse"},
		About: "what an organization PUT does whose body has another id than its path",
	},
	{
		Name: "v1-organization-foreign", Default: "404", Values: []string{"404", "403", "401"},
		About: "how v1 GET /organizations/{id} answers for an unknown or foreign id: it documents 401 and 403, other routes answer 404",
	},
}

// Register adds the routes and switches to a world.
func Register(w *jumpcloudsim.World) {
	w.Switches.Define(switches...)
	w.Switches.Define(providerSwitches...)
	w.Switches.Define(settingsSwitches...)

	w.Account("GET /api/v2/providers", listProviders)
	w.Provider("GET /api/v2/providers/{provider_id}", getProvider, jumpcloudsim.FieldList)
	w.Provider("PUT /api/v2/providers/{provider_id}", putProvider)
	w.Provider("GET /api/v2/providers/{provider_id}/organizations", list, jumpcloudsim.FieldList, jumpcloudsim.Filter,
		jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Sort, jumpcloudsim.SortIgnoreCase)
	w.Provider("POST /api/v2/providers/{provider_id}/organizations", create)
	w.Provider("PUT /api/v2/providers/{provider_id}/organizations/{id}", update)

	w.Account("GET /api/organizations", listV1, jumpcloudsim.FieldList, jumpcloudsim.Filter, jumpcloudsim.Limit, "search",
		jumpcloudsim.Skip, jumpcloudsim.Sort, jumpcloudsim.SortIgnoreCase)
	w.Account("GET /api/organizations/{id}", getV1, jumpcloudsim.FieldList, jumpcloudsim.Filter)
	w.Account("PUT /api/organizations/{id}", putV1)
	registerContents(w)
}

// listProviders is a bare array, normally of one entry [S]. It documents no paging.
func listProviders(c *jumpcloudsim.Call) sim.Response {
	if c.Caller.OrganizationID != "" {
		if c.Switch("single-tenant-providers") == "forbidden" {
			return jumpcloudsim.Forbidden("Forbidden")
		}

		return c.Array(nil, jumpcloudsim.List{})
	}

	p, ok := c.Docs(jumpcloudsim.Providers, "").Get(c.Caller.ProviderID)
	if !ok {
		return c.Array(nil, jumpcloudsim.List{})
	}

	return c.Array([]sim.Doc{p}, jumpcloudsim.List{})
}

func getProvider(c *jumpcloudsim.Call) sim.Response {
	p, ok := c.Docs(jumpcloudsim.Providers, "").Get(c.ProviderID)
	if !ok {
		return jumpcloudsim.NotFound()
	}

	return sim.JSON(http.StatusOK, c.Project(p, nil))
}

// list shows an admin the organizations that the admin is linked to [kb].
func list(c *jumpcloudsim.Call) sim.Response {
	items := []sim.Doc{}
	for _, d := range c.VisibleOrganizations() {
		items = append(items, v2(d))
	}

	return c.Wrapped("results", items, jumpcloudsim.List{Filterable: []string{"name"}})
}

// v2 has maxSystemUsers only when it is set: the sample answer lacks it [S].
func v2(d sim.Doc) sim.Doc {
	out := sim.Doc{"id": d["id"], "name": d["name"]}
	if limit, ok := d["maxSystemUsers"]; ok {
		out["maxSystemUsers"] = limit
	}

	return out
}

// create takes exactly name and maxSystemUsers; another field is a 400 [S].
func create(c *jumpcloudsim.Call) sim.Response {
	body, bad := c.Closed(sim.Fields{"name": sim.String, "maxSystemUsers": sim.Integer})
	if bad != nil {
		return invalid(bad.Error(), "")
	}

	p, _ := c.Docs(jumpcloudsim.Providers, "").Get(c.ProviderID)
	if p["disallowOrgCreation"] == true {
		return jumpcloudsim.Forbidden("Forbidden: organization creation is disabled") // [S]; the words are ours
	}

	if !c.Caller.Billing && c.Switch("organization-create-without-billing") == "forbid" {
		return jumpcloudsim.Forbidden("Forbidden")
	}

	if refused := check(c, body, ""); refused != nil {
		return *refused
	}

	id := c.World.IDs.ObjectID()
	on := c.Switch("new-organization-mdm") == "on"
	name, _ := body["name"].(string)
	d := c.World.OrganizationDoc(id, c.ProviderID, jumpcloudsim.Organization{Name: name, MDM: jumpcloudsim.MDM{Apple: on, Windows: on, Android: on}})

	if limit, ok := body["maxSystemUsers"]; ok {
		d["maxSystemUsers"] = limit
	}

	c.Docs(jumpcloudsim.Organizations, c.ProviderID).Put(id, d)

	// Admins of all organizations see later ones at once [kb].
	if !c.Caller.AllOrganizations && c.Switch("organization-create-links-creator") == "yes" {
		c.GrantOrganization(id)
	}

	return sim.JSON(http.StatusCreated, v2(d))
}

func update(c *jumpcloudsim.Call) sim.Response {
	id := c.PathValue("id")

	d, ok := c.VisibleOrganization(id)
	if !ok {
		return jumpcloudsim.NotFound()
	}

	body, bad := c.Object(sim.Fields{"id": sim.String, "name": sim.String, "maxSystemUsers": sim.Integer})
	if bad != nil {
		return invalid(bad.Error(), "")
	}

	if other, ok := body["id"]; ok && other != id && c.Switch("organization-put-other-id") == "refuse" {
		return invalid("id does not match the path", "")
	}

	if _, ok := body["name"]; !ok && c.Switch("organization-put-omitted-name") == "keep" {
		body["name"] = d["name"]
	}

	if refused := check(c, body, id); refused != nil {
		return *refused
	}

	d["name"] = body["name"]

	if limit, ok := body["maxSystemUsers"]; ok {
		d["maxSystemUsers"] = limit
	} else if c.Switch("organization-put-omitted-max") == "reset" {
		delete(d, "maxSystemUsers")
	}

	c.Docs(jumpcloudsim.Organizations, c.ProviderID).Put(id, d)

	return sim.JSON(http.StatusOK, v2(d))
}

// check holds for create [S]; update documents nothing but 200, the same is assumed [I].
func check(c *jumpcloudsim.Call, body sim.Doc, self string) *sim.Response {
	name, _ := body["name"].(string)
	if strings.TrimSpace(name) == "" {
		return new(invalid("name must not be blank", "invalidName"))
	}

	if limit, ok := body["maxSystemUsers"]; ok {
		// 400, not 403, without the scope organizations.billing [S].
		if !c.Caller.Billing {
			return new(invalid("maxSystemUsers requires the organizations.billing scope", ""))
		}

		// v1 gives the minimum 0 [S v1].
		if n, ok := limit.(json.Number); ok && strings.HasPrefix(n.String(), "-") {
			return new(invalid("maxSystemUsers must not be negative", ""))
		}
	}

	if c.Switch("organization-name-unique") == "on" {
		taken := slices.ContainsFunc(c.Docs(jumpcloudsim.Organizations, c.ProviderID).All(), func(d sim.Doc) bool {
			return d["name"] == name && d["id"] != self
		})
		if taken {
			return new(jumpcloudsim.Conflict("Organization already exists"))
		}
	}

	return nil
}

// invalid is the 400 of these routes: an Error, without the details that others have [S].
func invalid(message, status string) sim.Response {
	return jumpcloudsim.Refuse(http.StatusBadRequest, message, status)
}

// listV1 has small items; other members only with fields= [S v1].
func listV1(c *jumpcloudsim.Call) sim.Response {
	search := strings.ToLower(c.URL.Query().Get("search"))
	items := []sim.Doc{}

	for _, d := range c.VisibleOrganizations() {
		item := v1(d)
		item["id"] = d["id"] // beside _id, in lists [cli, live]
		if name, _ := item["displayName"].(string); strings.Contains(strings.ToLower(name), search) {
			items = append(items, item)
		}
	}

	return c.Wrapped("results", items, jumpcloudsim.List{
		Filterable: []string{"displayName"}, Small: []string{"_id", "id", "created", "displayName", "logoUrl"},
	})
}

func getV1(c *jumpcloudsim.Call) sim.Response {
	d, ok := c.VisibleOrganization(c.PathValue("id"))
	if !ok {
		return foreign(c)
	}

	return sim.JSON(http.StatusOK, c.Project(v1(d), nil))
}

func foreign(c *jumpcloudsim.Call) sim.Response {
	switch c.Switch("v1-organization-foreign") {
	case "401":
		return jumpcloudsim.Unauthorized("Unauthorized")
	case "403":
		return jumpcloudsim.Forbidden("Forbidden")
	default:
		return jumpcloudsim.NotFound()
	}
}

// v1 is the large form; of its many settings only those that the simulator knows.
func v1(d sim.Doc) sim.Doc {
	mdm, _ := d["mdm"].(sim.Doc)
	windows := mdm["windows"] == true
	settings := settingsOf(d)
	settings["name"], settings["pendingDelete"] = d["name"], d["pendingDelete"] == true
	settings["windowsMDM"] = sim.Doc{"enabled": windows, "autoEnroll": false}

	if limit, ok := d["maxSystemUsers"]; ok {
		settings["maxSystemUsers"] = limit
	}

	out := sim.Doc{
		"_id": d["id"], "displayName": d["name"], "logoUrl": d["logoUrl"], "created": d["created"],
		"accountType": "Tenant", "provider": nil, "settings": settings,
	}
	if d["provider"] != "" {
		out["provider"] = d["provider"]
	}

	return out
}
