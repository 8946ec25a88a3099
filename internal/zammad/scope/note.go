// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package scope

import (
	"fmt"
	"html"
	"net/url"
	"regexp"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// SameNote tells whether two notes mean the same to their readers: the service stores & as
// &amp; (the sample of [docs]), an address as an anchor that leads to it, and gives anchors
// attributes [source].
func SameNote(a, b string) bool { return ShownNote(a) == ShownNote(b) }

// ShownNote is a note as its reader sees it, with the markup that it has.
func ShownNote(note string) string {
	plain := anchor.ReplaceAllStringFunc(note, func(found string) string {
		m := anchor.FindStringSubmatch(found)

		return link(m[1], m[2])
	})

	return strings.TrimSpace(strings.ReplaceAll(html.UnescapeString(plain), "\r\n", "\n"))
}

var (
	anchor    = regexp.MustCompile(`(?is)<a((?:\s[^>]*)?)>(.*?)</a\s*>`)
	attribute = regexp.MustCompile(`(?is)([-a-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`)
)

// link is an anchor without what the service adds to each: the address alone where the
// anchor shows just that.
func link(attributes, shown string) string {
	var to, title string

	for _, m := range attribute.FindAllStringSubmatch(attributes, -1) {
		switch value := m[2] + m[3] + m[4]; strings.ToLower(m[1]) {
		case "href":
			to = value
		case "title":
			title = value
		}
	}

	switch {
	case to == "":
		return shown // the service takes away an anchor that leads nowhere
	case title != "" && decoded(title) != decoded(to):
		return `<a href="` + decoded(to) + `" title="` + title + `">` + shown + `</a>`
	case decoded(to) == decoded(shown):
		return shown
	}

	return `<a href="` + decoded(to) + `">` + shown + `</a>`
}

// decoded is an address without what HTML and the address itself spell otherwise: brackets
// are encoded in an href and plain in the text.
func decoded(address string) string {
	text := strings.TrimSpace(html.UnescapeString(address))

	if plain, err := url.PathUnescape(text); err == nil {
		return plain
	}

	return text
}

// MayBeNote tells whether what is kept can have come of what was sent: the service takes away
// markup alone.
func MayBeNote(sent, kept string) bool { return SameNote(sent, kept) || strings.Contains(sent, "<") }

// NoteNotKept is an error where what is kept means something else than what was sent.
func NoteNotKept(sent, kept string) error {
	if SameNote(sent, kept) {
		return nil
	}

	return &kit.AttributeError{Path: path.Root("note"), Err: fmt.Errorf(
		"the note is not kept as it was sent: Zammad allows only some HTML and no images. It keeps: %s", ShownNote(kept))}
}
