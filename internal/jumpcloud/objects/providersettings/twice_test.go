// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package providersettings_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

// TestSameSettingsTwice: two resources that set the same of the provider would undo each other. One
// that sets another member of the contact has nothing to fear.
func TestSameSettingsTwice(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)

	of := func(contact acctest.Attrs) acctest.Config {
		both := config(acctest.Attrs{"contact": acctest.Attrs{"name": "a"}})
		both["jumpcloud_provider_settings.other"] = acctest.Attrs{"contact": contact}

		return both
	}

	wantError(t, w.Plan(of(acctest.Attrs{"name": "b"})).Diags, "Same Settings Twice", "sets contact.name of the same Provider Settings")
	w.MustApply(of(acctest.Attrs{"email": "b@example.com"}))
	w.MustPlanEmpty(of(acctest.Attrs{"email": "b@example.com"}))
	wantError(t, w.Plan(of(acctest.Attrs{"name": "b", "email": "b@example.com"})).Diags, "Same Settings Twice", "contact.name")
}
