// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"fmt"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
)

// lifeCycle is one of each kind, for a real Terraform with the provider in a process of
// its own.
type lifeCycle struct {
	name   string
	block  func(w *world) string // a resource "this"
	write  string                // the request that makes it, by method and end of its path
	remove func(w *world)        // in the console
	count  func(w *world) int    // how many there are of it
	stays  bool                  // a removed one is not made again: it was the organization
}

var lifeCycles = []lifeCycle{
	{
		name: "object",
		block: func(w *world) string {
			return fmt.Sprintf(`resource "jumpcloud_iplist" "this" {
				organization_id = %q
				name            = "Offices"
				ips             = ["192.0.2.1"]
			}`, w.org)
		},
		write: "POST /iplists",
		remove: func(w *world) {
			for _, id := range w.sim.Docs("iplists", w.org).IDs() {
				w.sim.Remove("iplists", w.org, id)
			}
		},
		count: func(w *world) int { return len(w.sim.Docs("iplists", w.org).IDs()) },
	},
	{
		name: "edge",
		block: func(w *world) string {
			w.owner = groupsim.Ref{Type: groupsim.PolicyGroup, ID: w.group(groupsim.PolicyGroup)}

			return fmt.Sprintf(`resource "jumpcloud_policy_group_membership" "this" {
				organization_id = %q
				policy_group_id = %q
				policy_id       = %q
			}`, w.org, w.owner.ID, w.policy("A policy"))
		},
		write: "POST /members",
		remove: func(w *world) {
			for _, id := range groupsim.MembersOf(w.sim.World, w.org, w.owner) {
				groupsim.Leave(w.sim.World, w.org, w.owner, groupsim.Ref{Type: groupsim.Policy, ID: id})
			}
		},
		count: func(w *world) int { return len(groupsim.MembersOf(w.sim.World, w.org, w.owner)) },
	},
	{
		name: "mapping",
		block: func(w *world) string {
			return fmt.Sprintf(`resource "jumpcloud_connectwise_mapping" "this" {
				organization_id = %q
				integration_id  = %q
				company         = %q
			}`, w.org, w.integration(psasim.ConnectWise), psasim.Acme)
		},
		write:  "PATCH /mappings",
		remove: func(w *world) { w.sim.Remove(psasim.Mappings, w.integration(psasim.ConnectWise), w.org) },
		count:  func(w *world) int { return len(w.sim.Docs(psasim.Mappings, w.integration(psasim.ConnectWise)).IDs()) },
	},
	{
		name: "singleton",
		block: func(w *world) string {
			return fmt.Sprintf("resource \"jumpcloud_organization_settings\" \"this\" {\n  organization_id = %q\n  contact_name    = \"Kim\"\n}", w.org)
		},
		write:  "PUT /organizations/",
		remove: func(w *world) { w.removeOrganization() },
		count:  func(*world) int { return 1 },
		stays:  true,
	},
	{
		name: "organization",
		block: func(*world) string {
			return "resource \"jumpcloud_organization\" \"this\" {\n  name            = \"Nova\"\n  deletion_policy = \"abandon\"\n}"
		},
		write: "POST /organizations",
		remove: func(w *world) {
			if id, ok := w.sim.OrganizationID("Nova"); ok {
				w.sim.Remove(jumpcloudsim.Organizations, w.provider, id)
			}
		},
		count: func(w *world) int {
			n := 0

			for _, d := range w.sim.Docs(jumpcloudsim.Organizations, w.provider).All() {
				if d["name"] == "Nova" {
					n++
				}
			}

			return n
		},
		stays: true,
	},
}
