// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
)

// TestReferencesToNothing: of what is not there the service says no more than that; the error
// says which attributes were sent with which ids, whatever form the refusal has.
func TestReferencesToNothing(t *testing.T) {
	t.Parallel()

	const nobody = "5f0c8a1e-3d2b-4c6a-9e7f-0123456789ab"

	for _, form := range []string{"status", "200"} {
		w := acctest.NewWorld(t, map[string]string{"refusal-form": form})
		w.Subscribe(w.Ann(), w.Acme())

		for address, c := range map[string]struct {
			attrs proof.Attrs
			says  []string
		}{
			bo: {
				proof.Attrs{
					"owner_organization_id": nobody, "login": "bo@acme.example", "first_name": "Bo", "last_name": "Berg", "email": "bo@acme.example",
					"password_wo": "a password of Bo's", "password_wo_version": 1,
				},
				[]string{"owner_organization_id " + nobody, `login "bo@acme.example"`, "an organization that is not there"},
			},
			"nexport_group.field": {
				proof.Attrs{"parent_id": nobody, "name": "Field", "short_name": "ACME-FIELD"},
				[]string{"parent_id " + nobody, `short_name "ACME-FIELD"`, "a parent that is not there"},
			},
			"nexport_subscription.user": {
				proof.Attrs{"organization_id": w.Acme(), "user_id": nobody}, []string{"organization_id " + w.Acme(), "user_id " + nobody, "that is not there"},
			},
			"nexport_subscription.organization": {
				proof.Attrs{"organization_id": nobody, "user_id": w.Ann()}, []string{"organization_id " + nobody, "user_id " + w.Ann(), "that is not there"},
			},
			"nexport_group_membership.bo": {
				proof.Attrs{"user_id": w.Ann(), "group_ids": []any{nobody}}, []string{"user_id " + w.Ann(), "group_ids " + nobody, "that is not there"},
			},
		} {
			acctest.WantError(t, w.Core.Apply(proof.Config{address: c.attrs}), append(c.says, "Unable to Create", "Entity not found (error code 2)")...)
		}
	}
}
