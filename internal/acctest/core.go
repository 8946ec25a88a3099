// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package acctest

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/simulator"
)

// Core plays Terraform's part over the provider protocol, in process: it keeps a state,
// plans and applies with ten operations in flight, starts a new provider for every
// command, and holds the provider to the rules that Terraform itself enforces. It needs
// no Terraform, costs milliseconds, and runs in a testing/synctest bubble.
type Core struct {
	t   testing.TB
	sim *simulator.Simulator
	env Environment

	// Parallelism is how many operations are in flight, as with -parallelism.
	Parallelism int

	// Provider is the provider block; empty unless a test fills it in.
	Provider Attrs

	mu    sync.Mutex
	state map[string]*instance
}

type instance struct {
	typeName string
	value    tftypes.Value
	private  []byte
	identity *tfprotov6.ResourceIdentityData
	tainted  bool
}

// NewCore returns a Core with an empty state.
func NewCore(tb testing.TB, s *simulator.Simulator, env Environment) *Core {
	tb.Helper()

	return &Core{t: tb, sim: s, env: env, Parallelism: 10, state: map[string]*instance{}}
}

// Use runs further commands with another environment.
func (c *Core) Use(env Environment) { c.env = env }

// Config is the resources of a configuration by address, such as "jumpcloud_iplist.office".
type Config map[string]Attrs

// Action is what a plan means to do with a resource.
type Action string

// The actions of a plan.
const (
	NoOp    Action = "no-op"
	Create  Action = "create"
	Update  Action = "update"
	Replace Action = "replace"
	Destroy Action = "destroy"
)

// Diagnostics are a command's, errors and warnings.
type Diagnostics []*tfprotov6.Diagnostic

// Errors returns the errors alone.
func (d Diagnostics) Errors() Diagnostics {
	return slices.DeleteFunc(slices.Clone(d), func(x *tfprotov6.Diagnostic) bool {
		return x.Severity != tfprotov6.DiagnosticSeverityError
	})
}

// Warnings returns the warnings alone.
func (d Diagnostics) Warnings() Diagnostics {
	return slices.DeleteFunc(slices.Clone(d), func(x *tfprotov6.Diagnostic) bool {
		return x.Severity != tfprotov6.DiagnosticSeverityWarning
	})
}

// String is what a person would read.
func (d Diagnostics) String() string {
	var b strings.Builder

	for _, x := range d {
		fmt.Fprintf(&b, "%s: %s", x.Severity, x.Summary)

		if x.Attribute != nil && len(x.Attribute.Steps()) > 0 {
			fmt.Fprintf(&b, " [%s]", x.Attribute)
		}

		fmt.Fprintf(&b, "\n%s\n\n", x.Detail)
	}

	return b.String()
}

// Plan is a plan, to be applied.
type Plan struct {
	core    *Core
	Diags   Diagnostics
	changes map[string]*change
}

type change struct {
	action  Action
	config  tftypes.Value
	planned tftypes.Value
	private []byte
}

// Actions returns what the plan means to do, by address, without no-ops.
func (p *Plan) Actions() map[string]Action {
	all := map[string]Action{}

	for address, c := range p.changes {
		if c.action != NoOp {
			all[address] = c.action
		}
	}

	return all
}

// Count returns how many resources the plan means to do that with.
func (p *Plan) Count(a Action) int {
	n := 0

	for _, c := range p.changes {
		if c.action == a {
			n++
		}
	}

	return n
}

// Planned returns a resource as the plan wants it.
func (p *Plan) Planned(address string) Attrs {
	c := p.changes[address]
	if c == nil {
		return nil
	}

	m, _ := fromTerraform(c.planned).(map[string]any)

	return m
}

// State returns a resource as state has it, or nil.
func (c *Core) State(address string) Attrs {
	c.mu.Lock()
	defer c.mu.Unlock()

	i := c.state[address]
	if i == nil {
		return nil
	}

	m, _ := fromTerraform(i.value).(map[string]any)

	return m
}

// Identity returns a resource's identity as state has it.
func (c *Core) Identity(address string) Attrs {
	c.mu.Lock()
	defer c.mu.Unlock()

	i := c.state[address]
	if i == nil || i.identity == nil {
		return nil
	}

	session := c.start()

	v, err := i.identity.IdentityData.Unmarshal(session.identities[i.typeName])
	if err != nil {
		c.t.Fatalf("identity of %s: %s", address, err)
	}

	m, _ := fromTerraform(v).(map[string]any)

	return m
}

// Addresses returns what is in state.
func (c *Core) Addresses() []string {
	c.mu.Lock()
	defer c.mu.Unlock()

	return slices.Sorted(maps.Keys(c.state))
}

// Forget takes resources out of state without touching them, like "terraform state rm".
func (c *Core) Forget(addresses ...string) {
	for _, address := range addresses {
		c.put(address, nil)
	}
}

// Tainted tells whether a resource would be replaced because its creation failed.
func (c *Core) Tainted(address string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()

	i := c.state[address]

	return i != nil && i.tainted
}

// Plan refreshes what is in state and plans the configuration.
func (c *Core) Plan(config Config) *Plan { return c.plan(config, true) }

