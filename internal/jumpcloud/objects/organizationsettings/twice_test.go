// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsettings_test

import (
	"maps"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

const second = "jumpcloud_organization_settings.second"

// with adds a second resource with these attributes.
func (w *world) with(first, more acctest.Attrs) acctest.Config {
	config := w.Config(first)
	maps.Copy(config, acctest.Config{second: w.In(more)})

	return config
}

// TestSameSettingsTwice: two resources that set the same of one organization would undo each other
// with every apply, whether both are new, one is, or none.
func TestSameSettingsTwice(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	first := acctest.Attrs{"contact_name": "a", "password_policy": acctest.Attrs{"min_length": 14}}
	undone := w.with(first, acctest.Attrs{"contact_name": "b", "password_policy": acctest.Attrs{"min_length": 15, "max_history": 3}})

	wantError(t, w.Plan(undone).Diags, "Same Settings Twice", "sets contact_name, password_policy.min_length of the same Organization Settings")

	w.MustApply(w.Config(first))
	wantError(t, w.Plan(undone).Diags, "Same Settings Twice", "password_policy.min_length")

	wantNoError(t, w.Import(second, w.Org))
	wantError(t, w.Plan(undone).Diags, "Same Settings Twice", "password_policy.min_length")

	if n := len(w.Sim.Log().Calls("PUT", route)); n != 1 {
		t.Errorf("%d writes, want that of the first apply alone", n)
	}
}

// TestSettingsShared: resources that set different things of one organization, and one that takes
// over what another gives up, have nothing to fear.
func TestSettingsShared(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	restore := acctest.Attrs{"contact_name": "a", "password_policy": acctest.Attrs{"min_length": 14}, "on_destroy": "restore"}
	shared := w.with(restore, acctest.Attrs{"contact_email": "b@example.com", "password_policy": acctest.Attrs{"max_history": 3}, "on_destroy": "restore"})

	w.MustApply(shared)
	w.MustPlanEmpty(shared)

	handed := w.with(acctest.Attrs{"contact_name": "c"}, acctest.Attrs{"contact_email": "c@example.com", "password_policy": acctest.Attrs{"min_length": 15}})
	w.MustApply(handed)
	w.MustPlanEmpty(handed)
}

// TestSettingsKnownAtApply: what is not known yet is nobody's at plan, and is looked at in the apply
// before anything is sent.
func TestSettingsKnownAtApply(t *testing.T) {
	t.Parallel()

	first := acctest.Attrs{"contact_name": "a"}

	for _, unknown := range []acctest.Attrs{
		{"contact_name": "b", "organization_id": acctest.Unknown},
		{"contact_name": acctest.Unknown},
	} {
		w := newWorld(t, nil)
		p := w.Plan(w.with(first, unknown))
		wantNoError(t, p.Diags)
		wantError(t, p.ApplyKnowing(w.with(first, acctest.Attrs{"contact_name": "b"})), "Same Settings Twice", "contact_name")
	}
}

// TestSettingsReplaced: a resource that is replaced is planned twice, and again in the apply, and
// remains one.
func TestSettingsReplaced(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	globex, _ := w.Sim.OrganizationID(simulator.Globex)
	elsewhere := w.Config(acctest.Attrs{"contact_name": "a", "organization_id": globex})

	w.MustApply(w.Config(acctest.Attrs{"contact_name": "a"}))
	w.MustApply(elsewhere)
	w.MustPlanEmpty(elsewhere)
	w.Taint(settings)
	w.MustApply(elsewhere)

	p := w.PlanReplacing(elsewhere, settings)
	wantNoError(t, p.Diags)
	wantNoError(t, p.Apply())
}
