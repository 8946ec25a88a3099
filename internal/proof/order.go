// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"maps"
	"slices"
)

// destroyer is a step that destroys, with what its object was made after.
type destroyer struct {
	*node

	address     string
	deps        []string
	createFirst bool
}

// applyNodes are the steps of an apply in core's order: what is made follows what it
// refers to, destroys run the other way, and where something is created before it is
// destroyed those who used it let go of it first.
func (p *Plan) applyNodes(r *run) []*node {
	creators := map[string]*node{}

	var destroyers []destroyer

	for _, name := range slices.Sorted(maps.Keys(p.changes)) {
		c := p.changes[name]

		if c.action != Destroy {
			creators[c.address] = &node{name: c.address, do: func() Diagnostics { return p.change(r, c) }}
		}

		if c.action == Destroy || c.action == Replace {
			destroyers = append(destroyers, p.destroyer(r, c))
		}
	}

	for address, waits := range p.reads {
		creators[address] = &node{name: address, do: func() Diagnostics {
			if !waits {
				return nil
			}

			return p.read(r, address)
		}}
	}

	for address, n := range creators {
		for _, dep := range p.needs(address) {
			n.after(creators[dep])
		}
	}

	p.order(creators, destroyers)

	var nodes []*node

	for _, d := range destroyers {
		nodes = append(nodes, d.node)
	}

	for _, address := range slices.Sorted(maps.Keys(creators)) {
		nodes = append(nodes, creators[address])
	}

	return nodes
}

func (p *Plan) destroyer(r *run, c *change) destroyer {
	d := destroyer{address: c.address, deps: c.prior.deps, createFirst: c.deposed || c.createFirst}
	d.node = &node{name: c.address + " (destroy)", do: func() Diagnostics {
		if c.deposed || c.createFirst && c.action == Replace {
			return p.destroyDeposed(r, c)
		}

		return p.destroy(r, c, nil)
	}}

	return d
}

// destroyDeposed destroys what is deposed at an address: of a replacement the object that
// made way for the new one.
func (p *Plan) destroyDeposed(r *run, c *change) Diagnostics {
	p.core.mu.Lock()
	old := slices.Clone(p.core.deposed[c.address])
	p.core.mu.Unlock()

	var diags Diagnostics

	for _, i := range old {
		if i.value.Equal(c.prior.value) {
			diags = append(diags, p.destroy(r, c, i)...)
		}
	}

	return diags
}

// order makes destroyers and creators wait for one another, as core's transformers for
// destroy edges and for create_before_destroy do.
func (p *Plan) order(creators map[string]*node, destroyers []destroyer) {
	changing := map[string]*node{}

	for address, n := range creators {
		if c := p.changes[address]; c != nil && c.action != NoOp {
			changing[address] = n
		}
	}

	// creatorWaits holds for destroyers that come first; one that comes after its creator
	// waits for whoever would have waited for it.
	creatorWaits := func(creator *node, d destroyer) {
		switch {
		case creator == nil:
		case d.createFirst:
			d.after(creator)
		default:
			creator.after(d.node)
		}
	}

	for _, d := range destroyers {
		creatorWaits(creators[d.address], d)

		for address, n := range changing {
			if prior := p.changes[address].prior; prior != nil && slices.Contains(prior.deps, d.address) {
				creatorWaits(n, d)
			}
		}

		for _, dep := range d.deps {
			creatorWaits(changing[dep], d)

			for _, other := range destroyers {
				if other.address == dep {
					other.after(d.node)
				}
			}
		}
	}
}
