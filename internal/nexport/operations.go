// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package nexport

import (
	"fmt"
	"net/http"
	"slices"
)

// Names of paging, which the vendor's client has [C]. They are no fields to override.
const (
	pageName    = "page"
	perPageName = "per_page"
)

// operation is a call of the AdminApi. Its path is its name by the rule of the vendor's
// explorer; unless its source is [V] or [C] the name is our guess.
type operation struct {
	name   string
	method string // [I] or [U] but for Authenticate
	reads  bool   // it changes nothing, so that it may be repeated
	sends  []string
	gives  gives
}

// gives is what an operation answers with. Names of members are [U] unless a comment says more.
type gives struct {
	of    string   // what the object is, the first half of its fields' names
	needs []string // members without which the answer says nothing
	has   []string // members that may be missing
	many  bool     // a list of them
	under string   // the member that holds the list
	open  bool     // whatever there is, as it is
	tells bool     // it has to say something, since nothing else shows the effect
}

func (g gives) list() gives {
	g.many = true

	return g
}

var (
	anything  = gives{open: true}
	something = gives{open: true, tells: true}

	user = gives{
		of: "user", needs: []string{"user_id", "login"}, // C# UserId [C]
		has: []string{"owner_org_id", "first_name", "middle_name", "last_name", "email", "title_prefix", "nickname"},
	}
	subscription = gives{
		of: "subscription", needs: []string{"subscription_id", "user_id", "org_id", "disabled"},
		has: []string{"status", "utc_expiration_date", "utc_creation_date"},
	}
	organization = gives{of: "organization", needs: []string{"org_id", "name", "short_name"}} // C# OrgId, Name, ShortName [C]
	entry        = gives{of: "directory_entry", needs: []string{"id", "name", "short_name", "type"}}
	profileField = gives{of: "custom_profile_field", needs: []string{"id", "key"}, has: []string{"name", "type"}}
	fieldValue   = gives{of: "custom_profile_field_value", needs: []string{"key", "value"}}
	permission   = gives{of: "permission", needs: []string{"is_permitted"}}
	groups       = gives{of: "permitted_group", needs: []string{"id", "name"}, has: []string{"short_name"}, under: "groups"} // groups [C]
)

// person are the members of a user that both creation and edit take.
var person = []string{"first_name", "middle_name", "last_name", "email", "title_prefix", "nickname"}

// operations are sorted by name. Each has the source of its name.
var operations = []operation{
	change("CreateGroup", gives{of: "created_group", needs: []string{"group_id"}}, // [I], by the rule alone
		"name", "short_name", "tracking_string", "description", "parent_id"),
	change("CreateMembership", something, "group_ids", "user_id"), // [C]
	change("CreateSubscription", anything, "org_id", "user_id"),   // [U]
	change("CreateUser", gives{of: "created_user", needs: []string{"user_id"}}, // [C]
		append([]string{"owner_org_id", "login", "password"}, person...)...),
	change("DisableSubscription", anything, "subscription_id", "disabled"),                          // [U]
	change("EditUser", anything, append([]string{"user_id"}, person...)...),                         // [C]
	get("GetCustomProfileFieldValues", fieldValue.list(), "subscriber_id"),                          // [U]
	get("GetCustomProfileFields", profileField.list(), "org_id", "field_id"),                        // [U]
	get("GetOrganizations", organization.list(), "org_id", "short_name"),                            // [C]
	get("GetSubscription", subscription, "user_id", "org_id"),                                       // [C]
	get("GetSubscriptions", subscription.list(), "user_id", "login"),                                // [C]
	get("GetUser", user, "user_id", "login"),                                                        // [C]
	get("GetUserContactInformation", anything, "user_id", "login"),                                  // [C]
	get("GetUsers", user.list(), "search_term"),                                                     // [C]
	ask("HasGroupPermission", permission, "user_id", "group_id", "permission"),                      // [C]
	change("RemoveMembership", something, "group_ids", "user_id"),                                   // [C]
	get("SearchDirectory", entry.list(), "search_type", "base_org_id", "name", "short_name"),        // [C]
	ask("SearchGroupsForPermission", groups, "user_id", "org_id", "permission"),                     // [C]
	get("SearchSubscriptions", subscription.list(), "org_ids"),                                      // [U]
	change("SetCustomProfileFieldValues", anything, "subscriber_id", "custom_profile_field_values"), // [C]
	change("SetSubscriptionStatus", anything, "subscription_id", "status"),                          // [U]
}

func get(name string, g gives, sends ...string) operation {
	return operation{name: name, method: http.MethodGet, reads: true, sends: sends, gives: g}
}

// ask is an operation that reads by POST: its parameters are described as a request model [V].
func ask(name string, g gives, sends ...string) operation {
	return operation{name: name, method: http.MethodPost, reads: true, sends: sends, gives: g}
}

func change(name string, g gives, sends ...string) operation {
	return operation{name: name, method: http.MethodPost, sends: sends, gives: g}
}

func find(name string) (operation, error) {
	i := slices.IndexFunc(operations, func(o operation) bool { return o.name == name })
	if i < 0 {
		return operation{}, fmt.Errorf("there is no operation %q", name)
	}

	return operations[i], nil
}

// OperationNames are the operations that an installation may call otherwise, sorted.
func OperationNames() []string {
	all := make([]string, 0, len(operations))
	for _, o := range operations {
		all = append(all, o.name)
	}

	return all
}

// FieldNames are the members that an installation may call otherwise, sorted: those of a
// request after its operation, those of an answer after what it is.
func FieldNames() []string {
	var all []string

	for _, o := range operations {
		for _, name := range o.sends {
			all = append(all, o.name+"."+name)
		}

		for _, name := range slices.Concat(o.gives.needs, o.gives.has) {
			all = append(all, o.gives.of+"."+name)
		}

		if o.gives.under != "" {
			all = append(all, o.gives.of+"."+o.gives.under)
		}
	}

	slices.Sort(all)

	return slices.Compact(all)
}
