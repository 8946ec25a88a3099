// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator_test

import (
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

var deeds = map[string]struct{ method, path, counted string }{
	"jumpcloud_administrator_reset_totp":        {"POST", "/api/users/resettotp/", "totpReset"},
	"jumpcloud_administrator_resend_invitation": {"GET", "/api/users/reactivate/", "reactivated"},
}

func TestActions(t *testing.T) {
	t.Parallel()

	for name, deed := range deeds {
		w := newWorld(t, nil)
		w.Sim.AddKey(email, jumpcloudsim.Access{ProviderID: w.ProviderID, Role: "Help Desk"}, "")

		messages, d := w.Invoke(name, acctest.Attrs{"administrator_id": w.id(email)})
		wantNoError(t, d)

		if len(messages) != 1 || !strings.Contains(messages[0], w.id(email)) {
			t.Errorf("%s said %q", name, messages)
		}

		if n := w.Sim.Log().Count(deed.method, deed.path); n != 1 || w.stored(email)[deed.counted] != "|" {
			t.Errorf("%s: %d calls, done %v times", name, n, w.stored(email)[deed.counted])
		}

		_, d = w.Invoke(name, acctest.Attrs{"administrator_id": "666666666666666666666666"})
		wantError(t, d, "Unable to Invoke", "status 404")

		_, d = w.Invoke(name, acctest.Attrs{"administrator_id": email})
		wantError(t, d, "24 hexadecimal digits")

		if _, d = w.Invoke(name, acctest.Attrs{"administrator_id": acctest.Unknown}); len(d) > 0 {
			t.Errorf("unknown: %s", d)
		}

		// A key of one tenant is refused by the service, and told whose it is.
		w.Use(acctest.As(w.Sim, simulator.RoleTenant))
		_, d = w.Invoke(name, acctest.Attrs{"administrator_id": w.id(email)})
		wantError(t, d, "Unable to Invoke", "status 404")

		// A deed is a write, whatever its method.
		w.Use(acctest.As(w.Sim, simulator.RoleBilling).With("JUMPCLOUD_READ_ONLY", "true"))
		_, d = w.Invoke(name, acctest.Attrs{"administrator_id": w.id(email)})
		wantError(t, d, "Unable to Invoke", "read_only")

		if w.stored(email)[deed.counted] != "|" {
			t.Errorf("%s was done with a provider that may only read", name)
		}
	}

	w := newWorld(t, map[string]string{"administrator-totp-reset": "refuse"})
	_, d := w.Invoke("jumpcloud_administrator_reset_totp", acctest.Attrs{"administrator_id": w.id(simulator.RoleLimited)})
	wantError(t, d, "Unable to Invoke Reset of an Administrator's TOTP", "status 412", "present state")
}

// TestFaultsOfActions: nobody gets two e-mails because an answer was lost.
func TestFaultsOfActions(t *testing.T) {
	t.Parallel()

	for name, deed := range deeds {
		for what, f := range map[string]struct {
			fault sim.Fault
			times string
			fails bool
		}{
			"committed but 500":       {sim.Fault{Status: 500, After: true}, "|", true},
			"committed, then dropped": {sim.Fault{Drop: true, After: true}, "|", true},
			"malformed":               {sim.Fault{Malformed: true}, "|", false},
			"429":                     {sim.Fault{Status: 429, RetryAfter: "1"}, "|", false},
		} {
			t.Run(name+" "+what, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					w := newWorld(t, nil)
					w.Sim.AddKey(email, jumpcloudsim.Access{ProviderID: w.ProviderID, Role: "Help Desk"}, "")
					f.fault.Method, f.fault.PathPrefix, f.fault.Times = deed.method, deed.path, 1
					w.Sim.Inject(f.fault)

					_, d := w.Invoke(name, acctest.Attrs{"administrator_id": w.id(email)})
					if (len(d.Errors()) > 0) != f.fails {
						t.Errorf("%s", d)
					}

					if got := w.stored(email)[deed.counted]; got != f.times {
						t.Errorf("done %v, want %v", got, f.times)
					}
				})
			})
		}
	}
}
