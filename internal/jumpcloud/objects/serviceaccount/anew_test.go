// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package serviceaccount_test

import (
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestKeyOfAnAccountChanges: the plan says that the credentials go, whichever of the two is
// planned first, and asks for nothing; an account that is made or destroyed alone is none of this.
func TestKeyOfAnAccountChanges(t *testing.T) {
	t.Parallel()

	const before, after = "jumpcloud_service_account.before", "jumpcloud_service_account.z"

	w := newWorld(t, simulator.RoleBilling, nil)
	account := w.one(nil)[ci]
	w.MustApply(acctest.Config{ci: account})

	for _, address := range []string{before, after} {
		w.Sim.Log().Reset()

		d := w.Plan(acctest.Config{address: account}).Diags
		if text := d.String(); len(d.Errors()) > 0 || len(d.Warnings()) != 1 || !strings.Contains(text, `Destroyed and Made Anew: "Pipeline"`) ||
			!strings.Contains(text, "credentials end with it") || !strings.Contains(text, "moved {") {
			t.Errorf("%s", d)
		}

		if n := w.Sim.Log().Count("GET", "/api/v2/service-accounts"); n > 1 {
			t.Errorf("%d lists", n)
		}
	}

	other := w.one(acctest.Attrs{"name": "Other"})[ci]
	wantNoError(t, w.Plan(acctest.Config{after: other}).Diags)
	wantNoError(t, w.Plan(acctest.Config{ci: account, after: account}).Diags)
	wantNoError(t, w.PlanReplacing(acctest.Config{ci: account}, ci).Diags)
}

// TestAccountWithoutCredentials: an account whose credentials somebody has deleted is imported, and
// has none.
func TestAccountWithoutCredentials(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	w.MustApply(w.one(nil))

	id := w.id()
	w.Sim.Change(jumpcloudsim.ServiceAccounts, "", id, func(d sim.Doc) { d[jumpcloudsim.Credentials] = []any{} })
	w.Forget(ci)
	wantNoError(t, w.Import(ci, id))

	if s := w.State(ci); s["id"] != id || s["credential_id"] != nil || s["client_id"] != nil {
		t.Errorf("state %v", s)
	}
}
