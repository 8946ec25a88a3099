// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"maps"
	"slices"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// options are those of the command line.
type options struct {
	refresh bool
	replace []string
}

func (c *Core) plan(config Config, o options) *Plan {
	c.t.Helper()

	p := &Plan{
		core: c, config: config, changes: map[string]*change{}, values: map[string]tftypes.Value{}, reads: map[string]bool{},
	}

	c.mu.Lock()
	p.state = maps.Clone(c.state)
	c.mu.Unlock()

	r := newRun(c, nil)

	p.Diags = r.open(p.aliases()...)
	if !p.Diags.failed() {
		p.Diags = append(p.Diags, r.walk(p.nodes(r, o))...)
	}

	c.mu.Lock()
	c.shown = p.state
	c.mu.Unlock()

	return p
}

// nodes are the steps of a plan: blocks of the configuration after those they refer to,
// and what is in state only.
func (p *Plan) nodes(r *run, o options) []*node {
	steps := map[string]*node{}
	first := p.createdFirst()

	for _, address := range slices.Sorted(maps.Keys(p.config)) {
		steps[address] = &node{name: address, do: func() Diagnostics {
			if isData(address) {
				return p.planData(r, address)
			}

			return p.planResource(r, address, o, first[address])
		}}
	}

	for address, n := range steps {
		for _, dep := range p.needs(address) {
			n.after(steps[dep])
		}
	}

	nodes := make([]*node, 0, len(steps))
	for _, address := range slices.Sorted(maps.Keys(steps)) {
		nodes = append(nodes, steps[address])
	}

	for _, address := range slices.Sorted(maps.Keys(p.state)) {
		if _, ok := p.config[address]; !ok {
			nodes = append(nodes, &node{name: address, do: func() Diagnostics { return p.planOrphan(r, address, o) }})
		}
	}

	return append(nodes, p.deposedNodes(r, o)...)
}

func (p *Plan) record(c *change) {
	p.mu.Lock()
	defer p.mu.Unlock()

	p.changes[c.address] = c
	p.values[c.address] = c.planned
}

func (p *Plan) refreshed(address string, i *instance) {
	p.mu.Lock()
	defer p.mu.Unlock()

	if i == nil {
		delete(p.state, address)

		return
	}

	p.state[address] = i
}

func (p *Plan) prior(address string) *instance {
	p.mu.Lock()
	defer p.mu.Unlock()

	return p.state[address]
}

// planResource refreshes a resource of the configuration, or imports it, and plans it.
func (p *Plan) planResource(r *run, address string, o options, createFirst bool) Diagnostics {
	s := r.session(p.alias(address))

	config, diags := p.evaluate(s, address)
	if diags.failed() {
		return diags
	}

	prior := p.prior(address)

	switch id, importing := p.core.Imports[address]; {
	case prior == nil && importing:
		imported, d := s.importOne(address, id)
		if diags = append(diags, d...); d.failed() {
			return diags
		}

		imported.alias = p.alias(address)
		prior = imported
		p.refreshed(address, prior)
	case prior != nil && o.refresh:
		fresh, d := s.read(prior)
		if diags = append(diags, d...); d.failed() {
			return diags
		}

		prior = fresh
		p.refreshed(address, prior)
	}

	c, d := s.plan(planning{
		address: address, config: config, prior: prior, createFirst: createFirst, replace: slices.Contains(o.replace, address),
	})
	if diags = append(diags, d...); c != nil {
		c.alias = p.alias(address)
		p.record(c)
	}

	return diags
}

// planOrphan plans to destroy what the configuration does not have any more.
func (p *Plan) planOrphan(r *run, address string, o options) Diagnostics {
	prior := p.prior(address)
	s := r.session(prior.alias)

	var diags Diagnostics

	if o.refresh {
		fresh, d := s.read(prior)
		if diags = d; d.failed() {
			return diags
		}

		prior = fresh
		p.refreshed(address, prior)
	}

	if prior == nil {
		return diags
	}

	c, d := s.planDestroy(address, prior)
	if diags = append(diags, d...); c != nil {
		p.record(c)
	}

	return diags
}

// planData reads a data source, unless it has to wait for the apply: something in its
// configuration is unknown, or what it depends on will change.
func (p *Plan) planData(r *run, address string) Diagnostics {
	s := r.session(p.alias(address))

	config, diags := p.evaluate(s, address)
	if diags.failed() {
		return diags
	}

	_, awaited := references(p.config[address])

	p.mu.Lock()
	waits := !config.IsFullyKnown() || slices.ContainsFunc(awaited, func(dep string) bool {
		c := p.changes[dep]

		return c != nil && c.action != NoOp
	})
	p.mu.Unlock()

	value := unread(s.schema(address), config)

	if !waits {
		var d Diagnostics

		value, d = s.readData(address, config)
		if diags = append(diags, d...); d.failed() {
			return diags
		}
	}

	p.mu.Lock()
	defer p.mu.Unlock()

	p.values[address], p.reads[address] = value, waits

	return diags
}

// evaluate is a block's configuration with what is known by now, which the provider has
// validated.
func (p *Plan) evaluate(s *session, address string) (tftypes.Value, Diagnostics) {
	block := map[string]any{}

	for name, v := range p.config[address] {
		if !reserved(name) {
			block[name] = v
		}
	}

	resolved := resolve(block, func(target string) tftypes.Value {
		p.mu.Lock()
		defer p.mu.Unlock()

		v, ok := p.values[target]
		if !ok {
			s.core.t.Fatalf("%s refers to %s, which is not in the configuration", address, target)
		}

		return v
	})

	config, err := toTerraform(s.schema(address).ValueType(), resolved)
	if err != nil {
		s.core.t.Fatalf("configuration of %s: %s", address, err)
	}

	config = canonical(config)

	return config, s.validate(address, config)
}
