// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// planning is what one plan of a resource starts from.
type planning struct {
	address     string
	config      tftypes.Value
	prior       *instance
	createFirst bool
	replace     bool // as with -replace

	// earlier is the change of the plan phase, when a resource is planned again inside
	// the apply.
	earlier *change
}

// plan asks the provider for a plan. Where the resource has to be replaced it is asked
// twice, the second time as if nothing were there; one that is tainted is asked for only
// as if nothing, not even private state, were there.
func (s *session) plan(p planning) (*change, Diagnostics) {
	typeName := typeOf(p.address)
	req := &tfprotov6.PlanResourceChangeRequest{}
	before := s.null(typeName)

	tainted := p.prior != nil && p.prior.tainted
	if p.prior != nil && !tainted {
		before = p.prior.value
		req.PriorPrivate, req.PriorIdentity = p.prior.private, s.identity(p.prior.identity)
	}

	resp, planned, diags := s.propose(p.address, p.config, before, req)
	if diags.failed() {
		return nil, diags
	}

	action, d := s.action(p, before, planned, resp.RequiresReplace)
	diags = append(diags, d...)

	if action == Replace {
		again := &tfprotov6.PlanResourceChangeRequest{
			PriorPrivate: resp.PlannedPrivate, PriorIdentity: s.identity(resp.PlannedIdentity),
		}

		// Core shows the errors of the second call, and takes its warnings for repeated ones.
		resp, planned, d = s.propose(p.address, p.config, s.null(typeName), again)
		if d.failed() {
			return nil, append(diags, d...)
		}
	}

	if action == Create && (tainted || p.earlier != nil && p.earlier.action == Replace) {
		action = Replace
	}

	return &change{
		address: p.address, action: action, createFirst: p.createFirst, prior: p.prior, config: p.config,
		planned: planned, private: resp.PlannedPrivate, identity: s.identity(resp.PlannedIdentity),
	}, diags
}

func (s *session) action(p planning, before, planned tftypes.Value, paths []*tftypes.AttributePath) (Action, Diagnostics) {
	if before.IsNull() {
		return Create, nil
	}

	replace := p.replace

	for _, path := range paths {
		was, _, wasErr := tftypes.WalkAttributePath(before, path)
		is, _, isErr := tftypes.WalkAttributePath(planned, path)

		if wasErr != nil && isErr != nil {
			return "", s.core.bug("Provider produced invalid plan", "%s must be replaced because of %s, which is nowhere", p.address, path)
		}

		a, _ := was.(tftypes.Value)
		b, _ := is.(tftypes.Value)
		same := a.Equal(b) && b.IsFullyKnown() || a.IsNull() && b.IsNull()
		replace = replace || !same || s.isWriteOnly(p.address, path)
	}

	switch {
	case replace:
		return Replace, nil
	case planned.Equal(before):
		return NoOp, nil
	}

	return Update, nil
}

func (s *session) isWriteOnly(address string, path *tftypes.AttributePath) bool {
	for _, a := range s.schema(address).Block.Attributes {
		if a.WriteOnly && path.Equal(tftypes.NewAttributePath().WithAttributeName(a.Name)) {
			return true
		}
	}

	return false
}

// propose is one call, held to core's rules for plans.
func (s *session) propose(
	address string, config, before tftypes.Value, req *tfprotov6.PlanResourceChangeRequest,
) (*tfprotov6.PlanResourceChangeResponse, tftypes.Value, Diagnostics) {
	schema := s.schema(address)

	req.TypeName = typeOf(address)
	req.PriorState, req.Config = s.encodeAs(address, before), s.encodeAs(address, config)
	req.ProposedNewState = s.encodeAs(address, proposed(schema, config, before))

	ctx, end := s.about(address)
	defer end()

	resp, err := s.server.PlanResourceChange(ctx, req)
	if err != nil {
		s.core.t.Fatalf("planning %s: %s", address, err)
	}

	diags := Diagnostics(resp.Diagnostics)
	if diags.failed() {
		return resp, before, diags
	}

	planned := s.decode(address, resp.PlannedState)

	if !config.IsNull() {
		if broken := invalidPlan(schema.Block.Attributes, before, config, planned, address); len(broken) > 0 {
			diags = append(diags, s.core.bug("Provider produced invalid plan", "%s", strings.Join(broken, "\n"))...)
		}
	}

	return resp, planned, diags
}

// planDestroy asks the provider whether an object may be destroyed.
func (s *session) planDestroy(address string, prior *instance) (*change, Diagnostics) {
	null := s.null(address)

	resp, planned, diags := s.propose(address, null, prior.value, &tfprotov6.PlanResourceChangeRequest{
		PriorPrivate: prior.private, PriorIdentity: s.identity(prior.identity),
	})
	if diags.failed() {
		return nil, diags
	}

	if !planned.IsNull() {
		return nil, append(diags, s.core.bug("Provider produced invalid plan", "%s is to be destroyed, and planned as %v", address, fromTerraform(planned))...)
	}

	return &change{
		address: address, alias: prior.alias, action: Destroy, createFirst: prior.createFirst, prior: prior, config: null, planned: null,
		private: resp.PlannedPrivate, identity: s.identity(resp.PlannedIdentity),
	}, diags
}
