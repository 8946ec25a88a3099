// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

// Nobody documents these; whatever the service does, the provider settles.
func TestSwitches(t *testing.T) {
	t.Parallel()

	for _, s := range [][2]string{
		{"policy-put-answer", "shallow"},
		{"policy-put-answer", "full"},
		{"policy-put-missing-values", "clear"},
		{"policy-put-missing-values", "keep"},
		{"policy-put-missing-notes", "clear"},
		{"policy-notes-unset", "absent"},
		{"policy-missing-field", "default"},
		{"policy-missing-field", "keep"},
		{"policy-required", "refuse"},
		{"policy-value-type", "refuse"},
		{"policy-null-value", "refuse"},
	} {
		t.Run(s[0]+"="+s[1], func(t *testing.T) {
			t.Parallel()

			w := newWorld(t, s[0], s[1])
			w.MustApply(w.lock(acctest.Attrs{"notes": "n", "values": map[string]any{"timeout": 300, "askForPassword": false}}))
			w.MustApply(w.lock(acctest.Attrs{"notes": "n", "values": map[string]any{"timeout": 120, "askForPassword": nil}}))
			w.MustApply(w.lock(nil))
			w.equal("timeout", w.held("timeout"), "60")
			w.equal("notes", text(t, w.State(address)["notes"]), `""`)
			w.MustApply(w.policy("activation_lock_darwin", nil))
			w.MustApply(w.policy("activation_lock_darwin", acctest.Attrs{"notes": "n"}))
			w.destroy()
		})
	}
}
