// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"encoding/json"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

// Foreign is an object in the state of another provider.
type Foreign struct {
	Provider string // its address, such as "registry.example/example/thing"
	Type     string
	State    map[string]any // as its state file has it
}

// Move takes the state of another provider's object over, as a moved block does. Terraform
// does it before it configures any provider, and reads nothing then.
func (c *Core) Move(address string, from Foreign) Diagnostics {
	c.t.Helper()

	state, err := json.Marshal(from.State)
	if err != nil {
		c.t.Fatalf("state of %s: %s", from.Type, err)
	}

	server, err := c.subject.serve(c.transport, c.env)
	if err != nil {
		c.t.Fatalf("starting the provider: %s", err)
	}

	resp, err := server.MoveResourceState(c.t.Context(), &tfprotov6.MoveResourceStateRequest{
		SourceProviderAddress: from.Provider, SourceTypeName: from.Type, SourceState: &tfprotov6.RawState{JSON: state},
		TargetTypeName: typeOf(address),
	})
	if err != nil {
		c.t.Fatalf("moving %s: %s", address, err)
	}

	diags := Diagnostics(resp.Diagnostics)
	if !diags.failed() {
		s := c.start("")
		c.put(address, &instance{
			typeName: typeOf(address), value: s.decode(address, resp.TargetState), private: resp.TargetPrivate, identity: resp.TargetIdentity,
		})
	}

	return diags
}
