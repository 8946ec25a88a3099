// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"context"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// session is one provider process: Terraform starts a new one for every command and
// provider block.
type session struct {
	core        *Core
	ctx         context.Context
	server      tfprotov6.ProviderServer
	resources   map[string]*tfprotov6.Schema
	dataSources map[string]*tfprotov6.Schema
	lists       map[string]*tfprotov6.Schema
	identities  map[string]tftypes.Type
	diags       Diagnostics // of Configure
}

// start runs a provider for one call, outside any plan or apply.
func (c *Core) start(alias string) *session {
	c.t.Helper()

	return newRun(c, nil).session(alias)
}

func (r *run) newSession(alias string) *session {
	c := r.core
	c.t.Helper()

	env, block := c.env, c.Provider

	if alias != "" {
		other, ok := c.Aliases[alias]
		if !ok {
			c.t.Fatalf("no provider block %q", alias)
		}

		block = other.Provider
		if other.Env != nil {
			env = other.Env
		}
	}

	server, err := c.subject.serve(r.transport(c.transport), env)
	if err != nil {
		c.t.Fatalf("starting the provider: %s", err)
	}

	known, err := c.subject.schemas()
	if err != nil {
		c.t.Fatalf("reading the provider's schema: %s", err)
	}

	s := &session{
		core: c, ctx: r.ctx, server: server,
		resources: known.resources, dataSources: known.dataSources, lists: known.lists, identities: known.identities,
	}

	config, err := toTerraform(known.provider.ValueType(), map[string]any(block))
	if err != nil {
		c.t.Fatalf("configuring the provider: %s", err)
	}

	version := "1.14.0"
	if c.NoIdentities {
		version = "1.11.4"
	}

	encoded := s.encode(config.Type(), config)

	s.diags, err = c.subject.validate(s.ctx, server, encoded, env)
	if err != nil {
		c.t.Fatalf("configuring the provider: %s", err)
	}

	if s.diags.failed() {
		return s
	}

	configured, err := server.ConfigureProvider(s.ctx, &tfprotov6.ConfigureProviderRequest{TerraformVersion: version, Config: encoded})
	if err != nil {
		c.t.Fatalf("configuring the provider: %s", err)
	}

	s.diags = append(s.diags, configured.Diagnostics...)

	return s
}

func (s *session) schema(address string) *tfprotov6.Schema {
	all, kind := s.resources, "resource"
	if isData(address) {
		all, kind = s.dataSources, "data source"
	}

	schema, ok := all[typeOf(address)]
	if !ok {
		s.core.t.Fatalf("no %s %s", kind, typeOf(address))
	}

	return schema
}

// encode encodes v as a value of the type, whose dynamic members carry their own types.
func (s *session) encode(t tftypes.Type, v tftypes.Value) *tfprotov6.DynamicValue {
	data, err := tfprotov6.NewDynamicValue(t, v)
	if err != nil {
		s.core.t.Fatalf("encoding a value: %s", err)
	}

	return &data
}

func (s *session) encodeAs(typeName string, v tftypes.Value) *tfprotov6.DynamicValue {
	return s.encode(s.schema(typeName).ValueType(), v)
}

func (s *session) decode(typeName string, v *tfprotov6.DynamicValue) tftypes.Value {
	value, err := v.Unmarshal(s.schema(typeName).ValueType())
	if err != nil {
		s.core.t.Fatalf("decoding a %s: %s", typeName, err)
	}

	return canonical(value)
}

func (s *session) null(typeName string) tftypes.Value {
	return tftypes.NewValue(s.schema(typeName).ValueType(), nil)
}

// identity is what of an identity is sent: nothing by a Terraform that keeps none.
func (s *session) identity(of *tfprotov6.ResourceIdentityData) *tfprotov6.ResourceIdentityData {
	if s.core.NoIdentities {
		return nil
	}

	if of != nil {
		tells(s.core.t.Name())
	}

	return of
}

// read refreshes an instance; nil is one that is gone.
func (s *session) read(i *instance) (*instance, Diagnostics) {
	ctx, end := s.about(i.typeName)
	defer end()

	resp, err := s.server.ReadResource(ctx, &tfprotov6.ReadResourceRequest{
		TypeName: i.typeName, CurrentState: s.encodeAs(i.typeName, i.value), Private: i.private,
		CurrentIdentity: s.identity(i.identity),
	})
	if err != nil {
		s.core.t.Fatalf("reading a %s: %s", i.typeName, err)
	}

	diags := Diagnostics(resp.Diagnostics)
	if diags.failed() {
		return i, diags
	}

	value := s.decode(i.typeName, resp.NewState)
	if value.IsNull() {
		return nil, diags
	}

	if !value.IsFullyKnown() {
		diags = append(diags, s.core.bug("Provider produced invalid object", "a %s holds unknown values after it was read: %v",
			i.typeName, fromTerraform(value))...)
	}

	diags = append(diags, s.writeOnly(i.typeName, value)...)

	fresh := *i
	fresh.value, fresh.private, fresh.identity = value, resp.Private, resp.NewIdentity

	return &fresh, diags
}

// writeOnly looks for write-only values where none may be.
func (s *session) writeOnly(typeName string, value tftypes.Value) Diagnostics {
	for _, a := range s.schema(typeName).Block.Attributes {
		if a.WriteOnly && !attributes(value)[a.Name].IsNull() {
			return s.core.bug("Provider produced invalid object", "write-only %s of a %s is in state", a.Name, typeName)
		}
	}

	return nil
}

func (s *session) validate(address string, config tftypes.Value) Diagnostics {
	typeName := typeOf(address)

	if isData(address) {
		resp, err := s.server.ValidateDataResourceConfig(s.ctx, &tfprotov6.ValidateDataResourceConfigRequest{
			TypeName: typeName, Config: s.encodeAs(address, config),
		})
		if err != nil {
			s.core.t.Fatalf("validating %s: %s", address, err)
		}

		return resp.Diagnostics
	}

	resp, err := s.server.ValidateResourceConfig(s.ctx, &tfprotov6.ValidateResourceConfigRequest{
		TypeName: typeName, Config: s.encodeAs(address, config),
		ClientCapabilities: &tfprotov6.ValidateResourceConfigClientCapabilities{WriteOnlyAttributesAllowed: true},
	})
	if err != nil {
		s.core.t.Fatalf("validating %s: %s", address, err)
	}

	return resp.Diagnostics
}
