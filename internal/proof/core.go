// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// RequestsPerSecond is the rate at which providers in this process may send: no test is about
// a pace that it does not set.
const RequestsPerSecond = 1e6

// Core plays Terraform's part over the provider protocol, in process: it keeps a state,
// refreshes, plans, plans each object again inside the apply, applies with ten operations
// in flight in the order of the references, starts a new provider for every command, and
// holds the provider to the rules that Terraform itself enforces. It needs no Terraform,
// costs milliseconds, and runs in a testing/synctest bubble. What it does and in which
// order is what Terraform's internal/terraform does, by its names where there are any.
type Core struct {
	t         testing.TB
	subject   *Subject
	transport http.RoundTripper
	env       Environment

	// Parallelism is how many operations are in flight, as with -parallelism.
	Parallelism int

	// Provider is the provider block; empty unless a test fills it in.
	Provider Attrs

	// Aliases are further provider blocks, which a block names with "provider".
	Aliases map[string]Alias

	// Imports are import blocks: the id, or an Attrs with the identity, by address.
	Imports map[string]any

	// NoIdentities plays Terraform and OpenTofu before 1.12. [Main] sets it for all
	// scenarios of its second round.
	NoIdentities bool

	// OnBug, if set, is told of what only a faulty provider does, instead of the test.
	OnBug func(what string)

	mu      sync.Mutex
	state   map[string]*instance
	shown   map[string]*instance // state as the last plan refreshed it, if it is not applied
	deposed map[string][]*instance
	data    map[string]tftypes.Value
	ending  *ending
}

// Alias is a provider block besides the first.
type Alias struct {
	Provider Attrs
	Env      Environment // nil: the environment of all
}

// instance is an object in state. It is never written to once it is there.
type instance struct {
	typeName    string
	value       tftypes.Value
	private     []byte
	identity    *tfprotov6.ResourceIdentityData // only seen by tests where none is kept
	tainted     bool
	alias       string
	deps        []string // all that it was made after, as core stores it
	createFirst bool
}

// NewCore returns a Core with an empty state, whose providers reach the service by transport.
func NewCore(tb testing.TB, subject *Subject, transport http.RoundTripper, env Environment) *Core {
	tb.Helper()

	return &Core{
		t: tb, subject: subject, transport: transport, env: env, Parallelism: 10, NoIdentities: withoutIdentities,
		state: map[string]*instance{}, deposed: map[string][]*instance{}, data: map[string]tftypes.Value{},
	}
}

// Fewer returns how many objects a test makes whose subject is their number: n, and less in the
// second round of [Main], which is about identities.
func (c *Core) Fewer(n, less int) int {
	if c.NoIdentities {
		return less
	}

	return n
}

// Use runs further commands with another environment.
func (c *Core) Use(env Environment) { c.env = env }

// State returns a resource as state has it, or as the last plan refreshed it, or a data
// source as it was read last, or nil.
func (c *Core) State(address string) Attrs {
	c.mu.Lock()
	defer c.mu.Unlock()

	value, ok := c.data[address]

	if i := c.refreshed()[address]; i != nil {
		value, ok = i.value, true
	}

	if !ok {
		return nil
	}

	m, _ := fromTerraform(value).(map[string]any)

	return m
}

// Identity returns a resource's identity as the provider told it last.
func (c *Core) Identity(address string) Attrs {
	i := c.get(address)
	if i == nil || i.identity == nil {
		return nil
	}

	v, err := i.identity.IdentityData.Unmarshal(c.start(i.alias).identities[i.typeName])
	if err != nil {
		c.t.Fatalf("identity of %s: %s", address, err)
	}

	m, _ := fromTerraform(v).(map[string]any)

	return m
}

// Private returns the private state of a resource as the provider wrote it.
func (c *Core) Private(address string) string {
	i := c.get(address)
	if i == nil {
		return ""
	}

	return string(i.private)
}

// Addresses returns what is in state, or was still there when the last plan refreshed it.
func (c *Core) Addresses() []string {
	c.mu.Lock()
	defer c.mu.Unlock()

	return slices.Sorted(maps.Keys(c.refreshed()))
}

func (c *Core) refreshed() map[string]*instance {
	if c.shown != nil {
		return c.shown
	}

	return c.state
}

// Deposed returns how many deposed objects state has at an address.
func (c *Core) Deposed(address string) int {
	c.mu.Lock()
	defer c.mu.Unlock()

	return len(c.deposed[address])
}

// Forget takes resources out of state without touching them, like "terraform state rm".
func (c *Core) Forget(addresses ...string) {
	for _, address := range addresses {
		c.put(address, nil)
	}
}

// Taint marks a resource to be replaced, like "terraform taint".
func (c *Core) Taint(address string) {
	if i := c.get(address); i != nil {
		marked := *i
		marked.tainted = true
		c.put(address, &marked)
	}
}

// Tainted tells whether a resource would be replaced because its creation failed.
func (c *Core) Tainted(address string) bool {
	i := c.get(address)

	return i != nil && i.tainted
}

func (c *Core) get(address string) *instance {
	c.mu.Lock()
	defer c.mu.Unlock()

	return c.state[address]
}

func (c *Core) put(address string, i *instance) {
	c.mu.Lock()
	defer c.mu.Unlock()

	c.shown = nil

	if i == nil {
		delete(c.state, address)

		return
	}

	c.state[address] = i
}

// depose puts the object at an address aside.
func (c *Core) depose(address string) *instance {
	c.mu.Lock()
	defer c.mu.Unlock()

	i := c.state[address]
	if i != nil {
		c.deposed[address] = append(c.deposed[address], i)
		delete(c.state, address)
	}

	return i
}

// undepose forgets a deposed object, or puts it back in its place if that is empty.
func (c *Core) undepose(address string, i *instance, restore bool) {
	c.mu.Lock()
	defer c.mu.Unlock()

	if restore && c.state[address] != nil {
		return
	}

	c.deposed[address] = slices.DeleteFunc(c.deposed[address], func(o *instance) bool { return o == i })
	if len(c.deposed[address]) == 0 {
		delete(c.deposed, address)
	}

	if restore {
		c.state[address] = i
	}
}

func typeOf(address string) string {
	typeName, _, _ := strings.Cut(strings.TrimPrefix(address, "data."), ".")

	return typeName
}

func isData(address string) bool { return strings.HasPrefix(address, "data.") }

// Elsewhere is a Core with a copy of the state, to do to its objects what somebody else
// would without this one's knowledge.
func (c *Core) Elsewhere() *Core {
	c.mu.Lock()
	defer c.mu.Unlock()

	return &Core{
		t: c.t, subject: c.subject, transport: c.transport, env: c.env, Parallelism: c.Parallelism, Provider: c.Provider, Aliases: c.Aliases, NoIdentities: c.NoIdentities,
		OnBug: c.OnBug, state: maps.Clone(c.state), deposed: map[string][]*instance{}, data: map[string]tftypes.Value{},
	}
}
