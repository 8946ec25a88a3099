// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package simulator is the whole simulated JumpCloud: every object's routes and
// a world to use them in.
package simulator

import (
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Options of a simulator; the zero value gives the default world.
type Options struct {
	// Now is the source of time; [time.Now] if nil.
	Now func() time.Time
	// Random seeds the draws of faults with a probability.
	Random uint64
	// Seed replaces the default world.
	Seed *Seed
	// Empty starts without any provider.
	Empty bool
	// Switches changes behaviours that nobody documents.
	Switches map[string]string
	// StateFile holds a saved world, which replaces the seed; see [sim.StateFile].
	// A file that does not exist yet is no error.
	StateFile string
}

// Simulator is a running simulated service. It is an [http.Handler], and
// Transport reaches it without a socket.
type Simulator struct {
	*jumpcloudsim.World
	*sim.StateFile

	options Options
}

// New returns a simulator. An error is a fault of the seed, the switches or the state file.
func New(o Options) (*Simulator, error) {
	world := jumpcloudsim.New(sim.Options{Now: o.Now, Seed: o.Random})
	s := &Simulator{World: world, StateFile: sim.NewStateFile(world.Server, o.StateFile), options: o}

	for _, register := range objects {
		register(s.World)
	}

	for name, value := range o.Switches {
		if err := s.Switches.Set(name, value); err != nil {
			return nil, err
		}
	}

	if err := s.populate(); err != nil {
		return nil, err
	}

	s.Describe(s.about())
	s.SetBaseline()

	return s, nil
}

func (s *Simulator) populate() error {
	found, err := s.Load()

	switch {
	case err != nil:
		return err
	case found:
		policysim.AddTemplates(s.World)

		return nil
	case s.options.Seed != nil:
		return s.plant(*s.options.Seed)
	case !s.options.Empty:
		return s.plant(DefaultSeed())
	default:
		return nil
	}
}

// Docs are the stored documents of one organization: tests read and change
// them through it as somebody in the console would.
func (s *Simulator) Docs(collection, orgID string) sim.Collection {
	return s.Store.Docs(collection, orgID)
}

// Put creates or replaces a document of an organization, as if in the console.
func (s *Simulator) Put(collection, orgID, id string, d sim.Doc) {
	d = sim.ToDoc(d)
	d["id"] = id
	s.Docs(collection, orgID).Put(id, d)
}

// Change alters a document of an organization, as if in the console, and tells
// whether it was there.
func (s *Simulator) Change(collection, orgID, id string, change func(sim.Doc)) bool {
	d, ok := s.Docs(collection, orgID).Get(id)
	if ok {
		change(d)
		s.Docs(collection, orgID).Put(id, d)
	}

	return ok
}

// Remove deletes a document of an organization, as if in the console, and tells
// whether it was there.
func (s *Simulator) Remove(collection, orgID, id string) bool {
	return s.Docs(collection, orgID).Remove(id)
}

// Organizations are the stored organizations of a provider.
func (s *Simulator) Organizations(providerID string) sim.Collection {
	return s.Store.Docs(jumpcloudsim.Organizations, providerID)
}
