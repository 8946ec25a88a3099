// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsettings_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)

	// Nothing configured: nothing sent, nothing watched.
	w.MustApply(w.Config(nil))
	w.WantPuts()
	w.WantState(acctest.Attrs{"organization_id": w.Org, "password_policy": nil, "disable_um": nil, "on_destroy": "keep", "original": "{}"})

	// What is there already is not sent either, but noted.
	w.MustApply(w.Config(acctest.Attrs{"password_compliance": "custom"}))
	w.WantPuts()
	w.WantState(acctest.Attrs{"original": `{"passwordCompliance":"custom"}`})

	attrs := acctest.Attrs{
		"password_compliance": "custom",
		"password_policy":     acctest.Attrs{"min_length": 14, "enable_max_history": true, "max_history": 24},
		"on_destroy":          "restore",
	}
	w.MustApply(w.Config(attrs))
	w.WantPuts(`{"settings":{"passwordCompliance":"custom","passwordPolicy":{"enableMaxHistory":true,"maxHistory":24,"minLength":14}}}`)
	w.wantStored(map[string]any{"passwordPolicy.needsLowercase": true, "passwordPolicy.minLength": "14", "contactName": "Example Contact"})
	w.WantState(acctest.Attrs{
		"original":     `{"passwordCompliance":"custom","passwordPolicy":{"enableMaxHistory":false,"maxHistory":3,"minLength":8}}`,
		"contact_name": nil,
	})

	// A change of what is not configured is nobody's business; of what is, it is shown.
	w.change(func(s sim.Doc) {
		s["contactName"] = "Console"
		s["passwordPolicy"].(sim.Doc)["needsSymbolic"] = false //nolint:forcetypeassert // a wrong type fails the test
	})
	w.MustPlanEmpty(w.Config(attrs))
	w.change(func(s sim.Doc) {
		s["passwordPolicy"].(sim.Doc)["maxHistory"] = 5 //nolint:forcetypeassert // a wrong type fails the test
	})

	if p := w.Plan(w.Config(attrs)); p.Actions()[settings] != acctest.Update {
		t.Errorf("drift is not shown: %v", p.Actions())
	}

	w.MustApply(w.Config(attrs))
	w.Sim.Log().Reset()

	// Removed from the configuration: it stays as it is, and is restored all the same.
	w.MustApply(w.Config(acctest.Attrs{"password_policy": acctest.Attrs{"min_length": 14}, "on_destroy": "restore"}))
	w.WantPuts()
	wantNoError(t, w.Destroy())
	w.WantPuts(`{"settings":{"passwordCompliance":"custom","passwordPolicy":{"enableMaxHistory":false,"maxHistory":3,"minLength":8}}}`)
	w.wantStored(map[string]any{"passwordPolicy.minLength": "8", "passwordPolicy.maxHistory": "3", "passwordPolicy.needsSymbolic": false})

	// Kept is kept.
	w.MustApply(w.Config(acctest.Attrs{"email_disclaimer": "Sent by Acme"}))
	w.MustApply(w.Config(acctest.Attrs{"email_disclaimer": ""}))
	wantNoError(t, w.Destroy())
	w.WantPuts(`{"settings":{"emailDisclaimer":"Sent by Acme"}}`, `{"settings":{"emailDisclaimer":""}}`)
}

func TestImport(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	wantNoError(t, w.Import(settings, w.Org))
	w.WantState(acctest.Attrs{"contact_name": "Example Contact", "email_disclaimer": nil, "on_destroy": "keep", "original": nil})

	// A group of which nothing is set is none: no configuration may have an empty one.
	for name, v := range w.State(settings) {
		if group, ok := v.(map[string]any); ok && !slices.ContainsFunc(slices.Collect(maps.Values(group)), func(v any) bool { return v != nil }) {
			t.Errorf("%s is empty: %v", name, v)
		}
	}

	// What the configuration leaves out is not planned, whole or in part.
	w.MustPlanEmpty(w.Config(acctest.Attrs{"contact_name": "Example Contact"}))

	part := acctest.Attrs{"contact_name": "Kim", "password_policy": acctest.Attrs{"max_history": 3}}
	w.MustApply(w.Config(part))
	w.WantPuts(`{"settings":{"contactName":"Kim","passwordPolicy":{"maxHistory":3}}}`)
	w.WantState(acctest.Attrs{"disable_um": false, "original": `{"contactName":"Example Contact","passwordPolicy":{"maxHistory":3}}`})

	// Somebody else's change of somebody else's setting is no business of this configuration.
	w.change(func(s sim.Doc) { s["disableUM"] = true })
	w.MustPlanEmpty(w.Config(part))
	w.WantPuts()
	w.change(func(s sim.Doc) { s["contactName"] = "Example Contact" })

	// Nothing is known of what was before an import.
	w.Forget(settings)
	wantNoError(t, w.Import(settings, w.Org))
	wantNoError(t, w.Destroy())

	wantError(t, w.Import(settings, "Acme Inc"), "Unable to Import Organization Settings", "<organization_id>")

	foreign, _ := w.Sim.OrganizationID(simulator.OtherTenant)
	wantError(t, w.Import(settings, foreign), "Unable to Read Organization Settings")
	w.WantPuts()
}

