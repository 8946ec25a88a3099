// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policytemplate

import (
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
)

// SaySame tells whether values of a configuration make the policy that the values in state
// show, however they are spelled: by label or wire value, with or without what is the
// template's default. An import shows one spelling, and a configuration may have another.
func SaySame(fields []Field, values any, before map[string]any) bool {
	now, err := ObjectOf(values)
	if _, unknown := anyjson.FindUnknown(values); err != nil || unknown {
		return false
	}

	now, before = Configured(now), Configured(before)

	for _, f := range fields {
		here, isHere := now[f.Name]
		there, isThere := before[f.Name]

		delete(now, f.Name)
		delete(before, f.Name)

		switch {
		case isHere && isThere:
			if !anyjson.Equal(f.meaning(here), f.meaning(there)) {
				return false
			}
		case isHere && (f.Sensitive || !f.holdsDefault(f.meaning(here))),
			isThere && (f.Sensitive || !f.holdsDefault(f.meaning(there))):
			return false
		}
	}

	return anyjson.Equal(now, before) // fields that the template has lost
}
