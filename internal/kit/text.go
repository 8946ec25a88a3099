// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"maps"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// SameText tells whether two texts differ at most in the white space around them, which a
// service may take away.
func SameText(a, b string) bool { return strings.TrimSpace(a) == strings.TrimSpace(b) }

// asWritten returns a state in which every text is as it was written before, where only
// white space around it differs. Terraform would take what a service trims for a provider
// that does not keep to its plan. Texts in lists, sets and maps stay as they are.
func asWritten(before, now tftypes.Value) tftypes.Value {
	if !before.IsKnown() || before.IsNull() || !now.IsKnown() || now.IsNull() || !before.Type().Equal(now.Type()) {
		return now
	}

	switch {
	case now.Type().Is(tftypes.String):
		var was, is string
		if before.As(&was) == nil && now.As(&is) == nil && SameText(was, is) {
			return before
		}
	case now.Type().Is(tftypes.Object{}):
		values, were := maps.Clone(members(now)), members(before)
		for name, v := range values {
			values[name] = asWritten(were[name], v)
		}

		return tftypes.NewValue(now.Type(), values)
	}

	return now
}
