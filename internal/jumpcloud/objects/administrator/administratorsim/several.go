// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administratorsim

import (
	"net/http"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// rolesOf are the ids and names of all roles, the main one first. That roles are ids is [I]:
// role is one, and the names have a member of their own.
func rolesOf(c *jumpcloudsim.Call, d sim.Doc) (ids, names []any) {
	provider, _ := d["provider"].(string)
	name, _ := d["roleName"].(string)
	main, _ := c.World.FindRole(provider, name)
	all := []any{main["id"]}

	further, _ := d["roles"].([]any)
	for _, id := range further {
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
	}

	for _, id := range all {
		text, _ := id.(string)
		if role, ok := c.World.FindRole(provider, text); ok {
			ids, names = append(ids, role["id"]), append(names, role["name"])
		}
	}

	return ids, names
}

// also stores what is behind feature flags: several roles, and the first organizations.
func also(c *jumpcloudsim.Call, d, body sim.Doc) *sim.Response {
	provider, _ := d["provider"].(string)

	if ids, given := body["roles"].([]any); given && c.Switch("administrator-several-roles") == "on" {
		for _, id := range ids {
			text, _ := id.(string)
			if _, ok := c.World.FindRole(provider, text); !ok {
				return new(jumpcloudsim.BadRequest("roles is invalid", "", "roles"))
			}
		}

		d["roles"] = ids
	}

	organizations, given := body["administratorOrganizations"].([]any)
	if !given || c.Switch("administrator-organizations") == "ignore" {
		return nil
	}

	for _, id := range organizations {
		text, _ := id.(string)
		if _, ok := c.VisibleOrganization(text); !ok {
			return new(jumpcloudsim.BadRequest("administratorOrganizations is invalid", "", "administratorOrganizations"))
		}
	}

	d["organizations"] = organizations

	return nil
}

// taken refuses an address that another administrator has.
func taken(c *jumpcloudsim.Call, email, own string) *sim.Response {
	_, there := c.Docs(jumpcloudsim.Administrators, "").Find(func(d sim.Doc) bool {
		e, _ := d["email"].(string)

		return strings.EqualFold(e, email) && d["id"] != own
	})

	switch {
	case !there:
		return nil
	case c.Switch("administrator-email-taken") == "409":
		return new(jumpcloudsim.Conflict("email already exists"))
	case c.Method == http.MethodPut:
		return new(jumpcloudsim.Refuse(http.StatusBadRequest, "email already exists", "")) // version 1 has no details [S v1]
	default:
		return new(jumpcloudsim.BadRequest("email already exists", "", "email"))
	}
}
