// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsim

import (
	"encoding/json"
	"fmt"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/zammadsim"
)

// show is an organization with its members, which are the users' business.
func show(c *zammadsim.Call, d sim.Doc) sim.Doc {
	d = sim.ToDoc(d)
	d["member_ids"] = members(c, fmt.Sprint(d["id"]))
	d["secondary_member_ids"] = []any{}

	if c.Switch("organization-vip") == "off" {
		delete(d, "vip")
	}

	return d
}

func members(c *zammadsim.Call, id string) []json.Number {
	all := []json.Number{}

	for _, d := range c.Docs(zammadsim.Users, "").All() {
		if u := zammadsim.UserOf(d); u.OrganizationID == id {
			all = append(all, json.Number(u.ID))
		}
	}

	return all
}

// join makes exactly the users that a body names members, where it names any [source].
func join(c *zammadsim.Call, id string, body sim.Doc) {
	list, sent := body["member_ids"].([]any)
	if _, named := body["member_ids"]; !sent && !named {
		return
	}

	wanted := map[string]bool{}
	for _, member := range list {
		wanted[fmt.Sprint(member)] = true
	}

	for _, d := range c.Docs(zammadsim.Users, "").All() {
		u := zammadsim.UserOf(d)

		switch {
		case wanted[u.ID]:
			u.OrganizationID = id
		case u.OrganizationID == id:
			u.OrganizationID = ""
		default:
			continue
		}

		c.Docs(zammadsim.Users, "").Put(u.ID, sim.ToDoc(u))
	}
}

// refersTo tells whether a ticket is of the organization.
func refersTo(c *zammadsim.Call, id string) bool {
	_, found := c.Docs(zammadsim.Tickets, "").Find(func(d sim.Doc) bool { return zammadsim.Text(d, "organization_id") == id })

	return found
}
