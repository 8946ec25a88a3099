// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy_test

import (
	"fmt"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// BenchmarkPlan is the no-op plan of a hardening baseline: ten policies of 500 registry
// values each, as a literal or "for" (a tuple of objects), as a list and as JSON text.
func BenchmarkPlan(b *testing.B) {
	row := tftypes.Object{AttributeTypes: map[string]tftypes.Type{
		"customLocation": tftypes.String, "customValueName": tftypes.String, "customRegType": tftypes.String, "customData": tftypes.String,
	}}

	for _, shape := range []string{"tuple", "list", "json"} {
		b.Run(shape, func(b *testing.B) {
			s := acctest.Simulator(b, simulator.Options{})
			org, _ := s.OrganizationID(simulator.AcmeInc)
			core := acctest.NewCore(b, s, acctest.As(s, simulator.RoleBilling))
			config := acctest.Config{}

			for p := range 10 {
				var (
					rows  []any
					typed []tftypes.Value
				)

				for i := range 500 {
					r := key(fmt.Sprintf("Value%d", i), fmt.Sprint(p))
					rows = append(rows, r)

					cells := map[string]tftypes.Value{}
					for name, cell := range r {
						cells[name] = tftypes.NewValue(tftypes.String, cell)
					}

					typed = append(typed, tftypes.NewValue(row, cells))
				}

				var table any = rows
				if shape == "list" {
					table = tftypes.NewValue(tftypes.List{ElementType: row}, typed)
				}

				config[fmt.Sprintf("jumpcloud_policy.p%d", p)] = acctest.Attrs{
					"organization_id": org, "name": fmt.Sprintf("Hardening %d", p), "template_name": registryTemplate,
					"values": map[string]any{"customRegTable": table},
				}

				if shape == "json" {
					attrs := config[fmt.Sprintf("jumpcloud_policy.p%d", p)]
					attrs["values"], attrs["values_json"] = nil, text(b, map[string]any{"customRegTable": rows})
				}
			}

			core.MustApply(config)

			for b.Loop() {
				core.MustPlanEmpty(config)
			}
		})
	}
}
