// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	owner  = "ops@example.com"
	second = "jumpcloud_provider_administrator.second"
)

// owned is a world whose one owner is in state and whose key is in use.
func owned(t *testing.T) (*world, acctest.Attrs) {
	t.Helper()

	w := newWorld(t, nil)
	w.change(simulator.RoleBilling, func(d sim.Doc) { d["email"] = owner })
	wantNoError(t, w.Import(lee, w.id(owner)))

	attrs := acctest.Attrs{"email": owner, "role": "Administrator With Billing", "api_access": true}
	w.MustPlanEmpty(config(attrs))

	return w, attrs
}

func with(attrs acctest.Attrs, name string, v any) acctest.Attrs {
	out := acctest.Attrs{name: v}
	for k, v := range attrs {
		if k != name {
			out[k] = v
		}
	}

	return out
}

func TestLastOwnerStays(t *testing.T) {
	t.Parallel()

	w, attrs := owned(t)

	for action, c := range map[string]acctest.Config{
		"destroy": {}, "update of role": config(with(attrs, "role", "Manager")), "replace": config(with(attrs, "organization_access", "selected")),
	} {
		w.Sim.Log().Reset()
		wantError(t, w.Plan(c).Diags, `Refusing to remove the last "Administrator With Billing"`, "Planned action: "+action,
			"JumpCloud needs at least one admin with billing", owner, "(and this API key is theirs)", "allow_lockout = true")

		if n := len(w.Sim.Log().Writes()); n > 0 {
			t.Errorf("%d writes", n)
		}
	}

	// Meant: the service itself still refuses, and nothing is half done.
	w.MustApply(config(with(attrs, "allow_lockout", true)))
	wantError(t, w.Destroy(), "Unable to Delete Provider Administrator", "at least one administrator with billing")

	if w.stored(owner) == nil || w.State(lee) == nil {
		t.Error("the owner is gone")
	}
}

func TestOwnerInUseStays(t *testing.T) {
	t.Parallel()

	w, attrs := owned(t)
	w.Sim.AddKey("second@example.com", jumpcloudsim.Access{ProviderID: w.ProviderID, AllOrganizations: true, Billing: true}, "")

	for action, c := range map[string]acctest.Config{
		"destroy": {}, "update of role": config(with(attrs, "role", "Manager")), "update of api_access": config(with(attrs, "api_access", false)),
	} {
		wantError(t, w.Plan(c).Diags, "Refusing to lock out the administrator in use", "Planned action: "+action, owner)
	}

	// Another's key may do it.
	key, _ := w.stored("second@example.com")["key"].(string)
	w.Use(acctest.As(w.Sim, simulator.RoleBilling).With("JUMPCLOUD_API_KEY", key))
	wantNoError(t, w.Destroy())
}

// TestTwoOwnersDoNotLeaveTogether: each plan alone would leave the other one.
func TestTwoOwnersDoNotLeaveTogether(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	both := acctest.Config{
		lee:    {"email": "lee@example.com", "role": "Administrator With Billing"},
		second: {"email": "second@example.com", "role": "Administrator With Billing"},
	}
	w.MustApply(both)

	// The key in use is of one who has no part in this.
	w.change(simulator.RoleBilling, func(d sim.Doc) { d["suspended"] = true })
	wantError(t, w.Plan(acctest.Config{}).Diags, `Refusing to remove the last "Administrator With Billing"`)

	one := acctest.Config{lee: both[lee], second: with(both[second], "role", "Manager")}
	w.MustApply(one)
}
