// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloudsim

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Roles is the collection of custom roles, scoped by their provider's id.
const Roles = "roles"

// BillingScope is the scope that administrators with billing have [S].
const BillingScope = "organizations.billing"

// BillingRole is the built-in role of which there must be one administrator at all times [kb].
const BillingRole = "Administrator With Billing"

// limitedRole is the built-in role that lacks nothing but billing.
const limitedRole = "Administrator"

// builtIn are the roles that every provider has, by name [kb]. What exactly each may do
// is not documented [U]: what is here keeps to the names, so that a key of each really is
// refused what its name does not promise.
var builtIn = []struct {
	name string
	has  func(scope string) bool
}{
	{BillingRole, func(string) bool { return true }},
	{limitedRole, func(s string) bool { return s != BillingScope }},
	{"Manager", func(s string) bool {
		return readonly(s) || s != BillingScope && !strings.HasPrefix(s, "administrators") && s != "providers" && s != "roles" &&
			s != "serviceaccounts" && s != "billing"
	}},
	{"Command Runner With Billing", func(s string) bool {
		return strings.HasPrefix(s, "commandrunner") || s == BillingScope || s == "billing"
	}},
	{"Command Runner", func(s string) bool { return strings.HasPrefix(s, "commandrunner") }},
	{"Help Desk", func(s string) bool {
		return readonly(s) && (strings.HasPrefix(s, "users") || strings.HasPrefix(s, "systems") || strings.HasPrefix(s, "groups"))
	}},
	{"Billing Only", func(s string) bool { return s == BillingScope || s == "billing" }},
	{"Read Only", readonly},
}

func readonly(scope string) bool { return strings.HasSuffix(scope, ".readonly") }

// BuiltInRoles are the roles that every provider has, in the console's order.
func BuiltInRoles() []sim.Doc {
	roles := builtInRoles()

	all := make([]sim.Doc, len(roles))
	for i, r := range roles {
		all[i], _ = sim.Clone(r).(sim.Doc)
	}

	return all
}

var builtInRoles = sync.OnceValue(func() []sim.Doc {
	all := make([]sim.Doc, 0, len(builtIn))

	for i, r := range builtIn {
		scopes := slices.DeleteFunc(AllScopes(), func(s string) bool { return !r.has(s) })
		all = append(all, sim.ToDoc(sim.Doc{
			"id": fmt.Sprintf("5b0000000000000000000%03d", i+1), "name": r.name, "scopes": append([]string{}, scopes...), "isCustom": false,
		}))
	}

	return all
})

// AllRoles are the roles of a provider: the built-in ones, then its own.
func (w *World) AllRoles(providerID string) []sim.Doc {
	return append(BuiltInRoles(), w.Store.Docs(Roles, providerID).All()...)
}

// FindRole looks a role up by its id or its name.
func (w *World) FindRole(providerID, idOrName string) (sim.Doc, bool) {
	sought := func(d sim.Doc) bool { return d["id"] == idOrName || d["name"] == idOrName }

	if i := slices.IndexFunc(builtInRoles(), sought); i >= 0 {
		d, ok := sim.Clone(builtInRoles()[i]).(sim.Doc)

		return d, ok
	}

	return w.Store.Docs(Roles, providerID).Find(sought)
}

// HasBilling tells whether a role is one with billing.
func HasBilling(role sim.Doc) bool { return slices.Contains(scopesOf(role), BillingScope) }

func scopesOf(role sim.Doc) []string {
	var all []string

	list, _ := role["scopes"].([]any)
	for _, v := range list {
		if s, ok := v.(string); ok {
			all = append(all, s)
		}
	}

	return all
}

// roleOf is the name of the role that a credential has when nobody says: that of a
// credential with billing may do everything.
func (a Access) roleOf() string {
	switch {
	case a.Role != "":
		return a.Role
	case a.Billing:
		return BillingRole
	default:
		return limitedRole
	}
}

// requireScope refuses a route that the caller's role does not cover. The status is what
// the contract declares; the words are not documented [U].
func (c *Call) requireScope(pattern string) *sim.Response {
	role := c.Caller.Role
	if role == "" || role == BillingRole || role == limitedRole && c.Caller.Billing {
		return nil
	}

	d, _ := c.World.FindRole(c.Caller.ProviderID, role)
	if mayCall(pattern, scopesOf(d)) {
		return nil
	}

	return new(Forbidden("Forbidden"))
}
