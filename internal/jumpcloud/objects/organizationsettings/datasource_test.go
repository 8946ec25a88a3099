// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsettings_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// The data source reads an organization that nobody manages, and sends nothing but GET.
func TestDataSource(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.change(func(s sim.Doc) {
		s["requireAdminMFA"] = true
		s["windowsMDM"] = map[string]any{"enabled": true}
		s["trustedAppConfig"] = map[string]any{"checksum": "x", "trustedApps": []any{map[string]any{"name": "Agent", "path": ""}}}
	})

	got, d := w.Data("jumpcloud_organization_settings", acctest.Attrs{"organization_id": w.Org})
	wantNoError(t, d)

	for name, want := range map[string]string{
		"logo_url": "null", "contact_name": `"Example Contact"`, "email_disclaimer": "null", "require_admin_mfa": "true", "agent_version": "null",
		"windows_mdm":          `{"auto_enroll":false,"enabled":true}`,
		"user_portal":          `{"cookie_expiration_type":"session","idle_session_duration_minutes":480}`,
		"trusted_app_config":   `{"trusted_apps":[{"name":"Agent","path":null,"team_id":null}]}`,
		"system_user_defaults": `{"restricted_fields":null}`,
	} {
		if plain(got[name]) != want {
			t.Errorf("%s is %s, want %s", name, plain(got[name]), want)
		}
	}

	policy, _ := got["password_policy"].(map[string]any)
	if policy["min_length"] != 8 || policy["enable_recovery_email"] != false || policy["reset_lockout_counter_minutes"] != 30 {
		t.Errorf("password_policy is %v", policy)
	}

	if _, there := got["on_destroy"]; there || w.Sim.Log().Count("PUT", route) > 0 {
		t.Errorf("it manages what it reads: %v", got)
	}
}

// Lists have no order, and rows may have more than what is configured.
func TestRowsInAnotherOrder(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	app := func(name string) any { return acctest.Attrs{"name": name, "path": nil, "team_id": nil} }
	config := w.Config(acctest.Attrs{"trusted_app_config": acctest.Attrs{"trusted_apps": []any{app("A"), app("B")}}})

	w.change(func(s sim.Doc) {
		s["trustedAppConfig"] = map[string]any{"checksum": "x", "trustedApps": []any{
			map[string]any{"name": "B", "path": ""}, map[string]any{"name": "A"},
		}}
	})

	w.MustApply(config)
	w.MustPlanEmpty(config)
	w.WantPuts()

	// A row more is a change.
	config = w.Config(acctest.Attrs{"trusted_app_config": acctest.Attrs{"trusted_apps": []any{app("A")}}})
	w.MustApply(config)
	w.WantPuts(`{"settings":{"trustedAppConfig":{"trustedApps":[{"name":"A"}]}}}`)
}

// The date of the password policy moves on every save, which is nobody's change.
func TestDateOfThePasswordPolicy(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	before := w.stored("passwordPolicy.effectiveDate")

	if d := w.Apply(w.Config(acctest.Attrs{"password_policy": acctest.Attrs{"needs_symbolic": false}})); len(d) > 0 {
		t.Errorf("unexpected:\n%s", d)
	}

	if w.stored("passwordPolicy.effectiveDate") == before {
		t.Error("the simulator does not move the date")
	}
}

func TestRowValidators(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)

	for part, attrs := range map[string]acctest.Attrs{
		`did you mean "email"`:       {"system_user_defaults": acctest.Attrs{"restricted_fields": []any{acctest.Attrs{"field": "e-mail", "type": nil, "id": nil}}}},
		`did you mean "scim"`:        {"system_user_defaults": acctest.Attrs{"restricted_fields": []any{acctest.Attrs{"field": "email", "type": "skim", "id": nil}}}},
		"at least 1":                 {"trusted_app_config": acctest.Attrs{"trusted_apps": []any{}}},
		"enable_reset_lockout_count": {"password_policy": acctest.Attrs{"enable_reset_lockout_counter": true}},
	} {
		wantError(t, w.Plan(w.Config(attrs)).Diags, part)
	}
}

// TestLogoURL: the logo stands beside the settings.
func TestLogoURL(t *testing.T) {
	t.Parallel()

	const logo = "https://console.example/api/v2/logos/66b1f0a2c8d5e90001a1b2c3"

	w := newWorld(t, nil)
	provider, _ := w.Sim.ProviderID(simulator.DefaultProvider)
	w.Sim.Change(jumpcloudsim.Organizations, provider, w.Org, func(d sim.Doc) { d["logoUrl"] = logo })

	got, d := w.Data("jumpcloud_organization_settings", acctest.Attrs{"organization_id": w.Org})
	wantNoError(t, d)

	if got["logo_url"] != logo {
		t.Errorf("logo %v", got["logo_url"])
	}
}
