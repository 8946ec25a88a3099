// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe

import "net/http"

// wrongType is a value of neither a checkbox nor a number.
const wrongType = "probe: wrong type"

var policyValues = []Experiment{
	{
		Switch: "policy-sensitive-read", Kind: Writes, Does: "makes a policy with a secret that it has made up, and reads it",
		Needs: "a policy template with a sensitive field", Sends: policyCalls(getPolicy),
		find: func(t *trial) string {
			of, field := t.templateWith("a sensitive text field", func(_ template, f doc) bool {
				return f["sensitive"] == true && sample(f) == "probe"
			}, "wifi", "wi_fi", "certificate", "password", "exchange", "vpn")
			secret := random(16)
			d := t.get(t.create(allPolicies, of.policy(t.name(), of.values(field, secret))))

			switch value, shown := stored(d, field); {
			case t.err != nil:
				return ""
			case !shown:
				return "missing"
			case value == nil:
				return "null"
			case value == secret:
				return "plain"
			case value == "":
				return t.other("the secret is read as an empty text")
			}

			return "masked"
		},
	},
	{
		Switch: "policy-missing-field", Kind: Writes, Does: "replaces a policy without sending one of two values",
		Needs: "a policy template with two fields, of which one has a default", Sends: policyCalls(putPolicy, getPolicy),
		find: func(t *trial) string {
			of, field := t.templateWith("two fields, of which one that is not required has a default", func(p template, f doc) bool {
				return withDefault(p, f) && p.besides(f) != nil
			})
			kept := another(field)
			second := doc{"configFieldID": idOf(of.besides(field)), "value": sample(of.besides(field))}
			name := t.name()

			path := t.create(allPolicies, of.policy(name, append(of.values(field, kept), of.unless(second)...)))
			t.replace(path, of.policy(name, append(of.values(field, kept)[1:], of.unless(second)...)))

			switch value, shown := stored(t.get(path), field); {
			case t.err != nil:
				return ""
			case !shown:
				return "drop"
			case same(value, kept):
				return "keep"
			case same(value, field["defaultValue"]):
				return "default"
			}

			return t.other("the value that was left out is neither gone nor the old one nor the default")
		},
	},
	{
		Switch: "policy-unknown-field", Kind: Writes, Does: "makes a policy with a value for a field that its template does not have",
		Sends: policyCalls(getPolicy),
		find: func(t *trial) string {
			of, field := t.templateWith("a field that anything can be put into", anyPlain)
			unknown := doc{"id": nobody()}
			values := append(of.values(field, sample(field)), doc{"configFieldID": idOf(unknown), "value": "probe"})
			a := t.attempt(recipe{path: allPolicies, body: of.policy(t.name(), values)})

			if t.tells(a, "", "refuse") == "refuse" {
				return "refuse"
			}

			if _, shown := stored(t.get(allPolicies+"/"+idOf(a.doc())), unknown); shown {
				return "store"
			}

			return "drop"
		},
	},
	{
		Switch: "policy-value-name-only", Kind: Writes, Does: "makes a policy whose value names its field by name, not by id",
		Sends: policyCalls(getPolicy),
		find: func(t *trial) string {
			of, field := t.templateWith("a field that anything can be put into", anyPlain)
			values := append(of.values(field, nil)[1:], doc{"configFieldName": text(field, "name"), "value": another(field)})
			a := t.attempt(recipe{path: allPolicies, body: of.policy(t.name(), values)})

			if t.tells(a, "", "refuse") == "refuse" {
				return "refuse"
			}

			if value, _ := stored(t.get(allPolicies+"/"+idOf(a.doc())), field); same(value, another(field)) {
				return "honour"
			}

			return t.other("the value is accepted and lost")
		},
	},
	{
		Switch: "policy-required", Kind: Writes, Does: "makes a policy without any value", Needs: "a policy template with a required field",
		Sends: policyCalls(),
		find: func(t *trial) string {
			of, _ := t.templateWith("a required field", func(_ template, f doc) bool { return f["required"] == true })

			return t.tells(t.attempt(recipe{path: allPolicies, body: of.policy(t.name(), []doc{})}), "accept", "refuse")
		},
	},
	{
		Switch: "policy-value-type", Kind: Writes, Does: "makes a policy with a text for a number or a checkbox", Sends: policyCalls(getPolicy),
		find: func(t *trial) string {
			of, field := t.templateWith("a number or a checkbox", func(_ template, f doc) bool {
				return isPlain(f) && sample(f) != "probe"
			})

			a := t.attempt(recipe{path: allPolicies, body: of.policy(t.name(), of.values(field, wrongType))})
			if t.tells(a, "", "refuse") == "refuse" {
				return "refuse"
			}

			if value, _ := stored(t.get(allPolicies+"/"+idOf(a.doc())), field); value != wrongType {
				return t.other("the text is taken, and came back as %s", compact(value))
			}

			return "accept"
		},
	},
	{
		Switch: "policy-null-value", Kind: Writes, Does: "makes a policy with null for a field that has a default", Sends: policyCalls(getPolicy),
		find: func(t *trial) string {
			of, field := t.templateWith("a field with a default", withDefault)
			a := t.attempt(recipe{path: allPolicies, body: of.policy(t.name(), of.values(field, nil))})

			if t.tells(a, "", "refuse") == "refuse" {
				return "refuse"
			}

			switch value, shown := stored(t.get(allPolicies+"/"+idOf(a.doc())), field); {
			case t.err != nil:
				return ""
			case shown && value == nil:
				return "store"
			case same(value, field["defaultValue"]):
				return "default"
			}

			return t.other("null is neither stored nor replaced by the default")
		},
	},
}

