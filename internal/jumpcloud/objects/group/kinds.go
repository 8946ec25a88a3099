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
// where a person finds its id.
type kind struct {
	collection string
	old        bool   // listed by version 1 of the API
	name       string // the field with its name
	noun       string
	find       string
}

var kinds = map[string]kind{
	Command:      {"commands", true, "name", "command", "The console shows the id of a command in its address."},
	Policy:       {"policies", false, "name", "policy", "The data source jumpcloud_policies has the ids by name."},
	PolicyGroup:  {"policygroups", false, "name", "policy group", "The data source jumpcloud_policy_groups has the ids by name."},
	RADIUSServer: {"radiusservers", true, "name", "RADIUS server", "The console shows the id of a RADIUS server in its address."},
	System:       {"systems", true, "displayName", "device", "The console shows the id of a device in its address; one that enrolls again gets another."},
	SystemGroup:  {"systemgroups", false, "name", "device group", "The data source jumpcloud_system_groups has the ids by name."},
	User:         {"systemusers", true, "username", "user", "The console shows the id of a user in its address."},
	UserGroup:    {"usergroups", false, "name", "user group", "The data source jumpcloud_user_groups has the ids by name."},
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
	}

	err := json.Unmarshal(data, &o)
	n.ID, n.Name = cmp.Or(o.ID, o.OldID), cmp.Or(o.Name, o.Display, o.Username)

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

	return collections.Listing[named]{
		Route: k.route(t).With("fields", strings.Join([]string{"id", k.name}, separator)),
		Sort:  jumpcloud.SortID,
		ID:    func(n named) string { return n.ID },
		Single: func(ctx context.Context, id string) (named, error) {
			return collections.Get[named](ctx, k.route(t).Join(id))
		},
	}
}

// label is how a text names an object: with its name where that can be had.
func label(ctx context.Context, t *jumpcloud.Tenant, r Ref) string {
	if n, err := collections.Lookup(ctx, existing(t, r.Type), r.ID); err == nil && n.Name != "" {
		return `"` + n.Name + `" (` + r.ID + ")"
	}

	return r.ID
}
