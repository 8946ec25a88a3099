// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe

import (
	"maps"
	"net/http"
)

const (
	allPolicies = "/api/v2/policies"
	postPolicy  = "POST /api/v2/policies"
	getPolicy   = "GET /api/v2/policies/{id}"
	putPolicy   = "PUT /api/v2/policies/{id}"
)

func policyCalls(more ...string) []string {
	return append([]string{listCatalogue, getTemplate, postPolicy}, more...)
}

// somePolicy makes a policy that is bound to nothing.
func (t *trial) somePolicy(members doc) (path string, of template, body doc) {
	of, field := t.templateWith("a field that anything can be put into", anyPlain)
	body = of.policy(t.name(), of.values(field, sample(field)))
	maps.Copy(body, members)

	return t.create(allPolicies, body), of, body
}

// put sends a PUT of a policy, which documents no template.
func (t *trial) put(path string, body doc) Answer {
	sent := maps.Clone(body)
	delete(sent, "template")

	return t.send(http.MethodPut, path, sent)
}

// replace sends a PUT of a policy, which must succeed.
func (t *trial) replace(path string, body doc) Answer {
	a := t.put(path, body)
	if t.err == nil && !a.ok() {
		t.cannot("PUT answered %d: %s", a.Status, a.words())
	}

	return a
}

var policies = []Experiment{
	{
		Switch: "policy-put-missing-values", Kind: Writes, Does: "replaces a policy without sending its values", Sends: policyCalls(putPolicy, getPolicy),
		find: func(t *trial) string {
			of, field := t.templateWith("a field with a default", withDefault)
			body := of.policy(t.name(), of.values(field, another(field)))
			path := t.create(allPolicies, body)

			delete(body, "values")
			t.replace(path, body)

			if value, _ := stored(t.get(path), field); same(value, another(field)) {
				return "keep"
			}

			return "clear"
		},
	},
	{
		Switch: "policy-put-missing-notes", Kind: Writes, Does: "replaces a policy without sending its notes", Sends: policyCalls(putPolicy, getPolicy),
		find: func(t *trial) string {
			path, _, body := t.somePolicy(doc{"notes": t.name()})
			delete(body, "notes")
			t.replace(path, body)

			if text(t.get(path), "notes") != "" {
				return "keep"
			}

			return "clear"
		},
	},
	{
		Switch: "policy-notes-unset", Kind: Writes, Does: "makes a policy without notes", Sends: policyCalls(getPolicy),
		find: func(t *trial) string {
			path, _, _ := t.somePolicy(nil)
			if notes, shown := t.get(path)["notes"]; shown && notes != nil {
				return "empty"
			}

			return "absent"
		},
	},
	{
		Switch: "policy-put-answer", Kind: Writes, Does: "replaces a policy and looks at the answer", Sends: policyCalls(putPolicy),
		find: func(t *trial) string {
			path, _, body := t.somePolicy(nil)
			answer := t.replace(path, body).doc()

			switch _, shown := answer["values"]; {
			case shown:
				return "full"
			case idOf(answer) != "":
				return "shallow"
			}

			return t.other("the answer has no policy")
		},
	},
	{
		Switch: "policy-put-other-template", Kind: Writes, Does: "replaces a policy by one of another template", Sends: policyCalls(putPolicy, getPolicy),
		find: func(t *trial) string {
			path, of, body := t.somePolicy(nil)
			other, field := t.templateWith("another field that anything can be put into", func(p template, f doc) bool { return p.id != of.id && isPlain(f) })

			a := t.send(http.MethodPut, path, other.policy(text(body, "name"), other.values(field, sample(field))))
			if t.tells(a, "", "refuse") == "refuse" {
				// A service that ignores the other template may refuse its fields.
				a = t.send(http.MethodPut, path, other.policy(text(body, "name"), []doc{}))
			}

			if t.tells(a, "", "refuse") == "refuse" {
				return "refuse"
			}

			switch now, _ := t.get(path)["template"].(doc); idOf(now) {
			case of.id:
				return "ignore"
			case other.id:
				return "accept"
			}

			return t.cannot("the policy does not tell its template")
		},
	},
	{
		Switch: "policy-unknown-template", Kind: Writes, Does: "makes a policy of a template that does not exist", Sends: []string{postPolicy},
		find: func(t *trial) string {
			return t.status(t.attempt(recipe{path: allPolicies, body: template{id: nobody()}.policy(t.name(), []doc{})}), "400", "404")
		},
	},
	{
		Switch: "policy-name-blank", Kind: Writes, Does: "takes the name of a policy away", Sends: policyCalls(putPolicy, getPolicy),
		find: func(t *trial) string {
			path, _, body := t.somePolicy(nil)
			body["name"] = " "

			return t.unnamed(path, t.put(path, body))
		},
	},
	{
		Switch: "policy-outer-blanks", Kind: Writes, Does: "makes a policy whose notes have white space around them", Sends: policyCalls(getPolicy),
		find: func(t *trial) string {
			path, _, _ := t.somePolicy(doc{"notes": " " + t.name() + " "})

			return t.trimmed(text(t.get(path), "notes"), "keep", "trim")
		},
	},
	{
		Switch: "policies-list-fields-values", Kind: Writes, Does: "makes a policy and lists policies with fields=values",
		Sends: policyCalls("GET /api/v2/policies?…"),
		find: func(t *trial) string {
			path, _, body := t.somePolicy(nil)

			for _, d := range t.list(allPolicies + "?fields=values&filter=name:eq:" + text(body, "name")) {
				_, shown := d["values"]

				switch {
				case idOf(d) == last(path) && shown:
					return "honoured"
				case idOf(d) == last(path):
					return "ignored"
				}
			}

			return t.cannot("the policy was not in the list")
		},
	},
}
