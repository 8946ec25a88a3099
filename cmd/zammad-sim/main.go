// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Command zammad-sim is a simulated Zammad to run Terraform configurations against without an
// installation. Package simprogram says what its flags and routes do, type Seed of package
// simulator what a seed file holds. Its first line of output has the address and tokens by
// role.
package main

import (
	"fmt"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/simprogram"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/simulator"
)

// version is set by the release.
var version = "dev"

func main() { program().Main() }

func program() simprogram.Program {
	return simprogram.Program{
		Name: "zammad-sim", Service: "Zammad", Version: version, Usage: usage,
		Open: open,
		Summary: func(w simprogram.World, url string) (any, []string) {
			s, ok := w.(*simulator.Simulator)
			if !ok {
				panic(fmt.Sprintf("zammad-sim: %T is no simulated Zammad", w))
			}

			sum := s.Summary(url)

			return sum, []string{"ZAMMAD_URL=" + url, "ZAMMAD_TOKEN=" + sum.Token}
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
	FirstLine: `The first line of output is JSON: url, token, tokens by role.
Without -seed the world is a new installation with an administrator, an agent and two customers.`,
	Example: `  zammad-sim -listen 127.0.0.1:8801 -seed seed.json -state world.json
  export ZAMMAD_URL=http://127.0.0.1:8801 ZAMMAD_TOKEN=a-token-of-your-own`,
	Seed: `  {
    "organizations": [{"name": "Acme Inc", "domain": "acme.example", "custom_attributes": {"customer_number": "A-1"}}],
    "attributes": [{"name": "customer_number"}],
    "users": [
      {"role": "admin", "login": "admin@example.com", "permissions": ["admin"], "token": "a-token-of-your-own"},
      {"role": "member", "login": "ann@acme.example", "permissions": ["ticket.customer"], "organization": "Acme Inc"}
    ],
    "switches": {"organization-agent-writes": "allow"}
  }`,
	Documents: "organizations",
}
