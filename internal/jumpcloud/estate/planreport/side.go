// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package planreport

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/page"
)

// side is a value with what Terraform says of it.
type side struct {
	value, mark any
}

func (s side) hidden() bool { return s.mark == true }

func (s side) member(name string) side {
	value, _ := s.value.(map[string]any)
	mark, _ := s.mark.(map[string]any)

	if s.hidden() {
		return side{value[name], true}
	}

	return side{value[name], mark[name]}
}

func (s side) element(i int) side {
	value, _ := s.value.([]any)
	mark, _ := s.mark.([]any)
	out := side{}

	if i < len(value) {
		out.value = value[i]
	}

	if i < len(mark) {
		out.mark = mark[i]
	}

	if s.hidden() {
		out.mark = true
	}

	return out
}

// namesSecret tells of a row of a table whether one of its texts names a secret, such as a
// registry value "WifiPassword": then another holds it.
func namesSecret(row map[string]any) bool {
	return slices.ContainsFunc(slices.Collect(maps.Values(row)), func(v any) bool {
		s, ok := v.(string)

		return ok && secretName.MatchString(s)
	})
}

// unlessName hides a text of such a row, unless it is the name.
func (s side) unlessName() side {
	if v, ok := s.value.(string); ok && !secretName.MatchString(v) {
		s.mark = true
	}

	return s
}

// title is what a person calls an object.
func (c resourceChange) title(s secrets) string {
	for _, name := range []string{"name", "email", "domain", "display_name"} {
		for _, of := range []side{{c.Change.After, c.Change.AfterSensitive}, {c.Change.Before, c.Change.BeforeSensitive}} {
			if value, ok := of.member(name).value.(string); ok && value != "" {
				return page.Clean(s.shown(value))
			}
		}
	}

	return page.Clean(s.shown(cmp.Or(c.label(), c.Address)))
}

// label is the last part of the address, with its index.
func (c resourceChange) label() string {
	return strings.TrimPrefix(strings.TrimPrefix(c.Address, c.Module+"."), c.Type+".")
}
