// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

// TestTemplateNotKnown: a template whose name is not known yet may be the one there is, and a
// policy that is made anew loses its bindings.
func TestTemplateNotKnown(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	config := w.lock(nil)
	w.MustApply(config)

	config[address]["template_name"] = acctest.Unknown
	w.mentions(w.Plan(config).Diags, "Replaced for an Unknown template_name", "now it is lock_screen_darwin", `destroys "`)

	fresh := newWorld(t)
	if d := fresh.Plan(fresh.lock(acctest.Attrs{"template_name": acctest.Unknown})).Diags; len(d) > 0 {
		t.Errorf("of a policy that is new: %s", d)
	}
}