// The provider's default organization, and another one: a replacement.
func TestOrganization(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	globex, _ := w.Sim.OrganizationID(simulator.Globex)
	w.Use(acctest.As(w.Sim, simulator.RoleBilling).With("JUMPCLOUD_ORGANIZATION_ID", w.Org))
	w.MustApply(acctest.Config{settings: {"contact_name": "Kim"}})
	w.WantState(acctest.Attrs{"organization_id": w.Org})

	if p := w.Plan(acctest.Config{settings: {"organization_id": globex, "contact_name": "Kim"}}); p.Actions()[settings] != acctest.Replace {
		t.Errorf("actions %v", p.Actions())
	}

	foreign, _ := w.Sim.OrganizationID(simulator.OtherTenant)
	wantError(t, w.Plan(acctest.Config{settings: {"organization_id": foreign}}).Diags, "Unknown Organization")

	w.Use(acctest.As(w.Sim, simulator.RoleBilling).With("JUMPCLOUD_READ_ONLY", "true"))
	wantError(t, w.Apply(w.Config(acctest.Attrs{"contact_name": "Lee"})), "read_only")
	w.wantStored(map[string]any{"contactName": "Kim"})

	// Out of reach is not gone.
	w.Use(acctest.As(w.Sim, simulator.RoleOther))
	wantError(t, w.Plan(w.Config(acctest.Attrs{"contact_name": "Kim"})).Diags, "stays in state")
}

// A service that does not merge is noticed, and what is configured holds.
func TestServiceThatReplaces(t *testing.T) {
	t.Parallel()

	w := newWorld(t, map[string]string{"organization-settings-nested": "replace"})
	config := w.Config(acctest.Attrs{"password_policy": acctest.Attrs{"min_length": 12, "needs_numeric": true}})

	d := w.Apply(config)
	if len(d.Errors()) > 0 || !strings.Contains(d.Warnings().String(), "settings.passwordPolicy.maxHistory") {
		t.Errorf("%s", d)
	}

	w.MustPlanEmpty(config)
}

func TestRestoreOfTheUnknown(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.MustApply(w.Config(acctest.Attrs{"email_disclaimer": "Sent by Acme", "contact_name": "Kim", "on_destroy": "restore"}))

	d := w.Destroy()
	if len(d.Errors()) > 0 || !strings.Contains(d.Warnings().String(), "stay as they are: emailDisclaimer.") {
		t.Errorf("%s", d)
	}

	w.wantStored(map[string]any{"contactName": "Example Contact", "emailDisclaimer": "Sent by Acme"})
}

// Somebody without billing may change settings, since the seat cap is not among them.
func TestWithoutBilling(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.Use(acctest.As(w.Sim, simulator.RoleLimited))
	w.MustApply(w.Config(acctest.Attrs{"contact_name": "Kim"}))

	key := w.Sim.AddKey("reader@example.com", jumpcloudsim.Access{
		ProviderID: w.ProviderID, AllOrganizations: true, Role: "Read Only",
	}, "")
	w.Use(acctest.As(w.Sim, simulator.RoleBilling).With("JUMPCLOUD_API_KEY", key))
	w.MustPlanEmpty(w.Config(acctest.Attrs{"contact_name": "Kim"}))
	wantError(t, w.Apply(w.Config(acctest.Attrs{"contact_name": "Lee"})), "Unable to Update Organization Settings", "status 403")
	w.wantStored(map[string]any{"contactName": "Kim"})
}
