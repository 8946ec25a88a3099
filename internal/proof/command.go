// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"maps"
	"slices"
)

// Plan refreshes what is in state and plans the configuration. State stays as it is.
func (c *Core) Plan(config Config) *Plan { return c.plan(config, options{refresh: true}) }

// PlanWithoutRefresh plans with the state as it is, as with -refresh=false.
func (c *Core) PlanWithoutRefresh(config Config) *Plan { return c.plan(config, options{}) }

// PlanReplacing plans to replace resources, as with -replace.
func (c *Core) PlanReplacing(config Config, addresses ...string) *Plan {
	return c.plan(config, options{refresh: true, replace: addresses})
}

// Refresh reads what is in state and writes it, as "apply -refresh-only" does.
func (c *Core) Refresh() Diagnostics {
	c.mu.Lock()
	p := &Plan{core: c, state: maps.Clone(c.state), changes: map[string]*change{}}
	c.mu.Unlock()

	r := newRun(c, nil)

	diags := r.open(p.aliases()...)
	if diags.failed() {
		return diags
	}

	var nodes []*node

	for _, address := range slices.Sorted(maps.Keys(p.state)) {
		nodes = append(nodes, &node{name: address, do: func() Diagnostics {
			prior := p.prior(address)

			fresh, d := r.session(prior.alias).read(prior)
			p.refreshed(address, fresh)

			return d
		}})
	}

	if diags = append(diags, r.walk(nodes)...); diags.failed() {
		return diags
	}

	c.mu.Lock()
	defer c.mu.Unlock()

	c.state, c.shown = p.state, nil

	return diags
}

// Apply plans and applies, and returns all diagnostics.
func (c *Core) Apply(config Config) Diagnostics {
	p := c.Plan(config)
	if p.Diags.failed() {
		return p.Diags
	}

	return append(p.Diags, p.Apply()...)
}

// MustApply applies, and fails the test for an error or for a second plan that is not empty.
func (c *Core) MustApply(config Config) {
	c.t.Helper()

	if d := c.Apply(config).Errors(); len(d) > 0 {
		c.t.Fatalf("apply failed:\n%s", d)
	}

	c.MustPlanEmpty(config)
}

// MustPlanEmpty fails the test unless a plan has nothing to do.
func (c *Core) MustPlanEmpty(config Config) {
	c.t.Helper()

	p := c.Plan(config)
	if p.Diags.failed() {
		c.t.Fatalf("plan failed:\n%s", p.Diags)
	}

	for name, change := range p.changes {
		if change.action != NoOp {
			c.t.Fatalf("the plan is not empty: %s %s\nstate:   %v\nplanned: %v",
				change.action, name, c.State(change.address), fromTerraform(change.planned))
		}
	}
}

// Destroy destroys everything that is in state.
func (c *Core) Destroy() Diagnostics { return c.Apply(Config{}) }
