// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package system_test

import (
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// TestActions with a key of the portal and with one of the tenant.
func TestActions(t *testing.T) {
	t.Parallel()

	s := acctest.Simulator(t, simulator.Options{})
	acme, _ := s.OrganizationID(simulator.AcmeInc)
	globex, _ := s.OrganizationID(simulator.Globex)
	id := groupsim.AddSystem(s.World, acme, groupsim.Device{DisplayName: "Laptop"})

	for role, elsewhere := range map[string]string{simulator.RoleBilling: "Unable to Invoke", simulator.RoleTenant: "Unknown Organization"} {
		core := acctest.NewCore(t, s, acctest.As(s, role))

		for _, name := range []string{"lock", "restart", "shutdown"} {
			s.Log().Reset()

			messages, d := core.Invoke("jumpcloud_system_"+name, acctest.Attrs{"organization_id": acme, "system_id": id})
			if len(d) > 0 || len(messages) != 1 || !strings.Contains(messages[0], "nothing tells whether it was") {
				t.Errorf("%s: %q %s", name, messages, d)
			}

			if writes := s.Log().Calls("POST", ""); len(writes) != 1 || writes[0].Path != "/api/systems/"+id+"/command/builtin/"+name {
				t.Errorf("%s sent %v", name, writes)
			}

			if _, d := core.Invoke("jumpcloud_system_"+name, acctest.Attrs{"organization_id": globex, "system_id": id}); !strings.Contains(d.String(), elsewhere) {
				t.Errorf("%s: %s", name, d)
			}
		}
	}
}
