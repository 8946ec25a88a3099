// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package simulator is the whole simulated Bindplane: every object's routes and a world to use
// them in.
package simulator

import (
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/bindplanesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/objects/license/licensesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/objects/organization/organizationsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/objects/project/projectsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// objects are the simulators of all objects, sorted by folder.
var objects = []func(*bindplanesim.World){licensesim.Register, organizationsim.Register, projectsim.Register}

// nouns are what people call what is stored.
var nouns = []sim.Noun{
	{Collection: bindplanesim.Organizations, Title: "Organizations", Label: "{metadata.displayName}"},
	{Collection: bindplanesim.Projects, Title: "Projects", Label: "{metadata.displayName}"},
	{Collection: bindplanesim.Users, Title: "Users", Label: "{email}"},
	{Collection: bindplanesim.Licenses, Title: "Licences", Label: "{type}"},
}

// Options of a simulator; the zero value gives the default world.
type Options struct {
	// Now is the source of time; [time.Now] if nil.
	Now func() time.Time
	// Random seeds the draws of faults with a probability.
	Random uint64
	// Seed replaces the default world.
	Seed *Seed
	// Switches changes behaviours that nobody documents.
	Switches map[string]string
	// StateFile holds a saved world, which replaces the seed. A file that does not exist yet
	// is no error.
	StateFile string
}

// Simulator is a running simulated service. It is an [http.Handler], and Transport reaches
// it without a socket.
type Simulator struct {
	*bindplanesim.World
	*sim.StateFile
}

// New returns a simulator. An error is a fault of the seed, the switches or the state file.
func New(o Options) (*Simulator, error) {
	world := bindplanesim.New(sim.Options{Now: o.Now, Seed: o.Random})
	s := &Simulator{world, sim.NewStateFile(world.Server, o.StateFile)}

	for _, register := range objects {
		register(s.World)
	}

	for name, value := range o.Switches {
		if err := s.Switches.Set(name, value); err != nil {
			return nil, err
		}
	}

	found, err := s.Load()
	if err != nil {
		return nil, err
	}

	if !found {
		seed := DefaultSeed()
		if o.Seed != nil {
			seed = *o.Seed
		}

		if err := s.plant(seed); err != nil {
			return nil, err
		}
	}

	s.Describe(sim.About{Nouns: nouns})
	s.SetBaseline()

	return s, nil
}
