// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"maps"
	"slices"
)

// deposedNodes plan to destroy what an earlier run left deposed.
func (p *Plan) deposedNodes(r *run, o options) []*node {
	var nodes []*node

	p.core.mu.Lock()
	defer p.core.mu.Unlock()

	for _, address := range slices.Sorted(maps.Keys(p.core.deposed)) {
		for _, old := range slices.Clone(p.core.deposed[address]) {
			nodes = append(nodes, &node{name: address + " (deposed)", do: func() Diagnostics { return p.planDeposed(r, address, old, o) }})
		}
	}

	return nodes
}

func (p *Plan) planDeposed(r *run, address string, old *instance, o options) Diagnostics {
	s := r.session(old.alias)

	if o.refresh {
		fresh, d := s.read(old)
		if d.failed() {
			return d
		}

		if fresh == nil {
			p.core.undepose(address, old, false)

			return d
		}
	}

	c, diags := s.planDestroy(address, old)
	if c != nil {
		c.deposed = true

		p.mu.Lock()
		p.changes[address+" (deposed)"] = c
		p.mu.Unlock()
	}

	return diags
}
