// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"cmp"
	"context"
	"encoding/json"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
)

// kind is a type of the graph's objects: where they are listed, what people call one, and
// where a person finds its id. Of a type without a list nobody can tell what is there.
type kind struct {
	collection string
	old        bool   // listed by version 1 of the API
	name       string // the field with its name; empty: asked for whole, since the contract requires others
	noun       string
	find       string
}

var kinds = map[string]kind{
	ActiveDirectory:     {noun: "Active Directory"},
	Application:         {"applications", true, "", "application", "The data source jumpcloud_applications has the ids by name."},
	Command:             {"commands", true, "name", "command", "The console shows the id of a command in its address."},
	GSuite:              {noun: "Google Workspace"},
	IDPRoutingPolicy:    {noun: "identity provider routing policy"},
	LDAPServer:          {"ldapservers", false, "name", "LDAP server", "The data source jumpcloud_ldap_server has the id."},
	Office365:           {noun: "Office 365 directory"},
	PasswordManagerItem: {noun: "password manager item"},
	Policy:              {"policies", false, "name", "policy", "The data source jumpcloud_policies has the ids by name."},
	PolicyGroup:         {"policygroups", false, "name", "policy group", "The data source jumpcloud_policy_groups has the ids by name."},
	RADIUSServer:        {"radiusservers", true, "name", "RADIUS server", "The console shows the id of a RADIUS server in its address."},
	System:              {"systems", true, "displayName", "device", "The data source jumpcloud_systems has the ids by name; a device that enrolls again gets another."},
	SystemGroup:         {"systemgroups", false, "name", "device group", "The data source jumpcloud_system_groups has the ids by name."},
	User:                {"systemusers", true, "username", "user", "The data source jumpcloud_users has the ids by username and by email."},
	UserGroup:           {"usergroups", false, "name", "user group", "The data source jumpcloud_user_groups has the ids by name."},
}

// Ref names an object of the graph.
type Ref struct{ Type, ID string }

func (r Ref) route(t *jumpcloud.Tenant) collections.Route { return kinds[r.Type].route(t).Join(r.ID) }

func (k kind) route(t *jumpcloud.Tenant) collections.Route {
	if k.old {
		return t.V1(k.collection)
	}

	return t.V2(k.collection)
}

// Noun is what people call an object of a type.
func Noun(of string) string { return kinds[of].noun }

// named is the least that lists of objects tell, in whichever version of the API.
type named struct{ ID, Name string }

// UnmarshalJSON finds the id and the name of an object.
func (n *named) UnmarshalJSON(data []byte) error {
	var o struct {
		ID       string `json:"id"`
		OldID    string `json:"_id"`
		Name     string `json:"name"`
		Display  string `json:"displayName"`
		Username string `json:"username"`
		Label    string `json:"displayLabel"`
	}

	err := json.Unmarshal(data, &o)
	n.ID, n.Name = cmp.Or(o.ID, o.OldID), cmp.Or(o.Label, o.Name, o.Display, o.Username)

	return err
}

// existing is a list of ids and names: "is it there?" for many at the price of one listing.
func existing(t *jumpcloud.Tenant, of string) collections.Listing[named] {
	k := kinds[of]

	// The fields keep this snapshot apart from that of whoever lists whole objects.
	separator := ","
	if k.old {
		separator = " "
	}

	route := k.route(t)
	if k.name != "" {
		route = route.With("fields", strings.Join([]string{"id", k.name}, separator))
	}

	return collections.Listing[named]{
		Route: route,
		Sort:  jumpcloud.SortID,
		ID:    func(n named) string { return n.ID },
		Single: func(ctx context.Context, id string) (named, error) {
			return collections.Get[named](ctx, k.route(t).Join(id))
		},
	}
}

// label is how a text names an object: with its name where that can be had.
func label(ctx context.Context, t *jumpcloud.Tenant, r Ref) string {
	if kinds[r.Type].collection == "" {
		return r.ID
	}

	if n, err := collections.Lookup(ctx, existing(t, r.Type), r.ID); err == nil && n.Name != "" {
		return `"` + n.Name + `" (` + r.ID + ")"
	}

	return r.ID
}
