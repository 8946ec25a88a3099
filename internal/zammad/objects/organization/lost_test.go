// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"net/http"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestLostAndChanged: what Zammad did not take all of is found again when the answer is lost.
func TestLostAndChanged(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, map[string]string{"organization-vip": "off"})
		w.sim.Inject(sim.Fault{Method: http.MethodPost, Times: 1, Drop: true, After: true})

		d := w.core.Apply(config(proof.Attrs{"name": "Acme", "note": "x<img src=y>", "vip": true}))
		if len(d.Errors()) > 0 || len(d.Warnings()) != 1 || w.core.State(acme)["id"] != w.id() {
			t.Errorf("%v: %s", w.core.State(acme), d)
		}
	})
}
