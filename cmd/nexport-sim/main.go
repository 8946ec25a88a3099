// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Command nexport-sim is a simulated NexPort Campus to run Terraform configurations against
// without an account. Package simprogram says what its flags and routes do, type Seed of
// package simulator what a seed file holds. Its first line of output has the address, logins
// by role and the ids of organizations by short name.
package main

import (
	"fmt"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/simprogram"
)

// version is set by the release.
var version = "dev"

func main() { program().Main() }

func program() simprogram.Program {
	return simprogram.Program{
		Name: "nexport-sim", Service: "NexPort Campus", Version: version, Usage: usage,
		Open: open,
		Summary: func(w simprogram.World, url string) (any, []string) {
			s, ok := w.(*simulator.Simulator)
			if !ok {
				panic(fmt.Sprintf("nexport-sim: %T is no simulated NexPort Campus", w))
			}

			sum := s.Summary(url)

			return sum, []string{"NEXPORT_URL=" + url, "NEXPORT_USERNAME=" + sum.Username, "NEXPORT_PASSWORD=" + sum.Password}
		},
	}
}

// open returns the simulator that the files describe.
func open(seedFile, stateFile string, _ func(string)) (simprogram.World, error) {
	options := simulator.Options{StateFile: stateFile}

	if seedFile != "" {
		seed, err := simulator.ReadSeed(seedFile)
		if err != nil {
			return nil, err
		}

		options.Seed = seed
	}

	return simulator.New(options)
}

var usage = simprogram.Usage{
	FirstLine: `The first line of output is JSON: url, username, password, logins by role, organizations by short name.
Without -seed the world has a root organization with two clients below it, two groups and four users.`,
	Example: `  nexport-sim -listen 127.0.0.1:8804 -seed seed.json -state world.json
  export NEXPORT_URL=http://127.0.0.1:8804 NEXPORT_USERNAME=admin NEXPORT_PASSWORD=a-password-of-your-own`,
	Seed: `  {
    "organizations": [
      {"name": "Training", "short_name": "TRAIN"},
      {"name": "Acme Inc", "short_name": "ACME", "parent": "TRAIN", "custom_profile_fields": ["badge"]}
    ],
    "groups": [{"name": "Leads", "short_name": "ACME-LEADS", "parent": "ACME"}],
    "users": [{"role": "admin", "login": "admin", "password": "a-password-of-your-own", "organization": "TRAIN"}],
    "switches": {"first-page": "0"}
  }`,
	Documents: "directory",
}
