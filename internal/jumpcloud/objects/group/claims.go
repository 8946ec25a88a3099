// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"slices"
	"sync"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
)

// claims are what one configured provider has seen planned: which sets decide over which
// edges, and which edges have a resource of their own. Terraform shows a provider one
// resource at a time, so a contradiction is seen by whichever is planned last. What
// belongs to an object without an id yet is seen when the apply makes it; what belongs to
// another provider block is not seen. An object may be planned several times: it claims
// the same again.
type claims struct {
	mu    sync.Mutex
	sets  map[string][]string
	edges map[string][]claim
}

// claim is an edge resource: the id at the other end, and the type of the owner that the
// resource names.
type claim struct{ id, side string }

var planned = collections.NewFact[*claims]()

func claimsOf(t *jumpcloud.Tenant) *claims {
	return planned.Keep(t.Client(), "", func() *claims {
		return &claims{sets: map[string][]string{}, edges: map[string][]claim{}}
	})
}

func (e Edges) key(t *jumpcloud.Tenant) string { return t.ID() + " " + e.route(t).Path() + " " + e.To }

// claimSet notes a planned set and returns the edge resources that it leaves out.
func claimSet(t *jumpcloud.Tenant, e Edges, ids []string) []string {
	c := claimsOf(t)

	c.mu.Lock()
	defer c.mu.Unlock()

	c.sets[e.key(t)] = ids

	var missing []string

	for _, edge := range c.edges[e.key(t)] {
		if !slices.Contains(ids, edge.id) {
			missing = append(missing, edge.id)
		}
	}

	return tidy(missing)
}

// claimEdge notes a planned edge and tells whether a set leaves it out, and whether a
// resource of the other end stands for the same edge.
func claimEdge(t *jumpcloud.Tenant, e Edges, id string) (leftOut, twice bool) {
	c := claimsOf(t)

	c.mu.Lock()
	defer c.mu.Unlock()

	side := e.Owner.Type
	e, id = e.canonical(id)
	twice = slices.ContainsFunc(c.edges[e.key(t)], func(other claim) bool { return other.id == id && other.side != side })

	if mine := (claim{id, side}); !slices.Contains(c.edges[e.key(t)], mine) {
		c.edges[e.key(t)] = append(c.edges[e.key(t)], mine)
	}

	ids, decided := c.sets[e.key(t)]

	return decided && !slices.Contains(ids, id), twice
}

// canonical names an edge that two ends list as that of the end that comes first among sides,
// such as the policy's.
func (e Edges) canonical(id string) (Edges, string) {
	if other, otherID, ok := e.mirrored(id); ok && slices.Index(sides, e.To) < slices.Index(sides, e.Owner.Type) {
		return other, otherID
	}

	return e, id
}
