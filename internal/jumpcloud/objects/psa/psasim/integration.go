// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psasim

import (
	"maps"
	"net/http"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// vendor is what the vendors' integrations differ in.
type vendor struct {
	name   string
	fields sim.Fields // of the credentials
	secret string     // what a PATCH may lack
	shown  []string   // of the credentials: the rest is write-only [S]
	// targets are the members of a mapping besides company.
	targets sim.Fields
}

var credentialFields = map[string]vendor{
	ConnectWise: {
		name: ConnectWise, secret: "privateKey", shown: []string{"url", "companyId"},
		fields:  sim.Fields{"url": sim.String, "companyId": sim.String, "publicKey": sim.String, "privateKey": sim.String},
		targets: sim.Fields{"agreement": sim.Object | sim.Null, "addition": sim.Object | sim.Null},
	},
	Autotask: {
		name: Autotask, secret: "secret", shown: []string{"username"},
		fields:  sim.Fields{"username": sim.String, "secret": sim.String},
		targets: sim.Fields{"contract": sim.Object | sim.Null, "service": sim.Object | sim.Null},
	},
	Syncro: {
		name: Syncro, secret: "apiToken", shown: []string{"subdomain"},
		fields:  sim.Fields{"subdomain": sim.String, "apiToken": sim.String},
		targets: sim.Fields{"billingConfigurations": sim.Object | sim.Null},
	},
}

// accounts is where the right credentials of a PSA can be changed: by vendor, every
// field a list of what is right.
const accounts = "psaaccounts"

var right = map[string]map[string][]string{
	ConnectWise: {
		"url":       {"https://na.myconnectwise.net", "https://eu.myconnectwise.net"},
		"companyId": {"examplemsp"}, "publicKey": {"sim-connectwise-public", "sim-connectwise-public-2"},
		"privateKey": {"sim-connectwise-private", "sim-connectwise-private-2"},
	},
	Autotask: {
		"username": {"api@examplemsp.example", "api-2@examplemsp.example"}, "secret": {"sim-autotask-secret", "sim-autotask-secret-2"},
	},
	Syncro: {"subdomain": {"examplemsp", "examplemsp-2"}, "apiToken": {"sim-syncro-token", "sim-syncro-token-2"}},
}

// Credentials are credentials that the vendor's pretend PSA accepts, by the API's names.
// Each of them has a second right value, with "-2" at its end, but for a ConnectWise
// company; its second url begins with https://eu.
func Credentials(vendor string) map[string]string {
	first := map[string]string{}
	for field, values := range right[vendor] {
		first[field] = values[0]
	}

	return first
}

// accepted asks the PSA whether it knows the credentials.
func accepted(c *jumpcloudsim.Call, v vendor, d sim.Doc) bool {
	changed, _ := c.World.Store.Docs(accounts, "").Get(v.name)

	for field := range v.fields {
		values := []any{}
		for _, s := range right[v.name][field] {
			values = append(values, s)
		}

		if list, ok := changed[field].([]any); ok {
			values = list
		}

		if !holds(values, strings.TrimSuffix(text(d, field), "/")) {
			return false
		}
	}

	return true
}

// unprocessable is the 422 of rejected credentials; its body is an empty schema [S].
func unprocessable(c *jumpcloudsim.Call) sim.Response {
	if c.Switch("integration-422-body") == "empty" {
		return sim.JSON(http.StatusUnprocessableEntity, sim.Doc{})
	}

	return jumpcloudsim.Refuse(http.StatusUnprocessableEntity, "could not validate the credentials", "")
}

// listIntegrations has integrationId where the read shape has id [S].
func listIntegrations(c *jumpcloudsim.Call) sim.Response {
	items := []sim.Doc{}
	for _, d := range c.Docs(Integrations, c.ProviderID).All() {
		items = append(items, sim.Doc{"integrationId": d["id"], "type": d["type"]})
	}

	return c.Wrapped("records", items, jumpcloudsim.List{Filterable: []string{"type", "integrationId"}})
}

// create answers nothing but the id [S].
func (v vendor) create(c *jumpcloudsim.Call) sim.Response {
	body, bad := c.Object(v.fields)
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	for field := range v.fields {
		if text(body, field) == "" {
			return jumpcloudsim.BadRequest(field+" is required", "", field)
		}
	}

	docs := c.Docs(Integrations, c.ProviderID)
	_, taken := docs.Find(func(d sim.Doc) bool { return d["type"] == v.name })

	switch {
	case taken && c.Switch("integration-second-of-type") == "conflict":
		return jumpcloudsim.Conflict("integration already exists")
	case !accepted(c, v, body):
		return unprocessable(c) // nothing is stored
	}

	id := c.World.IDs.UUID()
	v.store(c, docs, id, body)
	plant(c.World, id, v.name)

	return sim.JSON(http.StatusCreated, sim.Doc{"integrationId": id})
}

func (v vendor) store(c *jumpcloudsim.Call, docs sim.Collection, id string, d sim.Doc) {
	d["id"], d["type"] = id, v.name
	if c.Switch("integration-url-spelling") == "bare" && v.name == ConnectWise {
		d["url"] = strings.TrimSuffix(text(d, "url"), "/")
	}

	docs.Put(id, d)
}

func (v vendor) get(c *jumpcloudsim.Call) sim.Response {
	_, d, refused := integration(c, v.name)
	if refused != nil {
		return *refused
	}

	return sim.JSON(http.StatusOK, v.show(d))
}

// show has no secret; isMspAuthConfigured tells only that one is stored [S].
func (v vendor) show(d sim.Doc) sim.Doc {
	out := sim.Doc{"id": d["id"], "isMspAuthConfigured": text(d, v.secret) != ""}
	for _, field := range v.shown {
		out[field] = d[field]
	}

	return out
}

// patch changes what is sent, after the whole has been verified with the PSA [S: 422].
func (v vendor) patch(c *jumpcloudsim.Call) sim.Response {
	id, d, refused := integration(c, v.name)
	if refused != nil {
		return *refused
	}

	body, bad := c.Object(v.fields)
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	for field := range body {
		if text(body, field) == "" {
			return jumpcloudsim.BadRequest(field+" must not be empty", "", field)
		}
	}

	if _, sent := body[v.secret]; !sent && c.Switch("integration-patch-without-secret") == "refuse" {
		return unprocessable(c)
	}

	maps.Copy(d, body)

	if !accepted(c, v, d) {
		return unprocessable(c)
	}

	v.store(c, c.Docs(Integrations, c.Caller.ProviderID), id, d)

	return sim.JSON(http.StatusOK, v.show(d))
}

func (v vendor) remove(c *jumpcloudsim.Call) sim.Response {
	id, _, refused := integration(c, v.name)
	if refused != nil {
		return *refused
	}

	mapped := c.Docs(Mappings, id)
	if mapped.Len() > 0 && c.Switch("integration-delete-mapped") == "refuse" {
		return jumpcloudsim.BadRequest("integration has mappings", "", "")
	}

	for _, collection := range append([]string{Mappings, SyncErrors}, contents...) {
		docs := c.Docs(collection, id)
		for _, one := range docs.IDs() {
			docs.Remove(one)
		}
	}

	configured := c.Docs(AlertConfigurations, c.Caller.ProviderID+"/"+v.name)
	for _, one := range configured.IDs() {
		configured.Remove(one)
	}

	c.Docs(Settings, "").Remove(id)
	c.Docs(Integrations, c.Caller.ProviderID).Remove(id)

	return sim.NoContent()
}
