// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

// TestPolicyThatWatchesFirst: a policy whose conditions name an IP list of the same run watches, and
// is enforced later.
func TestPolicyThatWatchesFirst(t *testing.T) {
	t.Parallel()

	const office = "jumpcloud_iplist.office"

	w := newWorld(t)

	for _, watches := range []bool{true, false} {
		config := acctest.Config{
			office: w.In(acctest.Attrs{"name": "Office", "ips": []any{"203.0.113.0/24"}}),
			portal: w.In(acctest.Attrs{
				"name": "MFA outside the office on unmanaged devices", "type": "user_portal", "monitor_only": watches,
				"targets": object{"users": object{"inclusions": []any{"ALL"}}, "user_groups": object{"exclusions": []any{group}}},
				"conditions": object{"all": []any{
					object{"not": object{"ip_address_in": []any{acctest.Ref(office, "id")}}},
					object{"not": object{"device_managed": true}},
				}},
				"effect": object{"action": "allow", "obligations": object{"mfa": object{"required": true}}},
			}),
		}

		p := w.Plan(config)
		if want := map[bool]acctest.Action{true: acctest.Create, false: acctest.Update}[watches]; p.Actions()[portal] != want {
			t.Errorf("watches %t: planned %v, want %v\n%s", watches, p.Actions(), want, p.Diags)
		}

		if d := p.Apply(); len(d) > 0 {
			t.Fatal(d)
		}

		w.MustPlanEmpty(config)
	}

	if d := w.Destroy(); len(d) > 0 {
		t.Error(d)
	}
}
