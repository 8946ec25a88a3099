// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package acctest

import (
	"maps"
	"slices"
	"sync"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// session is one provider process: Terraform starts a new one for every command.
type session struct {
	core        *Core
	server      tfprotov6.ProviderServer
	resources   map[string]*tfprotov6.Schema
	dataSources map[string]*tfprotov6.Schema
	identities  map[string]tftypes.Type
	diags       Diagnostics // of Configure
}

func (c *Core) start() *session {
	c.t.Helper()

	ctx := c.t.Context()

	server, err := Server(c.sim, c.env)
	if err != nil {
		c.t.Fatalf("starting the provider: %s", err)
	}

	schemas, err := server.GetProviderSchema(ctx, &tfprotov6.GetProviderSchemaRequest{})
	if err != nil || len(Diagnostics(schemas.Diagnostics).Errors()) > 0 {
		c.t.Fatalf("reading the provider's schema: %v %s", err, Diagnostics(schemas.Diagnostics))
	}

	identities, err := server.GetResourceIdentitySchemas(ctx, &tfprotov6.GetResourceIdentitySchemasRequest{})
	if err != nil {
		c.t.Fatalf("reading the identity schemas: %s", err)
	}

	s := &session{
		core: c, server: server, resources: schemas.ResourceSchemas, dataSources: schemas.DataSourceSchemas,
		identities: map[string]tftypes.Type{},
	}

	for name, schema := range identities.IdentitySchemas {
		s.identities[name] = schema.ValueType()
	}

	config, err := toTerraform(schemas.Provider.ValueType(), map[string]any(c.Provider))
	if err != nil {
		c.t.Fatalf("configuring the provider: %s", err)
	}

	configured, err := server.ConfigureProvider(ctx, &tfprotov6.ConfigureProviderRequest{TerraformVersion: "1.14.0", Config: s.encode(config)})
	if err != nil {
		c.t.Fatalf("configuring the provider: %s", err)
	}

	s.diags = configured.Diagnostics

	return s
}

func (s *session) encode(v tftypes.Value) *tfprotov6.DynamicValue {
	data, err := tfprotov6.NewDynamicValue(v.Type(), v)
	if err != nil {
		s.core.t.Fatalf("encoding a value: %s", err)
	}

	return &data
}

// encodeAs encodes v as an object of the resource type, whose dynamic attributes carry
// their own types.
func (s *session) encodeAs(typeName string, v tftypes.Value) *tfprotov6.DynamicValue {
	data, err := tfprotov6.NewDynamicValue(s.resources[typeName].ValueType(), v)
	if err != nil {
		s.core.t.Fatalf("encoding a %s: %s", typeName, err)
	}

	return &data
}

func (s *session) decode(typeName string, v *tfprotov6.DynamicValue) tftypes.Value {
	value, err := v.Unmarshal(s.resources[typeName].ValueType())
	if err != nil {
		s.core.t.Fatalf("decoding a %s: %s", typeName, err)
	}

	return value
}

func (s *session) null(typeName string) tftypes.Value {
	return tftypes.NewValue(s.resources[typeName].ValueType(), nil)
}

// read refreshes an instance in place and tells whether it is gone.
func (s *session) read(i *instance) (gone bool, diags Diagnostics) {
	resp, err := s.server.ReadResource(s.core.t.Context(), &tfprotov6.ReadResourceRequest{
		TypeName: i.typeName, CurrentState: s.encodeAs(i.typeName, i.value), Private: i.private, CurrentIdentity: i.identity,
	})
	if err != nil {
		s.core.t.Fatalf("reading a %s: %s", i.typeName, err)
	}

	diags = resp.Diagnostics
	if len(diags.Errors()) > 0 {
		return false, diags
	}

	value := s.decode(i.typeName, resp.NewState)
	if value.IsNull() {
		return true, diags
	}

	if !value.IsFullyKnown() {
		s.core.t.Errorf("a %s holds unknown values after it was read: %v", i.typeName, fromTerraform(value))
	}

	i.value, i.private, i.identity = value, resp.Private, resp.NewIdentity

	return false, diags
}

// each does something for every name, with as many in flight as Terraform would have.
func (c *Core) each(names []string, do func(name string) Diagnostics) Diagnostics {
	var (
		all  Diagnostics
		mu   sync.Mutex
		wg   sync.WaitGroup
		slot = make(chan struct{}, c.Parallelism)
	)

	for _, name := range names {
		slot <- struct{}{}

		wg.Go(func() {
			defer func() { <-slot }()

			d := do(name)

			mu.Lock()
			defer mu.Unlock()

			all = append(all, d...)
		})
	}

	wg.Wait()

	return all
}

func (c *Core) get(address string) *instance {
	c.mu.Lock()
	defer c.mu.Unlock()

	return c.state[address]
}

func (c *Core) put(address string, i *instance) {
	c.mu.Lock()
	defer c.mu.Unlock()

	if i == nil {
		delete(c.state, address)

		return
	}

	c.state[address] = i
}

func (c *Core) plan(config Config, refresh bool) *Plan {
	c.t.Helper()

	p := &Plan{core: c, changes: map[string]*change{}}
	session := c.start()
	p.Diags = session.diags

	if len(p.Diags.Errors()) > 0 {
		return p
	}

	var mu sync.Mutex

	addresses := slices.Sorted(maps.Keys(config))
	for _, address := range c.Addresses() {
		if _, ok := config[address]; !ok {
			addresses = append(addresses, address)
		}
	}

	p.Diags = append(p.Diags, c.each(addresses, func(address string) Diagnostics {
		change, diags := session.planOne(address, config[address], refresh)

		if change != nil {
			mu.Lock()
			defer mu.Unlock()

			p.changes[address] = change
		}

		return diags
	})...)

	return p
}

func (s *session) planOne(address string, attrs Attrs, refresh bool) (*change, Diagnostics) {
	typeName := typeOf(address)

	schema, ok := s.resources[typeName]
	if !ok {
		s.core.t.Fatalf("no resource type %s", typeName)
	}

	var diags Diagnostics

	config := s.null(typeName)

	if attrs != nil {
		v, err := toTerraform(schema.ValueType(), attrs)
		if err != nil {
			s.core.t.Fatalf("configuration of %s: %s", address, err)
		}

		config = v

		resp, err := s.server.ValidateResourceConfig(s.core.t.Context(), &tfprotov6.ValidateResourceConfigRequest{
			TypeName: typeName, Config: s.encodeAs(typeName, config),
			ClientCapabilities: &tfprotov6.ValidateResourceConfigClientCapabilities{WriteOnlyAttributesAllowed: true},
		})
		if err != nil {
			s.core.t.Fatalf("validating %s: %s", address, err)
		}

		if diags = resp.Diagnostics; len(diags.Errors()) > 0 {
			return nil, diags
		}
	}

	prior := s.core.get(address)
	if prior != nil && refresh {
		// A plan that fails leaves state as it was; the refreshed instance is kept apart
		// only as long as this read takes.
		fresh := *prior

		gone, d := s.read(&fresh)
		diags = append(diags, d...)

		if len(d.Errors()) > 0 {
			return nil, diags
		}

		prior = &fresh
		if gone {
			prior = nil
		}

		s.core.put(address, prior)
	}

	c, d := s.propose(typeName, config, prior)

	return c, append(diags, d...)
}

// propose asks the provider for a plan, twice where the object has to be replaced.
func (s *session) propose(typeName string, config tftypes.Value, prior *instance) (*change, Diagnostics) {
	before := s.null(typeName)
	if prior != nil {
		before = prior.value
	}

	if config.IsNull() && before.IsNull() {
		return nil, nil
	}

	c, replace, diags := s.proposeOnce(typeName, config, before, prior)
	if c == nil {
		return nil, diags
	}

	if prior == nil || config.IsNull() || !replace && !prior.tainted {
		return c, diags
	}

	again, _, d := s.proposeOnce(typeName, config, s.null(typeName), nil)
	if again != nil {
		again.action = Replace
	}

	return again, append(diags, d...)
}

func (s *session) proposeOnce(typeName string, config, before tftypes.Value, prior *instance) (*change, bool, Diagnostics) {
	schema := s.resources[typeName]
	req := &tfprotov6.PlanResourceChangeRequest{
		TypeName: typeName, PriorState: s.encodeAs(typeName, before), Config: s.encodeAs(typeName, config),
		ProposedNewState: s.encodeAs(typeName, proposed(schema, config, before)),
	}

	if prior != nil {
		req.PriorPrivate, req.PriorIdentity = prior.private, prior.identity
	}

	resp, err := s.server.PlanResourceChange(s.core.t.Context(), req)
	if err != nil {
		s.core.t.Fatalf("planning a %s: %s", typeName, err)
	}

	diags := Diagnostics(resp.Diagnostics)
	if len(diags.Errors()) > 0 {
		return nil, false, diags
	}

	planned := s.decode(typeName, resp.PlannedState)
	checkPlanned(s.core.t, schema, config, planned)

	c := &change{action: Update, config: config, planned: planned, private: resp.PlannedPrivate}

	switch {
	case config.IsNull():
		c.action = Destroy
	case before.IsNull():
		c.action = Create
	case planned.Equal(before):
		c.action = NoOp
	}

	return c, len(resp.RequiresReplace) > 0, diags
}

// Apply does what the plan says, with a new provider.
func (p *Plan) Apply() Diagnostics { return p.ApplyKnowing(nil) }

// ApplyKnowing applies with resources whose configuration held unknown values at plan, and
// which are known now. Like core, it has them planned again right before.
func (p *Plan) ApplyKnowing(known Config) Diagnostics {
	p.core.t.Helper()

	session := p.core.start()
	if len(session.diags.Errors()) > 0 {
		return session.diags
	}

	var diags Diagnostics

	for _, address := range slices.Sorted(maps.Keys(known)) {
		c, d := session.planOne(address, known[address], false)
		diags = append(diags, d...)
		p.changes[address] = c
	}

	if len(diags.Errors()) > 0 {
		return diags
	}

	return append(diags, session.apply(p)...)
}

func (s *session) apply(p *Plan) Diagnostics {
	var destroys, others []string

	for _, address := range slices.Sorted(maps.Keys(p.changes)) {
		switch p.changes[address].action {
		case NoOp:
		case Destroy:
			destroys = append(destroys, address)
		default:
			others = append(others, address)
		}
	}

	diags := p.core.each(destroys, func(address string) Diagnostics {
		return s.applyOne(address, s.null(typeOf(address)), nil)
	})

	return append(diags, p.core.each(others, func(address string) Diagnostics {
		c := p.changes[address]

		if c.action == Replace {
			if d := s.applyOne(address, s.null(typeOf(address)), nil); len(d.Errors()) > 0 {
				return d
			}
		}

		return s.applyOne(address, c.planned, c)
	})...)
}

// applyOne makes a resource as planned; a nil change destroys it.
func (s *session) applyOne(address string, planned tftypes.Value, c *change) Diagnostics {
	typeName := typeOf(address)
	req := &tfprotov6.ApplyResourceChangeRequest{
		TypeName: typeName, PriorState: s.encodeAs(typeName, s.null(typeName)),
		PlannedState: s.encodeAs(typeName, planned), Config: s.encodeAs(typeName, s.null(typeName)),
	}

	if c != nil {
		req.Config, req.PlannedPrivate = s.encodeAs(typeName, c.config), c.private
	}

	prior := s.core.get(address)
	if prior != nil {
		req.PriorState = s.encodeAs(typeName, prior.value)
		req.PlannedIdentity = prior.identity

		if c == nil {
			req.PlannedPrivate = prior.private
		}
	}

	resp, err := s.server.ApplyResourceChange(s.core.t.Context(), req)
	if err != nil {
		s.core.t.Fatalf("applying %s: %s", address, err)
	}

	diags := Diagnostics(resp.Diagnostics)
	failed := len(diags.Errors()) > 0
	value := s.decode(typeName, resp.NewState)

	if value.IsNull() {
		s.core.put(address, nil)

		return diags
	}

	checkApplied(s.core.t, address, s.resources[typeName], planned, value, failed)
	s.core.put(address, &instance{
		typeName: typeName, value: value, private: resp.Private, identity: resp.NewIdentity,
		tainted: failed && prior == nil,
	})

	return diags
}
