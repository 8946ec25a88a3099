// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
)

const mdmFiles = "/api/v2/microsoft-mdm/configuration-files"

// headers are about who may call what, and with which organization's header.
var headers = []Experiment{
	{
		Switch: "headerless-route-with-id", Kind: Writes, Does: "replaces a Samba domain of its own with x-org-id and without it",
		Needs: "an LDAP server, which every organization has", Sends: []string{getLDAPServers, postSambaDomain, "PUT /api/v2/ldapservers/{id}/sambadomains/{id}"},
		find: func(t *trial) string {
			if t.lab.organization == "" {
				return t.cannot("the credential needs no x-org-id: use one that reaches several organizations")
			}

			body := sambaDomain(t.name())
			path := t.create(t.sambaDomains(), body)

			with := t.send(http.MethodPut, path, body)
			if refusesHeader(with) {
				return "refused"
			}

			if t.tells(with, "taken", "refused") != "taken" {
				return t.cannot("PUT answered %d: %s", with.Status, with.words())
			}

			return t.required(t.outside(http.MethodPut, path, body))
		},
	},
	{
		Switch: "headerless-route-without-id", Does: "downloads the files for Windows MDM with x-org-id and without it",
		Needs: "a credential of one single organization", Sends: []string{"POST " + mdmFiles, "GET /api/organizations?…"},
		find: func(t *trial) string {
			with := t.download(t.ownOrganization())
			if refusesHeader(with) {
				return "refused"
			}

			without := t.download("")
			if t.lab.organizations > 1 && without.Status == http.StatusUnauthorized {
				return t.cannot("the credential reaches several organizations, and is refused without x-org-id in any case")
			}

			return t.required(without)
		},
	},
	{
		Switch: "microsoft-mdm-without-mdm", Does: "downloads the files for Windows MDM", Needs: "an organization without Windows MDM",
		Sends: []string{"POST " + mdmFiles, listCatalogue},
		find: func(t *trial) string {
			a := t.download(t.lab.organization)
			if refusesHeader(a) {
				a = t.download("")
			}

			if t.tells(a, "answer", "refuse") == "refuse" {
				return "refuse"
			}

			for _, d := range t.catalogue() {
				delivery, _ := d["deliveryTypes"].([]any)
				if text(d, "osMetaFamily") == "windows" && len(delivery) == 1 && delivery[0] == "mdm" {
					return t.cannot("the organization has Windows MDM")
				}
			}

			return "answer"
		},
	},
	{
		Switch: "organization-cases-of-several", Does: "reads the support cases of an organization without saying of which",
		Needs: "a credential that reaches several organizations", Sends: []string{"GET /api/v2/organizations/cases?…"},
		find: func(t *trial) string {
			if t.lab.organizations < 2 {
				return t.cannot("the credential reaches one organization")
			}

			a := t.outside(http.MethodGet, "/api/v2/organizations/cases?limit=1", nil)

			switch {
			case a.ok():
				return "first"
			case a.Status == http.StatusUnauthorized:
				return "refuse"
			}

			return t.cannot("the answer was %d: %s", a.Status, a.words())
		},
	},
	{
		Switch: "service-account-providers", Does: "reads the provider", Needs: "a service account's credential", Sends: []string{"GET /api/v2/providers/{id}"},
		find: func(t *trial) string {
			if !t.lab.options.ServiceAccount || t.lab.provider == "" {
				return t.cannot("the credential is not one of a service account of a provider")
			}

			a := t.outside(http.MethodGet, "/api/v2/providers/"+t.lab.provider, nil)

			switch {
			case a.ok():
				return "allowed"
			case a.Status == http.StatusForbidden:
				return "forbidden"
			}

			return t.cannot("the answer was %d: %s", a.Status, a.words())
		},
	},
	{Switch: "new-organization-mdm", Reason: "it would make an organization, which nobody can delete"},
}

// download sends a POST that changes nothing.
func (t *trial) download(organization string) Answer {
	return t.request(Request{Method: http.MethodPost, Path: mdmFiles, Organization: organization, Body: doc{}, Reads: true})
}

// ownOrganization is the id of the organization in which the credential acts.
func (t *trial) ownOrganization() string {
	if t.lab.organization != "" {
		return t.lab.organization
	}

	a := t.outside(http.MethodGet, "/api/organizations?limit=1", nil)
	if found := a.items(); len(found) == 1 {
		return idOf(found[0])
	}

	t.cannot("the credential does not tell its organization")

	return ""
}

