// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package serviceaccount_test

import (
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestCredentialThatNobodyKnows: what was made without a secret that anybody heard is taken back,
// and none that is in use; where nobody can tell whether there is such a one, the error says so.
func TestCredentialThatNobodyKnows(t *testing.T) {
	t.Parallel()

	const account, credentials, one = "/api/v2/service-accounts/{id}", "/api/v2/service-accounts/{id}/auth-config", "/api/v2/service-accounts/{id}/auth-config/{id}"

	lost := sim.Fault{Method: http.MethodPost, Pattern: credentials, Status: http.StatusInternalServerError, After: true}

	for name, c := range map[string]struct {
		faults []sim.Fault
		says   []string
		silent string // what is not said
		left   int
	}{
		"refused": {
			[]sim.Fault{{Method: http.MethodPost, Pattern: credentials, Status: http.StatusForbidden}},
			[]string{"status 403"},
			"taken back", 1,
		},
		"an answer without a secret": {
			[]sim.Fault{{Method: http.MethodPost, Pattern: credentials, Status: http.StatusCreated, Body: `{"authConfig":{}}`, After: true}},
			[]string{"tells no secret", "was taken back"},
			"", 1,
		},
		"gone before it is taken back": {
			[]sim.Fault{lost, {Method: http.MethodDelete, Pattern: one, Status: http.StatusNotFound, After: true}},
			[]string{"status 500", "was taken back"},
			"status 404", 1,
		},
		"cannot be taken back": {
			[]sim.Fault{lost, {Method: http.MethodDelete, Pattern: one, Status: http.StatusForbidden}},
			[]string{"status 500", "could not be taken back: delete it", "403 Forbidden"},
			"was taken back", 2,
		},
		"nobody can look": {
			[]sim.Fault{lost, {Method: http.MethodGet, Pattern: account, Nth: 2, Status: http.StatusForbidden}},
			[]string{"status 500", "may have been made all the same", "403 Forbidden"},
			"taken back", 2,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, simulator.RoleBilling, nil)
				w.MustApply(w.one(nil))

				used := w.credentials()[0]["clientId"]

				for _, f := range c.faults {
					w.Sim.Inject(f)
				}

				made, d := w.open(map[string]any{
					"service_account_id": w.id(), "lifetime": "30 Days", "created_after": time.Now().Add(time.Hour).UTC().Format(time.RFC3339),
				})
				wantError(t, d, append(c.says, "Unable to Open Service Account Credential")...)

				if c.silent != "" && strings.Contains(d.String(), c.silent) {
					t.Errorf("says %q: %s", c.silent, d)
				}

				if made["secret"] != "" || len(w.credentials()) != c.left || w.credentials()[0]["clientId"] != used {
					t.Errorf("%v, %d credentials, of which %v was there before", made, len(w.credentials()), used)
				}
			})
		})
	}
}
