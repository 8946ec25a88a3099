// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package billing_test

import (
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestFaults(t *testing.T) {
	t.Parallel()

	paths := map[string]string{
		"jumpcloud_invoice": "/invoices/{ID}", "jumpcloud_invoices": "/invoices",
		"jumpcloud_billing_details": "/billing/details", "jumpcloud_billing_contract": "/billing/contract",
	}
	pdfs := map[string]bool{"jumpcloud_invoice": true, "jumpcloud_billing_contract": true}

	for typeName, path := range paths {
		t.Run(typeName, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t)
				w.issue("in_1", "99.00")

				config := acctest.Attrs{}
				if typeName == "jumpcloud_invoice" {
					config["id"] = "in_1"
				}

				pattern := "/api/v2/providers/{provider_id}" + path

				for name, f := range map[string]sim.Fault{
					"500":     {Times: 1, Status: 500},
					"503":     {Times: 2, Status: 503},
					"429":     {Times: 1, Status: 429, RetryAfter: "1"},
					"dropped": {Times: 1, Drop: true},
				} {
					f.Pattern = pattern
					in := w.Sim.Inject(f)
					_, d := w.Data(typeName, config)
					wantNoError(t, d)

					if in.Fired() == 0 {
						t.Errorf("%s did not fire", name)
					}

					in.Remove()
				}

				for part, f := range map[string]sim.Fault{
					"status 403": {Status: 403},
					"status 404": {Status: 404},
					"status 401": {Status: 401},
				} {
					f.Pattern = pattern
					in := w.Sim.Inject(f)
					_, d := w.Data(typeName, config)
					wantError(t, d, "Unable to Read", part)
					in.Remove()
				}

				if pdfs[typeName] {
					w.Sim.Inject(sim.Fault{Pattern: pattern, Status: 200, Body: `{"message":"later"}`})

					path := filepath.Join(t.TempDir(), "document.pdf")
					config["output_path"] = path
					_, d := w.Data(typeName, config)
					wantError(t, d, "Unable to Read", "no PDF")

					if _, err := os.Stat(path); err == nil {
						t.Error("it was written")
					}
				}
			})
		})
	}
}

// A key of one organization has no provider, whose billing this is.
func TestKeyOfOneOrganization(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.Use(acctest.As(w.Sim, simulator.RoleTenant))

	for _, typeName := range []string{"jumpcloud_invoices", "jumpcloud_billing_details", "jumpcloud_billing_contract"} {
		_, d := w.Data(typeName, nil)
		wantError(t, d, "Unable to Read", "Multi-Tenant Portal")
	}
}
