// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloudsim

import "github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"

// switches are the undocumented behaviours that belong to no object.
var switches = []sim.Switch{
	{
		Name: "limit-over-100", Default: "clamp", Values: []string{"clamp", "refuse"},
		About: "what a list does with a limit above the documented maximum of 100",
	},
	{
		Name: "default-order", Default: "insertion", Values: []string{"insertion", "reverse"},
		About: "in which order a list without an explicit sort comes",
	},
	{
		Name: "filter-other-fields", Default: "refuse", Values: []string{"refuse", "honour", "ignore"},
		About: "what a filter on a field does that is not known to be filterable (only some are)",
	},
	{
		Name: "filter-malformed", Default: "refuse", Values: []string{"refuse", "ignore"},
		About: "what a filter part without field:operator:value does; a comma inside a value makes one, since it cannot be escaped",
	},
	{
		Name: "service-account-providers", Default: "allowed", Values: []string{"allowed", "forbidden"},
		About: "whether service accounts may call /providers/{provider_id}/…",
	},
	{
		Name: "new-organization-mdm", Default: "off", Values: []string{"off", "on"},
		About: "whether a new organization has MDM, without which MDM-only policy templates are absent; it needs a certificate of the customer, so off",
	},
}
