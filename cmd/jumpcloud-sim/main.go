// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Command jumpcloud-sim is a simulated JumpCloud to run Terraform configurations against
// without a tenant. Package simprogram says what its flags and routes do, type Seed of
// package simulator what a seed file holds. Its first line of output has the address, API
// keys by role, the service account's credentials and the organizations.
package main

import (
	"fmt"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/simprogram"
)

// version is set by the release.
var version = "dev"

func main() { program().Main() }

func program() simprogram.Program {
	return simprogram.Program{
		Name: "jumpcloud-sim", Service: "JumpCloud", Version: version, Usage: usage,
		Open: open,
		Summary: func(w simprogram.World, url string) (any, []string) {
			s, ok := w.(*simulator.Simulator)
			if !ok {
				panic(fmt.Sprintf("jumpcloud-sim: %T is no simulated JumpCloud", w))
			}

			sum := s.Summary(url)

			return sum, []string{"JUMPCLOUD_API_URL=" + url, "JUMPCLOUD_API_KEY=" + sum.APIKey}
		},
	}
}

// open returns the simulator that the files describe.
func open(seedFile, stateFile string, warn func(string)) (simprogram.World, error) {
	options := simulator.Options{StateFile: stateFile}

	if seedFile != "" {
		seed, err := simulator.ReadSeed(seedFile)
		if err != nil {
			return nil, err
		}

		for _, w := range seed.Warnings() {
			warn(w)
		}

		options.Seed = seed
	}

	return simulator.New(options)
}

var usage = simprogram.Usage{
	FirstLine: `The first line of output is JSON: url, api_key, api_keys by role, client_id, client_secret, organizations.
Without -seed the world is an MSP with "Acme Inc", "Globex" and "Initech".`,
	Example: `  jumpcloud-sim -listen 127.0.0.1:8800 -seed seed.json -state world.json
  export JUMPCLOUD_API_URL=http://127.0.0.1:8800 JUMPCLOUD_API_KEY=a-key-of-your-own
  terraform plan
  curl -X POST http://127.0.0.1:8800/__sim/faults -d '{"status": 503, "retry_after": "1", "times": 1}'`,
	Seed:      "  " + strings.ReplaceAll(strings.TrimSpace(simulator.ExampleSeed), "\n", "\n  "),
	Documents: "iplists?scope=ORGANIZATION_ID",
}
