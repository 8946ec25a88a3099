// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"maps"
	"strings"
)

// Apply does what the plan says, with a new provider.
func (p *Plan) Apply() Diagnostics { return p.ApplyKnowing(nil) }

// ApplyKnowing applies with blocks whose configuration held unknown values at plan, and
// which are known now.
func (p *Plan) ApplyKnowing(known Config) Diagnostics {
	p.core.t.Helper()

	p.config = maps.Clone(p.config)
	maps.Copy(p.config, known)

	r := newRun(p.core, p.core.ending)

	diags := r.open(p.aliases()...)
	if diags.failed() {
		return diags
	}

	p.core.mu.Lock()
	p.core.state, p.core.shown = maps.Clone(p.state), nil

	for address, v := range p.values {
		if isData(address) && !p.reads[address] {
			p.core.data[address] = v
		}
	}
	p.core.mu.Unlock()

	return append(diags, r.walk(p.applyNodes(r))...)
}

// change makes or changes a resource. It is planned again first, with what is known now;
// the provider must stand by what it planned before.
func (p *Plan) change(r *run, c *change) Diagnostics {
	if c.action == NoOp {
		return nil
	}

	var old *instance
	if c.action == Replace && c.createFirst {
		r.write(func() { old = p.core.depose(c.address) })
	}

	s := r.session(c.alias)

	again, diags := p.planAgain(s, c)
	if diags.failed() || again.action == NoOp {
		return diags // what was deposed stays deposed, as in core
	}

	prior := again.prior
	if again.action != Update {
		prior = nil
	}

	made, d := s.apply(again, prior, again.action != Update)
	diags = append(diags, d...)

	if made != nil {
		made.alias, made.createFirst, made.deps = c.alias, c.createFirst, p.dependencies(c.address)
	}

	r.write(func() {
		p.core.put(c.address, made)

		if old != nil && d.failed() {
			p.core.undepose(c.address, old, true)
		}
	})

	if made != nil {
		p.mu.Lock()
		p.values[c.address] = made.value
		p.mu.Unlock()
	}

	return diags
}

func (p *Plan) planAgain(s *session, c *change) (*change, Diagnostics) {
	config, diags := p.evaluate(s, c.address)
	if diags.failed() {
		return nil, diags
	}

	again, d := s.plan(planning{
		address: c.address, config: config, prior: p.core.get(c.address), createFirst: c.createFirst, earlier: c,
	})
	if diags = append(diags, d...); d.failed() {
		return nil, diags
	}

	if again.action != c.action && (c.action != Update || again.action != NoOp) {
		return nil, append(diags, p.core.bug("Provider produced inconsistent final plan",
			"%s: the planned action changed from %s to %s", c.address, c.action, again.action)...)
	}

	if broken := incompatible(s.schema(c.address).Block.Attributes, c.planned, again.planned); len(broken) > 0 {
		return nil, append(diags, p.core.bug("Provider produced inconsistent final plan", "%s: %s", c.address, strings.Join(broken, "\n"))...)
	}

	if !config.IsFullyKnown() {
		return nil, append(diags, refusal("Configuration contains unknown value", "%s: %v", c.address, fromTerraform(config))...)
	}

	return again, diags
}

// destroy destroys the object at an address, or a deposed one.
func (p *Plan) destroy(r *run, c *change, deposed *instance) Diagnostics {
	s := r.session(c.alias)

	if deposed == nil {
		prior := p.core.get(c.address)
		if prior == nil {
			return nil
		}

		// The private state is the plan's, not state's: of a tainted object that is none.
		left, diags := s.apply(&change{
			address: c.address, action: Destroy, config: s.null(c.address), planned: s.null(c.address),
			private: c.private, identity: c.identity,
		}, prior, false)

		r.write(func() { p.core.put(c.address, left) })

		return diags
	}

	again, diags := s.planDestroy(c.address, deposed)
	if diags.failed() {
		return diags
	}

	left, d := s.apply(again, deposed, false)

	r.write(func() {
		if left == nil {
			p.core.undepose(c.address, deposed, false)
		}
	})

	return append(diags, d...)
}

// read reads a data source that waited for the apply.
func (p *Plan) read(r *run, address string) Diagnostics {
	s := r.session(p.alias(address))

	config, diags := p.evaluate(s, address)
	if diags.failed() {
		return diags
	}

	value, d := s.readData(address, config)
	if diags = append(diags, d...); d.failed() {
		return diags
	}

	if broken := incompatible(s.schema(address).Block.Attributes, p.values[address], value); len(broken) > 0 {
		diags = append(diags, p.core.bug("Provider produced inconsistent final plan", "%s: %s", address, strings.Join(broken, "\n"))...)
	}

	p.mu.Lock()
	p.values[address] = value
	p.mu.Unlock()

	r.write(func() {
		p.core.mu.Lock()
		defer p.core.mu.Unlock()

		p.core.data[address] = value
	})

	return diags
}
