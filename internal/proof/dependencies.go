// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"maps"
	"slices"
)

// needs are the addresses that a block of the configuration refers to or depends on.
func (p *Plan) needs(address string) []string {
	mentioned, awaited := references(p.config[address])

	return append(mentioned, awaited...)
}

// dependencies are all resources that one depends on, through others and data sources too,
// as core stores them in state.
func (p *Plan) dependencies(address string) []string {
	seen := map[string]bool{}

	var visit func(address string)

	visit = func(address string) {
		for _, dep := range p.needs(address) {
			if !seen[dep] {
				seen[dep] = true

				visit(dep)
			}
		}
	}

	visit(address)

	return slices.DeleteFunc(slices.Sorted(maps.Keys(seen)), isData)
}

// createdFirst are the resources with create_before_destroy, and all that those depend on.
func (p *Plan) createdFirst() map[string]bool {
	first := map[string]bool{}

	for address, block := range p.config {
		if on, _ := block[createFirst].(bool); on {
			first[address] = true

			for _, dep := range p.dependencies(address) {
				first[dep] = true
			}
		}
	}

	return first
}

func (p *Plan) alias(address string) string {
	alias, _ := p.config[address][providerOf].(string)

	return alias
}

// aliases are the provider blocks that are needed.
func (p *Plan) aliases() []string {
	var all []string

	for address := range p.config {
		all = append(all, p.alias(address))
	}

	for _, i := range p.state {
		all = append(all, i.alias)
	}

	p.core.mu.Lock()
	defer p.core.mu.Unlock()

	for _, deposed := range p.core.deposed {
		for _, i := range deposed {
			all = append(all, i.alias)
		}
	}

	return all
}
