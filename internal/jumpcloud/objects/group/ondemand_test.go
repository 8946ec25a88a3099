// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

// TestQueryOnDemand: `var.dynamic ? { ... } : null` is an object's null where the group is not
// dynamic, and an object again where it is.
func TestQueryOnDemand(t *testing.T) {
	t.Parallel()

	for _, address := range []string{devices, staff} {
		w := newWorld(t, nil)
		none := tftypes.NewValue(tftypes.Object{AttributeTypes: map[string]tftypes.Type{"query_type": tftypes.String}}, nil)
		off := w.one(address, acctest.Attrs{"name": "Some", "member_query": none})
		on := w.one(address, acctest.Attrs{
			"name": "Some", "membership_method": "DYNAMIC_AUTOMATED", "member_query": map[string]any{"query_type": "FilterQuery", "filters": macs},
		})

		for _, config := range []acctest.Config{off, on, off} {
			w.MustApply(config)
			w.MustPlanEmpty(config)
		}
	}
}
