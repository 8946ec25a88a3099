// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package simprogram

import (
	"flag"
	"fmt"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Usage is what -h says of one service.
type Usage struct {
	FirstLine string // the members of the first line of output, and what the default world is
	Example   string // commands
	Seed      string // a seed file
	Documents string // a collection, with its scope if it has one: things?scope=THING_ID
}

// usage is what -h says.
func (p Program) usage(flags *flag.FlagSet) {
	out := flags.Output()

	_, _ = fmt.Fprintf(out, "A simulated %s to run Terraform against without a tenant. Its address shows it in a browser.\n\nUsage: %s [flags]\n\n", p.Service, p.Name)
	flags.PrintDefaults()
	_, _ = fmt.Fprintf(out, `
%s

Example:

%s

A seed file, of which everything may be left out:

%s

Admin routes, which ask for no credential:

%s
More: https://github.com/seed-37bf88c1/terraform-provider-jumpcloud
`, p.Usage.FirstLine, p.Usage.Example, p.Usage.Seed, fmt.Sprintf(adminRoutes, p.Service, p.Usage.Documents))
}

const adminRoutes = `  GET  ` + sim.AdminPrefix + `          an index of these routes, the collections, and the members of a fault
  GET  ` + sim.AdminPrefix + `log       requests so far; DELETE forgets them
  GET  ` + sim.AdminPrefix + `switches  behaviours that %s does not document; POST {"name": ..., "value": ...} sets one
  GET  ` + sim.AdminPrefix + `faults    faults to come; POST {"method": "POST", "status": 500, "times": 1} adds one
  GET  ` + sim.AdminPrefix + `clock     the time there; POST {"advance": "24h"} moves it
  GET  ` + sim.AdminPrefix + `documents/%s  what is stored in a collection; PUT, PATCH and DELETE with /ID change it
  POST ` + sim.AdminPrefix + `reset     back to the beginning
`
