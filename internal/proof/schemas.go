// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// Environment is what the provider under test sees of the process's environment.
type Environment map[string]string

// With returns the environment with one variable more.
func (e Environment) With(name, value string) Environment {
	with := Environment{name: value}
	for k, v := range e {
		if k != name {
			with[k] = v
		}
	}

	return with
}

// Serve returns a new provider, as Terraform starts one for every command. It reaches its
// service by transport.
type Serve func(transport http.RoundTripper, env Environment) (tfprotov6.ProviderServer, error)

// Subject is a provider under test.
type Subject struct {
	serve   Serve
	schemas func() (schemaSet, error)
	valid   sync.Map // provider blocks that were found without fault, with their environments
}

// NewSubject returns the provider that serve makes.
func NewSubject(serve Serve) *Subject {
	return &Subject{serve: serve, schemas: sync.OnceValues(func() (schemaSet, error) { return schemasOf(serve) })}
}

// validate returns what a server says of its provider block. Every process says the same of the same
// block, so one without fault is shown to the first that has it.
func (s *Subject) validate(ctx context.Context, server tfprotov6.ProviderServer, block *tfprotov6.DynamicValue, env Environment) (Diagnostics, error) {
	key := fmt.Sprintf("%q %x", env, block.MsgPack)
	if _, ok := s.valid.Load(key); ok {
		return nil, nil
	}

	checked, err := server.ValidateProviderConfig(ctx, &tfprotov6.ValidateProviderConfigRequest{Config: block})
	if err != nil {
		return nil, err
	}

	if len(checked.Diagnostics) == 0 {
		s.valid.Store(key, true)
	}

	return checked.Diagnostics, nil
}

type schemaSet struct {
	provider               *tfprotov6.Schema
	resources, dataSources map[string]*tfprotov6.Schema
	lists                  map[string]*tfprotov6.Schema
	actions                map[string]*tfprotov6.ActionSchema
	identities             map[string]tftypes.Type
}

// schemasOf asks for the schema once for all sessions: it is the same for each, and costs
// more than what most of them do.
func schemasOf(serve Serve) (schemaSet, error) {
	ctx := context.Background() //nolint:forbidigo // outlives the test that comes first

	server, err := serve(http.DefaultTransport, nil)
	if err != nil {
		return schemaSet{}, err
	}

	all, err := server.GetProviderSchema(ctx, &tfprotov6.GetProviderSchemaRequest{})
	if err != nil {
		return schemaSet{}, err
	}

	if d := Diagnostics(all.Diagnostics); d.failed() {
		return schemaSet{}, errors.New(d.String())
	}

	identities, err := server.GetResourceIdentitySchemas(ctx, &tfprotov6.GetResourceIdentitySchemasRequest{})
	if err != nil {
		return schemaSet{}, err
	}

	set := schemaSet{
		provider: all.Provider, resources: all.ResourceSchemas, dataSources: all.DataSourceSchemas, lists: all.ListResourceSchemas,
		actions:    all.ActionSchemas,
		identities: map[string]tftypes.Type{},
	}

	for name, schema := range identities.IdentitySchemas {
		set.identities[name] = schema.ValueType()
	}

	return set, nil
}
