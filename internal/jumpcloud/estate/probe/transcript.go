// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// transcript is what was sent and answered, without what names a tenant, a person or a
// secret: a text stays only if the probe has made it up or if it is a word of the API.
// Everything else is replaced, the same text always by the same word.
type transcript struct {
	b     strings.Builder
	mark  string
	known map[string]string // what replaces a text
	count map[string]int
}

func newTranscript(mark string) *transcript {
	return &transcript{mark: mark, known: map[string]string{}, count: map[string]int{}}
}

func (t *transcript) String() string { return t.b.String() }

func (t *transcript) title(text string) { fmt.Fprintf(&t.b, "\n# %s\n", text) }

// add records an exchange. Answers are learnt from before anything is written, so that
// the words of an error do not name what a member beside them hides.
func (t *transcript) add(r Request, a Answer) {
	sent := t.hide(plain(r.Body), false)
	answered := t.hide(a.value(), a.Status >= http.StatusBadRequest)

	path, query, _ := strings.Cut(r.Path, "?")

	fmt.Fprintf(&t.b, "\n> %s %s", r.Method, t.path(path))

	if query != "" {
		fmt.Fprintf(&t.b, "?%s", t.query(query))
	}

	if r.Organization != "" {
		fmt.Fprintf(&t.b, "  (x-org-id: %s)", t.word(r.Organization))
	}

	t.b.WriteString("\n")

	if sent != nil {
		fmt.Fprintf(&t.b, "> %s\n", compact(sent))
	}

	fmt.Fprintf(&t.b, "< %d", a.Status)

	if total := a.Header.Get("X-Total-Count"); number.MatchString(total) {
		fmt.Fprintf(&t.b, "  (x-total-count: %s)", total)
	}

	t.b.WriteString("\n")

	switch {
	case answered != nil:
		fmt.Fprintf(&t.b, "< %s\n", compact(answered))
	case len(a.Body) > 0:
		fmt.Fprintf(&t.b, "< (%d bytes that are no JSON)\n", len(a.Body))
	}
}

// plain is a body as JSON has it.
func plain(body any) any {
	raw, err := json.Marshal(body)
	if err != nil {
		return nil
	}

	return Answer{Body: raw}.value()
}

const mostShown, mostElements = 3000, 3

func compact(v any) string {
	var b strings.Builder

	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)

	if e.Encode(v) != nil {
		return "(no JSON)"
	}

	text := strings.TrimSuffix(b.String(), "\n")
	if len(text) > mostShown {
		return strings.ToValidUTF8(text[:mostShown], "") + " …"
	}

	return text
}

// hide replaces what is in a value. All of it is learnt, and the first elements of lists
// are shown. Of an error the sentences of the service stay.
func (t *transcript) hide(v any, failed bool) any {
	switch v := v.(type) {
	case doc:
		out := doc{}

		// First what hides, then the words that may repeat it.
		for _, name := range slices.SortedFunc(maps.Keys(v), bySpeech) {
			if s, ok := v[name].(string); ok && failed && spoken(name) > 0 {
				out[t.member(name)] = t.sentence(s)
			} else {
				out[t.member(name)] = t.hide(v[name], failed)
			}
		}

		return out
	case []any:
		out := make([]any, 0, min(len(v), mostElements+1))

		for i, e := range v {
			hidden := t.hide(e, failed)

			switch i {
			case mostElements:
				out = append(out, fmt.Sprintf("… %d more", len(v)-mostElements))
			default:
				if i < mostElements {
					out = append(out, hidden)
				}
			}
		}

		return out
	case string:
		return t.word(v)
	case json.Number:
		if len(v.String()) > len("12345") {
			return t.replaced("number", v.String())
		}
	}

	return v
}

// spoken is 1 for members of an error whose text is the service's own.
func spoken(member string) int {
	if slices.Contains([]string{"message", "error", "description", "detail", "field", "status"}, member) {
		return 1
	}

	return 0
}

// bySpeech orders members: what may repeat the others' texts comes last.
func bySpeech(a, b string) int {
	return cmp.Or(cmp.Compare(spoken(a), spoken(b)), cmp.Compare(a, b))
}

// word is a text that stands alone.
func (t *transcript) word(s string) string {
	bare := strings.ToLower(strings.TrimSuffix(strings.TrimSpace(s), "@example.com"))
	digits, ours := strings.CutPrefix(bare, t.mark+"-")

	switch {
	case slices.Contains(words, s), reserved.MatchString(s), ours && number.MatchString(digits):
		return s
	case identifier.FindString(s) == s:
		return t.replaced("id", s)
	case mail.FindString(s) == s:
		return t.replaced("mail", s)
	}

	return t.replaced("text", s)
}

// sentence is a text of the service, in which what is known or looks like a name, an id or
// a secret is replaced.
func (t *transcript) sentence(s string) string {
	for _, known := range slices.SortedFunc(maps.Keys(t.known), longestFirst) {
		if len(known) > 2 && !isPlainWord(known) {
			s = replaceWord(s, known, t.known[known])
		}
	}

	for _, r := range []struct {
		pattern *regexp.Regexp
		kind    string
	}{{mail, "mail"}, {identifier, "id"}, {address, "address"}, {quoted, "text"}, {long, "text"}, {capital, "text"}} {
		s = r.pattern.ReplaceAllStringFunc(s, func(found string) string {
			bare := strings.Trim(found, "\"'`")
			if w := t.word(bare); w == bare || isPlainWord(bare) {
				return found
			}

			return t.replaced(r.kind, bare)
		})
	}

	return s
}

// replaceWord replaces a text where it is not a part of longer words.
func replaceWord(s, old, with string) string {
	var b strings.Builder

	for {
		before, after, found := strings.Cut(s, old)
		b.WriteString(before)

		if !found {
			return b.String()
		}

		last, _ := utf8.DecodeLastRuneInString(before)
		next, _ := utf8.DecodeRuneInString(after)

		if inWord(last) || inWord(next) {
			b.WriteString(old)
		} else {
			b.WriteString(with)
		}

		s = after
	}
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func longestFirst(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) }

// member is the name of a member, which in a map may be anything.
func (t *transcript) member(name string) string {
	if memberName.MatchString(name) && t.known[name] == "" {
		return name
	}

	return t.replaced("member", name)
}

// path hides what no experiment spells out.
func (t *transcript) path(path string) string {
	segments := strings.Split(path, "/")
	for i, s := range segments {
		if identifier.FindString(s) == s && s != "" {
			segments[i] = t.word(s)
		}
	}

	return strings.Join(segments, "/")
}

func (t *transcript) query(query string) string {
	decoded, err := url.QueryUnescape(query)
	if err != nil {
		return t.replaced("text", query)
	}

	return t.sentence(decoded)
}

// replaced is the word that stands for a text.
func (t *transcript) replaced(kind, s string) string {
	if _, ok := t.known[s]; !ok {
		t.count[kind]++
		t.known[s] = fmt.Sprintf("<%s %d>", kind, t.count[kind])
	}

	return t.known[s]
}
