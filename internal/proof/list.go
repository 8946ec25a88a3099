// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"maps"
	"slices"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

// Query is a list block.
type Query struct {
	Config          Attrs
	Limit           int64 // 100 if not set, as in Terraform
	IncludeResource bool
}

// Listed is an object that a list block has found, as "terraform query" shows it.
type Listed struct {
	Name     string
	Identity Attrs
	Resource Attrs // nil without [Query.IncludeResource]
}

// List takes the results of a list block as Terraform does: it stops at the limit or at an
// error, and goes past a warning that comes without an object.
func (c *Core) List(typeName string, q Query) ([]Listed, Diagnostics) {
	c.t.Helper()

	var all []Listed

	diags := c.ListEach(typeName, q, func(l Listed) { all = append(all, l) })

	return all, diags
}

// ListEach is [Core.List], which shows each object to see as soon as it comes.
func (c *Core) ListEach(typeName string, q Query, see func(Listed)) Diagnostics {
	c.t.Helper()

	s := c.start("")
	if s.diags.failed() {
		return s.diags
	}

	server, ok := s.server.(tfprotov6.ListResourceServer)
	if !ok || s.lists[typeName] == nil {
		c.t.Fatalf("no list resource %s", typeName)
	}

	of := s.lists[typeName].ValueType()

	v, err := toTerraform(of, q.Config)
	if err != nil {
		c.t.Fatalf("configuration of %s: %s", typeName, err)
	}

	checked, err := server.ValidateListResourceConfig(s.ctx, &tfprotov6.ValidateListResourceConfigRequest{TypeName: typeName, Config: s.encode(of, v)})
	if err != nil {
		c.t.Fatalf("validating a list of %s: %s", typeName, err)
	}

	if d := Diagnostics(checked.Diagnostics); d.failed() {
		return d
	}

	const usual = 100
	if q.Limit == 0 {
		q.Limit = usual
	}

	ctx, end := s.about(typeName)
	defer end()

	stream, err := server.ListResource(ctx, &tfprotov6.ListResourceRequest{
		TypeName: typeName, Config: s.encode(of, v), IncludeResource: q.IncludeResource, Limit: q.Limit,
	})
	if err != nil {
		c.t.Fatalf("listing %s: %s", typeName, err)
	}

	return s.take(typeName, q, stream, see)
}

func (s *session) take(typeName string, q Query, stream *tfprotov6.ListResourceServerStream, see func(Listed)) Diagnostics {
	var (
		diags Diagnostics
		seen  int64
	)

	for r := range stream.Results {
		diags = append(diags, r.Diagnostics...)

		if diags.failed() {
			return diags
		}

		if r.Identity == nil {
			continue
		}

		see(s.listed(typeName, r, q.IncludeResource))

		if seen++; seen == q.Limit {
			return diags
		}
	}

	return diags
}

func (s *session) listed(typeName string, r tfprotov6.ListResourceResult, include bool) Listed {
	identity, err := r.Identity.IdentityData.Unmarshal(s.identities[typeName])
	if err != nil {
		s.core.t.Fatalf("identity of a %s: %s", typeName, err)
	}

	l := Listed{Name: r.DisplayName}
	l.Identity, _ = fromTerraform(identity).(map[string]any)

	if !include {
		return l
	}

	if r.Resource == nil {
		s.core.t.Fatalf("no attributes of the %s %q", typeName, r.DisplayName)
	}

	l.Resource, _ = fromTerraform(s.decode(typeName, r.Resource)).(map[string]any)

	return l
}

// ListTypes returns the types of the provider's list resources.
func (c *Core) ListTypes() []string {
	known, err := c.subject.schemas()
	if err != nil {
		c.t.Fatalf("reading the provider's schema: %s", err)
	}

	return slices.Sorted(maps.Keys(known.lists))
}
