// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package scope_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/scope"
)

// TestSameNote: what the service spells otherwise means the same, and nothing else does.
func TestSameNote(t *testing.T) {
	t.Parallel()

	const added = ` rel="nofollow noreferrer noopener" target="_blank"`

	for _, c := range []struct {
		written, kept string
		same          bool
	}{
		{"R&D", "R&amp;D", true},
		{"x\r\n", "x", true},
		{"x <b>y</b>", "x y", false},
		{"see https://a.example/b.", `see <a href="https://a.example/b"` + added + `>https://a.example/b</a>.`, true},
		{"https://a.example?x=1&y[]=2", `<a href="https://a.example?x=1&amp;y%5B%5D=2"` + added + `>https://a.example?x=1&amp;y[]=2</a>`, true},
		{"https://a.example/%zz", `<a href='https://a.example/%zz' title="https://a.example/%zz">https://a.example/%zz</a>`, true},
		{"https://a.example", `<a href="https://b.example"` + added + `>https://a.example</a>`, false},
		{"https://a.example", `<a href="https://a.example" title="Own"` + added + `>https://a.example</a>`, false},
		{`<a href="https://a.example">a</a>`, `<a href="https://a.example"` + added + ` title="https://a.example">a</a>`, true},
		{`<a href="https://a.example">a</a>`, `<a href="https://b.example"` + added + ` title="https://b.example">a</a>`, false},
		{`<a href="https://a.example">a</a>`, "a", false},
		{`<a title="Own" href=https://a.example>a</a>`, `<a href="https://a.example" title="Own"` + added + `>a</a>`, true},
		{"<a>x</a>", "x", true},
		{"<abbr>x</abbr>", "x", false},
	} {
		if got := scope.SameNote(c.written, c.kept); got != c.same {
			t.Errorf("%s\n%s: %t; shown\n%s\n%s", c.written, c.kept, got, scope.ShownNote(c.written), scope.ShownNote(c.kept))
		}
	}
}
