// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"sync"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// Action is what a plan means to do with a resource.
type Action string

// The actions of a plan.
const (
	NoOp    Action = "no-op"
	Create  Action = "create"
	Update  Action = "update"
	Replace Action = "replace"
	Destroy Action = "destroy"
)

// Plan is a plan, to be applied.
type Plan struct {
	core   *Core
	Diags  Diagnostics
	config Config

	mu      sync.Mutex
	changes map[string]*change
	state   map[string]*instance     // as it was refreshed
	values  map[string]tftypes.Value // what references lead to
	reads   map[string]bool          // data sources that wait for the apply
}

// change is what a plan means to do with one resource.
type change struct {
	address     string
	alias       string
	action      Action
	createFirst bool
	prior       *instance
	deposed     bool // of a deposed object
	config      tftypes.Value
	planned     tftypes.Value
	private     []byte
	identity    *tfprotov6.ResourceIdentityData
}

// Actions returns what the plan means to do, by address, without no-ops.
func (p *Plan) Actions() map[string]Action {
	all := map[string]Action{}

	for address, c := range p.changes {
		if c.action != NoOp {
			all[address] = c.action
		}
	}

	return all
}

// Count returns how many resources the plan means to do that with.
func (p *Plan) Count(a Action) int {
	n := 0

	for _, c := range p.changes {
		if c.action == a {
			n++
		}
	}

	return n
}

// Planned returns a resource, or a data source, as the plan wants it.
func (p *Plan) Planned(address string) Attrs {
	value := p.values[address]
	if c := p.changes[address]; c != nil {
		value = c.planned
	}

	if value.Type() == nil {
		return nil
	}

	m, _ := fromTerraform(value).(map[string]any)

	return m
}
