// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloudsim

import (
	"net/http"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	keyHeader = "X-Api-Key"
	orgHeader = "X-Org-Id"
)

// Access says what a credential may see. It belongs to a provider, with all of
// its organizations or some, or to one single organization.
type Access struct {
	ProviderID       string
	AllOrganizations bool
	Organizations    []string // when not all
	OrganizationID   string   // of a single-tenant admin, who has no ProviderID
	// Billing is the scope organizations.billing: "Administrator With Billing" [kb].
	Billing bool
	// Role is the name of the role, which limits what the credential may call; "" means
	// one that may do everything, but for billing where Billing is off.
	Role string

	ID             string // of the administrator or service account; set by the world
	ServiceAccount bool   // set by the world
}

func (a Access) doc() sim.Doc {
	return sim.Doc{
		"provider": a.ProviderID, "allOrganizations": a.AllOrganizations, "organizations": append([]string{}, a.Organizations...),
		"organization": a.OrganizationID, "billing": a.Billing, "roleName": a.roleOf(),
	}
}

func accessOf(d sim.Doc, serviceAccount bool) Access {
	a := Access{
		ID: text(d, "id"), ProviderID: text(d, "provider"), OrganizationID: text(d, "organization"), ServiceAccount: serviceAccount,
		Role: text(d, "roleName"),
	}
	a.AllOrganizations, _ = d["allOrganizations"].(bool)
	a.Billing, _ = d["billing"].(bool)

	list, _ := d["organizations"].([]any)
	for _, id := range list {
		if s, ok := id.(string); ok {
			a.Organizations = append(a.Organizations, s)
		}
	}

	return a
}

// authenticate finds the caller.
func (w *World) authenticate(r *sim.Request) (*Call, *sim.Response) {
	c := &Call{Request: r, World: w}

	if key := r.Header.Get(keyHeader); key != "" {
		if account, ok := w.holder(map[string]string{"apiKey": key}); ok {
			c.Caller = accessOf(account, true) // sent like an administrator's key (evidence: transport 2.3)

			return c, nil
		}

		admin, ok := w.Store.Docs(Administrators, "").Find(func(d sim.Doc) bool { return text(d, "key") == key })
		if !ok {
			// Measured on the live service [3p].
			return nil, new(sim.JSON(http.StatusUnauthorized, sim.Doc{
				"error": "Unauthorized", "message": "Unauthorized: api key user not found",
			}))
		}

		if w.expired(admin) {
			// Not documented; as for a key that nobody has [I].
			return nil, new(Unauthorized("Unauthorized: api key expired"))
		}

		c.Caller = accessOf(admin, false)

		return c, nil
	}

	if token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		account, ok := w.tokenOwner(token)
		if !ok {
			// The words are not documented [I].
			return nil, new(sim.JSON(http.StatusUnauthorized, sim.Doc{"error": "Unauthorized", "message": "Unauthorized: invalid token"}))
		}

		c.Caller = accessOf(account, true)

		return c, nil
	}

	r.Violate("credential", "no API key and no token")

	if isV1(r.Request) {
		return nil, new(sim.Redirect("/login")) // measured on the live service [3p]
	}

	return nil, new(Unauthorized("Unauthorized"))
}

// refuseOrgHeader answers an organization header on a route that does not take
// one: 403, seen live on v1 /organizations (turbot/steampipe-plugin-jumpcloud) [3p].
func (c *Call) refuseOrgHeader() *sim.Response {
	if len(c.Header.Values(orgHeader)) == 0 {
		return nil
	}

	c.Violate("x-org-id", "sent to a route that does not take it")

	return new(Forbidden("Forbidden: organization selection not allowed via header"))
}

// selectTenant applies the x-org-id header [S preamble].
func (c *Call) selectTenant() *sim.Response {
	sent := c.Header.Values(orgHeader)

	if len(sent) == 0 {
		visible := c.VisibleOrganizations()

		switch {
		case c.Caller.OrganizationID != "":
			c.OrgID = c.Caller.OrganizationID
		case len(visible) == 1:
			c.OrgID = text(visible[0], "id") // only who administers several must choose [I]
		default:
			c.Violate("x-org-id", "missing on a tenant route")

			return new(Unauthorized("Unauthorized: no organization selected"))
		}

		return nil
	}

	if len(sent) > 1 || !sim.IsObjectID(sent[0]) {
		c.Violate("x-org-id", "malformed")

		return new(BadRequest("invalid organization id", "", "x-org-id"))
	}

	if _, ok := c.VisibleOrganization(sent[0]); !ok {
		return new(NotFound())
	}

	c.OrgID = sent[0]

	return nil
}

// VisibleOrganizations are the organizations that the caller may administer.
func (c *Call) VisibleOrganizations() []sim.Doc {
	a := c.Caller

	if a.OrganizationID != "" {
		if _, d, ok := c.World.FindOrganization(a.OrganizationID); ok {
			return []sim.Doc{d}
		}

		return nil
	}

	all := c.World.Store.Docs(Organizations, a.ProviderID).All()
	if a.AllOrganizations {
		return all
	}

	return slices.DeleteFunc(all, func(d sim.Doc) bool { return !slices.Contains(a.Organizations, text(d, "id")) })
}

// VisibleOrganization is the organization with this id if the caller may administer it.
func (c *Call) VisibleOrganization(id string) (sim.Doc, bool) {
	provider, d, ok := c.World.FindOrganization(id)

	switch a := c.Caller; {
	case !ok:
		return nil, false
	case a.OrganizationID != "":
		return d, a.OrganizationID == id
	default:
		return d, provider == a.ProviderID && (a.AllOrganizations || slices.Contains(a.Organizations, id))
	}
}

// text is a string member, or "".
func text(d sim.Doc, name string) string {
	s, _ := d[name].(string)

	return s
}
