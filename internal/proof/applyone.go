// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

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

	ctx, end := s.about(typeName)
	defer end()

	resp, err := s.server.ApplyResourceChange(ctx, &tfprotov6.ApplyResourceChangeRequest{
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
