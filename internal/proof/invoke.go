// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"slices"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

// Invoke validates, plans and invokes an action, as "terraform apply -invoke" does, and returns
// the messages that it sends.
func (c *Core) Invoke(typeName string, config Attrs) (messages []string, diags Diagnostics) {
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

	v, err := toTerraform(known.actions[typeName].Schema.ValueType(), config)
	if err != nil {
		c.t.Fatalf("configuration of %s: %s", typeName, err)
	}

	ctx, end := s.about(typeName)
	defer end()

	sent := s.encode(v.Type(), canonical(v))

	checked, err := server.ValidateActionConfig(ctx, &tfprotov6.ValidateActionConfigRequest{ActionType: typeName, Config: sent})
	if err != nil {
		c.t.Fatalf("validating %s: %s", typeName, err)
	}

	if diags = checked.Diagnostics; diags.failed() {
		return nil, diags
	}

	planned, err := server.PlanAction(ctx, &tfprotov6.PlanActionRequest{ActionType: typeName, Config: sent})
	if err != nil {
		c.t.Fatalf("planning %s: %s", typeName, err)
	}

	if diags = append(diags, planned.Diagnostics...); diags.failed() || !v.IsFullyKnown() {
		return nil, diags
	}

	stream, err := server.InvokeAction(ctx, &tfprotov6.InvokeActionRequest{ActionType: typeName, Config: sent})
	if err != nil {
		c.t.Fatalf("invoking %s: %s", typeName, err)
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
