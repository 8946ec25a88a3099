// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package nearest

import (
	"strings"
	"unicode"
)

// SameToTheEye tells whether two names look alike to whoever reads a list of them: letter
// case, blanks of any kind and number, characters without width and a full stop at the end
// make no difference.
func SameToTheEye(a, b string) bool {
	return strings.EqualFold(looks(a), looks(b))
}

// looks is a name without what the eye does not see.
func looks(name string) string {
	if plain(name) {
		return name
	}

	visible := strings.Map(func(r rune) rune {
		// Format characters (Cf) have no width: zero-width space and joiners, soft hyphen,
		// byte order mark, marks of direction.
		if unicode.Is(unicode.Cf, r) || unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}

		return r
	}, name)

	// Fields parts at every blank that Unicode knows, the no-break space among them.
	words := strings.Join(strings.Fields(visible), " ")

	return strings.TrimRight(words, ". ")
}

// plain tells whether the eye sees all of a name, as it does of nearly every one: letters,
// digits and signs of ASCII, single spaces between them, and no full stop at the end. A plan
// of 2,000 objects compares two million pairs of names.
func plain(name string) bool {
	before := byte(' ')

	for i := range len(name) {
		b := name[i]
		if b < ' ' || b > '~' || b == ' ' && before == ' ' {
			return false
		}

		before = b
	}

	return before != ' ' && before != '.'
}
