// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package planreport

import (
	"regexp"
	"strings"
)

// hidden stands for a value that nobody may see.
const hidden = "(sensitive value)"

// shortSecret is the length below which a secret is looked for as a whole text only: as a
// part it would be found in words that have nothing to do with it.
const shortSecret = 6

// secrets are the sensitive texts of a document, wherever it marks them. They are hidden
// wherever else they stand: a value that is marked in one place is not always in another.
type secrets map[string]bool

func (d *document) secrets() secrets {
	s := secrets{}

	for _, list := range [][]resourceChange{d.Changes, d.Drift} {
		for _, c := range list {
			s.marked(c.Change.Before, c.Change.BeforeSensitive)
			s.marked(c.Change.After, c.Change.AfterSensitive)
		}
	}

	for _, c := range d.Outputs {
		s.marked(c.Before, c.BeforeSensitive)
		s.marked(c.After, c.AfterSensitive)
	}

	for name, v := range d.Configuration.Root.Variables {
		if v.Sensitive {
			s.add(d.Variables[name].Value)
		}
	}

	for _, values := range []state{d.Prior.Values, d.Planned} {
		values.Root.all(func(r stateResource) { s.marked(r.Values, r.Sensitive) })

		for _, o := range values.Outputs {
			if o.Sensitive {
				s.add(o.Value)
			}
		}
	}

	return s
}

// marked adds what of a value is marked: all of it by true, or members by the marks of theirs.
func (s secrets) marked(v, mark any) {
	switch mark := mark.(type) {
	case bool:
		if mark {
			s.add(v)
		}
	case map[string]any:
		object, _ := v.(map[string]any)
		for name, m := range mark {
			s.marked(object[name], m)
		}
	case []any:
		list, _ := v.([]any)
		for i, m := range mark {
			if i < len(list) {
				s.marked(list[i], m)
			}
		}
	}
}

// add adds every text of a value. Numbers are too common to be looked for elsewhere.
func (s secrets) add(v any) {
	switch v := v.(type) {
	case string:
		if v != "" {
			s[v] = true
		}
	case map[string]any:
		for _, member := range v {
			s.add(member)
		}
	case []any:
		for _, element := range v {
			s.add(element)
		}
	}
}

// shown is the text, or that it is sensitive.
func (s secrets) shown(text string) string {
	if s[text] {
		return hidden
	}

	for secret := range s {
		if len(secret) >= shortSecret && strings.Contains(text, secret) {
			return hidden
		}
	}

	return text
}

// secretName matches what secrets are called. A value of a policy has no schema that could
// mark it, so a text of such a name is hidden as well.
var secretName = regexp.MustCompile(`(?i)pass(word|phrase|code|wd)|secret|token|psk|credential|(private|shared|api|recovery|access).?key`)
