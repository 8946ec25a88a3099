// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package zammadsim_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/zammadsim"
)

// TestSanitized: addresses become anchors, and anchors get what each has.
func TestSanitized(t *testing.T) {
	t.Parallel()

	const every = ` rel="nofollow noreferrer noopener" target="_blank"`

	for text, want := range map[string]string{
		"no address: none":                           "no address: none",
		"see https://a.example/b.":                   `see <a href="https://a.example/b"` + every + `>https://a.example/b</a>.`,
		"https://a.example?x=1&y[]=2 & ftp://b.c":    `<a href="https://a.example?x=1&amp;y%5B%5D=2"` + every + `>https://a.example?x=1&amp;y[]=2</a> &amp; <a href="ftp://b.c"` + every + `>ftp://b.c</a>`,
		"(tel:+49123)":                               `(<a href="tel:+49123)"` + every + `>tel:+49123)</a>`,
		"tel: 5 and mailto:x@a.example":              "tel: 5 and mailto:x@a.example",
		"<pre>https://a.example</pre>":               "<pre>https://a.example</pre>",
		"<b>https://a.example</b>":                   `<b><a href="https://a.example"` + every + `>https://a.example</a></b>`,
		`<a href="https://a.example/">a.example</a>`: `<a href="https://a.example/"` + every + `>a.example</a>`,
		// The sample of the sanitizer's own test.
		`<a href="https://example.com/?foo=bar&baz[x]=y">example</a>`: `<a href="https://example.com/?foo=bar&amp;baz%5Bx%5D=y"` + every +
			` title="https://example.com/?foo=bar&amp;baz%5Bx%5D=y">example</a>`,
		`<a href='#x' title=y>x</a>`:              `<a href='#x' title=y>x</a>`,
		`<a href="//a.example" title="Own">x</a>`: `<a href="//a.example" title="Own"` + every + `>x</a>`,
	} {
		if got := zammadsim.Sanitized(text); got != want {
			t.Errorf("%s:\n%s, want\n%s", text, got, want)
		}
	}
}
