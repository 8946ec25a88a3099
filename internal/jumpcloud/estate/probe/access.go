// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe

import (
	"maps"
	"net/http"
	"net/netip"
	"slices"
)

const (
	allIPLists   = "/api/v2/iplists"
	postIPList   = "POST /api/v2/iplists"
	getIPList    = "GET /api/v2/iplists/{id}"
	notAnAddress = "probe: no address"
)

var ipLists = []Experiment{
	{
		Switch: "iplist-name-unique", Kind: Writes, Does: "makes two IP lists of one name", Sends: []string{postIPList},
		find: func(t *trial) string {
			name := t.name()
			t.create(allIPLists, doc{"name": name, "ips": []string{}})

			return t.tells(t.attempt(recipe{path: allIPLists, body: doc{"name": name, "ips": []string{}}}), "off", "on")
		},
	},
	{
		Switch: "iplist-name-blank", Kind: Writes, Does: "takes the name of an IP list away",
		Sends: []string{postIPList, "PUT /api/v2/iplists/{id}", getIPList},
		find: func(t *trial) string {
			path := t.create(allIPLists, doc{"name": t.name(), "ips": []string{}})

			return t.unnamed(path, t.send(http.MethodPut, path, doc{"name": "", "description": "", "ips": []string{}}))
		},
	},
	{
		Switch: "iplist-ips-spelling", Kind: Writes, Does: "makes an IP list with an address in an unusual spelling", Sends: []string{postIPList, getIPList},
		find: func(t *trial) string {
			const sent = "2001:0DB8::1"

			switch got := t.addresses(sent); {
			case slices.Equal(got, []string{sent}):
				return "keep"
			case slices.Equal(got, []string{netip.MustParseAddr(sent).String()}):
				return "canonical"
			default:
				return t.other("%s came back as %q", sent, got)
			}
		},
	},
	{
		Switch: "iplist-ips-order", Kind: Writes, Does: "makes an IP list with addresses that are not sorted", Sends: []string{postIPList, getIPList},
		find: func(t *trial) string {
			sent := []string{"198.51.100.7", "192.0.2.9"}

			switch got := t.addresses(sent...); {
			case slices.Equal(got, sent):
				return "keep"
			case slices.Equal(got, []string{sent[1], sent[0]}):
				return "sorted"
			default:
				return t.other("%q came back as %q", sent, got)
			}
		},
	},
	{
		Switch: "iplist-ips-duplicates", Kind: Writes, Does: "makes an IP list that has an address twice", Sends: []string{postIPList, getIPList},
		find: func(t *trial) string {
			switch got := t.addresses("192.0.2.1", "192.0.2.1"); len(got) {
			case 2:
				return "keep"
			case 1:
				return "remove"
			default:
				return t.other("an address that was sent twice came back as %q", got)
			}
		},
	},
	{
		Switch: "iplist-ips-invalid", Kind: Writes, Does: "makes an IP list with an entry that is no address", Sends: []string{postIPList, getIPList},
		find: func(t *trial) string {
			a := t.attempt(recipe{path: allIPLists, body: doc{"name": t.name(), "ips": []string{notAnAddress}}})
			if t.tells(a, "", "refuse") == "refuse" {
				return "refuse"
			}

			if got := texts(t.get(allIPLists + "/" + idOf(a.doc()))["ips"]); !slices.Equal(got, []string{notAnAddress}) {
				return t.other("%q is taken, and came back as %q", notAnAddress, got)
			}

			return "accept"
		},
	},
	{
		Switch: "iplist-delete-in-use", Kind: Writes, Does: "deletes an IP list that a disabled authentication policy names",
		Sends: []string{postIPList, postAuthnPolicy, "DELETE /api/v2/iplists/{id}"},
		find: func(t *trial) string {
			path := t.create(allIPLists, doc{"name": t.name(), "ips": []string{"192.0.2.1"}})
			t.create(allAuthnPolicies, authnPolicy(t.name(), doc{"conditions": doc{"ipAddressIn": []string{last(path)}}}))

			return t.tells(t.send(http.MethodDelete, path, nil), "allow", "refuse")
		},
	},
}

// addresses are what an IP list that is made with these has then.
func (t *trial) addresses(sent ...string) []string {
	return texts(t.get(t.create(allIPLists, doc{"name": t.name(), "ips": sent}))["ips"])
}

// texts are those of a list.
func texts(v any) []string {
	var all []string

	list, _ := v.([]any)
	for _, e := range list {
		if s, ok := e.(string); ok {
			all = append(all, s)
		}
	}

	return all
}

const (
	allAuthnPolicies = "/api/v2/authn/policies"
	postAuthnPolicy  = "POST /api/v2/authn/policies"
	getAuthnPolicy   = "GET /api/v2/authn/policies/{id}"
	patchAuthnPolicy = "PATCH /api/v2/authn/policies/{id}"
)

