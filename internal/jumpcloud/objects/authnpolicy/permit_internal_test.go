// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy

import (
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// TestPermit: the last look before a write refuses what locks everybody out by itself, whatever a
// plan has let through.
func TestPermit(t *testing.T) {
	t.Parallel()

	policy := func(change func(*model)) *model {
		actions := map[string]attr.Type{"action": types.StringType}
		m := &model{
			Type: types.StringValue(userPortal), LockoutProtection: types.BoolValue(true),
			Disabled: types.BoolValue(false), MonitorOnly: types.BoolValue(false),
			Effect:  types.ObjectValueMust(actions, map[string]attr.Value{"action": types.StringValue(deny)}),
			Targets: types.ObjectNull(nil),
		}
		change(m)

		return m
	}

	for name, c := range map[string]struct {
		change  func(*model)
		prior   *model
		refused bool
	}{
		"a new one":              {change: func(*model) {}, refused: true},
		"a new one, without":     {change: func(m *model) { m.LockoutProtection = types.BoolValue(false) }},
		"a new one that watches": {change: func(m *model) { m.MonitorOnly = types.BoolValue(true) }},
		"one as it is":           {change: func(*model) {}, prior: policy(func(*model) {})},
		"one that watched":       {change: func(*model) {}, prior: policy(func(m *model) { m.MonitorOnly = types.BoolValue(true) }), refused: true},
		"one that was off":       {change: func(*model) {}, prior: policy(func(m *model) { m.Disabled = types.BoolValue(true) }), refused: true},
	} {
		err := policy(c.change).permit(t.Context(), nil, c.prior)

		if (err != nil) != c.refused || c.refused && !strings.Contains(err.Error(), "lock everybody out of the user portal") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
