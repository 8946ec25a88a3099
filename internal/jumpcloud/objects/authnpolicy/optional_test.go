// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

// TestConditionsOnDemand: `var.strict ? { device_managed = true } : null` is an object's null
// where nothing is wanted, and means what null means.
func TestConditionsOnDemand(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	off := w.Config(acctest.Attrs{"conditions": tftypes.NewValue(
		tftypes.Object{AttributeTypes: map[string]tftypes.Type{"device_managed": tftypes.Bool}}, nil)})
	on := w.Config(acctest.Attrs{"conditions": object{"device_managed": true}})

	for _, config := range []acctest.Config{off, on, off} {
		w.MustApply(config)
		w.MustPlanEmpty(config)
	}
}
