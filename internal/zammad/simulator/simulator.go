// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package simulator is the whole simulated Zammad: every object's routes and a world to use
// them in.
package simulator

import (
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/objects/organization/organizationsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/objects/ticketpriority/ticketprioritysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/zammadsim"
)

// objects are the simulators of all objects, sorted by folder.
var objects = []func(*zammadsim.World){organizationsim.Register, ticketprioritysim.Register}

// nouns are what people call what is stored.
var nouns = []sim.Noun{
	{Collection: organizationsim.Collection, Title: "Organizations"},
	{Collection: zammadsim.Users, Title: "Users", Label: "{login}"},
	{Collection: zammadsim.Tickets, Title: "Tickets", Label: "{title}"},
	{Collection: ticketprioritysim.Collection, Title: "Ticket priorities"},
	{Collection: organizationsim.Attributes, Title: "Attributes of objects"},
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
	*zammadsim.World
	*sim.StateFile
}

// New returns a simulator. An error is a fault of the seed, the switches or the state file.
func New(o Options) (*Simulator, error) {
	world := zammadsim.New(sim.Options{Now: o.Now, Seed: o.Random})
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
