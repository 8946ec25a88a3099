// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package ldapserver_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
)

// TestSameSettingsTwice: two resources that set one action of the same server would undo each other,
// whether the server is named or is the only one. One for each action has nothing to fear.
func TestSameSettingsTwice(t *testing.T) {
	t.Parallel()

	const other = "jumpcloud_ldap_server.other"

	w := newWorld(t)
	config := w.server(acctest.Attrs{"user_lockout_action": "disable"})

	config[other] = w.In(acctest.Attrs{"id": w.id, "user_lockout_action": "remove"})
	proof.WantError(t, w.Plan(config).Diags, "Same Settings Twice", "sets user_lockout_action of the same LDAP Server")

	config[other] = w.In(acctest.Attrs{"user_password_expiration_action": "remove"})
	w.MustApply(config)
	w.MustPlanEmpty(config)

	config[other] = w.In(acctest.Attrs{"user_lockout_action": "remove"})
	proof.WantError(t, w.Plan(config).Diags, "Same Settings Twice")
}
