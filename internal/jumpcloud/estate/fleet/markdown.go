// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package fleet

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/page"
)

const (
	// shownDevices bounds the devices that the Markdown lists for a tenant; the page and the JSON have all.
	shownDevices = 5

	// shownRows bounds its lists of anything else.
	shownRows = 50
)

// Markdown writes the report for a pull request or a ticket. Long lists are cut, and say so.
func (r *Report) Markdown(w io.Writer) error {
	m := &markdown{}
	m.line("# %s\n\nAs of %s.\n", page.Escape(r.title()), r.GeneratedAt.Format("2006-01-02 15:04 MST"))

	for _, t := range r.tiles() {
		m.line("- **%s** %s: %s", t.Figure, t.Label, t.State)
	}

	m.list("This report is not complete", "", len(r.Gaps), func(i int) string {
		return fmt.Sprintf("- **%s**: %s", page.Escape(r.Gaps[i].Part), page.Escape(r.Gaps[i].Reason))
	})
	r.tenantTable(m)
	m.list("Failing devices", "| Tenant | Devices | |\n|---|---:|---|", r.failingTenants(), r.deviceRow())
	m.list("Exceptions", "| Until | State | Tenant | Policy | Owner | Reason |\n|---|---|---|---|---|---|", len(r.Exceptions), func(i int) string {
		e := r.Exceptions[i]

		return cells(e.Until, e.State, e.Organization, e.Policy, e.Owner, e.Reason)
	})
	m.list("Unmapped tenants", "", len(r.Unmapped), func(i int) string { return "- " + page.Escape(r.Unmapped[i].Name) })

	for _, of := range r.Integrations {
		m.list("Sync errors of "+vendor(of.Type), "| When | Tenant | Kind | What happened |\n|---|---|---|---|", len(of.Errors), func(i int) string {
			e := of.Errors[i]

			return cells(minute(e.Timestamp), e.OrganizationName, e.ErrorType, e.Message)
		})
		m.list("Mappings of "+vendor(of.Type), "| Tenant | Company | Last sync | How it went |\n|---|---|---|---|", len(of.Mappings), func(i int) string {
			o := of.Mappings[i]

			return cells(o.OrganizationName, o.CompanyName, minute(o.LastSyncTime), cmp.Or(o.LastSyncStatus, "never"))
		})
	}

	if l := r.Licenses; l != nil {
		m.line("\n## Seats and licenses\n\n%d purchased, %d included, %d assigned. Tenants may use %d seats; %d tenants have no cap.",
			l.Purchased, l.Included, l.Assigned, l.SeatCaps, l.Uncapped)
	}

	admins := r.Administrators.WithoutMFA
	m.list("Administrators without MFA", "| E-mail address | Role | Tenants |\n|---|---|---:|", len(admins), func(i int) string {
		return cells(admins[i].Email, admins[i].Role, fmt.Sprint(admins[i].Organizations))
	})
	m.list("Keys that expire", "| Expires | State | Owner | Kind |\n|---|---|---|---|", len(r.Keys), func(i int) string {
		k := r.Keys[i]

		return cells(minute(k.Expires), left(k.Days), k.Owner, kind(k.Kind))
	})

	_, err := io.WriteString(w, m.String())

	return err
}

// tenantTable is the heat map: the policies that fail or wait, in words.
func (r *Report) tenantTable(m *markdown) {
	m.list("Policies by tenant", "| Tenant | Aligned | Failed | Excepted | Pending | Worst policies |\n|---|---:|---:|---:|---:|---|", len(r.Tenants), func(i int) string {
		t := r.Tenants[i]
		aligned := "no results"

		if t.Alignment() >= 0 {
			aligned = fmt.Sprintf("%d %%", t.Alignment())
		}

		return cells(t.Name, aligned, fmt.Sprint(t.Failures()), fmt.Sprint(t.Excused), fmt.Sprint(t.Pending+t.Other), r.worst(t))
	})
}

// worst names the tenant's policies with failures, in the report's order.
func (r *Report) worst(t Tenant) string {
	const shown = 3

	var names []string

	for _, name := range r.Policies {
		var sum Totals

		for _, p := range t.Policies {
			if p.Name == name {
				sum.count(p.Totals)
			}
		}

		if sum.Failures() > 0 {
			names = append(names, fmt.Sprintf("%s (%d)", name, sum.Failures()))
		}
	}

	if more := len(names) - shown; more > 0 {
		names = append(names[:shown], fmt.Sprintf("%d more", more))
	}

	return strings.Join(names, ", ")
}

// deviceRow returns the rows of the tenants with failing devices, excepted ones included.
func (r *Report) deviceRow() func(i int) string {
	var rows []string

	for _, t := range r.Tenants {
		if t.Failures() == 0 {
			continue
		}

		var names []string
		for _, d := range t.FailingDevices[:min(shownDevices, len(t.FailingDevices))] {
			names = append(names, fmt.Sprintf("%s (%s)", cmp.Or(d.Name, d.ID), strings.Join(d.Policies, ", ")))
		}

		if more := len(t.FailingDevices) - shownDevices; more > 0 {
			names = append(names, fmt.Sprintf("%d more", more))
		}

		rows = append(rows, cells(t.Name, fmt.Sprint(len(t.FailingDevices)), strings.Join(names, "; ")))
	}

	return func(i int) string { return rows[i] }
}

type markdown struct{ strings.Builder }

func (m *markdown) line(format string, args ...any) { fmt.Fprintf(m, format+"\n", args...) }

// list writes a section, unless it is empty.
func (m *markdown) list(title, head string, n int, row func(i int) string) {
	if n == 0 {
		return
	}

	m.line("\n## %s\n", page.Escape(title))

	if head != "" {
		m.line("%s", head)
	}

	for i := range min(n, shownRows) {
		m.line("%s", row(i))
	}

	if more := n - shownRows; more > 0 {
		m.line("\n%d more are in the JSON and on the page.", more)
	}
}

func cells(texts ...string) string {
	for i, text := range texts {
		texts[i] = page.Escape(text)
	}

	return "| " + strings.Join(texts, " | ") + " |"
}
