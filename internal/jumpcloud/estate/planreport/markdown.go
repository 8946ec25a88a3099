// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package planreport

import (
	"fmt"
	"io"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/page"
)

const (
	// MarkdownLimit is how many bytes the Markdown has at most. A comment on GitHub takes
	// 65,536 characters, and no character is less than a byte.
	MarkdownLimit = 65_000

	// shownLosses bounds the list of what is destroyed. All of it is in the tenants' sections.
	shownLosses = 100

	// reserve is kept for what says how much was left out.
	reserve = 500
)

// Markdown writes the plan for a comment on a pull request. What does not fit is left out,
// from the end: first the objects of tenants, then tenants, and both are counted.
func (p *Plan) Markdown(w io.Writer) error {
	var b strings.Builder

	fmt.Fprintf(&b, "## %s\n\n", page.Escape(p.Radius()))

	if p.Errored {
		fmt.Fprintf(&b, "> [!CAUTION]\n> %s\n\n", failed)
	}

	p.markdownLosses(&b)

	room := MarkdownLimit - b.Len() - reserve
	sections, folded, left := p.fit(room)
	b.WriteString(sections)

	if folded > 0 {
		fmt.Fprintf(&b, "\nThe objects of %d tenants are not listed, since a comment has no room for them.\n", folded)
	}

	if left > 0 {
		fmt.Fprintf(&b, "\n**%d more tenants change**, which a comment has no room for.\n", left)
	}

	if p.Unchanged > 0 {
		fmt.Fprintf(&b, "\n%s\n", p.Rest())
	}

	_, err := io.WriteString(w, b.String())

	return err
}

func (p *Plan) markdownLosses(b *strings.Builder) {
	lines := p.lossLines()
	if len(lines) == 0 {
		return
	}

	fmt.Fprintf(b, "> [!CAUTION]\n> **%d destroyed**\n", len(lines))

	for _, line := range lines[:min(len(lines), shownLosses)] {
		fmt.Fprintf(b, "> - %s\n", cut(page.Escape(line), 2*longest))
	}

	if more := len(lines) - shownLosses; more > 0 {
		fmt.Fprintf(b, "> - and %d more\n", more)
	}

	b.WriteString("\n")
}

// fit writes as many sections as there is room for. Headlines go before objects: a tenant is
// written whole only if all tenants after it still have room for theirs.
func (p *Plan) fit(room int) (written string, folded, left int) {
	heads := make([]string, len(p.Tenants))
	all := 0

	for i, t := range p.Tenants {
		heads[i] = fmt.Sprintf("- **%s**: %s\n", page.Escape(t.Name), cut(page.Escape(t.Headline()), 10*longest))
		all += len(heads[i])
	}

	var b strings.Builder

	for i, t := range p.Tenants {
		all -= len(heads[i])
		whole := t.section()

		switch {
		case b.Len()+len(whole)+all <= room:
			b.WriteString(whole)
		case b.Len()+len(heads[i]) <= room:
			b.WriteString(heads[i])
			folded++
		default:
			left++
		}
	}

	return b.String(), folded, left
}

// section is a headline that opens to a list of objects.
func (t Tenant) section() string {
	var b strings.Builder

	fmt.Fprintf(&b, "<details><summary><strong>%s</strong>: %s</summary>\n\n", page.Escape(t.Name), cut(page.Escape(t.Headline()), 10*longest))

	for _, c := range t.Changes {
		fmt.Fprintf(&b, "- **%s** %s\n", c.Action, page.Escape(c.Line()))

		for _, f := range c.Fields {
			fmt.Fprintf(&b, "  - %s\n", page.Escape(f.String()))
		}
	}

	b.WriteString("\n</details>\n\n")

	return b.String()
}

// cut shortens escaped text to about so many bytes, and takes no entity or character apart.
func cut(escaped string, most int) string {
	if len(escaped) <= most {
		return escaped
	}

	escaped = strings.ToValidUTF8(escaped[:most], "")
	if i := strings.LastIndexByte(escaped, '&'); i >= 0 && !strings.Contains(escaped[i:], ";") {
		escaped = escaped[:i]
	}

	return escaped + " …"
}
