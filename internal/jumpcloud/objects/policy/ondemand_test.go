// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

// TestValuesOnDemand: `var.on ? { ... } : null` is an object's null, which does not conflict with
// what stands in its place and needs no version.
func TestValuesOnDemand(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	none := tftypes.NewValue(tftypes.Object{AttributeTypes: map[string]tftypes.Type{"timeout": tftypes.Number}}, nil)
	off := w.lock(acctest.Attrs{"values": none, "sensitive_values_wo": none, "values_json": `{"timeout":300}`})
	on := w.lock(acctest.Attrs{"values": map[string]any{"timeout": 300}})
	neither := w.lock(acctest.Attrs{"values": none, "sensitive_values_wo": none})

	for _, config := range []acctest.Config{off, on, off, neither} {
		w.MustApply(config)
		w.equal("plan", text(t, w.Plan(config).Actions()), "{}")
	}

	w.mentions(w.refused(w.lock(acctest.Attrs{"sensitive_values_wo": map[string]any{"timeout": 1}})), "sensitive_values_wo_version")
}
