// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

// TestListGoesWithItsOnlyUse: Terraform destroys a list before it changes the policy that used it,
// unless the list is one that is created before it is destroyed. What the error says works.
func TestListGoesWithItsOnlyUse(t *testing.T) {
	t.Parallel()

	const kept = "jumpcloud_iplist.kept"

	for name, first := range map[string]bool{"as it is": false, "created first": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			w := newWorld(t)
			list := func(name, ip string) acctest.Attrs {
				attrs := w.In(acctest.Attrs{"name": name, "ips": []any{ip}})
				if first {
					attrs["create_before_destroy"] = true
				}

				return attrs
			}
			policy := func(lists ...any) acctest.Attrs {
				return w.In(acctest.Attrs{
					"name": "P", "effect": acctest.Attrs{"action": "allow"}, "conditions": acctest.Attrs{"ip_address_in": lists},
				})
			}

			all := acctest.Config{office: list("A", "192.0.2.1"), kept: list("B", "192.0.2.2"), portal: policy(acctest.Ref(office, "id"), acctest.Ref(kept, "id"))}
			w.MustApply(all)

			without := acctest.Config{kept: all[kept], portal: policy(acctest.Ref(kept, "id"))}

			if !first {
				wantTexts(t, w.Apply(without).Errors(), "Unable to Delete IP List", "two applies", "put its block back", "create_before_destroy = true")
				w.MustApply(acctest.Config{office: all[office], kept: all[kept], portal: without[portal]})
			}

			w.MustApply(without)
			w.MustPlanEmpty(without)
		})
	}
}
