// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsettings_test

import (
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
	w.core.MustApply(w.config(nil))
	w.wantPuts()
	w.wantState(acctest.Attrs{"organization_id": w.id, "password_policy": nil, "disable_um": nil, "on_destroy": "keep", "original": "{}"})

	// What is there already is not sent either, but noted.
	w.core.MustApply(w.config(acctest.Attrs{"password_compliance": "custom"}))
	w.wantPuts()
	w.wantState(acctest.Attrs{"original": `{"passwordCompliance":"custom"}`})

	attrs := acctest.Attrs{
		"password_compliance": "custom",
		"password_policy":     acctest.Attrs{"min_length": 14, "enable_max_history": true, "max_history": 24},
		"on_destroy":          "restore",
	}
	w.core.MustApply(w.config(attrs))
	w.wantPuts(`{"settings":{"passwordCompliance":"custom","passwordPolicy":{"enableMaxHistory":true,"maxHistory":24,"minLength":14}}}`)
	w.wantStored(map[string]any{"passwordPolicy.needsLowercase": true, "passwordPolicy.minLength": "14", "contactName": "Example Contact"})
	w.wantState(acctest.Attrs{
		"original":     `{"passwordCompliance":"custom","passwordPolicy":{"enableMaxHistory":false,"maxHistory":3,"minLength":8}}`,
		"contact_name": nil,
	})

	// A change of what is not configured is nobody's business; of what is, it is shown.
	w.change(func(s sim.Doc) {
		s["contactName"] = "Console"
		s["passwordPolicy"].(sim.Doc)["needsSymbolic"] = false //nolint:forcetypeassert // a wrong type fails the test
	})
	w.core.MustPlanEmpty(w.config(attrs))
	w.change(func(s sim.Doc) {
		s["passwordPolicy"].(sim.Doc)["maxHistory"] = 5 //nolint:forcetypeassert // a wrong type fails the test
	})

	if p := w.core.Plan(w.config(attrs)); p.Actions()[settings] != acctest.Update {
		t.Errorf("drift is not shown: %v", p.Actions())
	}

	w.core.MustApply(w.config(attrs))
	w.sim.Log().Reset()

	// Removed from the configuration: it stays as it is, and is restored all the same.
	w.core.MustApply(w.config(acctest.Attrs{"password_policy": acctest.Attrs{"min_length": 14}, "on_destroy": "restore"}))
	w.wantPuts()
	wantNoError(t, w.core.Destroy())
	w.wantPuts(`{"settings":{"passwordCompliance":"custom","passwordPolicy":{"enableMaxHistory":false,"maxHistory":3,"minLength":8}}}`)
	w.wantStored(map[string]any{"passwordPolicy.minLength": "8", "passwordPolicy.maxHistory": "3", "passwordPolicy.needsSymbolic": false})

	// Kept is kept.
	w.core.MustApply(w.config(acctest.Attrs{"email_disclaimer": "Sent by Acme"}))
	w.core.MustApply(w.config(acctest.Attrs{"email_disclaimer": ""}))
	wantNoError(t, w.core.Destroy())
	w.wantPuts(`{"settings":{"emailDisclaimer":"Sent by Acme"}}`, `{"settings":{"emailDisclaimer":""}}`)
}

func TestImport(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	wantNoError(t, w.core.Import(settings, w.id))
	w.wantState(acctest.Attrs{"contact_name": "Example Contact", "email_disclaimer": nil, "on_destroy": "keep", "original": nil})

	// What the configuration leaves out is not planned, whole or in part.
	w.core.MustPlanEmpty(w.config(acctest.Attrs{"contact_name": "Example Contact"}))

	part := acctest.Attrs{"contact_name": "Kim", "password_policy": acctest.Attrs{"max_history": 3}}
	w.core.MustApply(w.config(part))
	w.wantPuts(`{"settings":{"contactName":"Kim","passwordPolicy":{"maxHistory":3}}}`)
	w.wantState(acctest.Attrs{"disable_um": false, "original": `{"contactName":"Example Contact","passwordPolicy":{"maxHistory":3}}`})

	// Somebody else's change of somebody else's setting is no business of this configuration.
	w.change(func(s sim.Doc) { s["disableUM"] = true })
	w.core.MustPlanEmpty(w.config(part))
	w.wantPuts()
	w.change(func(s sim.Doc) { s["contactName"] = "Example Contact" })

	// Nothing is known of what was before an import.
	w.core.Forget(settings)
	wantNoError(t, w.core.Import(settings, w.id))
	wantNoError(t, w.core.Destroy())

	wantError(t, w.core.Import(settings, "Acme Inc"), "Unable to Import Organization Settings", "<organization_id>")

	foreign, _ := w.sim.OrganizationID(simulator.OtherTenant)
	wantError(t, w.core.Import(settings, foreign), "Unable to Read Organization Settings")
	w.wantPuts()
}

