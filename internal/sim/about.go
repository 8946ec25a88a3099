// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// About is what the simulator's index and page say of its contents. The zero value is
// useful: collections then go by their own names.
type About struct {
	// Nouns are the collections, in the order in which people look at them.
	Nouns []Noun
	// Scopes are the collections to whose documents others belong: the id of such a document
	// is the scope of those. The page begins with the first.
	Scopes []string
	// Names names the ids within a document that are no document's, such as those of
	// fields; nil: there are none.
	Names func(collection string, d Doc) map[string]string
}

// Noun is what people call a collection and its documents.
type Noun struct {
	Collection string
	Title      string // such as "Device groups"
	// Label names a document by its members in braces, as "{name}", which is what an empty
	// one means, or "{metadata.name}". {#} is the id under which the document is stored. An id in a label is
	// shown as the name of what it stands for.
	Label string
}

// Describe says what people call the contents. Only the collections that are described, and
// those with documents, exist for the routes under [AdminPrefix].
func (s *Server) Describe(a About) { s.about = a }

// noun is what a collection is called.
func (s *Server) noun(collection string) Noun {
	n := Noun{Collection: collection}
	if i := slices.IndexFunc(s.about.Nouns, func(n Noun) bool { return n.Collection == collection }); i >= 0 {
		n = s.about.Nouns[i]
	}

	n.Title, n.Label = cmp.Or(n.Title, collection), cmp.Or(n.Label, "{name}")

	return n
}

var inBraces = regexp.MustCompile(`{[\w.#]+}`)

// of is a document's label.
func (n Noun) of(id string, d Doc, names map[string]string) string {
	found := false
	label := inBraces.ReplaceAllStringFunc(n.Label, func(p string) string {
		text := id

		if member := p[1 : len(p)-1]; member != "#" {
			value := within(d, member)
			if value == nil || value == "" {
				return "…"
			}

			text = fmt.Sprint(value)
		}

		found = true

		return cmp.Or(names[text], text)
	})

	if !found {
		return cmp.Or(names[id], id)
	}

	return label
}

// within is the value at a path of members, nil where there is none.
func within(d Doc, path string) any {
	var v any = d

	for member := range strings.SplitSeq(path, ".") {
		inner, _ := v.(Doc)
		v = inner[member]
	}

	return v
}

// shortestName is below the length of any id that is unique in a world: numbers are not.
const shortestName = 12

// names are the labels of the documents of a scope, of those without one, and of the scopes
// themselves, by id.
func (s *Server) names(scope string) map[string]string {
	names := map[string]string{}

	for key, set := range s.contents().sets {
		if key.scope != scope && key.scope != "" && !slices.Contains(s.about.Scopes, key.collection) {
			continue
		}

		noun := s.noun(key.collection)

		for id, d := range set.docs {
			if label := noun.of(id, d, nil); len(id) >= shortestName && label != id {
				names[id] = label
			}
		}
	}

	return names
}

// mentioned adds the names of the ids that a value holds.
func mentioned(v any, names, to map[string]string) {
	switch v := v.(type) {
	case string:
		if name, ok := names[v]; ok {
			to[v] = name
		}
	case []any:
		for _, e := range v {
			mentioned(e, names, to)
		}
	case Doc:
		for _, e := range v {
			mentioned(e, names, to)
		}
	}
}
