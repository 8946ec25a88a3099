// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// A type that the tenant does not have makes an empty list and a warning that names it.
func TestTypesThatTheTenantLacks(t *testing.T) {
	t.Parallel()

	e := newEstate(t)
	devices := acctest.Attrs{"system_group_id": e.devices}

	for _, absent := range []string{"command", "policy", "policy_group", "radius_server", "user", "user_group"} {
		if err := e.Sim.Switches.Set("graph-absent-type", absent); err != nil {
			t.Fatal(err)
		}

		got, d := e.Data("jumpcloud_system_group_associations", e.In(devices))
		if list, _ := got[absent+"_ids"].([]any); len(d.Errors()) > 0 || got[absent+"_ids"] == nil || len(list) > 0 {
			t.Errorf("%s: %v\n%s", absent, got, d)
		}

		if !strings.Contains(d.String(), "Types Without Associations") || !strings.Contains(d.String(), "of type "+absent+" the device group "+e.devices) {
			t.Errorf("%s: %s", absent, d)
		}
	}

	for _, absent := range []string{"system", "system_group", "user", "user_group"} {
		if err := e.Sim.Switches.Set("graph-absent-type", absent); err != nil {
			t.Fatal(err)
		}

		for typeName, config := range map[string]acctest.Attrs{
			"jumpcloud_policy_associations":       {"policy_id": e.policies[0]},
			"jumpcloud_policy_group_associations": {"policy_group_id": e.group},
		} {
			got, d := e.Data(typeName, e.In(config))

			direct, _ := got["direct"].(map[string]any)
			if list, ok := direct[absent+"_ids"].([]any); len(d.Errors()) > 0 || !ok || len(list) > 0 {
				t.Errorf("%s of %s: %v\n%s", absent, typeName, got, d)
			}

			if !strings.Contains(d.String(), "of type "+absent) {
				t.Errorf("%s of %s: %s", absent, typeName, d)
			}
		}
	}

	// Where the service refuses every type, the tenant is not what is missing.
	e.Sim.Inject(sim.Fault{Method: "GET", Pattern: "/api/v2/systemgroups/{group_id}/associations", Status: 400})

	_, d := e.Data("jumpcloud_system_group_associations", e.In(devices))
	wantError(t, d, "Unable to Read System Group Associations", "status 400")
}
