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

// TestLinksThatAreFound: a list resource finds the links of those administrators who are asked for,
// with no organization that the provider block keeps out.
func TestLinksThatAreFound(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	acme, globex := w.org(simulator.AcmeInc), w.org(simulator.Globex)

	for _, email := range []string{"lee@example.com", "kim@example.com"} {
		w.Sim.AddKey(email, jumpcloudsim.Access{ProviderID: w.ProviderID, Role: "Help Desk"}, "")
		w.change(email, func(d sim.Doc) { d["organizations"] = []any{acme, globex} })
	}

	id := w.id("lee@example.com")
	found := func(q acctest.Attrs) map[any]string {
		t.Helper()

		all, d := w.List("jumpcloud_administrator_organization_link", acctest.Query{Config: q})
		wantNoError(t, d)

		names := map[any]string{}

		for _, l := range all {
			if l.Identity["administrator_id"] == id {
				names[l.Identity["organization_id"]] = l.Name
			} else if q != nil {
				t.Errorf("found %v", l)
			}
		}

		return names
	}

	lees := acctest.Attrs{"administrator_id": []any{id}}

	if all := found(lees); len(all) != 2 || all[acme] != "lee@example.com / "+simulator.AcmeInc || all[globex] == "" {
		t.Errorf("found %v", all)
	}

	w.Provider = acctest.Attrs{"allowed_organization_ids": []any{globex}}

	for _, q := range []acctest.Attrs{nil, lees} {
		if all := found(q); len(all) != 1 || all[globex] == "" {
			t.Errorf("found %v", all)
		}
	}
}
