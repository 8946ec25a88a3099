// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package customprofilefieldsim simulates custom profile fields of organizations, and their
// values of subscriptions.
package customprofilefieldsim

import (
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

var switches = []sim.Switch{
	{
		Name: "custom-profile-field-empty", Default: "kept", Values: []string{"kept", "dropped"},
		About: "whether a value that is set to an empty text is shown",
	},
}

// Register adds the operations and switches to a world.
func Register(w *nexportsim.World) {
	w.Switches.Define(switches...)
	w.Fields("custom_profile_field", "id", "key", "name", "type")
	w.Fields("custom_profile_field_value", "key", "value")

	w.Handle(nexportsim.Operation{
		Name: "GetCustomProfileFields", Method: http.MethodGet, Others: []string{"GET CustomProfileFields", "POST GetCustomProfileFields"},
		Needs: []string{"org_id"}, Takes: []string{"field_id"}, Do: list,
	})
	w.Handle(nexportsim.Operation{
		Name: "GetCustomProfileFieldValues", Method: http.MethodGet, Others: []string{"POST GetCustomProfileFieldValues"},
		Needs: []string{"subscriber_id"}, Do: values,
	})
	w.Handle(nexportsim.Operation{
		Name: "SetCustomProfileFieldValues", Method: http.MethodPost, Others: []string{"PUT SetCustomProfileFieldValues"},
		Needs: []string{"subscriber_id", "custom_profile_field_values"}, Write: true, Do: set,
	})
}

func list(c *nexportsim.Call) sim.Response {
	org, id := nexportsim.Text(c.In, "org_id"), nexportsim.Text(c.In, "field_id")
	if _, ok := c.Entry(org, nexportsim.Organization); !ok {
		return c.NotFound("Entity not found")
	}

	all := []sim.Doc{}

	for _, d := range c.Docs(nexportsim.ProfileFields, "").All() {
		if nexportsim.Text(d, "org_id") == org && (id == "" || nexportsim.Text(d, "id") == id) {
			all = append(all, d)
		}
	}

	return c.Many("custom_profile_field", all)
}

func subscription(c *nexportsim.Call) (sim.Doc, bool) {
	id := nexportsim.Text(c.In, "subscriber_id")

	return c.Docs(nexportsim.Subscriptions, "").Find(func(d sim.Doc) bool { return d["subscription_id"] == id })
}

func values(c *nexportsim.Call) sim.Response {
	d, ok := subscription(c)
	if !ok {
		return c.NotFound("Entity not found")
	}

	held, _ := d["values"].(map[string]any)
	all := []sim.Doc{}

	for key, value := range held {
		if value == "" && c.Switch("custom-profile-field-empty") == "dropped" {
			continue
		}

		all = append(all, sim.Doc{"key": key, "value": value})
	}

	return c.Many("custom_profile_field_value", nexportsim.Sorted(all, "key"))
}

// set changes the values that are sent. A key that no field of the organization has is not found [I].
func set(c *nexportsim.Call) sim.Response {
	d, ok := subscription(c)
	sent, isMap := c.In["custom_profile_field_values"].(map[string]any)

	switch {
	case !ok:
		return c.NotFound("Entity not found")
	case !isMap:
		return c.Refuse(http.StatusUnprocessableEntity, "The values are not keys and values")
	case nexportsim.Is(d, "disabled") && c.Switch("subscription-disabled-writes") == "refuse":
		return c.Refuse(http.StatusUnprocessableEntity, "The subscription is disabled")
	}

	held, isMap := d["values"].(map[string]any)
	if !isMap {
		held = sim.Doc{}
	}

	for key, value := range sent {
		if _, known := c.Docs(nexportsim.ProfileFields, "").Find(func(f sim.Doc) bool { return f["key"] == key && f["org_id"] == d["org_id"] }); !known {
			return c.NotFound("Entity not found")
		}

		held[key] = value
	}

	d["values"] = held
	c.Docs(nexportsim.Subscriptions, "").Put(nexportsim.Text(d, "user_id")+"/"+nexportsim.Text(d, "org_id"), d)

	return nexportsim.Done()
}
