// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package zammadsim

import (
	"html"
	"net/url"
	"regexp"
	"strings"
)

var (
	markup    = regexp.MustCompile(`(?s)<!--.*?-->|</?[a-zA-Z][^>]*>`)
	tagName   = regexp.MustCompile(`^</?([a-zA-Z0-9]+)`)
	attribute = regexp.MustCompile(`(?is)([a-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`)

	// address is what Ruby's URI.extract finds with the schemes that it knows: of RFC 2396,
	// with the bracket that closes a sentence's parenthesis.
	address = regexp.MustCompile(`(?i)(?:ftp|https?|ldaps?|file|wss?|tel):(?:[-a-z0-9_.!~*'();/?:@&=+$,\[\]#]|%[0-9a-f]{2})+`)
	ending  = regexp.MustCompile(`[,.]$`)
)

// linked makes anchors of the addresses in a text, outside of a and pre, and gives each
// anchor that leads to the web the attributes that every one has [source, the sanitizer's
// scrubber for links]. It is the last step of the sanitizer.
func linked(text string) string {
	var (
		b    strings.Builder
		at   int
		deep = map[string]int{}
	)

	write := func(part string) {
		if deep["a"]+deep["pre"] == 0 {
			part = extracted(part)
		}

		b.WriteString(part)
	}

	for _, found := range markup.FindAllStringIndex(text, -1) {
		tag, rest := text[found[0]:found[1]], text[found[1]:]

		write(text[at:found[0]])

		at = found[1]

		name := ""
		if m := tagName.FindStringSubmatch(tag); m != nil {
			name = strings.ToLower(m[1])
		}

		switch {
		case strings.HasPrefix(tag, "</"):
			deep[name] = max(0, deep[name]-1)
		default:
			deep[name]++
		}

		if name == "a" && !strings.HasPrefix(tag, "</") {
			inner, _, _ := strings.Cut(rest, "</a>")
			tag = anchor(tag, markup.ReplaceAllString(inner, ""))
		}

		b.WriteString(tag)
	}

	write(text[at:])

	return b.String()
}

// extracted is a text with its addresses as anchors.
func extracted(part string) string {
	var (
		b    strings.Builder
		text = html.UnescapeString(part)
		at   int
	)

	for _, found := range address.FindAllStringIndex(text, -1) {
		to := ending.ReplaceAllString(text[found[0]:found[1]], "")
		if strings.HasSuffix(to, ":") && strings.Count(to, ":") == 1 {
			continue
		}

		b.WriteString(escaped(text[at:found[0]]))
		b.WriteString(`<a href="` + encoded(to) + `" rel="nofollow noreferrer noopener" target="_blank">` + escaped(to) + `</a>`)

		at = found[0] + len(to)
	}

	if at == 0 {
		return part
	}

	return b.String() + escaped(text[at:])
}

// anchor is the tag that opens one. What it leads to is its title where its text is another.
func anchor(tag, inner string) string {
	var href, title string

	for _, m := range attribute.FindAllStringSubmatch(tag, -1) {
		switch value := html.UnescapeString(m[2] + m[3] + m[4]); strings.ToLower(m[1]) {
		case "href":
			href = strings.TrimSpace(value)
		case "title":
			title = value
		}
	}

	low := strings.ToLower(href)
	if !strings.HasPrefix(low, "http") && !strings.HasPrefix(low, "ftp") && !strings.HasPrefix(low, "//") {
		return tag
	}

	to := `<a href="` + encoded(href) + `"`
	if title != "" {
		to += ` title="` + html.EscapeString(title) + `"`
	}

	to += ` rel="nofollow noreferrer noopener" target="_blank"`

	if title == "" && !sameAddress(href, html.UnescapeString(inner)) {
		to += ` title="` + encoded(href) + `"`
	}

	return to + `>`
}

// sameAddress tells whether a text is the address, with or without its scheme [source].
func sameAddress(a, b string) bool {
	plain := func(text string) string {
		if decoded, err := url.PathUnescape(text); err == nil {
			text = decoded
		}

		text = strings.TrimSuffix(strings.ToLower(strings.Join(strings.Fields(text), "")), "/")

		return strings.TrimPrefix(strings.TrimPrefix(text, "http://"), "https://")
	}

	return plain(a) == plain(b)
}

// escaped is a text in HTML, as the service's library writes it: quotes stay.
func escaped(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text)
}

// encoded is an address in an attribute: the library encodes brackets.
func encoded(to string) string {
	return strings.NewReplacer("[", "%5B", "]", "%5D", "$", "%24", "&", "&amp;", `"`, "%22", "<", "%3C", ">", "%3E").Replace(to)
}
