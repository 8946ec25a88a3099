// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe

import (
	"maps"
	"net/http"
	"slices"
	"strings"
)

const (
	allUsers = "/api/systemusers"
	postUser = "POST /api/systemusers"
	getUser  = "GET /api/systemusers/{id}"
)

// user is one who gets no mail: it is staged, it has a password that nobody knows, and its
// address is one of those that nobody can have (RFC 2606).
func user(name string, members doc) doc {
	d := doc{"username": name, "email": name + "@example.com", "password": "Aa1!" + random(24), "state": "STAGED"}
	maps.Copy(d, members)

	return d
}

var users = []Experiment{
	{
		Switch: "user-name-taken", Kind: Writes, Does: "makes two staged users of one name", Sends: []string{postUser},
		find: func(t *trial) string {
			name := t.name()
			t.create(allUsers, user(name, nil))

			a := t.attempt(recipe{path: allUsers, body: user(name, doc{"email": "second-" + name + "@example.com"})})

			switch t.status(a, "400", "409") {
			case "400":
				return "invalid"
			case "409":
				return "conflict"
			}

			return ""
		},
	},
	{
		Switch: "user-email-case", Kind: Writes, Does: "makes a staged user whose email has capital letters", Sends: []string{postUser, getUser},
		find: func(t *trial) string {
			name := t.name()
			sent := strings.ToUpper(name) + "@example.com"

			switch got := text(t.get(t.create(allUsers, user(name, doc{"email": sent}))), "email"); got {
			case sent:
				return "keep"
			case strings.ToLower(sent):
				return "lower"
			default:
				return t.other("the email has another case")
			}
		},
	},
	{
		Switch: "user-state-default", Kind: Writes, Does: "makes a user with a password and without a state", Sends: []string{postUser, getUser},
		find: func(t *trial) string {
			body := user(t.name(), nil)
			delete(body, "state")

			state := text(t.get(t.create(allUsers, body)), "state")
			if state != "ACTIVATED" && state != "STAGED" {
				return t.other("the state is %q", state)
			}

			return state
		},
	},
	{
		Switch: "user-delete-manager", Kind: Writes, Does: "deletes a staged user who is the manager of another one",
		Sends: []string{postUser, "DELETE /api/systemusers/{id}"},
		find: func(t *trial) string {
			path := t.create(allUsers, user(t.name(), nil))
			t.create(allUsers, user(t.name(), doc{"manager": last(path)}))

			return t.tells(t.send(http.MethodDelete, path, nil), "allow", "refuse")
		},
	},
}

const (
	allRoles           = "/api/v2/roles"
	postRole           = "POST /api/v2/roles"
	getRoles           = "GET /api/v2/roles?…"
	allServiceAccounts = "/api/v2/service-accounts"
	postServiceAccount = "POST /api/v2/service-accounts"

	unknownScope = "probe.unknown"
)

