// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package jumpcloudsim simulates what is JumpCloud's but no object's: providers
// (MSPs) and their organizations, admins and service accounts, tenant selection,
// the shapes of errors and lists, filters and sorting.
//
// Comments name the source of a rule with a mark, such as [S]; the evidence's README has
// their legend. What nobody documents, [U], is a switch.
package jumpcloudsim

import (
	"net/http"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Collections of the world itself. Organizations are scoped by their provider's id.
const (
	Providers       = "providers"
	Organizations   = "organizations"
	Administrators  = "administrators"
	ServiceAccounts = "serviceaccounts"
	tokens          = "tokens"
)

// World is a simulated JumpCloud without objects.
type World struct {
	*sim.Server

	// What one object's simulator needs of another's, which sets it when it is registered.

	// NewPolicyGroup makes a policy group with these members and returns its id.
	NewPolicyGroup func(orgID, name string, policyIDs []string) string

	// SystemsOf lists the systems that a policy reaches through whatever path, each once.
	SystemsOf func(orgID, policyID string) []string
}

// New returns a world without providers.
func New(o sim.Options) *World {
	o.LogHeaders = append(o.LogHeaders, orgHeader, "X-Provider-Id", "X-Query-Dsl")
	o.SecretHeaders = append(o.SecretHeaders, keyHeader, "Authorization")
	o.ErrorBody = func(status int, message string) any { return errorBody(status, message, "") }

	w := &World{}
	o.Strict = func() bool { return w.Switches.Get("unknown-body-members") == "refuse" }
	o.Path = w.path
	o.Text = func(text string) string {
		trimmed := strings.TrimSpace(text)
		if trimmed != text && w.Switches.Get("texts") == "trim" {
			return trimmed
		}

		return text
	}
	w.Server = sim.New(o)
	w.Switches.Define(switches...)
	w.Switches.Define(headerlessSwitches...)
	w.Server.Handle("POST /oauth2/token", w.issueToken)

	return w
}

// path lets a path end in a slash and spell its collection with capital letters, as the
// vendor's PowerShell module does (POST /policies/, GET /Systemgroups/{id}/members) [ps].
func (w *World) path(path string) string {
	collection := 2 // of /api/{collection}
	if strings.HasPrefix(path, "/api/v2/") {
		collection = 3
	}

	segments := strings.Split(strings.TrimRight(path, "/"), "/")
	if strings.HasPrefix(path, "/api/") && len(segments) > collection {
		segments[collection] = strings.ToLower(segments[collection])
	}

	tidy := strings.Join(segments, "/")
	if tidy != path && w.Switches.Get("loose-paths") == "refuse" {
		return path
	}

	return tidy
}

// Call is a request whose caller and tenant are established.
type Call struct {
	*sim.Request

	World      *World
	Caller     Access
	ProviderID string // of the path, on provider routes
	OrgID      string // selected, on tenant routes
}

// Tenant is a collection of the selected organization.
func (c *Call) Tenant(collection string) sim.Collection { return c.Docs(collection, c.OrgID) }

// Switch is the present value of a switch.
func (c *Call) Switch(name string) string { return c.World.Switches.Get(name) }

// Handler answers one route.
type Handler func(*Call) sim.Response

// Public adds a route that needs no credential.
func (w *World) Public(pattern string, h Handler, query ...string) {
	w.Server.Handle(pattern, func(r *sim.Request) sim.Response { return h(&Call{Request: r, World: w}) }, query...)
}

// Account adds a route that needs a credential and takes neither a provider in
// the path nor an organization header.
func (w *World) Account(pattern string, h Handler, query ...string) {
	w.Server.Handle(pattern, func(r *sim.Request) sim.Response {
		c, refused := w.authenticate(r)
		if refused != nil {
			return *refused
		}

		if refused := c.refuseOrgHeader(); refused != nil {
			return *refused
		}

		if refused := c.requireScope(pattern); refused != nil {
			return *refused
		}

		return h(c)
	}, query...)
}

// Provider adds a route with {provider_id} in its path.
func (w *World) Provider(pattern string, h Handler, query ...string) {
	w.Account(pattern, func(c *Call) sim.Response {
		if c.Caller.OrganizationID != "" {
			// Not documented for single-tenant keys; 403 is what forbidden routes answer [I].
			return Forbidden("Forbidden")
		}

		c.ProviderID = c.PathValue("provider_id")
		if !sim.IsObjectID(c.ProviderID) {
			return BadRequest("invalid provider id", "", "provider_id")
		}

		if c.ProviderID != c.Caller.ProviderID {
			return NotFound()
		}

		if c.Caller.ServiceAccount && c.Switch("service-account-providers") == "forbidden" {
			return Forbidden("Forbidden")
		}

		return h(c)
	}, query...)
}

// Tenant adds a route of one organization, chosen by the x-org-id header.
func (w *World) Tenant(pattern string, h Handler, query ...string) {
	w.Server.Handle(pattern, func(r *sim.Request) sim.Response {
		c, refused := w.authenticate(r)
		if refused != nil {
			return *refused
		}

		if refused := c.selectTenant(); refused != nil {
			return *refused
		}

		if refused := c.requireScope(pattern); refused != nil {
			return *refused
		}

		return h(c)
	}, query...)
}

// Either adds a route of the account that documents an organization header and needs none:
// the header must name an organization that the caller may see, and changes nothing else [I].
func (w *World) Either(pattern string, h Handler, query ...string) {
	w.Server.Handle(pattern, func(r *sim.Request) sim.Response {
		c, refused := w.authenticate(r)
		if refused != nil {
			return *refused
		}

		if len(c.Header.Values(orgHeader)) > 0 {
			if refused := c.selectTenant(); refused != nil {
				return *refused
			}
		}

		if refused := c.requireScope(pattern); refused != nil {
			return *refused
		}

		return h(c)
	}, query...)
}

func isV1(r *http.Request) bool {
	return len(r.URL.Path) < 8 || r.URL.Path[:8] != "/api/v2/"
}
