// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package planreport

import (
	"fmt"
	"strings"
)

// shownDetails is how many details a headline names.
const shownDetails = 3

// Headline says in one line what becomes of the tenant's objects, such as "2 policies changed
// (Lock screen timeout 600 → 300), 1 device group added".
func (t Tenant) Headline() string {
	var parts []string

	for _, action := range actions {
		var kinds []string // in the order of the changes

		of := map[string][]Change{}

		for _, c := range t.Changes {
			if c.Action != action {
				continue
			}

			if of[c.Type] == nil {
				kinds = append(kinds, c.Type)
			}

			of[c.Type] = append(of[c.Type], c)
		}

		for _, kind := range kinds {
			parts = append(parts, fmt.Sprintf("%s %s%s", count(len(of[kind]), kind), action, details(action, of[kind])))
		}
	}

	return strings.Join(parts, ", ")
}

// details name what is destroyed or changed, in parentheses.
func details(action Action, changes []Change) string {
	var all []string

	for _, c := range changes {
		switch {
		case action == Update && len(c.Fields) > 0:
			for _, f := range c.Fields {
				all = append(all, c.Name+" "+f.String())
			}
		case action == Destroy || action == Replace:
			all = append(all, c.Name)
		}
	}

	if len(all) == 0 {
		return ""
	}

	if more := len(all) - shownDetails; more > 0 {
		all = append(all[:shownDetails], fmt.Sprintf("%d more", more))
	}

	return " (" + strings.Join(all, "; ") + ")"
}

// String says what becomes of an attribute.
func (f Field) String() string {
	if f.Before == hidden && f.After == hidden {
		return f.Path + " " + hidden + " changed"
	}

	return fmt.Sprintf("%s %s → %s", f.Path, f.Before, f.After)
}

// Line says what becomes of the object, without its fields.
func (c Change) Line() string { return fmt.Sprintf("%s %q", noun(c.Type, 1), c.Name) }

// lossLines are the objects that are destroyed, of all tenants.
func (p *Plan) lossLines() []string {
	var lines []string

	for _, t := range p.Tenants {
		for _, c := range t.Changes {
			if c.Action == Destroy || c.Action == Replace {
				lines = append(lines, fmt.Sprintf("%s: %s is %s", t.Name, c.Line(), c.Action))
			}
		}
	}

	return lines
}

const failed = "Planning failed: there may be more changes than these."