// PlanWithoutRefresh plans with the state as it is, as with -refresh=false.
func (c *Core) PlanWithoutRefresh(config Config) *Plan { return c.plan(config, false) }

// Apply plans and applies, and returns all diagnostics.
func (c *Core) Apply(config Config) Diagnostics {
	p := c.Plan(config)
	if len(p.Diags.Errors()) > 0 {
		return p.Diags
	}

	return append(p.Diags, p.Apply()...)
}

// MustApply applies, and fails the test for an error or for a second plan that is not empty.
func (c *Core) MustApply(config Config) {
	c.t.Helper()

	if d := c.Apply(config).Errors(); len(d) > 0 {
		c.t.Fatalf("apply failed:\n%s", d)
	}

	c.MustPlanEmpty(config)
}

// MustPlanEmpty fails the test unless a plan has nothing to do.
func (c *Core) MustPlanEmpty(config Config) {
	c.t.Helper()

	p := c.Plan(config)
	if len(p.Diags.Errors()) > 0 {
		c.t.Fatalf("plan failed:\n%s", p.Diags)
	}

	for address, change := range p.changes {
		if change.action != NoOp {
			c.t.Fatalf("the plan is not empty: %s %s\nstate:   %v\nplanned: %v",
				change.action, address, c.State(address), fromTerraform(change.planned))
		}
	}
}

// Destroy destroys everything that is in state.
func (c *Core) Destroy() Diagnostics { return c.Apply(Config{}) }

// Import imports an object by its import id, and reads it.
func (c *Core) Import(address, id string) Diagnostics {
	return c.importState(address, &tfprotov6.ImportResourceStateRequest{TypeName: typeOf(address), ID: id})
}

// ImportByIdentity imports an object by its identity, and reads it.
func (c *Core) ImportByIdentity(address string, identity Attrs) Diagnostics {
	session := c.start()

	v, err := toTerraform(session.identities[typeOf(address)], identity)
	if err != nil {
		c.t.Fatalf("identity of %s: %s", address, err)
	}

	data, err := tfprotov6.NewDynamicValue(v.Type(), v)
	if err != nil {
		c.t.Fatalf("identity of %s: %s", address, err)
	}

	return c.importState(address, &tfprotov6.ImportResourceStateRequest{
		TypeName: typeOf(address), Identity: &tfprotov6.ResourceIdentityData{IdentityData: &data},
	})
}

func (c *Core) importState(address string, req *tfprotov6.ImportResourceStateRequest) Diagnostics {
	session := c.start()
	if len(session.diags.Errors()) > 0 {
		return session.diags
	}

	resp, err := session.server.ImportResourceState(c.t.Context(), req)
	if err != nil {
		c.t.Fatalf("importing %s: %s", address, err)
	}

	if d := Diagnostics(resp.Diagnostics); len(d.Errors()) > 0 {
		return d
	}

	imported := resp.ImportedResources[0]
	i := &instance{typeName: req.TypeName, private: imported.Private, identity: imported.Identity}
	i.value = session.decode(req.TypeName, imported.State)

	gone, diags := session.read(i)
	if len(diags.Errors()) > 0 {
		return diags
	}

	if gone {
		return append(diags, &tfprotov6.Diagnostic{
			Severity: tfprotov6.DiagnosticSeverityError, Summary: "Cannot import non-existent remote object",
		})
	}

	c.mu.Lock()
	defer c.mu.Unlock()

	c.state[address] = i

	return diags
}

// Data reads a data source.
func (c *Core) Data(typeName string, config Attrs) (Attrs, Diagnostics) {
	session := c.start()
	if len(session.diags.Errors()) > 0 {
		return nil, session.diags
	}

	schema, ok := session.dataSources[typeName]
	if !ok {
		c.t.Fatalf("no data source %s", typeName)
	}

	v, err := toTerraform(schema.ValueType(), config)
	if err != nil {
		c.t.Fatalf("configuration of %s: %s", typeName, err)
	}

	encoded := session.encode(v)

	checked, err := session.server.ValidateDataResourceConfig(c.t.Context(),
		&tfprotov6.ValidateDataResourceConfigRequest{TypeName: typeName, Config: encoded})
	if err != nil {
		c.t.Fatalf("validating %s: %s", typeName, err)
	}

	if d := Diagnostics(checked.Diagnostics); len(d.Errors()) > 0 {
		return nil, d
	}

	resp, err := session.server.ReadDataSource(c.t.Context(),
		&tfprotov6.ReadDataSourceRequest{TypeName: typeName, Config: encoded})
	if err != nil {
		c.t.Fatalf("reading %s: %s", typeName, err)
	}

	if d := Diagnostics(resp.Diagnostics); len(d.Errors()) > 0 {
		return nil, d
	}

	value, err := resp.State.Unmarshal(schema.ValueType())
	if err != nil {
		c.t.Fatalf("reading %s: %s", typeName, err)
	}

	if !value.IsFullyKnown() {
		c.t.Errorf("%s holds unknown values after it was read", typeName)
	}

	m, _ := fromTerraform(value).(map[string]any)

	return m, resp.Diagnostics
}

func typeOf(address string) string {
	typeName, _, _ := strings.Cut(address, ".")

	return typeName
}
