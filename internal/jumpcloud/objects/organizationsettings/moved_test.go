// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsettings_test

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestMoved: a resource that is renamed without a moved block puts back what its successor does not
// manage, and nothing else, whichever of both comes first.
func TestMoved(t *testing.T) {
	t.Parallel()

	const other = "jumpcloud_organization_settings.other"

	for name, later := range map[string]acctest.Config{
		"destroyed meanwhile": {},
		// What depends on it is destroyed before it, which takes its time.
		"destroyed at last": {"jumpcloud_iplist.slow": {"name": "Slow", "ips": []any{"192.0.2.1"}, "depends_on": []any{settings}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, nil)
				before := w.stored("passwordPolicy.minLength")

				config := w.Config(acctest.Attrs{"contact_name": "Kim", "password_policy": acctest.Attrs{"min_length": 14}, "on_destroy": "restore"})
				for address, attrs := range later {
					config[address] = w.In(attrs)
				}

				w.MustApply(config)

				renamed := acctest.Config{other: w.In(acctest.Attrs{"contact_name": "Kim"})}
				p := w.Plan(renamed)

				for method, latency := range map[string]time.Duration{"GET": time.Second, "PUT": 20 * time.Second, "DELETE": 15 * time.Second} {
					w.Sim.Inject(sim.Fault{Method: method, Latency: latency})
				}

				d := p.Apply()
				wantNoError(t, d.Errors())
				w.Sim.ClearFaults()

				if said := strings.Contains(d.String(), "Another resource of this run manages these, so they were left as they are: contactName."); said != (len(later) > 0) {
					t.Errorf("%s", d)
				}

				w.wantStored(map[string]any{"contactName": "Kim", "passwordPolicy.minLength": before})
				w.MustPlanEmpty(renamed)
			})
		})
	}
}
