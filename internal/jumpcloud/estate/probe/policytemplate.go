// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe

import (
	"encoding/json"
	"slices"
	"strings"
)

// template is a policy template.
type template struct {
	id, name string
	fields   []doc
}

const getTemplate = "GET /api/v2/policytemplates/{id}"

// catalogue reads the list of policy templates once in a run.
func (t *trial) catalogue() []doc {
	if t.lab.catalogue == nil {
		t.lab.catalogue = t.list(catalogue + "?limit=100&sort=name")
	}

	if t.err == nil && len(t.lab.catalogue) == 0 {
		t.cannot("the organization has no policy templates")
	}

	return t.lab.catalogue
}

// template is any policy template whose name a filter can hold, without its fields.
func (t *trial) template() template {
	for _, d := range t.catalogue() {
		if name := text(d, "name"); name != "" && !strings.ContainsAny(name, ",:*") {
			return template{id: idOf(d), name: name}
		}
	}

	t.cannot("no policy template has a name that a filter can hold")

	return template{}
}

// mostTemplates bounds how many templates are looked at in a run for one that fits.
const mostTemplates = 60

// templateWith is a policy template that fits, and a field of it that does. Those that
// ask for what nobody could make up are left out, and those with a hint in their names
// are looked at first.
func (t *trial) templateWith(what string, fits func(template, doc) bool, hints ...string) (template, doc) {
	hinted := func(d doc) bool {
		return slices.ContainsFunc(hints, func(h string) bool { return strings.Contains(strings.ToLower(text(d, "name")), h) })
	}
	candidates := slices.DeleteFunc(slices.Clone(t.catalogue()), func(d doc) bool { return !hinted(d) })

	for _, d := range append(candidates, t.catalogue()...) {
		id := idOf(d)
		if _, read := t.lab.templates[id]; !read {
			if len(t.lab.templates) >= mostTemplates || t.err != nil {
				continue
			}

			t.lab.templates[id] = t.get(catalogue + "/" + id)
		}

		found := template{id: id, name: text(d, "name")}

		fields, _ := t.lab.templates[id]["configFields"].([]any)
		for _, e := range fields {
			if f, ok := e.(doc); ok {
				found.fields = append(found.fields, f)
			}
		}

		if slices.ContainsFunc(found.fields, func(f doc) bool { return f["required"] == true && sample(f) == nil }) {
			continue
		}

		for _, f := range found.fields {
			if fits(found, f) {
				return found, f
			}
		}
	}

	t.cannot("no policy template among %d has %s", len(t.lab.templates), what)

	return template{}, nil
}

// sample is a harmless value of a field, or nil.
func sample(f doc) any {
	switch text(f, "displayType") {
	case "checkbox":
		return false
	case "number", "numberinline":
		return 300
	case "text", "textarea":
		return "probe"
	case "email":
		return "probe@example.com"
	}

	return nil
}

// isPlain tells that anything of its type can be a field's value, and that it can be read.
func isPlain(f doc) bool {
	kinds := []string{"checkbox", "number", "text", "textarea"}

	return slices.Contains(kinds, text(f, "displayType")) && f["readOnly"] != true && f["sensitive"] != true
}

func anyPlain(_ template, f doc) bool { return isPlain(f) }

// withDefault is a field that may be left out, whose default differs from what [another] returns.
func withDefault(_ template, f doc) bool {
	return isPlain(f) && f["defaultValue"] != nil && f["required"] != true
}

// another is a value that is not the field's default.
func another(f doc) any {
	switch f["defaultValue"] {
	case false:
		return true
	case json.Number("300"):
		return 600
	}

	return sample(f)
}

// values are what a policy of a template needs, with one field as given.
func (p template) values(field doc, value any) []doc {
	all := []doc{{"configFieldID": idOf(field), "value": value}}

	for _, f := range p.fields {
		if f["required"] == true && idOf(f) != idOf(field) {
			all = append(all, doc{"configFieldID": idOf(f), "value": sample(f)})
		}
	}

	return all
}

// policy is a policy of a template.
func (p template) policy(name string, values []doc) doc {
	return doc{"name": name, "template": doc{"id": p.id}, "values": values}
}

// stored is the value of a field as a policy shows it.
func stored(policy, field doc) (value any, shown bool) {
	list, _ := policy["values"].([]any)
	for _, e := range list {
		if v, ok := e.(doc); ok && text(v, "configFieldID") == idOf(field) {
			return v["value"], true
		}
	}

	return nil, false
}

// same compares a value that was sent with one that came back.
func same(a, b any) bool { return compact(a) == compact(b) }
