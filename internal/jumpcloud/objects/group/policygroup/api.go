// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygroup

import (
	"context"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
)

// policyGroupBody is the object as POST and PUT take it. The published schema has the name
// only; the description is accepted and returned ([cli], evidence: groups 1.2). PUT is a full
// update, so no member is left out.
type policyGroupBody struct {
	Name        string `json:"name"`
	Description string `json:"description"`
}

func create(ctx context.Context, t *jumpcloud.Tenant, twin bool, b policyGroupBody) (group.Whole, error) {
	return collections.Create(ctx, collections.Creation[group.Whole]{
		List: group.Groups(t, group.PolicyGroup), Body: b, Name: b.Name,
		NameOf: group.NameOf, AllowTwin: twin,
		Same: func(_ context.Context, g group.Whole) (bool, error) {
			return g.Name == b.Name && g.Description == b.Description, nil
		},
	})
}

func replace(ctx context.Context, t *jumpcloud.Tenant, r group.Ref, b policyGroupBody) (group.Whole, error) {
	g, err := collections.Replace[group.Whole](ctx, t.V2("policygroups", r.ID), b)

	return g, group.Taken(ctx, t, r, b.Name, err)
}
