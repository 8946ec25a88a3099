// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplist_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/simulator"
)

const office = "jumpcloud_iplist.office"

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	s := acctest.Simulator(t, simulator.Options{})
	org, _ := s.OrganizationID(simulator.AcmeInc)
	core := acctest.NewCore(t, s, acctest.As(s, simulator.RoleBilling))

	core.MustApply(acctest.Config{office: {
		"organization_id": org, "name": "Office", "description": "HQ", "ips": []any{"203.0.113.0/24", "10.0.0.1"},
	}})
	core.MustApply(acctest.Config{office: {"organization_id": org, "name": "Office 2", "ips": []any{"203.0.113.0/24"}}})
	t.Log(core.State(office), core.Identity(office))
	if d := core.Destroy(); len(d) > 0 {
		t.Fatal(d)
	}
	t.Log(s.Log().Calls("", ""))
}
