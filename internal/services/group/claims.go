// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"
	"slices"
	"sync"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
)

// claims are what one configured provider has seen planned: which sets decide over which
// edges, and which edges have a resource of their own. Terraform shows a provider one
// resource at a time, so a contradiction is seen by whichever is planned last. What
// belongs to an object without an id yet, or to another provider block, is not seen.
type claims struct {
	mu    sync.Mutex
	sets  map[string][]string
	edges map[string][]string
}

func claimsOf(ctx context.Context, t *jumpcloud.Tenant) *claims {
	// Nothing is asked of the service, so there is nothing to fail.
	c, err := jumpcloud.Learn(ctx, t.Client(), "planned edges", func(context.Context) (*claims, error) {
		return &claims{sets: map[string][]string{}, edges: map[string][]string{}}, nil
	})
	if err != nil {
		return &claims{sets: map[string][]string{}, edges: map[string][]string{}}
	}

	return c
}

func (e Edges) key(t *jumpcloud.Tenant) string { return t.ID() + " " + e.route(t).Path() + " " + e.To }

// claimSet notes a planned set and returns the edge resources that it leaves out.
func claimSet(ctx context.Context, t *jumpcloud.Tenant, e Edges, ids []string) []string {
	c := claimsOf(ctx, t)

	c.mu.Lock()
	defer c.mu.Unlock()

	c.sets[e.key(t)] = ids

	return slices.DeleteFunc(slices.Clone(c.edges[e.key(t)]), func(id string) bool { return slices.Contains(ids, id) })
}

// claimEdge notes a planned edge and tells whether a set leaves it out.
func claimEdge(ctx context.Context, t *jumpcloud.Tenant, e Edges, id string) bool {
	c := claimsOf(ctx, t)

	c.mu.Lock()
	defer c.mu.Unlock()

	c.edges[e.key(t)] = append(c.edges[e.key(t)], id)
	ids, decided := c.sets[e.key(t)]

	return decided && !slices.Contains(ids, id)
}
