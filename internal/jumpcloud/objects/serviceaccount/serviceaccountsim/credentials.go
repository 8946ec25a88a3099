// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package serviceaccountsim

import (
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	clientSecret = "CLIENT_SECRET"
	apiKey       = "API_KEY"
)

// members are where the two kinds of credentials stand in an authConfig [S].
var members = map[string]string{clientSecret: "clientSecretConfig", apiKey: "apiKeyConfig"}

// newCredential makes the credential that an authConfig asks for.
func newCredential(c *jumpcloudsim.Call, config sim.Doc) (sim.Doc, *sim.Response) {
	kind, _ := config["authType"].(string)
	settings, _ := config[members[kind]].(sim.Doc)
	lifetime, _ := settings["lifetime"].(string)

	life, ok := lifetimes[lifetime]
	if !ok || members[kind] == "" {
		return nil, new(jumpcloudsim.BadRequest("authConfig needs an authType and its lifetime", "", "authConfig"))
	}

	id, now := c.World.IDs.ObjectID(), c.World.Clock.Now()
	credential := sim.Doc{
		"objectId": id, "authType": kind, "lifetime": lifetime, "createdAt": stamp(now), "expiresAt": stamp(now.Add(life)),
	}

	if kind == apiKey {
		credential["apiKey"] = "jcs_sim-key-" + id // the prefix is documented [3p]
	} else {
		credential["clientId"], credential["clientSecret"] = "sim-client-"+id, "sim-secret-"+id
	}

	return credential, nil
}

func stamp(at time.Time) string { return at.UTC().Format(time.RFC3339) }

func credentials(d sim.Doc) []any {
	all, _ := d[jumpcloudsim.Credentials].([]any)

	return all
}

// wrapped is a credential as an authConfig; only the answer that makes it has the secret [S].
func wrapped(credential sim.Doc, secret bool) sim.Doc {
	kind, _ := credential["authType"].(string)
	settings := sim.Doc{"status": "ACTIVE"}

	for _, name := range []string{"objectId", "lifetime", "createdAt", "expiresAt", "clientId"} {
		if v, ok := credential[name]; ok {
			settings[name] = v
		}
	}

	for _, name := range []string{"clientSecret", "apiKey"} {
		if v, ok := credential[name]; ok && secret {
			settings[name] = v
		}
	}

	return sim.Doc{"authType": kind, members[kind]: settings}
}

// shown is an account without any secret.
func shown(c *jumpcloudsim.Call, d sim.Doc) sim.Doc {
	name, _ := d["roleName"].(string)
	role, _ := c.World.FindRole(c.Caller.ProviderID, name)
	list := []any{}

	for _, v := range credentials(d) {
		credential, _ := v.(sim.Doc)
		list = append(list, wrapped(credential, false))
	}

	kind := any(clientSecret)

	switch {
	case len(list) > 0:
		first, _ := list[0].(sim.Doc)
		kind = first["authType"]
	case d["clientId"] != nil: // of the world's own making, which holds its one credential itself
		list = append(list, sim.Doc{"authType": clientSecret, "clientSecretConfig": sim.Doc{"clientId": d["clientId"], "status": "ACTIVE"}})
	}

	out := sim.Doc{
		"objectId": d["id"], "name": d["name"], "providerId": d["provider"], "orgId": d["organization"], "roleId": role["id"], "roleName": name,
		"authType": kind, "status": "ACTIVE", "orgCount": len(organizations(c, d)), "authConfigList": list,
	}

	if created, ok := d["createdAt"]; ok {
		out["createdAt"] = created
	}

	return out
}

// organizations are those that an account sees.
func organizations(c *jumpcloudsim.Call, d sim.Doc) []any {
	provider, _ := d["provider"].(string)

	switch {
	case provider == "":
		return []any{d["organization"]}
	case d["allOrganizations"] == true:
		all := []any{}
		for _, id := range c.Docs(jumpcloudsim.Organizations, provider).IDs() {
			all = append(all, id)
		}

		return all
	}

	all, _ := d["organizations"].([]any)

	return all
}
