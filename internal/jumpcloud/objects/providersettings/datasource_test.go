// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package providersettings_test

import (
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestDataSources(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	want := acctest.Attrs{
		"id": w.ProviderID, "name": "Example MSP", "type": "MSP", "disallow_org_creation": false, "allow_mfa_override": true,
		"require_admin_mfa": false, "contact": map[string]any{"name": "Example Contact", "email": "contact-" + w.ProviderID + "@example.com"},
	}

	for _, config := range []acctest.Attrs{{}, {"id": w.ProviderID}} {
		got, d := w.Data("jumpcloud_provider", config)
		wantNoError(t, d)

		if !reflect.DeepEqual(got, want) {
			t.Errorf("%v, want %v", got, want)
		}
	}

	got, d := w.Data("jumpcloud_providers", nil)
	wantNoError(t, d)

	if !reflect.DeepEqual(got, acctest.Attrs{"providers": []any{map[string]any(want)}, "ids": []any{w.ProviderID}}) {
		t.Errorf("providers %v", got)
	}

	// A provider as the service showed it when it showed little: the rest is null.
	w.change(func(p sim.Doc) {
		for _, name := range []string{"name", "type", "settings", "contact"} {
			delete(p, name)
		}
	})

	if got, d := w.Data("jumpcloud_provider", nil); len(d) > 0 || got["name"] != nil || got["require_admin_mfa"] != nil {
		t.Errorf("%v %s", got, d)
	}

	other, _ := w.Sim.ProviderID(simulator.OtherProvider)
	_, d = w.Data("jumpcloud_provider", acctest.Attrs{"id": other})
	wantError(t, d, "Unable to Read Provider", `AttributeName("id")`, "not found")

	_, d = w.Data("jumpcloud_provider", acctest.Attrs{"id": "Example MSP"})
	wantError(t, d, "24 hexadecimal digits")

	w.Use(acctest.As(w.Sim, simulator.RoleTenant))

	_, d = w.Data("jumpcloud_provider", nil)
	wantError(t, d, "Unable to Read Provider", "Multi-Tenant Portal")

	if got, d := w.Data("jumpcloud_providers", nil); len(d) > 0 || !reflect.DeepEqual(got["ids"], []any{}) {
		t.Errorf("a key of one organization sees %v %s", got, d)
	}
}
