// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package acctest

import (
	"maps"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// World is what a test begins with: a simulator, Terraform's part with an empty state, and
// what the test is about. The world of a package embeds it and adds what is its own.
type World struct {
	*Core

	T          testing.TB
	Sim        *simulator.Simulator
	Org        string // id of [simulator.AcmeInc]
	ProviderID string // id of [simulator.DefaultProvider], which has it

	of Of
}

// Of says what a test is about: one block, and what comes of it in the simulator. A member
// that a package's tests do not ask for stays empty.
type Of struct {
	Address    string // of the block
	Attributes Attrs  // of the block, unless a test gives others
	Collection string // where the simulator keeps the objects
	Path       string // how the paths of the calls for them begin
	Role       string // whose key is used; [simulator.RoleBilling] if empty

	// Provider tells that the objects are the provider's: the block has no organization_id.
	// All others are Acme Inc's.
	Provider bool

	// Headerless tells that no call names an organization in a header. Without it each
	// names the organization of the objects.
	Headerless bool
}

// NewWorld returns a world under these switches of the simulator; nil leaves all as they are.
func NewWorld(tb testing.TB, of Of, switches map[string]string) *World {
	tb.Helper()

	if of.Role == "" {
		of.Role = simulator.RoleBilling
	}

	s := Simulator(tb, simulator.Options{Switches: switches})
	org, found := s.OrganizationID(simulator.AcmeInc)
	provider, ok := s.ProviderID(simulator.DefaultProvider)

	if !found || !ok {
		tb.Fatalf("no organization %q, or no provider %q", simulator.AcmeInc, simulator.DefaultProvider)
	}

	return &World{NewCore(tb, s, As(s, of.Role)), tb, s, org, provider, of}
}

// Switches are the switches of a simulator from names and values in turn.
func Switches(pairs ...string) map[string]string {
	all := map[string]string{}
	for i := 0; i < len(pairs); i += 2 {
		all[pairs[i]] = pairs[i+1]
	}

	return all
}

// In returns these attributes with the organization's.
func (w *World) In(attrs Attrs) Attrs {
	all := Attrs{"organization_id": w.Org}
	maps.Copy(all, attrs)

	return all
}

// Config is the block with these attributes over its own.
func (w *World) Config(attrs Attrs) Config {
	all := Attrs{}
	if !w.of.Provider {
		all = w.In(nil)
	}

	maps.Copy(all, w.of.Attributes)
	maps.Copy(all, attrs)

	return Config{w.of.Address: all}
}

// scope is what the objects are of.
func (w *World) scope() string {
	if w.of.Provider {
		return w.ProviderID
	}

	return w.Org
}

// Stored returns all objects that are stored.
func (w *World) Stored() []sim.Doc { return w.Sim.Docs(w.of.Collection, w.scope()).All() }

// Only returns the one object that is stored.
func (w *World) Only() sim.Doc {
	w.T.Helper()

	all := w.Stored()
	if len(all) != 1 {
		w.T.Fatalf("%d in %s, want one: %v", len(all), w.of.Collection, all)
	}

	return all[0]
}

// ID returns the id of the one object that is stored.
func (w *World) ID() string {
	w.T.Helper()

	id, ok := w.Only()["id"].(string)
	if !ok {
		w.T.Fatalf("no id: %v", w.Only())
	}

	return id
}

// Change changes members of the one object as somebody in the console would.
func (w *World) Change(members sim.Doc) {
	w.T.Helper()

	w.Sim.Change(w.of.Collection, w.scope(), w.ID(), func(d sim.Doc) { maps.Copy(d, members) })
}
