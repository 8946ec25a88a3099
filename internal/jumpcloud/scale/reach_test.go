// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package scale_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// A credential that lost access to an organization gets 404 for everything in it. That
// must not empty state, or the next apply would make twins of what still exists.
func TestAccessLost(t *testing.T) {
	in(t, simulator.Options{}, func(w *world) {
		w.org, _ = w.sim.OrganizationID(simulator.AcmeInc)
		other, _ := w.sim.OrganizationID(simulator.Globex)
		provider, _ := w.sim.ProviderID(simulator.DefaultProvider)

		config := acctest.Config{
			"jumpcloud_iplist.office": {"organization_id": w.org, "name": "Office", "ips": []string{"203.0.113.1"}},
			"jumpcloud_policy.lock": {
				"organization_id": w.org, "name": "Lock", "template_name": "lock_screen_darwin",
				"values": map[string]any{"timeout": 300},
			},
		}
		w.core.MustApply(config)

		key := w.sim.AddKey("narrow@example.com", jumpcloudsim.Access{ProviderID: provider, Organizations: []string{other}}, "")
		w.core.Use(w.env.With("JUMPCLOUD_API_KEY", key))

		for name, d := range map[string]acctest.Diagnostics{"plan": w.core.Plan(config).Diags, "destroy": w.core.Destroy()} {
			if len(d.Errors()) != 2 || !strings.Contains(d.String(), "stays in state") {
				t.Errorf("%s: %s", name, d)
			}
		}

		if have := w.core.Addresses(); !slices.Equal(have, []string{"jumpcloud_iplist.office", "jumpcloud_policy.lock"}) {
			t.Errorf("state is left with %v", have)
		}

		w.core.Use(acctest.As(w.sim, simulator.RoleBilling))
		w.core.MustPlanEmpty(config)
	})
}

// A wrong provider id answers 404 to the list of organizations.
func TestWrongProvider(t *testing.T) {
	in(t, simulator.Options{}, func(w *world) {
		config := acctest.Config{"jumpcloud_organization.new": {"name": "Hooli", "deletion_policy": "abandon"}}
		w.core.MustApply(config)

		other, _ := w.sim.ProviderID(simulator.OtherProvider)
		w.core.Use(w.env.With("JUMPCLOUD_PROVIDER_ID", other))

		p := w.core.Plan(config)
		if len(p.Diags.Errors()) != 1 || !strings.Contains(p.Diags.String(), "stays in state") {
			t.Errorf("%s", p.Diags)
		}

		if w.core.State("jumpcloud_organization.new") == nil {
			t.Error("the organization left state")
		}
	})
}
