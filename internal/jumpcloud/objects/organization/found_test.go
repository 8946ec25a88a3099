// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// TestOrganizationsThatAreFound: a list resource finds the provider's organizations, and none that
// the provider block keeps out.
func TestOrganizationsThatAreFound(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	found := func() []string {
		t.Helper()

		all, d := w.List("jumpcloud_organization", acctest.Query{})
		wantNoError(t, d)

		names := []string{}
		for _, l := range all {
			names = append(names, l.Name)
		}

		return names
	}

	if all := found(); len(all) != w.Sim.Organizations(w.ProviderID).Len() {
		t.Errorf("found %v", all)
	}

	w.Provider = acctest.Attrs{"allowed_organization_ids": []any{w.Org}}

	if all := found(); len(all) != 1 || all[0] != simulator.AcmeInc {
		t.Errorf("found %v", all)
	}
}