// besides is a second field that can be sent, or nil.
func (p template) besides(field doc) doc {
	for _, f := range p.fields {
		if isPlain(f) && idOf(f) != idOf(field) {
			return f
		}
	}

	return nil
}

// unless is a value, unless its field is required and therefore sent in any case.
func (p template) unless(value doc) []doc {
	for _, f := range p.fields {
		if f["required"] == true && idOf(f) == value["configFieldID"] {
			return nil
		}
	}

	return []doc{value}
}

const (
	allRADIUSServers = "/api/radiusservers"
	postRADIUSServer = "POST /api/radiusservers"
	getRADIUSServer  = "GET /api/radiusservers/{id}"
)

// radiusServer is one at an address of which no access point sends.
func radiusServer(name, address string) doc {
	return doc{"name": name, "networkSourceIp": address, "sharedSecret": random(16), "mfa": "DISABLED", "authIdp": "JUMPCLOUD"}
}

var radiusServers = []Experiment{
	{
		Switch: "radius-server-name-unique", Kind: Writes, Does: "makes two RADIUS servers of one name", Sends: []string{postRADIUSServer},
		find: func(t *trial) string {
			name := t.name()
			t.create(allRADIUSServers, radiusServer(name, "203.0.113.11"))

			return t.tells(t.attempt(recipe{path: allRADIUSServers, body: radiusServer(name, "203.0.113.12")}), "off", "on")
		},
	},
	{
		Switch: "radius-server-ip-unique", Kind: Writes, Does: "makes two RADIUS servers of one address", Sends: []string{postRADIUSServer},
		find: func(t *trial) string {
			t.create(allRADIUSServers, radiusServer(t.name(), "203.0.113.13"))

			return t.tells(t.attempt(recipe{path: allRADIUSServers, body: radiusServer(t.name(), "203.0.113.13")}), "off", "on")
		},
	},
	{
		Switch: "radius-server-secret", Kind: Writes, Does: "makes a RADIUS server with a secret that it has made up, and reads it",
		Sends: []string{postRADIUSServer, getRADIUSServer},
		find: func(t *trial) string {
			sent := radiusServer(t.name(), "203.0.113.14")

			switch secret := text(t.get(t.create(allRADIUSServers, sent)), "sharedSecret"); secret {
			case sent["sharedSecret"]:
				return "show"
			case "":
				return "hide"
			}

			return t.other("the secret is read as another text")
		},
	},
	{
		Switch: "radius-server-put", Kind: Writes, Does: "replaces a RADIUS server without sending its second factor",
		Sends: []string{postRADIUSServer, "PUT /api/radiusservers/{id}", getRADIUSServer},
		find: func(t *trial) string {
			sent := radiusServer(t.name(), "203.0.113.15")
			sent["mfa"] = "ALWAYS"
			path := t.create(allRADIUSServers, sent)

			a := t.send(http.MethodPut, path, doc{"name": sent["name"], "networkSourceIp": sent["networkSourceIp"], "sharedSecret": sent["sharedSecret"]})
			if t.err == nil && !a.ok() {
				return t.cannot("PUT answered %d: %s", a.Status, a.words())
			}

			if text(t.get(path), "mfa") == "ALWAYS" {
				return "keep"
			}

			return "replace"
		},
	},
	{
		Switch: "radius-server-tags", Kind: Writes, Does: "makes a RADIUS server and looks which members for tags it has",
		Sends: []string{postRADIUSServer, getRADIUSServer},
		find: func(t *trial) string {
			d := t.get(t.create(allRADIUSServers, radiusServer(t.name(), "203.0.113.16")))
			_, tags := d["tags"]
			_, names := d["tagNames"]

			switch {
			case tags && names:
				return "both"
			case names:
				return "names"
			case tags:
				return t.other("there is tags without tagNames")
			}

			return "none"
		},
	},
}
