// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package acctest

import (
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
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

// apply has the provider do one change, and returns what is in state then.
func (s *session) apply(c *change, prior *instance, creates bool) (*instance, Diagnostics) {
	typeName := typeOf(c.address)
	before := s.null(typeName)
	after := &instance{typeName: typeName, private: c.private}

	if prior != nil {
		before = prior.value
		kept := *prior
		after = &kept
	}

	resp, err := s.server.ApplyResourceChange(s.ctx, &tfprotov6.ApplyResourceChangeRequest{
		TypeName: typeName, PriorState: s.encodeAs(typeName, before), PlannedState: s.encodeAs(typeName, c.planned),
		Config: s.encodeAs(typeName, c.config), PlannedPrivate: c.private, PlannedIdentity: s.identity(c.identity),
	})
	if err != nil {
		s.core.t.Fatalf("applying %s: %s", c.address, err)
	}

	diags := Diagnostics(resp.Diagnostics)
	value := s.decode(typeName, resp.NewState)
	diags = append(diags, s.checkApplied(c, value, diags.failed())...)

	switch {
	case value.IsNull() && diags.failed():
		return prior, diags // so that nothing is lost that may be there
	case value.IsNull():
		return nil, diags
	}

	after.value, after.private, after.identity = value, resp.Private, resp.NewIdentity
	after.tainted = diags.failed() && (creates || after.tainted)

	return after, diags
}

// checkApplied holds an apply to core's rules: everything is known, what the plan knew has
// come true, and what was to be is there.
func (s *session) checkApplied(c *change, value tftypes.Value, failed bool) Diagnostics {
	var diags Diagnostics

	if !value.IsFullyKnown() {
		diags = s.core.bug("Provider returned invalid result object after apply", "%s holds unknown values: %v", c.address, fromTerraform(value))
	}

	diags = append(diags, s.writeOnly(c.address, value)...)

	if failed || diags.failed() {
		return diags
	}

	switch {
	case c.action == Destroy && !value.IsNull(), c.action != Destroy && value.IsNull():
		return s.core.bug("Provider returned invalid result object after apply", "%s: after %s there is %v", c.address, c.action, fromTerraform(value))
	case c.action == Destroy:
		return nil
	}

	if broken := incompatible(s.schema(c.address).Block.Attributes, c.planned, value); len(broken) > 0 {
		return s.core.bug("Provider produced inconsistent result after apply", "%s: %s", c.address, strings.Join(broken, "\n"))
	}

	return nil
}

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