// authnPolicy is one that is disabled, so that it decides nobody's access.
func authnPolicy(name string, members doc) doc {
	d := doc{"name": name, "disabled": true, "type": "user_portal", "effect": doc{"action": "allow"}}
	maps.Copy(d, members)

	return d
}

var authnPolicies = []Experiment{
	{
		Switch: "authnpolicy-name-blank", Kind: Writes, Does: "takes the name of a disabled authentication policy away",
		Sends: []string{postAuthnPolicy, patchAuthnPolicy, getAuthnPolicy},
		find: func(t *trial) string {
			path := t.create(allAuthnPolicies, authnPolicy(t.name(), nil))

			return t.unnamed(path, t.send(http.MethodPatch, path, doc{"name": ""}))
		},
	},
	{
		Switch: "authnpolicy-name-unique", Kind: Writes, Does: "makes two disabled authentication policies of one name", Sends: []string{postAuthnPolicy},
		find: func(t *trial) string {
			name := t.name()
			t.create(allAuthnPolicies, authnPolicy(name, nil))

			return t.tells(t.attempt(recipe{path: allAuthnPolicies, body: authnPolicy(name, nil)}), "off", "on")
		},
	},
	{
		Switch: "authnpolicy-patch-nested", Kind: Writes, Does: "changes one of two targets of a disabled authentication policy",
		Sends: []string{postUserGroup, postAuthnPolicy, patchAuthnPolicy, getAuthnPolicy},
		find: func(t *trial) string {
			group := last(t.create(userGroups, doc{"name": t.name()}))
			path := t.create(allAuthnPolicies, authnPolicy(t.name(), doc{"targets": doc{
				"users": doc{"inclusions": []string{"ALL"}}, "userGroups": doc{"inclusions": []string{group}},
			}}))

			a := t.send(http.MethodPatch, path, doc{"targets": doc{"userGroups": doc{"inclusions": []string{group}}}})
			if t.tells(a, "taken", "refused") == "refused" {
				return t.cannot("the change was refused: %s", a.words())
			}

			targets, _ := t.get(path)["targets"].(doc)

			switch {
			case targets["userGroups"] == nil:
				return t.other("the target that was sent is not there")
			case targets["users"] != nil:
				return "merge"
			}

			return "replace"
		},
	},
	{
		Switch: "authnpolicy-empty-members", Kind: Writes, Does: "makes a disabled authentication policy with empty conditions",
		Sends: []string{postAuthnPolicy, getAuthnPolicy},
		find: func(t *trial) string {
			d := t.get(t.create(allAuthnPolicies, authnPolicy(t.name(), doc{"conditions": doc{}})))

			switch conditions, shown := d["conditions"]; {
			case !shown:
				return "drop"
			case same(conditions, doc{}):
				return "keep"
			default:
				return t.other("empty conditions came back as %s", compact(conditions))
			}
		},
	},
	{
		Switch: "authnpolicy-list-order", Kind: Writes, Does: "makes a disabled authentication policy for two user groups",
		Sends: []string{postUserGroup, postAuthnPolicy, getAuthnPolicy},
		find: func(t *trial) string {
			first, second := last(t.create(userGroups, doc{"name": t.name()})), last(t.create(userGroups, doc{"name": t.name()}))
			sent := []any{second, first} // not by age
			d := t.get(t.create(allAuthnPolicies, authnPolicy(t.name(), doc{"targets": doc{"userGroups": doc{"inclusions": sent}}})))

			targets, _ := d["targets"].(doc)
			of, _ := targets["userGroups"].(doc)
			got, _ := of["inclusions"].([]any)

			switch {
			case slices.Equal(got, sent):
				return "keep"
			case slices.Equal(got, []any{first, second}):
				return "reverse"
			}

			return t.other("of two groups %d came back", len(got))
		},
	},
	{
		Switch: "authnpolicy-iplist-unknown", Kind: Writes, Does: "makes a disabled authentication policy that names an IP list that does not exist",
		Sends: []string{postAuthnPolicy, getAuthnPolicy},
		find: func(t *trial) string {
			unknown := []string{nobody()}
			a := t.attempt(recipe{path: allAuthnPolicies, body: authnPolicy(t.name(), doc{"conditions": doc{"ipAddressIn": unknown}})})

			if t.tells(a, "", "refuse") == "refuse" {
				return "refuse"
			}

			conditions, _ := t.get(allAuthnPolicies + "/" + idOf(a.doc()))["conditions"].(doc)
			if !slices.Equal(texts(conditions["ipAddressIn"]), unknown) {
				return t.other("the IP list is taken, and is not there")
			}

			return "accept"
		},
	},
}
