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
		Name: "list-page", Default: "full", Values: []string{"full", "short"},
		About: "whether a page of a list holds as many elements as were asked for, or at most half of them",
	},
	{
		Name: "list-skip", Default: "honour", Values: []string{"honour", "ignore"},
		About: "whether a list honours skip, or answers with the first page always",
	},
	{
		Name: "filter-comma", Default: "separates", Values: []string{"separates", "literal"},
		About: "whether a comma in a v2 filter separates two of them, as the contract says, or is part of the value, as the notes of the " +
			"vendor's SDK say since March 2026, where several filters are repeated parameters",
	},
	{
		Name: "texts", Default: "keep", Values: []string{"keep", "trim"},
		About: "whether the texts of a body are stored as they are sent, or lose the white space around them",
	},
	{
		Name: "loose-paths", Default: "accept", Values: []string{"accept", "refuse"},
		About: "whether a path may end in a slash and spell its collection with capital letters, as the vendor's PowerShell module does",
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
		Name: "unknown-body-members", Default: "ignore", Values: []string{"ignore", "refuse"},
		About: "what happens to a member of a request's body that the contract does not know, where it does not close the object; the " +
			"vendor's CLI sends whole objects as it read them, and live round trips of settings and roles are accepted",
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
