// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestActions with a key of the portal and with one of the tenant.
func TestActions(t *testing.T) {
	t.Parallel()

	s := acctest.Simulator(t, simulator.Options{})
	acme, _ := s.OrganizationID(simulator.AcmeInc)
	id := groupsim.AddUser(s.World, acme, "ada")
	s.Change(groupsim.Users, acme, id, func(d sim.Doc) { d["account_locked"] = true })

	for role, elsewhere := range map[string]string{simulator.RoleBilling: "Unable to Invoke", simulator.RoleTenant: "Unknown Organization"} {
		core := acctest.NewCore(t, s, acctest.As(s, role))

		for name, segment := range map[string]string{"unlock": "unlock", "expire_password": "expire", "resend_activation": "reactivate", "reset_mfa": "resetmfa"} {
			s.Log().Reset()

			messages, d := core.Invoke("jumpcloud_user_"+name, acctest.Attrs{"organization_id": acme, "user_id": id})
			if len(d) > 0 || len(messages) != 1 || !strings.Contains(messages[0], id) {
				t.Errorf("%s: %q %s", name, messages, d)
			}

			writes := s.Log().Calls("POST", "")
			if len(writes) != 1 || writes[0].Path != "/api/systemusers/"+id+"/"+segment || len(writes[0].Body) > 0 {
				t.Errorf("%s sent %v", name, writes)
			}

			// In another organization, if the key reaches it, there is no such user.
			globex, _ := s.OrganizationID(simulator.Globex)
			if _, d := core.Invoke("jumpcloud_user_"+name, acctest.Attrs{"organization_id": globex, "user_id": id}); !strings.Contains(d.String(), elsewhere) {
				t.Errorf("%s: %s", name, d)
			}
		}

		s.Log().Reset()

		if _, d := core.Invoke("jumpcloud_user_reset_mfa", acctest.Attrs{"organization_id": acme, "user_id": id, "exclusion_days": 3}); len(d) > 0 {
			t.Error(d)
		}

		if got := fmt.Sprint(s.Log().Calls("POST", "")[0].Object()); got != "map[exclusion:true exclusionDays:3]" {
			t.Errorf("sent %v", got)
		}

		if _, d := core.Invoke("jumpcloud_user_reset_mfa", acctest.Attrs{"organization_id": acme, "user_id": id, "exclusion_days": 0}); len(d.Errors()) != 1 {
			t.Errorf("no days: %s", d)
		}
	}

	if d, _ := s.Docs(groupsim.Users, acme).Get(id); d["account_locked"] != false {
		t.Errorf("still locked: %v", d)
	}

	core := acctest.NewCore(t, s, acctest.As(s, simulator.RoleBilling))
	core.Provider = acctest.Attrs{"allowed_organization_ids": []any{"66b1f0a2c8d5e90001a1b2c3"}}

	if _, d := core.Invoke("jumpcloud_user_unlock", acctest.Attrs{"organization_id": acme, "user_id": id}); !strings.Contains(d.String(), "allowed_organization_ids") {
		t.Errorf("not held to the allow-list: %s", d)
	}
}
