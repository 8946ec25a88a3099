// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package serviceaccount_test

import (
	"reflect"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestServiceAccountLifeCycle(t *testing.T) {
	t.Parallel()

	for _, role := range []string{simulator.RoleBilling, simulator.RoleTenant} {
		for _, single := range []string{"wrapped", "bare"} {
			w := newWorld(t, role, map[string]string{"service-account-single": single})
			w.MustApply(w.one(nil))

			want := sim.Doc{"name": "Pipeline", "roleId": w.role, "authConfig": sim.Doc{"authType": "CLIENT_SECRET", "clientSecretConfig": sim.Doc{"lifetime": "30 Days"}}}
			if sent := w.Sim.Log().Calls("POST", "/api/v2/service-accounts"); len(sent) != 1 || !reflect.DeepEqual(sent[0].Object(), want) {
				t.Errorf("sent %v, want %v", sent, want)
			}

			id, first := w.id(), w.credentials()[0]
			if got := w.State(ci); got["secret"] != nil || got["client_id"] != first["clientId"] || got["credential_id"] != first["objectId"] {
				t.Errorf("state %v, credential %v", got, first)
			}

			core := acctest.NewCore(t, w.Sim, w.env)
			wantNoError(t, core.Import(ci, id))
			core.MustPlanEmpty(w.one(nil))

			for name, v := range map[string]any{"name": "Other", "lifetime": "90 Days", "auth_type": "API_KEY"} {
				if a := w.Plan(w.one(acctest.Attrs{name: v})).Actions()[ci]; a != acctest.Replace {
					t.Errorf("%s plans %s", name, a)
				}
			}

			w.MustApply(w.one(acctest.Attrs{"auth_type": "API_KEY", "lifetime": "365 Days"}))
			wantNoError(t, w.Destroy())

			if n := w.Sim.Log().Count("DELETE", "/api/v2/service-accounts/"+id); n != 1 {
				t.Errorf("%d requests ended the replaced account", n)
			}

			// That an account is gone is believed of a credential that sees the provider; another keeps it.
			if role == simulator.RoleTenant {
				continue
			}

			w.MustApply(w.one(nil))
			id = w.id()
			w.Sim.Remove(jumpcloudsim.ServiceAccounts, "", id)

			if p := w.Plan(w.one(nil)); p.Actions()[ci] != acctest.Create {
				t.Errorf("%v %s", p.Actions(), p.Diags)
			}

			wantNoError(t, w.Destroy())
			wantError(t, w.Import("jumpcloud_service_account.x", id), "Unable to Read Service Account", "status 404")
		}
	}
}

// TestSecretInState: only who asks for it has the secret in state.
func TestSecretInState(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	w.MustApply(w.one(acctest.Attrs{"store_secret_in_state": true}))

	got := w.State(ci)
	if got["secret"] != w.credentials()[0]["clientSecret"] {
		t.Errorf("state %v", got)
	}

	client, _ := got["client_id"].(string)
	secret, _ := got["secret"].(string)

	if !w.works(client, secret) || w.works(client, secret+"x") {
		t.Error("the secret in state is not the one that works")
	}

	// Not asked for any more, it leaves state; asked for later, it cannot be had.
	w.MustApply(w.one(nil))

	if got := w.State(ci); got["secret"] != nil || len(w.credentials()) != 1 {
		t.Errorf("state %v", got)
	}

	d := w.Apply(w.one(acctest.Attrs{"store_secret_in_state": true}))
	if len(d.Errors()) > 0 || !strings.Contains(d.String(), "Secret Cannot Be Had") || w.State(ci)["secret"] != nil {
		t.Errorf("%s, state %v", d, w.State(ci))
	}

	w.MustPlanEmpty(w.one(acctest.Attrs{"store_secret_in_state": true}))

	// An account that is made anew in the same plan tells it.
	w.MustApply(w.one(nil))

	for _, anew := range []acctest.Attrs{{"name": "CI 2"}, {"name": "CI 2", "lifetime": "60 Days"}} {
		anew["store_secret_in_state"] = true

		if d := w.Plan(w.one(anew)).Diags; strings.Contains(d.String(), "Secret Cannot Be Had") {
			t.Errorf("%v: %s", anew, d)
		}
	}
}

func TestServiceAccountWithoutTheCapability(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, map[string]string{"service-accounts": "off"})
	wantError(t, w.Apply(w.one(nil)), "Unable to Create Service Account", "capability", "status 404")

	if w.State(ci) != nil {
		t.Errorf("state %v", w.State(ci))
	}
}

func TestServiceAccountValidation(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)

	for says, attrs := range map[string]acctest.Attrs{
		`"30 days" is not a lifetime`:  {"lifetime": "30 days"},
		"is not a kind of credentials": {"auth_type": "OAUTH"},
		"24 hexadecimal digits":        {"role_id": "Help Desk"},
		"blank":                        {"name": " "},
	} {
		wantError(t, w.Plan(w.one(attrs)).Diags, says)
	}

	wantNoError(t, w.Plan(w.one(acctest.Attrs{"name": acctest.Unknown, "role_id": acctest.Unknown, "lifetime": acctest.Unknown, "auth_type": acctest.Unknown})).Diags)
}