// The provider's default organization, and another one: a replacement.
func TestOrganization(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	globex, _ := w.sim.OrganizationID(simulator.Globex)
	w.core.Use(acctest.As(w.sim, simulator.RoleBilling).With("JUMPCLOUD_ORGANIZATION_ID", w.id))
	w.core.MustApply(acctest.Config{settings: {"contact_name": "Kim"}})
	w.wantState(acctest.Attrs{"organization_id": w.id})

	if p := w.core.Plan(acctest.Config{settings: {"organization_id": globex, "contact_name": "Kim"}}); p.Actions()[settings] != acctest.Replace {
		t.Errorf("actions %v", p.Actions())
	}

	foreign, _ := w.sim.OrganizationID(simulator.OtherTenant)
	wantError(t, w.core.Plan(acctest.Config{settings: {"organization_id": foreign}}).Diags, "Unknown Organization")

	w.core.Use(acctest.As(w.sim, simulator.RoleBilling).With("JUMPCLOUD_READ_ONLY", "true"))
	wantError(t, w.core.Apply(w.config(acctest.Attrs{"contact_name": "Lee"})), "read_only")
	w.wantStored(map[string]any{"contactName": "Kim"})

	// Out of reach is not gone.
	w.core.Use(acctest.As(w.sim, simulator.RoleOther))
	wantError(t, w.core.Plan(w.config(acctest.Attrs{"contact_name": "Kim"})).Diags, "stays in state")
}

// A service that does not merge is noticed, and what is configured holds.
func TestServiceThatReplaces(t *testing.T) {
	t.Parallel()

	w := newWorld(t, map[string]string{"organization-settings-nested": "replace"})
	config := w.config(acctest.Attrs{"password_policy": acctest.Attrs{"min_length": 12, "needs_numeric": true}})

	d := w.core.Apply(config)
	if len(d.Errors()) > 0 || !strings.Contains(d.Warnings().String(), "settings.passwordPolicy.maxHistory") {
		t.Errorf("%s", d)
	}

	w.core.MustPlanEmpty(config)
}

func TestRestoreOfTheUnknown(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.MustApply(w.config(acctest.Attrs{"email_disclaimer": "Sent by Acme", "contact_name": "Kim", "on_destroy": "restore"}))

	d := w.core.Destroy()
	if len(d.Errors()) > 0 || !strings.Contains(d.Warnings().String(), "stay as they are: emailDisclaimer.") {
		t.Errorf("%s", d)
	}

	w.wantStored(map[string]any{"contactName": "Example Contact", "emailDisclaimer": "Sent by Acme"})
}

// Somebody without billing may change settings, since the seat cap is not among them.
func TestWithoutBilling(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.core.Use(acctest.As(w.sim, simulator.RoleLimited))
	w.core.MustApply(w.config(acctest.Attrs{"contact_name": "Kim"}))

	key := w.sim.AddKey("reader@example.com", jumpcloudsim.Access{
		ProviderID: w.provider(), AllOrganizations: true, Role: "Read Only",
	}, "")
	w.core.Use(acctest.As(w.sim, simulator.RoleBilling).With("JUMPCLOUD_API_KEY", key))
	w.core.MustPlanEmpty(w.config(acctest.Attrs{"contact_name": "Kim"}))
	wantError(t, w.core.Apply(w.config(acctest.Attrs{"contact_name": "Lee"})), "Unable to Update Organization Settings", "status 403")
	w.wantStored(map[string]any{"contactName": "Kim"})
}

func (w *world) provider() string {
	id, _ := w.sim.ProviderID(simulator.DefaultProvider)

	return id
}
