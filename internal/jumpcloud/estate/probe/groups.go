// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe

import (
	"net/http"
	"net/url"
	"strings"
)

const (
	policyGroups = "/api/v2/policygroups"
	systemGroups = "/api/v2/systemgroups"
	userGroups   = "/api/v2/usergroups"

	postPolicyGroup = "POST /api/v2/policygroups"
	postSystemGroup = "POST /api/v2/systemgroups"
	postUserGroup   = "POST /api/v2/usergroups"
	getUserGroup    = "GET /api/v2/usergroups/{id}"
	putUserGroup    = "PUT /api/v2/usergroups/{id}"
)

const sharesReason = "shares come from the primary organization, in which the probe makes nothing"

var groups = []Experiment{
	{
		Switch: "group-name-unique", Kind: Writes, Does: "makes two user groups of one name", Sends: []string{postUserGroup},
		find: func(t *trial) string {
			name := t.name()
			t.create(userGroups, doc{"name": name})

			return t.tells(t.attempt(recipe{path: userGroups, body: doc{"name": name}}), "off", "on")
		},
	},
	{
		Switch: "group-name-blank", Kind: Writes, Does: "takes the name of a user group away", Sends: []string{postUserGroup, putUserGroup, getUserGroup},
		find: func(t *trial) string {
			path := t.create(userGroups, doc{"name": t.name()})

			return t.unnamed(path, t.send(http.MethodPut, path, doc{"name": " "}))
		},
	},
	{
		Switch: "group-text", Kind: Writes, Does: "makes a user group whose description has white space around it",
		Sends: []string{postUserGroup, getUserGroup},
		find: func(t *trial) string {
			d := t.get(t.create(userGroups, doc{"name": t.name(), "description": " " + t.name() + " "}))

			return t.trimmed(text(d, "description"), "keep", "trim")
		},
	},
	{
		Switch: "group-list-shape", Kind: Writes, Does: "makes a user group and looks how it is listed",
		Sends: []string{postUserGroup, "GET /api/v2/usergroups?…"},
		find: func(t *trial) string {
			name := t.name()
			t.create(userGroups, doc{"name": name})

			for _, d := range t.list(userGroups + "?filter=" + url.QueryEscape("name:eq:"+name)) {
				_, whole := d["membershipMethod"]

				switch {
				case text(d, "name") == name && whole:
					return "whole"
				case text(d, "name") == name:
					return "short"
				}
			}

			return t.cannot("the group was not in the list")
		},
	},
	{
		Switch: "group-membership-method-default", Kind: Writes, Does: "makes a user group without membershipMethod",
		Sends: []string{postUserGroup, getUserGroup},
		find: func(t *trial) string {
			method := text(t.get(t.create(userGroups, doc{"name": t.name()})), "membershipMethod")
			if method != "STATIC" && method != "NOTSET" {
				return t.other("membershipMethod is %q", method)
			}

			return method
		},
	},
	{
		Switch: "group-patch", Kind: Writes, Does: "changes a user group with PATCH",
		Sends: []string{postUserGroup, "PATCH /api/v2/usergroups/{id}", getUserGroup},
		find: func(t *trial) string {
			path, sent := t.create(userGroups, doc{"name": t.name()}), t.name()
			if t.tells(t.send(http.MethodPatch, path, doc{"description": sent}), "", "refuse") == "refuse" {
				return "refuse"
			}

			if text(t.get(path), "description") != sent {
				return t.other("PATCH is taken, and changes nothing")
			}

			return "accept"
		},
	},
	{
		Switch: "group-delete-answer", Kind: Writes, Does: "deletes a user group", Sends: []string{postUserGroup, "DELETE /api/v2/usergroups/{id}"},
		find: func(t *trial) string {
			a := t.send(http.MethodDelete, t.create(userGroups, doc{"name": t.name()}), nil)

			switch {
			case t.err == nil && !a.ok():
				return t.cannot("DELETE answered %d", a.Status)
			case idOf(a.doc()) != "":
				return "object"
			case len(a.Body) > 0:
				return t.other("the answer is no group, and not empty")
			}

			return "empty"
		},
	},
	{
		Switch: "group-delete-in-use", Kind: Writes, Does: "deletes a policy group that is associated with a system group of the probe's",
		Sends: []string{postPolicyGroup, postSystemGroup, associatePolicyGroup, "DELETE /api/v2/policygroups/{id}"},
		find: func(t *trial) string {
			policies, _ := t.associated()

			return t.tells(t.send(http.MethodDelete, policies, nil), "allow", "refuse")
		},
	},
	{
		Switch: "user-group-ldap-default", Kind: Writes, Does: "makes a user group without attributes", Sends: []string{postUserGroup, getUserGroup},
		find: func(t *trial) string {
			name := t.name()
			attributes, _ := t.get(t.create(userGroups, doc{"name": name}))["attributes"].(doc)

			switch list, _ := attributes["ldapGroups"].([]any); {
			case len(list) == 0:
				return "none"
			case same(list, []doc{{"name": name}}):
				return "name"
			default:
				return t.other("of the name %s ldapGroups is %s", name, compact(list))
			}
		},
	},
	{
		Switch: "user-group-posix-change", Kind: Writes, Does: "changes the POSIX group of a user group",
		Sends: []string{postUserGroup, putUserGroup, getUserGroup},
		find: func(t *trial) string {
			name := t.name()
			posix := func(id int, name string) doc {
				return doc{"posixGroups": []doc{{"id": id, "name": strings.ToLower(name)}}}
			}

			path := t.create(userGroups, doc{"name": name, "attributes": posix(72001, name)})
			if t.tells(t.send(http.MethodPut, path, doc{"name": name, "attributes": posix(72002, name)}), "", "refuse") == "refuse" {
				return "refuse"
			}

			attributes, _ := t.get(path)["attributes"].(doc)
			if groups := compact(attributes["posixGroups"]); !strings.Contains(groups, "72002") {
				return t.other("the change is taken, and the POSIX groups are %s", groups)
			}

			return "accept"
		},
	},
	{Switch: "group-exemption-organization", Reason: "it would exempt a user or a device that the probe has not made"},
	{Switch: "share-twice", Reason: "it would share a directory or an application that the probe has not made"},
	{Switch: "share-remove-missing", Reason: sharesReason},
	{Switch: "shared-group-shown", Reason: sharesReason},
	{Switch: "shared-group-change", Reason: sharesReason},
}

