// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package administratorsim simulates the administrators of a provider, the organizations
// that each sees, and what a credential may learn of itself (evidence: people 1, 2, 4.1).
package administratorsim

import (
	"net/http"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

var switches = []sim.Switch{
	{
		Name: "administrator-email-taken", Default: "400", Values: []string{"400", "409"},
		About: "how a second administrator of one e-mail address is refused",
	},
	{
		Name: "administrator-last-billing", Default: "400", Values: []string{"400", "403"},
		About: "how the removal or demotion of the last administrator with billing is refused",
	},
	{
		Name: "administrator-create-without-billing", Default: "forbid", Values: []string{"forbid", "allow"},
		About: "whether an administrator without billing may add administrators: a support article says no, the contract has no word on it",
	},
	{
		Name: "administrator-several-roles", Default: "on", Values: []string{"on", "off"},
		About: "whether the provider has the feature of several roles: without it roles in requests are ignored and answers lack roles and roleNames",
	},
	{
		Name: "administrator-role-alone", Default: "only", Values: []string{"only", "keep"},
		About: "whether a PUT with roleName and without roles makes that the only role or leaves the others",
	},
	{
		Name: "administrator-organizations", Default: "take", Values: []string{"take", "ignore"},
		About: "whether the provider has the feature of administratorOrganizations, which links a new administrator at once",
	},
	{
		Name: "administrator-email-change", Default: "accept", Values: []string{"accept", "refuse"},
		About: "whether PUT changes an administrator's e-mail address, which its contract has, or refuses it with 400",
	},
	{
		Name: "administrator-totp-reset", Default: "accept", Values: []string{"accept", "refuse"},
		About: "whether an administrator's TOTP can be reset or is refused with the documented 412, of which nobody says when it comes",
	},
	{
		Name: "organization-link-duplicate", Default: "created", Values: []string{"created", "409"},
		About: "what a second link of one administrator with one organization does",
	},
	{
		Name: "organization-links-of-all", Default: "none", Values: []string{"none", "every"},
		About: "which links an administrator has who was created with access to all organizations",
	},
	{
		Name: "get-self", Default: "on", Values: []string{"on", "off"},
		About: "whether the undocumented GET /api/users/getSelf is there, which the vendor's PowerShell module calls",
	},
}

// Register adds the routes and switches to a world.
func Register(w *jumpcloudsim.World) {
	w.Switches.Define(switches...)

	w.Provider("GET /api/v2/providers/{provider_id}/administrators", list, jumpcloudsim.FieldList, jumpcloudsim.Filter,
		jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Sort, jumpcloudsim.SortIgnoreCase)
	w.Provider("POST /api/v2/providers/{provider_id}/administrators", create)
	w.Provider("DELETE /api/v2/providers/{provider_id}/administrators/{id}", remove)
	registerLinks(w)
	registerSelf(w)
	registerUsers(w)
}

func list(c *jumpcloudsim.Call) sim.Response {
	items := []sim.Doc{}

	for _, d := range c.Docs(jumpcloudsim.Administrators, "").All() {
		if d["provider"] == c.ProviderID {
			items = append(items, v2(c, d))
		}
	}

	return c.Wrapped("results", items, jumpcloudsim.List{Filterable: []string{"email"}})
}

// v2 is an administrator as the provider's list and the creation show one [S].
func v2(c *jumpcloudsim.Call, d sim.Doc) sim.Doc {
	provider, _ := d["provider"].(string)
	name, _ := d["roleName"].(string)
	role, _ := c.World.FindRole(provider, name)
	key, _ := d["key"].(string)

	out := sim.Doc{
		"id": d["id"], "email": d["email"], "firstname": d["firstname"], "lastname": d["lastname"], "registered": d["registered"],
		"suspended": d["suspended"], "enableMultiFactor": d["enableMultiFactor"], "apiKeyAllowed": d["apiKeyAllowed"],
		"apiKeySet": key != "", "role": role["id"], "roleName": name, "organizationAccessTotal": len(organizations(c, d)),
	}

	if hash := keyHash(d); hash != nil {
		out["apiKeyHash"] = hash
	}

	if c.Switch("administrator-several-roles") == "on" {
		out["roles"], out["roleNames"] = rolesOf(c, d)
	}

	return out
}

// keyHash is what can be read of a key: the beginning, and its end if it has one.
func keyHash(d sim.Doc) sim.Doc {
	const shown = 6

	key, _ := d["key"].(string)
	if key == "" {
		return nil
	}

	hash := sim.Doc{"prefix": key[:min(shown, len(key))], "createdAt": d["keyCreated"]}
	if at, ok := d["keyExpires"]; ok {
		hash["expireAt"] = at
	}

	return hash
}

// organizations are those that an administrator sees: all of the provider, also later
// ones [kb], or the linked.
func organizations(c *jumpcloudsim.Call, d sim.Doc) []string {
	provider, _ := d["provider"].(string)
	if d["allOrganizations"] == true {
		return c.Docs(jumpcloudsim.Organizations, provider).IDs()
	}

	return linked(d)
}

func linked(d sim.Doc) []string {
	var all []string

	list, _ := d["organizations"].([]any)
	for _, v := range list {
		if s, ok := v.(string); ok {
			all = append(all, s)
		}
	}

	return all
}

var created = sim.Fields{
	"email": sim.String, "firstname": sim.String, "lastname": sim.String, "role": sim.String, "roleName": sim.String,
	"bindNoOrgs": sim.Bool, "apiKeyAllowed": sim.Bool, "enableMultiFactor": sim.Bool, "roles": sim.Strings,
	"administratorOrganizations": sim.Strings,
}

// create answers 200 [S]. Roles and administratorOrganizations need feature flags [S], which
// are switches.
func create(c *jumpcloudsim.Call) sim.Response { return save(c, v2) }

// save adds an administrator of the provider, and answers in one of the two forms.
func save(c *jumpcloudsim.Call, form func(*jumpcloudsim.Call, sim.Doc) sim.Doc) sim.Response {
	body, bad := c.Object(created)
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	if !c.Caller.Billing && c.Switch("administrator-create-without-billing") == "forbid" {
		return jumpcloudsim.Forbidden("Forbidden")
	}

	email, _ := body["email"].(string)
	if !strings.Contains(email, "@") {
		return jumpcloudsim.BadRequest("email is invalid", "", "email")
	}

	// E-mail and one of role and roleName are required [S].
	name, _ := body["roleName"].(string)
	if id, ok := body["role"].(string); ok {
		name = id
	}

	role, ok := c.World.FindRole(c.ProviderID, name)
	if !ok {
		return jumpcloudsim.BadRequest("role is invalid", "", "roleName")
	}

	if refused := taken(c, email, ""); refused != nil {
		return *refused
	}

	id := c.World.IDs.ObjectID()
	d := sim.Doc{
		"id": id, "email": email, "provider": c.ProviderID, "organization": "", "organizations": []any{},
		"allOrganizations": body["bindNoOrgs"] != true, // undescribed; false binds all [I]
		"firstname":        or(body["firstname"], ""), "lastname": or(body["lastname"], ""), "roleName": role["name"],
		"billing": jumpcloudsim.HasBilling(role), "registered": false, "suspended": false,
		"apiKeyAllowed":     or(body["apiKeyAllowed"], false), // off for a new administrator [kb]
		"enableMultiFactor": or(body["enableMultiFactor"], false),
	}
	if refused := also(c, d, body); refused != nil {
		return *refused
	}

	c.Docs(jumpcloudsim.Administrators, "").Put(id, d)

	return sim.JSON(http.StatusOK, form(c, d))
}

func or(v, missing any) any {
	if v == nil {
		return missing
	}

	return v
}

func remove(c *jumpcloudsim.Call) sim.Response {
	d, ok := find(c, c.PathValue("id"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	if refused := keepBilling(c, d, nil); refused != nil {
		return *refused
	}

	c.Docs(jumpcloudsim.Administrators, "").Remove(c.PathValue("id"))

	return sim.NoContent()
}

// keepBilling refuses what would leave a provider without an administrator with billing [kb].
func keepBilling(c *jumpcloudsim.Call, d, newRole sim.Doc) *sim.Response {
	if d["roleName"] != jumpcloudsim.BillingRole || newRole["name"] == jumpcloudsim.BillingRole {
		return nil
	}

	another := slices.ContainsFunc(c.Docs(jumpcloudsim.Administrators, "").All(), func(o sim.Doc) bool {
		return o["provider"] == d["provider"] && o["roleName"] == jumpcloudsim.BillingRole && o["id"] != d["id"]
	})

	switch {
	case another:
		return nil
	case c.Switch("administrator-last-billing") == "403":
		return new(jumpcloudsim.Forbidden("at least one administrator with billing is needed"))
	default:
		return new(jumpcloudsim.BadRequest("at least one administrator with billing is needed", "", ""))
	}
}

// find is an administrator of the caller's provider.
func find(c *jumpcloudsim.Call, id string) (sim.Doc, bool) {
	d, ok := c.Docs(jumpcloudsim.Administrators, "").Get(id)

	return d, ok && c.Caller.ProviderID != "" && d["provider"] == c.Caller.ProviderID
}