func TestServiceAccountFaults(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		fault sim.Fault
		says  string
	}{
		"lost":    {sim.Fault{Method: "POST", Times: 1, Drop: true, After: true}, ""},
		"dropped": {sim.Fault{Method: "POST", Times: 1, Drop: true}, ""},
		"500":     {sim.Fault{Method: "POST", Times: 1, Status: 500, After: true}, ""},
		"403":     {sim.Fault{Method: "POST", Status: 403}, "check its role"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, simulator.RoleBilling, nil)
				before := len(w.Sim.Docs(jumpcloudsim.ServiceAccounts, "").IDs())

				w.Sim.Inject(c.fault)

				d := w.Apply(w.one(acctest.Attrs{"store_secret_in_state": true}))
				made := len(w.Sim.Docs(jumpcloudsim.ServiceAccounts, "").IDs()) - before

				switch {
				case c.says != "":
					wantError(t, d, c.says)
				case len(d.Errors()) > 0 || made != 1:
					t.Errorf("%d accounts: %s", made, d)
				case w.State(ci)["secret"] == nil && !strings.Contains(d.String(), "Secret Got Lost"):
					t.Errorf("nobody says that the secret got lost: %s", d)
				}
			})
		})
	}
}

// TestRotation: a service account is rotated twice with an overlap of a day. No secret stands in
// state or in the log of requests' answers that are kept; the old one works until the overlap ends.
func TestRotation(t *testing.T) {
	t.Parallel()

	for _, role := range []string{simulator.RoleBilling, simulator.RoleTenant} {
		synctest.Test(t, func(t *testing.T) {
			w := newWorld(t, role, nil)
			w.MustApply(w.one(nil))

			config := map[string]any{
				"service_account_id": w.id(), "first_credential_id": w.State(ci)["credential_id"], "lifetime": "90 Days", "overlap_hours": int64(24),
			}
			rotate := func() map[string]string {
				t.Helper()

				config["created_after"] = time.Now().UTC().Format(time.RFC3339)

				made, d := w.open(config)
				wantNoError(t, d)

				if made["created"] != "true" || made["secret"] == "" {
					t.Errorf("not rotated: %v", made)
				}

				// Opened again, as the next plan does: nothing is made, and nothing told.
				again, d := w.open(config)
				wantNoError(t, d)

				if again["created"] != "" || again["secret"] != "" || again["credential_id"] != made["credential_id"] {
					t.Errorf("opened again: %v", again)
				}

				return made
			}

			first := rotate()

			time.Sleep(30 * 24 * time.Hour)

			second := rotate()
			if len(w.credentials()) != 2 {
				t.Errorf("%d credentials", len(w.credentials()))
			}

			if role == simulator.RoleBilling && (!w.works(first["client_id"], first["secret"]) || !w.works(second["client_id"], second["secret"])) {
				t.Error("both credentials should work during the overlap")
			}

			time.Sleep(25 * time.Hour)

			_, d := w.open(config)
			wantNoError(t, d)

			if all := w.credentials(); len(all) != 1 || all[0]["objectId"] != second["credential_id"] {
				t.Errorf("after the overlap there are %v", all)
			}

			if role == simulator.RoleBilling && (w.works(first["client_id"], first["secret"]) || !w.works(second["client_id"], second["secret"])) {
				t.Error("after the overlap the new credential alone should work")
			}

			w.MustPlanEmpty(w.one(nil))

			for _, made := range []map[string]string{first, second} {
				for name, v := range w.State(ci) {
					if v == made["secret"] {
						t.Errorf("%s in state is a secret", name)
					}
				}
			}
		})
	}
}

// TestRotationFaults: a credential whose secret nobody heard is taken back.
func TestRotationFaults(t *testing.T) {
	t.Parallel()

	for name, fault := range map[string]sim.Fault{
		"lost": {Method: "POST", Times: 1, Drop: true, After: true}, "500": {Method: "POST", Times: 1, Status: 500, After: true},
		"dropped": {Method: "POST", Times: 1, Drop: true}, "malformed": {Method: "POST", Times: 1, Malformed: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, simulator.RoleBilling, nil)
				w.MustApply(w.one(nil))

				config := map[string]any{
					"service_account_id": w.id(), "lifetime": "30 Days", "created_after": time.Now().Add(time.Hour).UTC().Format(time.RFC3339),
				}

				w.Sim.Inject(fault)

				_, d := w.open(config)
				wantError(t, d, "Unable to Open Service Account Credential", "taken back")

				if n := len(w.credentials()); n != 1 {
					t.Errorf("%d credentials", n)
				}

				made, d := w.open(config)
				wantNoError(t, d)

				if made["secret"] == "" || len(w.credentials()) != 2 {
					t.Errorf("%v, %d credentials", made, len(w.credentials()))
				}
			})
		})
	}

	w := newWorld(t, simulator.RoleBilling, nil)

	for says, config := range map[string]map[string]any{
		"RFC 3339":              {"service_account_id": w.role, "lifetime": "30 Days", "created_after": "yesterday"},
		"is not a lifetime":     {"service_account_id": w.role, "lifetime": "1 Day", "created_after": "2026-01-31T00:00:00Z"},
		"24 hexadecimal digits": {"service_account_id": "Pipeline", "lifetime": "30 Days", "created_after": "2026-01-31T00:00:00Z"},
		"status 404":            {"service_account_id": w.role, "lifetime": "30 Days", "created_after": "2026-01-31T00:00:00Z"},
	} {
		_, d := w.open(config)
		wantError(t, d, says)
	}
}

// TestRoleThatIsNotThere: the service's refusal is told at the attribute, with where roles are found.
func TestRoleThatIsNotThere(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	d := w.Apply(w.one(acctest.Attrs{"role_id": "66b1f0a2c8d5e90001a1bfff"}))
	wantError(t, d, "Unable to Create Service Account", `AttributeName("role_id")`, "66b1f0a2c8d5e90001a1bfff", `data "jumpcloud_roles"`)
}