const (
	associatePolicyGroup = "POST /api/v2/policygroups/{id}/associations"
	associateSystemGroup = "POST /api/v2/systemgroups/{id}/associations"
)

// associated are a policy group and a system group that are associated.
func (t *trial) associated() (policies, systems string) {
	policies = t.create(policyGroups, doc{"name": t.name()})
	systems = t.create(systemGroups, doc{"name": t.name()})

	a := t.join(policies+"/associations", last(systems), "system_group")
	if t.err == nil && !a.ok() {
		t.cannot("associating two groups answered %d: %s", a.Status, a.words())
	}

	return policies, systems
}

var graph = []Experiment{
	{
		Switch: "graph-unknown-object", Does: "reads the members of a system group that does not exist",
		Sends: []string{"GET /api/v2/systemgroups/{id}/members"},
		find: func(t *trial) string {
			a := t.send(http.MethodGet, systemGroups+"/"+nobody()+"/members", nil)

			switch t.status(a, "400", "404") {
			case "400":
				return "invalid"
			case "404":
				return "not-found"
			}

			return ""
		},
	},
	{
		Switch: "graph-unknown-target", Kind: Writes, Does: "associates a system group with a policy that does not exist",
		Sends: []string{postSystemGroup, "GET /api/v2/systemgroups/{id}/associations?…", associateSystemGroup},
		find: func(t *trial) string {
			path := t.create(systemGroups, doc{"name": t.name()}) + "/associations"
			t.list(path + "?targets=policy") // else the type is refused, not the policy
			a := t.join(path, nobody(), "policy")

			switch {
			case a.ok():
				return "accept"
			case a.Status == http.StatusNotFound:
				return "not-found"
			}

			return t.tells(a, "accept", "refuse")
		},
	},
	{
		Switch: "graph-association-twice", Kind: Writes, Does: "associates a policy group and a system group twice",
		Sends: []string{postPolicyGroup, postSystemGroup, associatePolicyGroup},
		find: func(t *trial) string {
			policies, systems := t.associated()

			return t.tells(t.join(policies+"/associations", last(systems), "system_group"), "accept", "conflict")
		},
	},
	{
		Switch: "graph-remove-missing", Kind: Writes, Does: "removes an association that is not there",
		Sends: []string{postPolicyGroup, postSystemGroup, associatePolicyGroup},
		find: func(t *trial) string {
			policies, systems := t.create(policyGroups, doc{"name": t.name()}), t.create(systemGroups, doc{"name": t.name()})
			a := t.send(http.MethodPost, policies+"/associations", doc{"id": last(systems), "op": "remove", "type": "system_group"})

			if a.Status == http.StatusBadRequest {
				return t.cannot("the answer was %d: %s", a.Status, a.words())
			}

			return t.tells(a, "accept", "not-found")
		},
	},
	{
		Switch: "graph-absent-type", Kind: Writes, Does: "asks a system group and a user group for their associations of each type",
		Sends: []string{postSystemGroup, postUserGroup, "GET /api/v2/systemgroups/{id}/associations?…", "GET /api/v2/usergroups/{id}/associations?…"},
		find: func(t *trial) string {
			systems, users := t.create(systemGroups, doc{"name": t.name()}), t.create(userGroups, doc{"name": t.name()})

			var absent []string

			for _, of := range []struct {
				path  string
				types []string
			}{
				{systems, []string{"command", "policy", "policy_group", "radius_server", "user", "user_group"}},
				{users, []string{"system", "system_group"}},
			} {
				for _, target := range of.types {
					a := t.send(http.MethodGet, of.path+"/associations?targets="+target, nil)
					if t.tells(a, "there", "absent") == "absent" {
						absent = append(absent, target)
					}
				}
			}

			switch len(absent) {
			case 0:
				return "none"
			case 1:
				return absent[0]
			}

			return t.other("several types are refused: %s", strings.Join(absent, ", "))
		},
	},
}
