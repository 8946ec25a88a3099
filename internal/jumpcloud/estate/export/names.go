// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package export

import (
	"regexp"
	"slices"
	"strings"
)

var other = regexp.MustCompile(`[^a-z0-9]+`)

// slug writes a label as a word of small letters, digits and the separator. A label without
// any of these gives "".
func slug(label, separator string) string {
	return strings.Trim(other.ReplaceAllString(strings.ToLower(label), separator), separator)
}

// tail is the end of an id, which tells apart what has the same label.
func tail(id string) string {
	plain := strings.ReplaceAll(slug(id, "_"), "_", "")

	return plain[max(0, len(plain)-8):]
}

// word is a name without its last word being told apart yet.
type word struct {
	id, label, noun string
}

// unique returns a name for each id, made of its label. The oldest of those with one label,
// which is the one with the least id, has it plain, and the others with the end of their id:
// so what is made later takes no name from what was there.
func unique(words []word, separator string) map[string]string {
	words = slices.Clone(words)
	slices.SortFunc(words, func(a, b word) int { return strings.Compare(a.id, b.id) })

	names, taken := map[string]string{}, map[string]bool{}

	for _, w := range words {
		name := slug(w.label, separator)

		switch {
		case name == "":
			name = w.noun + separator + tail(w.id)
		case separator == "_" && name[0] <= '9': // no identifier begins with a digit
			name = w.noun + separator + name
		}

		if taken[name] {
			name += separator + tail(w.id)
		}

		for taken[name] {
			name += "x"
		}

		names[w.id], taken[name] = name, true
	}

	return names
}
