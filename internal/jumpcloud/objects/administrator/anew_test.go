// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator_test

import (
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

// TestKeyOfAnAdministratorChanges: the plan says what that person loses, whichever of the two is
// planned first.
func TestKeyOfAnAdministratorChanges(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	who := acctest.Attrs{"email": email, "role": "Help Desk"}
	w.MustApply(config(who))

	for _, address := range []string{"jumpcloud_provider_administrator.a", "jumpcloud_provider_administrator.z"} {
		text := w.Plan(acctest.Config{address: who}).Diags.String()

		for _, part := range []string{"Destroyed and Made Anew", email, "API key of that person are lost", "moved {"} {
			if !strings.Contains(text, part) {
				t.Errorf("%s: no %q in %s", address, part, text)
			}
		}
	}
}
