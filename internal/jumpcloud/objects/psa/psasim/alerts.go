// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psasim

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// catalogue is what can raise a ticket. The real list is not documented.
var catalogue = []sim.Doc{
	alert(1, "User Lockout", "Users", "A user was locked out."),
	alert(2, "MDM Certificate Expiry", "Devices", "An MDM certificate is about to expire."),
	alert(3, "Device Offline", "Devices", "A device has not checked in for a while."),
	alert(4, "Password Expiry", "Users", "A user's password has expired."),
	alert(5, "Admin Login Failure", "Administrators", "An administrator failed to log in."),
	alert(6, "LDAP Server Down", "Directories", "An LDAP server cannot be reached."),
}

func alert(id int, name, category, description string) sim.Doc {
	return sim.ToDoc(sim.Doc{"id": id, "name": name, "category": category, "description": description})
}

// alerts needs no integration and has neither paging nor a total [S].
func alerts(*jumpcloudsim.Call) sim.Response { return whole("records", catalogue, false) }

// AlertID is the id of an alert in the configurations of a provider and vendor: the UUID
// of the route, where the catalogue has a number.
func AlertID(providerID, vendor string, number int64) string {
	kinds := []string{Autotask, ConnectWise, Syncro}

	return fmt.Sprintf("%s-%s-4%03d-8000-%012d", providerID[:8], providerID[len(providerID)-4:], slices.Index(kinds, vendor)+1, number)
}

var configurationFields = map[string]sim.Fields{
	ConnectWise: {
		"shouldCreateTickets": sim.Bool, "priority": sim.Object | sim.Null, "source": sim.Object | sim.Null, "dueDays": sim.Integer | sim.Null,
	},
	Autotask: {
		"shouldCreateTickets": sim.Bool, "priority": sim.Object, "status": sim.Object, "source": sim.Object | sim.Null, "dueDays": sim.Integer,
		"destination": sim.String, "resource": sim.Object | sim.Null, "queue": sim.Object | sim.Null,
	},
	Syncro: {
		"shouldCreateTickets": sim.Bool, "priority": sim.String | sim.Null, "status": sim.String | sim.Null, "problemType": sim.String,
		"dueDays": sim.Integer, "userId": sim.Number | sim.Null, "username": sim.String | sim.Null,
	},
}

// required by the contract [S]; all others may be left out of the PUT.
var requiredFields = map[string][]string{
	ConnectWise: {"shouldCreateTickets"},
	Autotask:    {"shouldCreateTickets", "priority", "status", "dueDays", "destination"},
	Syncro:      {"shouldCreateTickets", "problemType"},
}

// defaults are what an alert has that nobody has configured.
var defaults = map[string]sim.Doc{
	ConnectWise: {"priority": pair(3, "Priority 3 - Medium"), "source": pair(2, "JumpCloud"), "dueDays": nil},
	Autotask: {
		"priority": pair(3, "Medium"), "status": pair(1, "New"), "source": pair(8, "Monitoring Alert"), "dueDays": 3,
		"destination": "queue", "queue": pair(29, "Triage"),
	},
	Syncro: {"priority": "2 Normal", "status": "New", "problemType": "Other", "dueDays": 3},
}

func pair(id int, name string) sim.Doc { return sim.Doc{"id": id, "name": name} }

// noIntegration answers for a vendor that the provider has no integration of.
func (v vendor) noIntegration(c *jumpcloudsim.Call) bool {
	_, ok := c.Docs(Integrations, c.ProviderID).Find(func(d sim.Doc) bool { return d["type"] == v.name })

	return !ok && c.Switch("alert-configuration-without-integration") == "404"
}

func (v vendor) configurations(c *jumpcloudsim.Call) sim.Collection {
	return c.Docs(AlertConfigurations, c.ProviderID+"/"+v.name)
}

// configuration is what an alert of the catalogue is configured to do.
func (v vendor) configuration(c *jumpcloudsim.Call, a sim.Doc) sim.Doc {
	out := sim.Doc{
		"id": a["id"], "displayName": a["name"], "category": a["category"], "description": a["description"], "shouldCreateTickets": false,
	}

	stored, ok := v.configurations(c).Get(AlertID(c.ProviderID, v.name, number(a, "id")))
	if !ok && c.Switch("alert-configuration-defaults") == "set" {
		stored = sim.ToDoc(defaults[v.name])
	}

	for name, value := range stored {
		if value != nil || name == "dueDays" && v.name == ConnectWise { // what is not nullable is absent [S]
			out[name] = value
		}
	}

	return out
}

