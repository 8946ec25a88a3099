// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// TestSharesThatAreFound: a list resource finds the shares with organizations that the provider
// block lets in, and the data source asks no other organization for its groups.
func TestSharesThatAreFound(t *testing.T) {
	t.Parallel()

	for _, of := range []string{groupsim.Application, groupsim.UserGroup} {
		s := newSharing(t, of, nil)
		groupsim.Share(s.Sim.World, s.other, s.object, s.Org)

		found := func(want int) {
			t.Helper()

			all, d := s.List("jumpcloud_organization_share", acctest.Query{Config: acctest.Attrs{"object_type": []any{of}}})
			wantNoError(t, d)

			if len(all) != want || want == 1 && (all[0].Identity["object_id"] != s.object.ID || all[0].Identity["organization_id"] != s.Org) {
				t.Errorf("%s: found %v", of, all)
			}
		}

		found(1)

		s.Provider = acctest.Attrs{"allowed_organization_ids": []any{s.other}}
		found(0)

		got, d := s.Data("jumpcloud_organization_shares", acctest.Attrs{"object_type": of, "object_id": s.object.ID})
		wantNoError(t, d)

		// An application's shares are the portal's to list, not the organization's.
		if ids, _ := got["organization_ids"].([]any); of == groupsim.UserGroup && len(ids) > 0 {
			t.Errorf("shared with %v", ids)
		}
	}
}

// TestShareOfAnOrganizationThatIsLost: a credential that no longer reaches the organization sees no
// group in it, which says nothing of the share.
func TestShareOfAnOrganizationThatIsLost(t *testing.T) {
	t.Parallel()

	s := newSharing(t, groupsim.UserGroup, nil)
	s.MustApply(s.config())

	provider, _ := s.Sim.ProviderID(simulator.DefaultProvider)
	key := s.Sim.AddKey("few@example.com", jumpcloudsim.Access{ProviderID: provider, Organizations: []string{s.other}, Role: "Manager"}, "")
	s.Use(acctest.As(s.Sim, simulator.RoleBilling).With("JUMPCLOUD_API_KEY", key))

	if d := s.Refresh(); len(d.Errors()) == 0 || s.State(share) == nil {
		t.Errorf("state %v\n%s", s.State(share), d)
	}
}