var administrators = []Experiment{
	{
		Switch: "get-self", Does: "asks for the administrator whose key it is", Sends: []string{"GET /api/users/getSelf"},
		find: func(t *trial) string {
			if t.lab.options.ServiceAccount {
				return t.cannot("a service account is no administrator")
			}

			return t.tells(t.outside(http.MethodGet, "/api/users/getSelf", nil), "on", "off")
		},
	},
	{
		Switch: "organization-links-of-all", Does: "reads the links of administrators who see organizations",
		Needs: "an administrator who was given access to all organizations at once",
		Sends: []string{"GET /api/v2/providers/{id}/administrators?…", "GET /api/v2/administrators/{id}/organizationlinks?…"},
		find: func(t *trial) string {
			if t.lab.provider == "" {
				return t.cannot("the credential belongs to no provider")
			}

			const most = 20

			a := t.outside(http.MethodGet, "/api/v2/providers/"+t.lab.provider+"/administrators?limit=100", nil)
			for i, admin := range a.items() {
				links := t.outside(http.MethodGet, "/api/v2/administrators/"+idOf(admin)+"/organizationlinks?limit=1", nil)
				if total := compact(admin["organizationAccessTotal"]); i < most && links.ok() && len(links.items()) == 0 && total != "0" && total != "null" {
					return "none"
				}
			}

			return t.cannot("each administrator who sees organizations has links, which may have been made one by one")
		},
	},
	{
		Switch: "administrator-several-roles", Does: "reads whether administrators show their roles",
		Sends: []string{"GET /api/v2/providers/{id}/administrators?…"},
		find: func(t *trial) string {
			if t.lab.provider == "" {
				return t.cannot("the credential belongs to no provider")
			}

			admins := t.outside(http.MethodGet, "/api/v2/providers/"+t.lab.provider+"/administrators?limit=1", nil).items()
			if len(admins) == 0 {
				return t.cannot("no administrator is shown")
			}

			if _, there := admins[0]["roles"]; there {
				return "on"
			}

			return "off"
		},
	},
	{
		Switch: "role-name-unique", Kind: WritesProvider, Does: "makes two roles of one name, which nobody gets", Sends: []string{postRole},
		find: func(t *trial) string {
			name := t.name()
			t.must(role(name, "systems.readonly"))

			return t.tells(t.attempt(role(name, "systems.readonly")), "off", "on")
		},
	},
	{
		Switch: "role-scopes-unknown", Kind: WritesProvider, Does: "makes a role with a scope that there is not, which nobody gets", Sends: []string{postRole},
		find: func(t *trial) string {
			a := t.attempt(role(t.name(), unknownScope))
			if scopes, shown := a.doc()["scopes"]; a.ok() && shown && !slices.Contains(texts(scopes), unknownScope) {
				return t.other("the scope is taken, and is not there")
			}

			return t.tells(a, "accept", "refuse")
		},
	},
	{
		Switch: "service-accounts", Kind: WritesProvider, Does: "makes a service account with a role that only reads", Sends: []string{getRoles, postServiceAccount},
		find: func(t *trial) string {
			a := t.attempt(t.serviceAccount())

			switch {
			case a.ok():
				return "on"
			case a.Status == http.StatusNotFound:
				return "off"
			}

			return t.cannot("the answer was %d: %s", a.Status, a.words())
		},
	},
	{
		Switch: "service-account-single", Kind: WritesProvider, Does: "makes a service account with a role that only reads, and reads it",
		Sends: []string{getRoles, postServiceAccount, "GET /api/v2/service-accounts/{id}"},
		find: func(t *trial) string {
			a := t.outside(http.MethodGet, t.must(t.serviceAccount()), nil)

			switch {
			case a.doc()["serviceAccount"] != nil:
				return "wrapped"
			case idOf(a.doc()) != "":
				return "bare"
			}

			return t.cannot("the answer was %d: %s", a.Status, a.words())
		},
	},
	{
		Switch: "service-account-last-credential", Kind: WritesProvider,
		Does:  "makes a service account with a role that only reads, and deletes its only credential",
		Sends: []string{getRoles, postServiceAccount, "DELETE /api/v2/service-accounts/{id}/auth-config/{id}"},
		find: func(t *trial) string {
			recipe := t.serviceAccount()
			a := t.attempt(recipe)
			account, _ := a.doc()["serviceAccount"].(doc)

			list, _ := account["authConfigList"].([]any)
			for _, e := range list {
				config, _ := e.(doc)
				secret, _ := config["clientSecretConfig"].(doc)

				if id := idOf(secret); id != "" {
					path := recipe.path + "/" + idOf(account) + "/auth-config/" + id

					return t.tells(t.outside(http.MethodDelete, path, nil), "remove", "keep")
				}
			}

			return t.cannot("the answer %d shows no credential", a.Status)
		},
	},
	{Switch: "administrator-email-taken", Reason: "if it were accepted, somebody would get a mail"},
	{Switch: "administrator-last-billing", Reason: "it would remove the last administrator with billing"},
	{Switch: "administrator-create-without-billing", Reason: "if it were accepted, somebody would get a mail"},
	{Switch: "administrator-organizations", Reason: "it would make an administrator, who would get a mail"},
	{Switch: "administrator-role-alone", Reason: "it would change an administrator that the probe has not made"},
	{Switch: "administrator-email-change", Reason: "it would change an administrator that the probe has not made"},
	{Switch: "administrator-totp-reset", Reason: "it would take the second factor from an administrator that the probe has not made"},
	{Switch: "organization-link-duplicate", Reason: "it would link an administrator that the probe has not made"},
}

func role(name, scope string) recipe {
	return recipe{path: allRoles, body: doc{"name": name, "scopes": []string{scope}}, outside: true}
}

// serviceAccount is one that can read at the most. Its secret is forgotten at once.
func (t *trial) serviceAccount() recipe {
	for _, d := range t.outside(http.MethodGet, allRoles+"?limit=100", nil).items() {
		if strings.EqualFold(text(d, "name"), "Read Only") {
			return recipe{path: allServiceAccounts, outside: true, body: doc{
				"name": t.name(), "roleId": idOf(d),
				"authConfig": doc{"authType": "CLIENT_SECRET", "clientSecretConfig": doc{"lifetime": "30 Days"}},
			}}
		}
	}

	t.cannot("the provider has no role \"Read Only\"")

	return recipe{}
}
