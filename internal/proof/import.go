// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

// Import imports an object by its import id, and reads it.
func (c *Core) Import(address, id string) Diagnostics { return c.importState(address, id) }

// ImportByIdentity imports an object by its identity, and reads it. A Terraform that keeps
// no identities cannot; what the provider makes of one is tested all the same.
func (c *Core) ImportByIdentity(address string, identity Attrs) Diagnostics {
	return c.importState(address, identity)
}

func (c *Core) importState(address string, id any) Diagnostics {
	s := c.start("")
	if s.diags.failed() {
		return s.diags
	}

	i, diags := s.importOne(address, id)
	if !diags.failed() {
		c.put(address, i)
	}

	return diags
}

// importOne imports and reads, as "terraform import" and import blocks do.
func (s *session) importOne(address string, id any) (*instance, Diagnostics) {
	req := &tfprotov6.ImportResourceStateRequest{TypeName: typeOf(address)}

	switch id := id.(type) {
	case string:
		req.ID = id
	case Attrs:
		v, err := toTerraform(s.identities[req.TypeName], id)
		if err != nil {
			s.core.t.Fatalf("identity of %s: %s", address, err)
		}

		req.Identity = &tfprotov6.ResourceIdentityData{IdentityData: s.encode(v.Type(), v)}
	}

	ctx, end := s.about(address)
	defer end()

	resp, err := s.server.ImportResourceState(ctx, req)
	if err != nil {
		s.core.t.Fatalf("importing %s: %s", address, err)
	}

	diags := Diagnostics(resp.Diagnostics)
	if diags.failed() {
		return nil, diags
	}

	imported := resp.ImportedResources[0]

	i, d := s.read(&instance{
		typeName: req.TypeName, value: s.decode(req.TypeName, imported.State), private: imported.Private, identity: imported.Identity,
	})

	diags = append(diags, d...)
	if i == nil {
		diags = append(diags, refusal("Cannot import non-existent remote object", "%s: there is no %v.", address, id)...)
	}

	return i, diags
}