// refusesHeader tells that an answer is the refusal of x-org-id itself (evidence: transport 3.2).
func refusesHeader(a Answer) bool {
	switch a.Status {
	case http.StatusBadRequest, http.StatusUnauthorized, http.StatusForbidden:
		return strings.Contains(strings.ToLower(a.words()), "not allowed via header")
	}

	return false
}

// required tells whether a call without the header was refused for that.
func (t *trial) required(without Answer) string {
	switch {
	case t.err != nil:
		return ""
	case without.Status == http.StatusUnauthorized:
		return "required"
	case without.ok(), without.Status == http.StatusNotFound:
		return "accepted"
	}

	return t.cannot("without the header the answer was %d: %s", without.Status, without.words())
}

const (
	getLDAPServers  = "GET /api/v2/ldapservers?…"
	postSambaDomain = "POST /api/v2/ldapservers/{id}/sambadomains"
)

// sambaDomains is the collection of the organization's LDAP server.
func (t *trial) sambaDomains() string {
	found := t.list("/api/v2/ldapservers?limit=1")
	if len(found) == 0 {
		t.cannot("the organization has no LDAP server")

		return ""
	}

	return "/api/v2/ldapservers/" + idOf(found[0]) + "/sambadomains"
}

func sambaDomain(name string) doc {
	return doc{"name": name, "sid": "S-1-5-21-1111111111-2222222222-3333333333"}
}

var directories = []Experiment{
	{
		Switch: "samba-domain-name-unique", Kind: Writes, Does: "makes two Samba domains of one name", Sends: []string{getLDAPServers, postSambaDomain},
		find: func(t *trial) string {
			name, domains := t.name(), t.sambaDomains()
			t.create(domains, sambaDomain(name))

			return t.tells(t.attempt(recipe{path: domains, body: sambaDomain(name)}), "off", "on")
		},
	},
	{
		Switch: "samba-domain-delete-answer", Kind: Writes, Does: "deletes a Samba domain of its own",
		Sends: []string{getLDAPServers, postSambaDomain, "DELETE /api/v2/ldapservers/{id}/sambadomains/{id}"},
		find: func(t *trial) string {
			a := t.send(http.MethodDelete, t.create(t.sambaDomains(), sambaDomain(t.name())), nil)

			switch {
			case t.err != nil:
				return ""
			case a.Status == http.StatusNoContent:
				return "none"
			case a.Status == http.StatusOK:
				return "text"
			}

			return t.cannot("DELETE answered %d", a.Status)
		},
	},
	{
		Switch: "office365-import-last-token", Does: "reads the users that a Microsoft 365 directory has to import, to the last page",
		Needs: "a Microsoft 365 directory", Sends: []string{"GET /api/v2/directories?…", "GET /api/v2/office365s/{id}/import/users?…"},
		find: func(t *trial) string {
			found := slices.DeleteFunc(t.list("/api/v2/directories?limit=100"), func(d doc) bool { return text(d, "type") != "office_365" })
			if len(found) == 0 {
				return t.cannot("the organization has no Microsoft 365 directory")
			}

			const most = 20

			next := ""

			for range most {
				if t.err != nil {
					return ""
				}

				path := "/api/v2/office365s/" + idOf(found[0]) + "/import/users?top=100"
				if next != "" {
					path += "&skipToken=" + url.QueryEscape(next)
				}

				a := t.send(http.MethodGet, path, nil)
				if refusesHeader(a) {
					a = t.outside(http.MethodGet, path, nil)
				}

				if t.tells(a, "page", "") != "page" {
					return t.cannot("GET %s answered %d", path, a.Status)
				}

				token, there := a.doc()["skipToken"]

				switch {
				case !there || token == nil:
					return "absent"
				case token == "":
					return "empty"
				}

				next, _ = token.(string)
			}

			return t.cannot("the directory has more than %d pages of users", most)
		},
	},
	{Switch: "office365-domain-create-status", Reason: "it would add a domain to a Microsoft 365 directory, which needs one that is verified"},
	{Switch: "office365-domain-delete-default", Reason: "it would delete the default domain of a Microsoft 365 directory"},
}
