// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package fleet

import (
	"fmt"
	"slices"
)

// mostColumns is how many policies the heat map shows. What more there are share a column.
const mostColumns = 24

// tile is a figure on top of the page.
type tile struct {
	Anchor, Figure, Label, State, Class string
}

// row is a tenant in the heat map.
type row struct {
	Name, Aligned string
	Bar           *bar
	Cells         []cell
}

// cell is a policy of a tenant. More is for those who hear the table instead of seeing it.
type cell struct {
	Class, Text, More string
}

// bar is a line of parts, from 0 to 100.
type bar struct {
	Label string
	Parts []part
}

type part struct {
	X, W, Fill string
}

// columns are the policies that the heat map shows, in the report's order: those that the
// most tenants have. folded is how many more there are.
func (r *Report) columns() (shown []string, folded int) {
	if len(r.Policies) <= mostColumns {
		return slices.Clone(r.Policies), 0
	}

	tenants := map[string]int{}

	for _, t := range r.Tenants {
		for _, name := range t.names() {
			tenants[name]++
		}
	}

	common := slices.Clone(r.Policies)
	slices.SortStableFunc(common, func(a, b string) int { return tenants[b] - tenants[a] })
	common = common[:mostColumns]

	for _, name := range r.Policies {
		if slices.Contains(common, name) {
			shown = append(shown, name)
		}
	}

	return shown, len(r.Policies) - len(shown)
}

// names are the names of the tenant's policies, each once.
func (t Tenant) names() []string {
	var names []string

	for _, p := range t.Policies {
		if !slices.Contains(names, p.Name) {
			names = append(names, p.Name)
		}
	}

	return names
}

func (t Tenant) row(columns []string, rest bool) row {
	r := row{Name: t.Name, Aligned: "no results"}
	if t.Alignment() >= 0 {
		b := t.Totals.bar()
		r.Aligned, r.Bar = fmt.Sprintf("%d %%", t.Alignment()), &b
	}

	by, other, others := map[string]Totals{}, Totals{}, false
	excepted := map[string]bool{}

	for _, p := range t.Policies {
		if !slices.Contains(columns, p.Name) {
			other.count(p.Totals)

			others = true

			continue
		}

		sum := by[p.Name]
		sum.count(p.Totals)
		by[p.Name] = sum
		excepted[p.Name] = p.Exception
	}

	for _, name := range columns {
		sum, ok := by[name]
		r.Cells = append(r.Cells, sum.cell(ok, excepted[name]))
	}

	if rest {
		r.Cells = append(r.Cells, other.cell(others, false))
	}

	return r
}

func (t Totals) cell(there, excepted bool) cell {
	all := t.Results() + t.Excused

	switch {
	case !there:
		return cell{More: "no such policy"}
	case excepted:
		return cell{"ex", fmt.Sprintf("E %d", t.Excused), fmt.Sprintf("of %d devices fail, excepted", all)}
	case t.Failures() > 0:
		return cell{t.level(), fmt.Sprintf("✗ %d", t.Failures()), fmt.Sprintf("of %d devices fail", all)}
	case t.Pending+t.Other > 0:
		return cell{"wait", fmt.Sprintf("… %d", t.Pending+t.Other), fmt.Sprintf("of %d devices wait", all)}
	case all == 0:
		return cell{"none", "–", "no devices"}
	}

	return cell{"ok", "✓", fmt.Sprintf("on all %d devices", all)}
}

// level is the colour of a share of failures.
func (t Totals) level() string {
	share := float64(t.Failures()) / float64(t.Results())

	for i, limit := range []float64{0.10, 0.25, 0.50} {
		if share <= limit {
			return fmt.Sprintf("f%d", i+1)
		}
	}

	return "f4"
}

func (t Totals) bar() bar {
	return line([]int64{t.Success, t.Excused, t.Pending + t.Other, t.Failures()},
		[]string{"var(--bar-ok)", "var(--bar-excused)", "var(--bar-wait)", "var(--bar-fail)"})
}

func (r *Report) bar() bar {
	t := r.Totals
	b := t.bar()
	b.Label = fmt.Sprintf("%d results: %d success, %d failed, %d excepted, %d pending or unknown",
		t.Results()+t.Excused, t.Success, t.Failures(), t.Excused, t.Pending+t.Other)

	return b
}

// bar compares assigned with available licenses; nil where none are available.
func (l *Licenses) bar() *bar {
	available := l.Purchased + l.Included
	if available <= 0 {
		return nil
	}

	fill := "var(--bar-ok)"
	if l.Assigned > available {
		fill = "var(--bar-fail)"
	}

	b := line([]int64{min(l.Assigned, available), max(0, available-l.Assigned)}, []string{fill, "var(--track)"})
	b.Label = fmt.Sprintf("%d of %d licenses are assigned (%d %%)", l.Assigned, available, 100*l.Assigned/available)

	return &b
}

// line puts parts side by side.
func line(sizes []int64, fills []string) bar {
	var (
		b     bar
		total int64
		x     float64
	)

	for _, n := range sizes {
		total += n
	}

	for i, n := range sizes {
		if n <= 0 {
			continue
		}

		w := 100 * float64(n) / float64(total)
		b.Parts = append(b.Parts, part{fmt.Sprintf("%.1f", x), fmt.Sprintf("%.1f", w), fills[i]})
		x += w
	}

	return b
}
