// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator_test

import (
	"reflect"
	"testing"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestDataSources(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	acme := w.org(simulator.AcmeInc)
	w.Sim.AddKey("Lee@example.com", jumpcloudsim.Access{ProviderID: w.ProviderID, Role: "Help Desk", Organizations: []string{acme}}, "")

	id := w.id("Lee@example.com")
	end := time.Now().Add(time.Hour * 1000).UTC().Format(time.RFC3339)
	w.change("Lee@example.com", func(d sim.Doc) { d["keyExpires"] = end })

	for _, config := range []acctest.Attrs{{"id": id}, {"email": "lee@EXAMPLE.com"}} {
		got, d := w.Data("jumpcloud_provider_administrator", config)
		wantNoError(t, d)

		if got["id"] != id || got["role"] != "Help Desk" || got["organization_count"] != 1 || got["registered"] != true || got["api_key_expires_at"] != end {
			t.Errorf("%v", got)
		}
	}

	_, d := w.Data("jumpcloud_provider_administrator", acctest.Attrs{"email": "leo@example.com"})
	wantError(t, d, `"leo@example.com" is not an administrator of the provider; did you mean "Lee@example.com"?`)

	_, d = w.Data("jumpcloud_provider_administrator", acctest.Attrs{})
	wantError(t, d, "Invalid Attribute Combination")

	for role, n := range map[any]int{nil: 3, "Help Desk": 1, "Manager": 0} {
		got, d := w.Data("jumpcloud_provider_administrators", acctest.Attrs{"role": role})
		wantNoError(t, d)

		all, _ := got["administrators"].(map[string]any)
		if len(all) != n || n == 1 && !reflect.DeepEqual(got["id_by_email"], map[string]any{"lee@example.com": id}) {
			t.Errorf("%v: %v", role, got)
		}
	}

	got, d := w.Data("jumpcloud_administrator_organization_links", acctest.Attrs{"administrator_id": id})
	wantNoError(t, d)

	if !reflect.DeepEqual(got["organization_ids"], []any{acme}) {
		t.Errorf("%v", got)
	}

	got, d = w.Data("jumpcloud_administrator_organization_links", acctest.Attrs{"organization_id": acme})
	wantNoError(t, d)

	if all, _ := got["administrator_ids"].([]any); len(all) != 2 { // Lee and the limited key
		t.Errorf("%v", got)
	}
}

func TestWhoami(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	clientID, secret := w.Sim.ServiceAccount(simulator.RoleService)
	env := acctest.As(w.Sim, simulator.RoleBilling)

	for name, c := range map[string]struct {
		env  acctest.Environment
		want acctest.Attrs
	}{
		"administrator": {env, acctest.Attrs{
			"kind": "administrator", "id": w.id(simulator.RoleBilling), "name": simulator.RoleBilling, "role": "Administrator With Billing",
			"provider_id": w.ProviderID, "provider_name": simulator.DefaultProvider, "organization_count": 3, "expires_at": nil,
		}},
		"of one organization": {acctest.As(w.Sim, simulator.RoleTenant), acctest.Attrs{
			"kind": "administrator", "name": simulator.RoleTenant, "provider_id": nil, "provider_name": nil, "organization_count": 1,
		}},
		"service account": {
			env.With("JUMPCLOUD_API_KEY", "").With("JUMPCLOUD_CLIENT_ID", clientID).With("JUMPCLOUD_CLIENT_SECRET", secret),
			acctest.Attrs{"kind": "service_account", "name": simulator.RoleService, "role": "Administrator With Billing", "organization_count": 3},
		},
	} {
		w.Use(c.env)

		got, d := w.Data("jumpcloud_whoami", acctest.Attrs{})
		wantNoError(t, d)

		for attribute, want := range c.want {
			if got[attribute] != want {
				t.Errorf("%s: %s is %v, want %v", name, attribute, got[attribute], want)
			}
		}
	}
}

// TestWhoamiWithoutGetSelf: the call is undocumented, so it may go.
func TestWhoamiWithoutGetSelf(t *testing.T) {
	t.Parallel()

	w := newWorld(t, map[string]string{"get-self": "off"})

	// The simulator's own keys all begin alike.
	_, d := w.Data("jumpcloud_whoami", acctest.Attrs{})
	wantError(t, d, "does not tell whose credential is in use")

	key := w.Sim.AddKey(email, jumpcloudsim.Access{ProviderID: w.ProviderID, Role: "Read Only"}, "another-key-than-theirs")
	w.Use(acctest.As(w.Sim, simulator.RoleBilling).With("JUMPCLOUD_API_KEY", key))

	got, d := w.Data("jumpcloud_whoami", acctest.Attrs{})
	wantNoError(t, d)

	if got["name"] != email || got["role"] != "Read Only" {
		t.Errorf("%v", got)
	}
}

// TestExpiryWarning: once in a run that changes something, with at most two calls more; a
// run without changes asks nothing.
func TestExpiryWarning(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	env := acctest.As(w.Sim, simulator.RoleBilling)
	w.MustApply(acctest.Config{
		lee:    {"email": email, "role": "Manager"},
		second: {"email": "second@example.com", "role": "Manager"},
	})

	both := func(role string) acctest.Config {
		return acctest.Config{lee: {"email": email, "role": role}, second: {"email": "second@example.com", "role": role}}
	}

	count := func(c acctest.Config) int {
		w.Sim.Log().Reset()
		w.Plan(c)

		return w.Sim.Log().Count("", "")
	}

	changed, unchanged := count(both("Help Desk")), count(both("Manager"))
	w.Sim.ExpireKey(w.Sim.Key(simulator.RoleBilling), time.Now().Add(5*24*time.Hour+time.Hour))

	for days, warns := range map[string]bool{"": true, "6": true, "3": false, "0": false} {
		w.Use(env.With("JUMPCLOUD_EXPIRY_WARNING_DAYS", days))

		warnings := w.Plan(both("Help Desk")).Diags.Warnings()
		if warns != (len(warnings) == 1) || warns && warnings[0].Summary != "Credential Expires Soon" {
			t.Errorf("%q days: %s", days, warnings)
		}
	}

	w.Use(env.With("JUMPCLOUD_EXPIRY_WARNING_DAYS", ""))

	if n := count(both("Help Desk")); n > changed+2 {
		t.Errorf("%d calls for a plan with changes, want %d and 2 at most", n, changed)
	}

	if n := count(both("Manager")); n != unchanged {
		t.Errorf("%d calls for a plan without changes, want %d", n, unchanged)
	}

	w.Use(env.With("JUMPCLOUD_EXPIRY_WARNING_DAYS", "soon"))
	wantError(t, w.Plan(both("Manager")).Diags, "is not a whole number")

	// Expired: the service refuses it.
	w.Use(env)
	w.Sim.ExpireKey(w.Sim.Key(simulator.RoleBilling), time.Now().Add(-time.Hour))

	_, d := w.Data("jumpcloud_whoami", acctest.Attrs{})
	wantError(t, d, "has not expired")
}

// TestRoleTooSmall: the first call of each fails, says what is missing and whose key it
// is, and leaves nothing half-written.
func TestRoleTooSmall(t *testing.T) {
	t.Parallel()

	w := as(t, "Help Desk", nil)
	acme := w.org(simulator.AcmeInc)
	id := w.id(simulator.RoleLimited)

	for address, c := range map[string]struct {
		attrs  acctest.Attrs
		scopes string
	}{
		lee:                   {acctest.Attrs{"email": email, "role": "Help Desk"}, "providers, providers.readonly"},
		link:                  {acctest.Attrs{"administrator_id": id, "organization_id": acme}, "administrators"},
		"jumpcloud_role.tier": {acctest.Attrs{"name": "Tier", "scopes": []any{"groups"}}, "roles"},
		"jumpcloud_iplist.office": {
			acctest.Attrs{"organization_id": acme, "name": "Office", "ips": []any{"192.0.2.1"}}, "authn",
		},
	} {
		d := w.Apply(acctest.Config{address: c.attrs})
		if len(d.Errors()) == 0 {
			t.Errorf("%s was made", address)

			continue
		}

		wantError(t, d, `administrator me@example.com with the role "Help Desk"`, c.scopes, "status 403")
	}

	if n := len(w.Sim.Log().Writes()); n > 0 || len(w.Addresses()) > 0 {
		t.Errorf("%d writes, in state %v", n, w.Addresses())
	}
}
