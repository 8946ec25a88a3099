// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package serviceaccount_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// TestRotationReadOnly: a provider that may only read plans during and after an overlap, and says what
// it leaves to a run that may write. Where a credential would have to be made it refuses.
func TestRotationReadOnly(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, simulator.RoleBilling, nil)
		w.MustApply(w.one(nil))

		config := map[string]any{
			"service_account_id": w.id(), "first_credential_id": w.State(ci)["credential_id"], "lifetime": "90 Days",
			"created_after": time.Now().UTC().Format(time.RFC3339), "overlap_hours": int64(24),
		}

		// There is no secret that could be given, and nothing is removed to make room for it.
		refused := func() {
			t.Helper()

			_, d := w.reads(config)
			wantError(t, d, "Unable to Open Service Account Credential", "read_only", w.id(), "would have to be made", "time_rotating")
		}
		refused()

		made, d := w.open(config)
		wantNoError(t, d)

		current := func(n int, says ...string) {
			t.Helper()

			got, diags := w.reads(config)
			if got["credential_id"] != made["credential_id"] || got["secret"] != "" || len(w.credentials()) != n {
				t.Errorf("%v, and there are %v", got, w.credentials())
			}

			if len(says) == 0 {
				wantNoError(t, diags)
			} else {
				wantWarning(t, diags, says...)
			}
		}
		current(2)

		time.Sleep(25 * time.Hour)

		old, _ := w.credentials()[0]["objectId"].(string)
		current(2, "Old Credentials Are Left", "read_only", w.id(), old)

		_, d = w.open(config)
		wantNoError(t, d)
		current(1)

		// The next rotation, for which an old one would have to make room.
		time.Sleep(30 * 24 * time.Hour)

		config["created_after"] = time.Now().UTC().Format(time.RFC3339)
		refused()
	})
}
