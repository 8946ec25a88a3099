// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package radiusserversim

import (
	"maps"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// save stores base with the body's members over it; tags is what the body calls the tags.
func save(c *jumpcloudsim.Call, base sim.Doc, taken sim.Fields, tags string) (sim.Doc, *sim.Response) {
	body, bad := c.Object(taken)
	if bad != nil {
		return nil, new(jumpcloudsim.BadBody(bad))
	}

	d := maps.Clone(base)
	maps.Copy(d, body)

	if names, given := body[tags]; given {
		delete(d, tags)
		d["tags"] = names
	}

	// Name, address and secret are required [S]; of a PUT, what is there already counts.
	for _, name := range []string{"name", "networkSourceIp", "sharedSecret"} {
		if text, _ := d[name].(string); text == "" {
			return nil, new(jumpcloudsim.BadRequest(name+" is required", "", name))
		}
	}

	for name, allowed := range words {
		if text, given := body[name].(string); given && !slices.Contains(allowed, text) {
			return nil, new(jumpcloudsim.BadRequest(name+" is invalid", "", name))
		}
	}

	for setting, name := range map[string]string{"radius-server-name-unique": "name", "radius-server-ip-unique": "networkSourceIp"} {
		_, found := c.Tenant(Collection).Find(func(other sim.Doc) bool { return other[name] == d[name] && other["id"] != d["id"] })
		if found && c.Switch(setting) == "on" {
			return nil, new(jumpcloudsim.BadRequest("a RADIUS server with this "+name+" exists", "", name))
		}
	}

	id, _ := d["id"].(string)
	c.Tenant(Collection).Put(id, d)

	return d, nil
}

// read is a server as GET and POST answer it.
func read(c *jumpcloudsim.Call, d sim.Doc) sim.Doc {
	v := written(c, d)
	if v["tagNames"] != nil && c.Switch("radius-server-tags") == "both" {
		v["tags"] = v["tagNames"]
	}

	if org, there := d["organization"]; there {
		v["organization"] = org
	}

	if secret, there := d["sharedSecret"]; there && c.Switch("radius-server-secret") == "show" {
		v["sharedSecret"] = secret
	}

	return v
}

// written is a server as PUT and DELETE answer it: with _id, without secret, organization and
// tags [S].
func written(c *jumpcloudsim.Call, d sim.Doc) sim.Doc {
	v := maps.Clone(d)
	v["_id"] = v["id"]

	if names, there := v["tags"]; there && c.Switch("radius-server-tags") != "none" {
		v["tagNames"] = names
	}

	for _, name := range []string{"id", "sharedSecret", "organization", "tags"} {
		delete(v, name)
	}

	return v
}
