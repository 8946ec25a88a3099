// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package acctest

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// proposed is what core proposes: the configuration, with what the provider computed
// before where the configuration says nothing.
func proposed(schema *tfprotov6.Schema, config, before tftypes.Value) tftypes.Value {
	if config.IsNull() {
		return config
	}

	configured, prior := attributes(config), attributes(before)
	all := map[string]tftypes.Value{}

	for _, a := range schema.Block.Attributes {
		v := configured[a.Name]
		if p, ok := prior[a.Name]; ok && a.Computed && v.IsNull() {
			v = p
		}

		if a.WriteOnly {
			v = tftypes.NewValue(a.ValueType(), nil) // not v's: a dynamic one's type is not kept either
		}

		all[a.Name] = v
	}

	return tftypes.NewValue(config.Type(), all)
}

func attributes(object tftypes.Value) map[string]tftypes.Value {
	var all map[string]tftypes.Value
	if object.IsNull() || object.As(&all) != nil {
		return nil
	}

	return all
}

// checkPlanned holds a plan to core's rule: what the configuration says is planned as it
// is, and what is neither configured nor computed is null.
func checkPlanned(tb testing.TB, schema *tfprotov6.Schema, config, planned tftypes.Value) {
	tb.Helper()

	if config.IsNull() || planned.IsNull() {
		return
	}

	want, got := attributes(config), attributes(planned)

	for _, a := range schema.Block.Attributes {
		c, p := want[a.Name], got[a.Name]

		switch {
		case a.WriteOnly:
			if !p.IsNull() {
				tb.Errorf("Provider produced invalid plan: write-only %s is in the plan", a.Name)
			}
		case a.NestedType != nil && a.Computed:
			// Nested computed attributes may be filled in.
		case !c.IsNull() && a.NestedType == nil && !c.Equal(p), c.IsNull() && !a.Computed && !p.IsNull():
			tb.Errorf("Provider produced invalid plan: %s is %v in the configuration and %v in the plan",
				a.Name, fromTerraform(c), fromTerraform(p))
		}
	}
}

// checkApplied holds an apply to core's rules: everything is known, and what the plan
// knew has come true.
func checkApplied(tb testing.TB, address string, schema *tfprotov6.Schema, planned, value tftypes.Value, failed bool) {
	tb.Helper()

	if !value.IsFullyKnown() {
		tb.Errorf("Provider returned unknown values after apply: %s: %v", address, fromTerraform(value))
	}

	want, got := attributes(planned), attributes(value)

	for _, a := range schema.Block.Attributes {
		if a.WriteOnly && !got[a.Name].IsNull() {
			tb.Errorf("write-only %s of %s is in state", a.Name, address)
		}

		if w, ok := want[a.Name]; ok && w.IsFullyKnown() && !w.Equal(got[a.Name]) && !failed {
			tb.Errorf("Provider produced inconsistent result after apply: %s.%s was planned %v and is %v",
				address, a.Name, fromTerraform(w), fromTerraform(got[a.Name]))
		}
	}
}
