// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	full := proof.Attrs{
		"name": "Acme Inc", "shared": false, "domain": "acme.example", "domain_assignment": true, "active": false, "vip": true,
		"note": "A customer", "custom_attributes": map[string]any{"customer_number": "A-1"},
	}

	wantNothing(t, w.core.Plan(config(full)).Apply())
	w.wantBody("POST", sim.Doc{
		"name": "Acme Inc", "shared": false, "domain": "acme.example", "domain_assignment": true, "active": false, "vip": true,
		"note": "A customer", "customer_number": "A-1",
	})
	w.wantCalls("POST " + all + " 201")
	w.wantState(full)
	w.wantState(proof.Attrs{"id": w.id(), "member_ids": []any{}, "on_destroy": nil})

	if got := w.core.Identity(acme); !reflect.DeepEqual(got, proof.Attrs{"id": w.id()}) {
		t.Errorf("identity %v", got)
	}

	w.core.MustPlanEmpty(config(full))
	w.wantCalls("GET " + all + " 200")

	// Each attribute changes in place; that one alone is sent.
	for name, value := range map[string]any{
		"name": "Acme", "shared": true, "domain": "acme.test", "domain_assignment": false, "active": true, "vip": false, "note": "Our customer",
	} {
		full[name] = value
		w.sim.Log().Reset()
		w.core.MustApply(config(full))
		w.wantBody("PUT", sim.Doc{name: value})
		w.wantState(proof.Attrs{name: value})
	}

	// What is not configured any more is cleared.
	w.sim.Log().Reset()
	w.core.MustApply(config(proof.Attrs{"name": "Acme"}))
	w.wantBody("PUT", sim.Doc{"domain": "", "note": "", "customer_number": nil})
	w.wantState(proof.Attrs{"domain": "", "note": "", "shared": true, "active": true, "custom_attributes": nil})
	w.sim.Log().Reset()

	wantNothing(t, w.core.Destroy())
	w.wantCalls("GET "+all+" 200", "DELETE "+single+" 200")

	if left := w.stored(); len(left) != 0 || len(w.core.Addresses()) != 0 {
		t.Errorf("left: %v, in state: %v", left, w.core.Addresses())
	}
}
