// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsettings_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/published"
)

// everything is every attribute with a value that differs from the simulator's defaults,
// and another for an update.
func everything(first bool) acctest.Attrs {
	choose := func(a, b any) any {
		if first {
			return a
		}

		return b
	}

	flags := func(names ...string) acctest.Attrs {
		all := acctest.Attrs{}
		for _, name := range names {
			all[name] = first
		}

		return all
	}

	policy := flags(
		"enable_min_length", "needs_lowercase", "needs_uppercase", "needs_numeric", "needs_symbolic", "allow_username_substring",
		"disallow_commonly_used_passwords", "disallow_sequential_or_repetitive_chars", "enable_max_history",
		"enable_password_expiration_in_days", "enable_days_before_expiration_to_force_reset",
		"enable_days_after_expiration_to_self_recover", "enable_min_change_period_in_days", "enable_max_login_attempts",
		"enable_lockout_time_in_seconds", "allow_unenrolled_mfa_password_reset", "display_complexity_on_reset_screen",
		"enable_recovery_email", "enable_reset_lockout_counter",
	)
	for i, name := range []string{
		"min_length", "max_history", "password_expiration_in_days", "days_before_expiration_to_force_reset",
		"days_after_expiration_to_self_recover", "min_change_period_in_days", "max_login_attempts",
		"reset_lockout_counter_minutes",
	} {
		policy[name] = choose(11+i, 4+i)
	}

	policy["lockout_time_in_seconds"] = choose(300, 5400)

	all := flags("system_users_can_edit", "disable_ldap", "disable_um", "duplicate_ldap_groups", "enable_managed_uid",
		"disable_google_login", "device_identification_enabled")
	all["contact_name"], all["contact_email"] = choose("Kim", "Lee"), choose("kim@example.com", "lee@example.com")
	all["email_disclaimer"] = choose("Sent by Acme", "")
	all["password_compliance"], all["password_policy"] = choose("pci3", "windows"), policy
	all["system_user_password_expiration_in_days"] = choose(30, 60)
	all["user_portal"] = acctest.Attrs{"idle_session_duration_minutes": choose(1, 129600), "cookie_expiration_type": choose("date", "session")}
	all["new_system_user_state_defaults"] = acctest.Attrs{
		"manual_entry": choose("STAGED", "ACTIVATED"), "csv_import": choose("STAGED", "ACTIVATED"), "application_import": choose("STAGED", "ACTIVATED"),
	}

	all["system_user_defaults"] = acctest.Attrs{"restricted_fields": choose([]any{
		acctest.Attrs{"field": "email", "type": "active_directory", "id": "66b1f0a2c8d5e90001a1b2c3"}, acctest.Attrs{"field": "sudo", "type": nil, "id": nil},
	}, []any{})}
	all["trusted_app_config"] = acctest.Attrs{"trusted_apps": choose([]any{
		acctest.Attrs{"name": "Agent", "path": "/opt/agent", "team_id": "N985MXSH85"}, acctest.Attrs{"name": "Go", "path": nil, "team_id": nil},
	}, []any{acctest.Attrs{"name": "Go", "path": "/opt/go", "team_id": nil}})}

	return all
}

func TestEverySetting(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)

	for _, first := range []bool{true, false, true} {
		want := everything(first)
		w.MustApply(w.Config(want))

		got := w.State(settings)
		for name, v := range want {
			if plain(got[name]) != plain(v) {
				t.Errorf("%s is %v, want %v", name, got[name], v)
			}
		}
	}

	if n := w.Sim.Log().Count("PUT", route); n != 3 {
		t.Errorf("%d PUT, want 3", n)
	}

	// An import reads all of it.
	w.Forget(settings)
	wantNoError(t, w.Import(settings, w.Org))
	w.MustPlanEmpty(w.Config(everything(true)))

	identity := w.Identity(settings)
	if identity["organization_id"] != w.Org {
		t.Errorf("identity %v", identity)
	}

	w.Forget(settings)
	wantNoError(t, w.ImportByIdentity(settings, identity))
	w.MustPlanEmpty(w.Config(everything(true)))
}

func plain(v any) string {
	raw, _ := json.Marshal(v)

	return string(raw)
}

// The schema covers what the contract lets a PUT hold, but for what belongs elsewhere.
func TestSettingsAreTheContracts(t *testing.T) {
	t.Parallel()

	folder, err := published.Contract.Find()
	if err != nil {
		t.Skip("the published contract is not at hand")
	}

	raw, err := os.ReadFile(filepath.Join(folder, "jumpcloud-v1.json"))
	if err != nil {
		t.Fatal(err)
	}

	type object struct {
		Properties map[string]struct {
			Properties map[string]any `json:"properties"`
		} `json:"properties"`
	}

	var published struct {
		Components struct {
			Schemas map[string]object `json:"schemas"`
		} `json:"components"`
	}

	if err := json.Unmarshal(raw, &published); err != nil {
		t.Fatal(err)
	}

	w := newWorld(t, nil)
	w.MustApply(w.Config(everything(true)))

	var sent struct {
		Settings map[string]any `json:"settings"`
	}

	if err := json.Unmarshal(w.Sim.Log().Calls("PUT", route)[0].Body, &sent); err != nil {
		t.Fatal(err)
	}

	elsewhere := []string{
		"name", "maxSystemUsers", // jumpcloud_organization
		"logo", "showIntro", "growthData", "features", // the console's own, and what is bought
		"passwordPolicy.effectiveDate",   // the service's
		"passwordPolicy.gracePeriodDate", // of undocumented form
	}

	for name, p := range published.Components.Schemas["organizationsettingsput"].Properties {
		if slices.Contains(elsewhere, name) {
			continue
		}

		v, ok := sent.Settings[name]
		if !ok {
			t.Errorf("%s cannot be set", name)
		}

		nested, _ := v.(map[string]any)
		for below := range p.Properties {
			if _, ok := nested[below]; !ok && !slices.Contains(elsewhere, name+"."+below) {
				t.Errorf("%s.%s cannot be set", name, below)
			}
		}
	}
}
