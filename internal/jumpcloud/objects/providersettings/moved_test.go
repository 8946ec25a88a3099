// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package providersettings_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestMoved: a resource that is renamed without a moved block, and puts back what there was, does not
// undo what its successor does meanwhile.
func TestMoved(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, nil)
		renamed := acctest.Config{"jumpcloud_provider_settings.other": acctest.Attrs{"name": "Renamed"}}

		w.MustApply(config(acctest.Attrs{"name": "Renamed", "contact": acctest.Attrs{"email": "kim@example.com"}, "on_destroy": "restore"}))

		p := w.Plan(renamed)
		w.Sim.Inject(sim.Fault{Method: "GET", Latency: time.Second})
		w.Sim.Inject(sim.Fault{Method: "PUT", Latency: 20 * time.Second})
		wantNoError(t, p.Apply())
		w.Sim.ClearFaults()

		w.wantStored(map[string]any{"name": "Renamed", "contact.email": "contact-" + w.ProviderID + "@example.com"})
		w.MustPlanEmpty(renamed)
	})
}
