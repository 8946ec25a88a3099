// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package planreport

import (
	"fmt"
	"io"
	"strings"
)

// Text writes the plan for a terminal.
func (p *Plan) Text(w io.Writer) error {
	var b strings.Builder

	if p.Errored {
		fmt.Fprintf(&b, "%s\n\n", failed)
	}

	fmt.Fprintf(&b, "%s.\n", p.Radius())

	if lines := p.lossLines(); len(lines) > 0 {
		fmt.Fprintf(&b, "\nDESTROYED (%d)\n", len(lines))

		for _, line := range lines {
			fmt.Fprintf(&b, "  !! %s\n", line)
		}
	}

	for _, t := range p.Tenants {
		fmt.Fprintf(&b, "\n%s: %s\n", t.Name, t.Headline())

		for _, c := range t.Changes {
			fmt.Fprintf(&b, "  %-3s %s  (%s)\n", signs[c.Action], c.Line(), c.Address)

			for _, f := range c.Fields {
				fmt.Fprintf(&b, "        %s\n", f)
			}
		}
	}

	if p.Unchanged > 0 {
		fmt.Fprintf(&b, "\n%s\n", p.Rest())
	}

	_, err := io.WriteString(w, b.String())

	return err
}
