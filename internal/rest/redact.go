// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rest

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"
)

const (
	// shortestSecret keeps one-letter "secrets" from turning every text into asterisks.
	shortestSecret = 4

	// shortestLine is the same for the lines of a secret that has several.
	shortestLine = 8
)

// Redactor replaces secrets in texts that leave the program. Bodies and headers are never
// logged, so what is left are the service's own words, which may quote what was sent, in
// whatever spelling a program gives a text on its way.
type Redactor struct {
	mu      sync.Mutex
	known   map[string]bool
	secrets []string // with their spellings
	sorted  bool
}

// Add makes values secret from now on, each as it is and as JSON, Go, HTML, a URL or base64
// spell it, and the lines of one that has several. Values of fewer than four bytes are
// ignored: they are part of too many innocent words. In base64 a secret is known where it
// begins what is encoded or stands alone, not in the middle of more.
func (r *Redactor) Add(values ...string) {
	r.mu.Lock()
	defer r.mu.Unlock()

	if r.known == nil {
		r.known = map[string]bool{}
	}

	for _, v := range values {
		if len(v) < shortestSecret || r.known[v] {
			continue
		}

		r.known[v], r.sorted = true, false
		r.secrets = append(r.secrets, spellings(v)...)

		for _, line := range lines(v) {
			r.secrets = append(r.secrets, spellings(line)...)
		}
	}
}

// AddBasic makes a user's password secret, and with it what HTTP basic authentication sends.
func (r *Redactor) AddBasic(username, password string) {
	r.Add(password)

	if password != "" {
		r.Add(username + ":" + password)
	}
}

// Text returns s without any secret.
func (r *Redactor) Text(s string) string {
	r.mu.Lock()
	defer r.mu.Unlock()

	// The longest first, or a secret that contains another would show its rest.
	if !r.sorted {
		slices.SortFunc(r.secrets, func(a, b string) int {
			return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b))
		})

		r.secrets, r.sorted = slices.Compact(r.secrets), true
	}

	for _, secret := range r.secrets {
		s = strings.ReplaceAll(s, secret, "(redacted)")
	}

	return s
}

// lines are the lines of a text that has several, such as a PEM key, without the armour
// around it and without those that are too short to tell anything.
func lines(v string) []string {
	var all []string

	for line := range strings.Lines(v) {
		line = strings.TrimSpace(line)
		if len(line) >= shortestLine && line != v && !strings.HasPrefix(line, "-----") {
			all = append(all, line)
		}
	}

	return all
}

// spellings are the ways in which a text may come back.
func spellings(v string) []string {
	all := []string{v, inner(strconv.Quote(v)), inner(strconv.QuoteToASCII(v))}

	for _, safe := range []bool{false, true} {
		once := jsonInner(v, safe)
		all = append(all, once, ascii(once), strings.ReplaceAll(once, "/", `\/`), jsonInner(once, safe), ascii(jsonInner(ascii(once), safe)))
	}

	// Rails and Go differ in a quotation mark.
	page := html.EscapeString(v)
	all = append(all, page, strings.ReplaceAll(page, "&#34;", "&quot;"))

	query, path := url.QueryEscape(v), url.PathEscape(v)
	for _, escaped := range []string{query, strings.ReplaceAll(query, "+", "%20"), path} {
		all = append(all, escaped, escape.ReplaceAllStringFunc(escaped, strings.ToLower))
	}

	for _, encoding := range []*base64.Encoding{base64.StdEncoding, base64.URLEncoding, base64.RawStdEncoding, base64.RawURLEncoding} {
		all = append(all, encoding.EncodeToString([]byte(v)))

		// Where more follows, the last, incomplete group of three bytes looks different.
		if groups := v[:len(v)/3*3]; len(groups) >= shortestLine {
			all = append(all, encoding.EncodeToString([]byte(groups)))
		}
	}

	slices.Sort(all)

	return slices.Compact(all)
}

var escape = regexp.MustCompile(`%[0-9A-F]{2}`)

// jsonInner is a text as it stands within a JSON string, safe also within a page.
func jsonInner(v string, safe bool) string {
	var buffer bytes.Buffer

	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(safe)

	if err := encoder.Encode(v); err != nil {
		return v
	}

	return inner(strings.TrimSuffix(buffer.String(), "\n"))
}

// inner takes the quotation marks off.
func inner(quoted string) string { return quoted[1 : len(quoted)-1] }

// ascii escapes what is beyond ASCII, as some writers of JSON do.
func ascii(s string) string {
	var b strings.Builder

	for _, r := range s {
		switch {
		case r < 0x80:
			b.WriteRune(r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}

	return b.String()
}
