// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

const deletionPolicy = "deletion_policy"

// names are what the service takes once in an organization (evidence: people 5.1). Nobody documents
// whether it looks at letter case: what differs in nothing else is warned of.
func names() []kit.Names[*jumpcloud.Tenant] {
	return []kit.Names[*jumpcloud.Tenant]{unique("username"), unique("email")}
}

func unique(attribute string) kit.Names[*jumpcloud.Tenant] {
	return kit.Names[*jumpcloud.Tenant]{
		Noun: "user", Attribute: attribute, Unique: true, Kept: kept, KeptAt: deletionPolicy,
		Existing: func(ctx context.Context, t *jumpcloud.Tenant) ([]kit.Candidate, error) {
			if t.Client().MadeHere(t.ID()) {
				return nil, nil // an organization that this run made holds nobody else
			}

			all, err := collections.AllOnce(ctx, listing(t))

			return kit.Candidates(all, func(u user) kit.Candidate { return kit.Candidate{ID: u.id(), Name: u.text(attribute)} }), err
		},
	}
}

// kept says why a user has username and email still once destroyed, which the policy in state
// decides.
func kept(ctx context.Context, get kit.Getter) string {
	var policy types.String
	if diags := get(ctx, path.Root(deletionPolicy), &policy); diags.HasError() || policy.ValueString() == remove {
		return ""
	}

	return fmt.Sprintf("Its %s is %s: nothing of the user is deleted, so the username and the email stay taken, and the other is refused for as long "+
		"as that is so. If the user is to be deleted for good, set %s = %q and apply that first.",
		deletionPolicy, kit.StringOr(policy, suspend).ValueString(), deletionPolicy, remove)
}
