// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsettings_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

func TestValidators(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	policy := func(name string, v any) acctest.Attrs {
		return acctest.Attrs{"password_policy": acctest.Attrs{name: v}}
	}

	for name, c := range map[string]struct {
		attrs acctest.Attrs
		part  string
	}{
		"compliance":    {acctest.Attrs{"password_compliance": "costum"}, `did you mean "custom"`},
		"on_destroy":    {acctest.Attrs{"on_destroy": "restor"}, `did you mean "restore"`},
		"max_history":   {policy("max_history", 25), "between 1 and 24"},
		"no history":    {policy("max_history", 0), "between 1 and 24"},
		"lockout":       {policy("lockout_time_in_seconds", 299), "between 300 and 5400"},
		"long lockout":  {policy("lockout_time_in_seconds", 5401), "between 300 and 5400"},
		"attempts":      {policy("max_login_attempts", 0), "at least 1"},
		"expiration":    {policy("password_expiration_in_days", 0), "at least 1"},
		"force reset":   {policy("days_before_expiration_to_force_reset", 0), "at least 1"},
		"session":       {acctest.Attrs{"user_portal": acctest.Attrs{"idle_session_duration_minutes": 129601}}, "between 1 and 129600"},
		"cookie":        {acctest.Attrs{"user_portal": acctest.Attrs{"cookie_expiration_type": "dates"}}, `did you mean "date"`},
		"manual entry":  {acctest.Attrs{"new_system_user_state_defaults": acctest.Attrs{"manual_entry": "ACTIVE"}}, `"ACTIVATED"`},
		"csv import":    {acctest.Attrs{"new_system_user_state_defaults": acctest.Attrs{"csv_import": "staged"}}, `"STAGED"`},
		"from anywhere": {acctest.Attrs{"new_system_user_state_defaults": acctest.Attrs{"application_import": ""}}, "STAGED"},
		"no number":     {policy("enable_min_length", true), "enable_min_length is true and min_length is not set"},
		"no days": {
			policy("enable_days_before_expiration_to_force_reset", true), "set days_before_expiration_to_force_reset to what the rule shall be",
		},
		"nothing": {acctest.Attrs{"password_policy": acctest.Attrs{}}, "none of its members is set"},
	} {
		t.Log(name)
		wantError(t, w.Plan(w.Config(c.attrs)).Diags, c.part)
	}

	// Switched off needs no number, and who knows what is unknown.
	wantNoError(t, w.Plan(w.Config(policy("enable_min_length", false))).Diags)
	wantNoError(t, w.Plan(w.Config(policy("enable_min_length", acctest.Unknown))).Diags)

	unknown := acctest.Attrs{}
	for name := range everything(true) {
		unknown[name] = acctest.Unknown
	}

	wantNoError(t, w.Plan(w.Config(unknown)).Diags)

	for name, v := range everything(true) {
		nested, ok := v.(acctest.Attrs)
		if !ok {
			continue
		}

		all := acctest.Attrs{}
		for below := range nested {
			all[below] = acctest.Unknown
		}

		unknown[name] = all
	}

	p := w.Plan(w.Config(unknown))
	wantNoError(t, p.Diags)

	// Once it is known it is applied.
	wantNoError(t, p.ApplyKnowing(w.Config(everything(true))))
	w.MustPlanEmpty(w.Config(everything(true)))
}
