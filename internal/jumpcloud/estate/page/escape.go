// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package page

import (
	"fmt"
	"strings"
	"unicode"
)

// special is what Markdown, HTML and the forges that show it read a meaning into.
const special = "\\`*_{}[]<>&|~#@"

// Escape returns a name or value as Markdown that shows just it: on one line, without markup,
// mentions and links.
func Escape(s string) string {
	var b strings.Builder

	for _, r := range Clean(s) {
		if strings.ContainsRune(special, r) {
			fmt.Fprintf(&b, "&#%d;", r)
		} else {
			b.WriteRune(r)
		}
	}

	// An address becomes a link by itself.
	return strings.ReplaceAll(b.String(), "://", ":&#47;/")
}

// Clean returns a name or value on one line, and without what a terminal would obey or the
// eye cannot see.
func Clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case !unicode.IsPrint(r):
			return unicode.ReplacementChar
		}

		return r
	}, s)
}
