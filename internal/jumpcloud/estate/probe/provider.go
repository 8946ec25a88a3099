// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe

import (
	"fmt"
	"net/http"
)

// groupTemplates is the path of the provider's policy group templates.
func (t *trial) groupTemplates() string {
	return "/api/v2/providers/" + t.lab.provider + "/policygrouptemplates"
}

const (
	postGroupTemplate = "POST /api/v2/providers/{id}/policygrouptemplates"
	listGroupTemplate = "GET /api/v2/providers/{id}/policygrouptemplates?…"
	fromTemplate      = "POST /api/v2/organizations/{id}/policygroups/fromtemplate"
)

// groupTemplate is one without policies: configured policy templates cannot be deleted.
func (t *trial) groupTemplate(policies ...string) recipe {
	return recipe{
		path: t.groupTemplates(), outside: true,
		body: doc{"name": t.name(), "description": "", "policyIds": append([]string{}, policies...)},
	}
}

var policyGroupTemplates = []Experiment{
	{
		Switch: "policygrouptemplate-wrapper", Does: "lists the provider's policy group templates", Sends: []string{listGroupTemplate},
		find: func(t *trial) string { return t.wrapper("policygrouptemplates") },
	},
	{
		Switch: "configuredpolicytemplate-wrapper", Does: "lists the provider's configured policy templates",
		Sends: []string{"GET /api/v2/providers/{id}/configuredpolicytemplates?…"},
		find:  func(t *trial) string { return t.wrapper("configuredpolicytemplates") },
	},
	{
		Switch: "policygrouptemplate-create", Kind: WritesProvider, Does: "makes a policy group template without policies",
		Sends: []string{postGroupTemplate},
		find:  func(t *trial) string { return t.exists(t.attempt(t.groupTemplate())) },
	},
	{
		Switch: "policygrouptemplate-create-answer", Kind: WritesProvider, Does: "makes a policy group template without policies",
		Sends: []string{postGroupTemplate},
		find:  func(t *trial) string { return t.shows(t.attempt(t.groupTemplate()), "object") },
	},
	{
		Switch: "policygrouptemplate-unknown-policy", Kind: WritesProvider, Does: "makes a policy group template of a policy that does not exist",
		Sends: []string{postGroupTemplate},
		find: func(t *trial) string {
			a := t.attempt(t.groupTemplate(nobody()))
			if a.Status == http.StatusNotFound || a.Status == http.StatusMethodNotAllowed {
				return t.cannot("the answer was %d, as if there were no such call", a.Status)
			}

			return t.tells(a, "ignore", "refuse")
		},
	},
	{
		Switch: "policygroup-fromtemplate", Kind: WritesProvider, Does: "makes a policy group from a policy group template without policies",
		Sends: []string{postGroupTemplate, fromTemplate},
		find:  func(t *trial) string { return t.exists(t.fromTemplate()) },
	},
	{
		Switch: "policygroup-fromtemplate-answer", Kind: WritesProvider, Does: "makes a policy group from a policy group template without policies",
		Sends: []string{postGroupTemplate, fromTemplate},
		find:  func(t *trial) string { return t.shows(t.fromTemplate(), "group") },
	},
	{
		Switch: "policygrouptemplate-delete-members",
		Reason: "if the configured policy templates stayed, nobody could delete them",
	},
}

// wrapper is the member that holds a list of the provider's.
func (t *trial) wrapper(collection string) string {
	if t.lab.provider == "" {
		return t.cannot("the credential belongs to no provider")
	}

	a := t.outside(http.MethodGet, "/api/v2/providers/"+t.lab.provider+"/"+collection+"?limit=10", nil)
	for _, name := range []string{"results", "records"} {
		if _, there := a.doc()[name]; there {
			return name
		}
	}

	return t.cannot("the answer %d has neither results nor records", a.Status)
}

// exists tells whether the service has a call that nobody documents.
func (t *trial) exists(a Answer) string {
	switch {
	case t.err != nil:
		return ""
	case a.ok():
		return "accept"
	case a.Status == http.StatusNotFound, a.Status == http.StatusMethodNotAllowed:
		return fmt.Sprint(a.Status)
	}

	return t.cannot("the answer was %d: %s", a.Status, a.words())
}

// shows tells whether the answer of a creation has what was made in it.
func (t *trial) shows(a Answer, whole string) string {
	switch {
	case t.err != nil:
		return ""
	case !a.ok():
		return t.cannot("the answer was %d: %s", a.Status, a.words())
	case idOf(a.doc()) != "":
		return whole
	}

	return "empty"
}

// fromTemplate makes a policy group from a new template in the organization.
func (t *trial) fromTemplate() Answer {
	r := t.groupTemplate()
	name := text(r.body, "name")
	id := idOf(t.attempt(r).doc())

	if t.err == nil && id == "" { // the answer may be empty
		for _, d := range t.outside(http.MethodGet, r.path+"?limit=100", nil).items() {
			if text(d, "name") == name {
				id = idOf(d)
			}
		}
	}

	if t.err == nil && id == "" {
		t.cannot("no policy group template could be made")
	}

	return t.attempt(recipe{
		path: "/api/v2/organizations/" + t.lab.organization + "/policygroups/fromtemplate", collection: policyGroups,
		body: doc{"templateId": id}, outside: true,
	})
}

const settingsReason = "it would change the organization itself, which the probe has not made"

var organizations = []Experiment{
	{
		Switch: "v1-organization-foreign", Does: "reads an organization that does not exist", Sends: []string{"GET /api/organizations/{id}"},
		find: func(t *trial) string {
			return t.status(t.outside(http.MethodGet, "/api/organizations/"+nobody(), nil), "404", "403", "401")
		},
	},
	{
		Switch: "single-tenant-providers", Does: "lists the credential's providers", Needs: "a credential of one single organization",
		Sends: []string{"GET /api/v2/providers"},
		find: func(t *trial) string {
			if t.lab.provider != "" {
				return t.cannot("the credential belongs to a provider")
			}

			a := t.outside(http.MethodGet, "/api/v2/providers", nil)

			switch {
			case a.ok():
				return "empty"
			case a.Status == http.StatusForbidden:
				return "forbidden"
			}

			return t.cannot("the answer was %d: %s", a.Status, a.words())
		},
	},
	{
		Switch: "policyresult-unknown-policy", Does: "reads the results of a policy that does not exist",
		Sends: []string{"GET /api/v2/policies/{id}/policyresults?…"},
		find: func(t *trial) string {
			a := t.send(http.MethodGet, "/api/v2/policies/"+nobody()+"/policyresults?limit=1", nil)

			switch t.status(a, "200", "404") {
			case "200":
				return "empty"
			case "404":
				return "404"
			}

			return ""
		},
	},
	{Switch: "policyresult-report", Reason: "it needs a device that reports"},
	{Switch: "policystatus-unreached", Reason: "it needs a device that reports"},
	{Switch: "organization-name-unique", Reason: "it would make an organization, which nobody can delete"},
	{Switch: "organization-create-without-billing", Reason: "it would make an organization, which nobody can delete"},
	{Switch: "organization-create-links-creator", Reason: "it would make an organization, which nobody can delete"},
	{Switch: "organization-put-omitted-max", Reason: settingsReason},
	{Switch: "organization-put-omitted-name", Reason: settingsReason},
	{Switch: "organization-put-other-id", Reason: settingsReason},
	{Switch: "organization-settings-nested", Reason: settingsReason},
	{Switch: "organization-settings-seat-cap-without-billing", Reason: settingsReason},
	{Switch: "provider-put-nested", Reason: "it would change the provider, which the probe has not made"},
}
