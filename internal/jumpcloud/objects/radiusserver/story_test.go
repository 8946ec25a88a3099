// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package radiusserver_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

// TestServerAndGroupOfTheSameRun binds a device group to a server, which the graph knows by the id
// that version 1 gave it.
func TestServerAndGroupOfTheSameRun(t *testing.T) {
	t.Parallel()

	const group, edge = "jumpcloud_system_group.laptops", "jumpcloud_system_group_association.laptops"

	w := newWorld(t, nil)

	for _, mfa := range []string{"ENABLED", "ALWAYS"} {
		config := w.plain(acctest.Attrs{"mfa": mfa})
		config[group] = w.In(acctest.Attrs{"name": "Laptops"})
		config[edge] = w.In(acctest.Attrs{
			"system_group_id": acctest.Ref(group, "id"), "target_type": "radius_server", "target_id": acctest.Ref(office, "id"),
		})

		w.MustApply(config)
		w.MustPlanEmpty(config)

		if bound := w.State(edge)["target_id"]; bound != w.ID() {
			t.Errorf("mfa %s: bound to %v, want %s", mfa, bound, w.ID())
		}
	}

	wantNoError(t, w.Destroy())

	if left := w.Stored(); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
