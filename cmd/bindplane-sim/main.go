// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Command bindplane-sim is a simulated Bindplane to run Terraform configurations against without an
// account. Package simprogram says what its flags and routes do, type Seed of package
// simulator what a seed file holds. Its first line of output has the address and API
// keys by role.
package main

import (
	"fmt"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/simprogram"
)

// version is set by the release.
var version = "dev"

func main() { program().Main() }

func program() simprogram.Program {
	return simprogram.Program{
		Name: "bindplane-sim", Service: "Bindplane", Version: version, Usage: usage,
		Open: open,
		Summary: func(w simprogram.World, url string) (any, []string) {
			s, ok := w.(*simulator.Simulator)
			if !ok {
				panic(fmt.Sprintf("bindplane-sim: %T is no simulated Bindplane", w))
			}

			sum := s.Summary(url)

			return sum, []string{"BINDPLANEADMIN_URL=" + url, "BINDPLANEADMIN_API_KEY=" + sum.APIKey}
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
	FirstLine: `The first line of output is JSON: url, api_key, keys by role.
Without -seed the world is a server with one organization, an administrator and a viewer.`,
	Example: `  bindplane-sim -listen 127.0.0.1:8802 -seed seed.json -state world.json
  export BINDPLANEADMIN_URL=http://127.0.0.1:8802 BINDPLANEADMIN_API_KEY=a-key-of-your-own`,
	Seed: `  {
    "organizations": [{"display_name": "Acme Inc", "projects": ["Production"]}],
    "users": [
      {"role": "admin", "email": "admin@example.com", "admin": true, "organizations": ["Acme Inc"], "api_key": "a-key-of-your-own"},
      {"role": "viewer", "email": "ann@acme.example", "organizations": ["Acme Inc"]}
    ],
    "switches": {"project-header": "ignored"}
  }`,
	Documents: "organizations",
}
