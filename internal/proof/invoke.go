// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"slices"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

// Invoke validates, plans and invokes an action, as "terraform apply -invoke" does, and returns
// the messages that it sends. Several configurations are the elements of a for_each: all of them
// are planned before one is invoked, and none is where a plan fails or is not all known.
func (c *Core) Invoke(typeName string, configs ...Attrs) (messages []string, diags Diagnostics) {
	c.t.Helper()

	s := c.start("")
	if s.diags.failed() {
		return nil, s.diags
	}

	known, err := c.subject.schemas()
	if err != nil || known.actions[typeName] == nil {
		c.t.Fatalf("no action %s: %v", typeName, err)
	}

	server, ok := s.server.(tfprotov6.ActionServer)
	if !ok {
		c.t.Fatalf("the provider has no actions")
	}

	var sent []*tfprotov6.DynamicValue

	whole := true

	for _, config := range configs {
		v, err := toTerraform(known.actions[typeName].Schema.ValueType(), config)
		if err != nil {
			c.t.Fatalf("configuration of %s: %s", typeName, err)
		}

		one := s.encode(v.Type(), canonical(v))
		sent, whole = append(sent, one), whole && v.IsFullyKnown()
		diags = append(diags, s.planAction(server, typeName, one)...)
	}

	if diags.failed() || !whole {
		return nil, diags
	}

	for _, one := range sent {
		said, d := s.invoke(server, typeName, one)
		messages, diags = append(messages, said...), append(diags, d...)
	}

	return messages, diags
}

// planAction validates an action and, where it is valid, plans it.
func (s *session) planAction(server tfprotov6.ActionServer, typeName string, config *tfprotov6.DynamicValue) Diagnostics {
	t := s.core.t
	t.Helper()

	ctx, end := s.about(typeName)
	defer end()

	checked, err := server.ValidateActionConfig(ctx, &tfprotov6.ValidateActionConfigRequest{ActionType: typeName, Config: config})
	if err != nil {
		t.Fatalf("validating %s: %s", typeName, err)
	}

	if d := Diagnostics(checked.Diagnostics); d.failed() {
		return d
	}

	planned, err := server.PlanAction(ctx, &tfprotov6.PlanActionRequest{ActionType: typeName, Config: config})
	if err != nil {
		t.Fatalf("planning %s: %s", typeName, err)
	}

	return planned.Diagnostics
}

func (s *session) invoke(
	server tfprotov6.ActionServer, typeName string, config *tfprotov6.DynamicValue,
) (messages []string, diags Diagnostics) {
	t := s.core.t
	t.Helper()

	ctx, end := s.about(typeName)
	defer end()

	stream, err := server.InvokeAction(ctx, &tfprotov6.InvokeActionRequest{ActionType: typeName, Config: config})
	if err != nil {
		t.Fatalf("invoking %s: %s", typeName, err)
	}

	for _, event := range slices.Collect(stream.Events) {
		switch e := event.Type.(type) {
		case tfprotov6.ProgressInvokeActionEventType:
			messages = append(messages, e.Message)
		case tfprotov6.CompletedInvokeActionEventType:
			diags = append(diags, e.Diagnostics...)
		}
	}

	return messages, diags
}
