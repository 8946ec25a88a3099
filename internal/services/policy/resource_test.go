// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/simulator"
)

const lock = "jumpcloud_policy.lock"

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	s := acctest.Simulator(t, simulator.Options{})
	org, _ := s.OrganizationID(simulator.AcmeInc)
	core := acctest.NewCore(t, s, acctest.As(s, simulator.RoleBilling))

	core.MustApply(acctest.Config{lock: {
		"organization_id": org, "name": "Lock", "template_name": "lock_screen_darwin",
		"values": map[string]any{"timeout": 300},
	}})
	t.Log(core.State(lock), core.Identity(lock))
	core.MustApply(acctest.Config{lock: {"organization_id": org, "name": "Lock 2", "template_name": "lock_screen_darwin",
		"values": map[string]any{"timeout": 120}}})
	p := core.Plan(acctest.Config{lock: {"organization_id": org, "name": "Lock 2", "template_name": "app_notifications_darwin",
		"values": map[string]any{"AlertTyp": "x", "PreviewType": "Sometimes", "BadgesEnabled": "yes"}}})
	t.Log(p.Diags)
	p = core.Plan(acctest.Config{"jumpcloud_policy.x": {"organization_id": acctest.Unknown, "name": "Lock 2", "template_name": "app_notification_darwin"}})
	t.Log(p.Diags)
	t.Log(core.Import("jumpcloud_policy.y", "x"))
	t.Log(core.Import("jumpcloud_policy.y", org+"/66b1f0a2c8d5e90001a1b2c3"))
	if d := core.Destroy(); len(d) > 0 {
		t.Fatal(d)
	}
	for _, c := range s.Log().Calls("", "") {
		t.Log(c.Method, c.Path, c.Query, c.Status)
	}
}
