// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"flag"
	"fmt"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// usage is what -h says.
func usage(flags *flag.FlagSet) {
	out := flags.Output()

	_, _ = fmt.Fprint(out, "A simulated JumpCloud to run Terraform against without a tenant.\n\nUsage: jumpcloud-sim [flags]\n\n")
	flags.PrintDefaults()
	_, _ = fmt.Fprintf(out, `
The first line of output is JSON: url, api_key, api_keys by role, client_id, client_secret, organizations.
Without -seed the world is an MSP with "Acme Inc", "Globex" and "Initech".

Example:

  jumpcloud-sim -listen 127.0.0.1:8800 -seed seed.json -state world.json
  export JUMPCLOUD_API_URL=http://127.0.0.1:8800 JUMPCLOUD_API_KEY=a-key-of-your-own

A seed file, of which everything may be left out:

%s

Admin routes, which ask for no credential:

%s
More: https://github.com/seed-37bf88c1/terraform-provider-jumpcloud
`, exampleSeed, adminRoutes)
}

const exampleSeed = `  {
    "providers": [{
      "name": "Example MSP",
      "organizations": [{
        "name": "Acme Inc", "max_system_users": 25, "mdm": {"apple": true},
        "iplists": [{"name": "Offices", "ips": ["192.0.2.0/24"]}],
        "policies": [{"name": "Lock", "template": "lock_screen_darwin", "values": {"timeout": 300}}]
      }]
    }],
    "keys": [{"role": "billing", "provider": "Example MSP", "all_organizations": true, "billing": true, "key": "a-key-of-your-own"}],
    "switches": {"iplist-name-unique": "on"}
  }`

const adminRoutes = `  GET  ` + sim.AdminPrefix + `log       requests so far; DELETE forgets them
  GET  ` + sim.AdminPrefix + `switches  behaviours that JumpCloud does not document; POST {"name": ..., "value": ...} sets one
  GET  ` + sim.AdminPrefix + `faults    faults to come; POST {"method": "POST", "status": 500, "times": 1} adds one
  GET  ` + sim.AdminPrefix + `clock     the time there; POST {"advance": "24h"} moves it
  GET  ` + sim.AdminPrefix + `documents/iplists?scope=ORGANIZATION_ID  what is stored; PUT, PATCH and DELETE with /ID change it
  POST ` + sim.AdminPrefix + `reset     back to the beginning
`
