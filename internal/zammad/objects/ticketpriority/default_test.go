// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package ticketpriority_test

import (
	"fmt"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
)

// TestLastDefault: the service keeps one priority the default, whatever it is told, and that
// is said: as a warning when it was made, as an error when it is changed.
func TestLastDefault(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	for _, d := range w.docs().All() {
		d["active"], d["default_create"] = false, false
		w.docs().Put(fmt.Sprint(d["id"]), d)
	}

	attrs := proof.Attrs{"name": "4 urgent", "default_create": false}
	w.wantNotTaken(w.core.Apply(config(attrs)), "always has one", "default_create = true")
	w.wantState(attrs)

	wantError(t, w.core.Apply(config(attrs)), "Unable to Update Ticket Priority", `"4 urgent" is the default`, "default_create = true")

	attrs["default_create"] = nil
	w.core.MustApply(config(attrs))
	w.core.MustPlanEmpty(config(attrs))
	w.wantState(proof.Attrs{"default_create": true})
}