func (v vendor) alertConfigurations(c *jumpcloudsim.Call) sim.Response {
	if v.noIntegration(c) {
		return jumpcloudsim.NotFound()
	}

	items := []sim.Doc{}

	for _, a := range catalogue {
		item := v.configuration(c, a)
		item["alertId"] = AlertID(c.ProviderID, v.name, number(a, "id")) // only here [S]
		items = append(items, item)
	}

	return whole("records", items, false)
}

// putAlert replaces the whole configuration and answers it without alertId [S].
func (v vendor) putAlert(c *jumpcloudsim.Call) sim.Response {
	if v.noIntegration(c) {
		return jumpcloudsim.NotFound()
	}

	id := strings.ToLower(c.PathValue("alert_UUID"))
	at := slices.IndexFunc(catalogue, func(a sim.Doc) bool { return AlertID(c.ProviderID, v.name, number(a, "id")) == id })

	if at < 0 {
		return jumpcloudsim.NotFound()
	}

	body, bad := c.Object(configurationFields[v.name])
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	for _, name := range requiredFields[v.name] {
		if _, ok := body[name]; !ok {
			return jumpcloudsim.BadRequest(name+" is required", "", name)
		}
	}

	if refused := v.checkAlert(c, body); refused != nil {
		return *refused
	}

	v.configurations(c).Put(id, body)

	return sim.JSON(http.StatusOK, v.configuration(c, catalogue[at]))
}

// checkAlert compares with the options. A name in the body is only for people: the id
// decides, and the option's own label is stored [I].
func (v vendor) checkAlert(c *jumpcloudsim.Call, body sim.Doc) *sim.Response {
	refuse := func(field string) *sim.Response {
		return new(jumpcloudsim.BadRequest("unknown "+field, "", field))
	}
	accept := c.Switch("alert-unknown-option") == "accept"

	for _, field := range slices.Sorted(maps.Keys(body)) {
		options := labels(v.name, field)

		switch value := body[field].(type) {
		case sim.Doc:
			if bad := c.CheckObject(value, sim.Fields{"id": sim.Integer, "name": sim.String, "role": sim.Object}); bad != nil {
				c.Violate("body", bad.Error())

				return new(jumpcloudsim.BadBody(bad))
			}

			if label, ok := options[number(value, "id")]; ok {
				value["name"] = label
			} else if !accept {
				return refuse(field)
			}
		case string:
			if v.name == Syncro && field != "username" && !accept && !slices.Contains(slices.Collect(maps.Values(options)), value) {
				return refuse(field)
			}
		}
	}

	if v.name == Autotask {
		return v.checkDestination(c, body, accept)
	}

	if name, ok := labels(v.name, "user")[number(body, "userId")]; ok {
		body["username"] = name
	} else if body["userId"] != nil && !accept {
		return refuse("userId")
	}

	return nil
}

// checkDestination: a queue needs queue.id, a resource its own and its role's id [S].
func (v vendor) checkDestination(c *jumpcloudsim.Call, body sim.Doc, accept bool) *sim.Response {
	destination := text(body, "destination")

	switch destination {
	case "queue", "resource":
	default:
		c.Violate("body", "destination is not one of queue, resource")

		return new(jumpcloudsim.BadRequest("unknown destination", "", "destination"))
	}

	if body[destination] == nil {
		return new(jumpcloudsim.BadRequest(destination+" is required", "", destination))
	}

	if destination == "queue" || accept {
		return nil
	}

	resource := object(body, "resource")
	role := object(resource, "role")

	for _, r := range resources {
		if r.id != number(resource, "id") {
			continue
		}

		for _, known := range r.roles {
			if known.value == number(role, "id") {
				role["name"] = known.label

				return nil
			}
		}
	}

	return new(jumpcloudsim.BadRequest("unknown role", "", "resource.role"))
}
