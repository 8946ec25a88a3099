// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

// Generate returns the configuration that Terraform writes for an object in state, as
// "terraform plan -generate-config-out" does after an import: all that a configuration may
// set and that is not null. What Terraform writes as null, such as write-only and sensitive
// arguments, is left out, which says the same.
func (c *Core) Generate(address string) (Attrs, Diagnostics) {
	c.t.Helper()

	i := c.get(address)
	if i == nil {
		c.t.Fatalf("%s is not in state", address)
	}

	s := c.start(i.alias)
	if s.diags.failed() {
		return nil, s.diags
	}

	resp, err := s.server.GenerateResourceConfig(s.ctx, &tfprotov6.GenerateResourceConfigRequest{
		TypeName: i.typeName, State: s.encodeAs(address, i.value),
	})
	if err != nil {
		c.t.Fatalf("generating the configuration of %s: %s", address, err)
	}

	diags := Diagnostics(resp.Diagnostics)
	if diags.failed() {
		return nil, diags
	}

	all, _ := fromTerraform(s.decode(address, resp.Config)).(map[string]any)
	attrs := Attrs{}

	for _, a := range s.schema(address).Block.Attributes {
		if value := all[a.Name]; value != nil && !a.Sensitive {
			attrs[a.Name] = value
		}
	}

	return attrs, diags
}
