// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package subscriptionsim simulates subscriptions of users to organizations, which the API
// creates, disables and never deletes.
package subscriptionsim

import (
	"net/http"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

var switches = []sim.Switch{
	{
		Name: "subscription-status-shown", Default: "on", Values: []string{"on", "off"},
		About: "whether an answer shows a subscription's status",
	},
	{
		Name: "subscription-disabled-writes", Default: "allow", Values: []string{"allow", "refuse"},
		About: "whether the status and the custom profile fields of a disabled subscription can be set",
	},
}

// DefaultStatus is what an empty status means [V: "the default subscription status"]; its
// name is ours. Statuses are those that an installation has.
const DefaultStatus = "Active"

// Statuses are those of the simulated installation beside the default one.
var Statuses = []string{"On Leave", "Graduated"}

// Register adds the operations and switches to a world.
func Register(w *nexportsim.World) {
	w.Switches.Define(switches...)
	w.Fields("subscription", "subscription_id", "user_id", "org_id", "disabled", "status", "utc_expiration_date", "utc_creation_date")

	w.Handle(nexportsim.Operation{
		Name: "CreateSubscription", Method: http.MethodPost, Others: []string{"POST AddSubscription"},
		Needs: []string{"org_id", "user_id"}, Write: true, Do: create,
	})
	w.Handle(nexportsim.Operation{Name: "GetSubscription", Method: http.MethodGet, Needs: []string{"user_id", "org_id"}, Do: get})
	w.Handle(nexportsim.Operation{Name: "GetSubscriptions", Method: http.MethodGet, Takes: []string{"user_id", "login"}, Pages: true, Do: ofUser})
	w.Handle(nexportsim.Operation{
		Name: "SearchSubscriptions", Method: http.MethodGet, Others: []string{"POST SearchSubscriptions", "POST FindSubscriptions"},
		Takes: []string{"user_ids", "org_ids"}, Pages: true, Do: search,
	})
	w.Handle(nexportsim.Operation{
		Name: "DisableSubscription", Method: http.MethodPost, Others: []string{"POST EnableOrDisableSubscription", "PUT DisableSubscription"},
		Needs: []string{"subscription_id", "disabled"}, Write: true, Do: disable,
	})
	w.Handle(nexportsim.Operation{
		Name: "SetSubscriptionStatus", Method: http.MethodPost, Others: []string{"PUT SetSubscriptionStatus"},
		Needs: []string{"subscription_id", "status"}, Write: true, Do: setStatus,
	})
}

// create refuses a second subscription with the status of what is not found [V].
func create(c *nexportsim.Call) sim.Response {
	user, org := nexportsim.Text(c.In, "user_id"), nexportsim.Text(c.In, "org_id")

	_, isUser := c.Docs(nexportsim.Users, "").Get(user)
	_, isOrg := c.Entry(org, nexportsim.Organization)
	_, there := c.Docs(nexportsim.Subscriptions, "").Get(user + "/" + org)

	switch {
	case !isUser || !isOrg:
		return c.NotFound("Entity not found")
	case there:
		return c.NotFound("Duplicate subscription")
	}

	d := sim.Doc{
		"subscription_id": c.World.IDs.UUID(), "user_id": user, "org_id": org, "disabled": false, "status": DefaultStatus,
		"utc_creation_date": nexportsim.Stamp(c.Now()), "utc_expiration_date": nil,
	}
	c.Docs(nexportsim.Subscriptions, "").Put(user+"/"+org, d)

	return c.One("subscription", shown(c, d))
}

func shown(c *nexportsim.Call, d sim.Doc) sim.Doc {
	if c.Switch("subscription-status-shown") == "off" {
		delete(d, "status")
	}

	return d
}

func get(c *nexportsim.Call) sim.Response {
	d, ok := c.Docs(nexportsim.Subscriptions, "").Get(nexportsim.Text(c.In, "user_id") + "/" + nexportsim.Text(c.In, "org_id"))
	if !ok {
		return c.NotFound("Entity not found")
	}

	return c.One("subscription", shown(c, d))
}

func ofUser(c *nexportsim.Call) sim.Response {
	u, refused := c.User("user_id", "login")
	if refused != nil {
		return *refused
	}

	return c.Many("subscription", where(c, func(d sim.Doc) bool { return d["user_id"] == u["user_id"] }))
}

// search takes lists of users and organizations; an empty list limits nothing [V].
func search(c *nexportsim.Call) sim.Response {
	users, orgs := nexportsim.Texts(c.In, "user_ids"), nexportsim.Texts(c.In, "org_ids")

	return c.Many("subscription", where(c, func(d sim.Doc) bool {
		return (len(users) == 0 || slices.Contains(users, nexportsim.Text(d, "user_id"))) &&
			(len(orgs) == 0 || slices.Contains(orgs, nexportsim.Text(d, "org_id")))
	}))
}

func where(c *nexportsim.Call, match func(sim.Doc) bool) []sim.Doc {
	all := []sim.Doc{}

	for _, d := range c.Docs(nexportsim.Subscriptions, "").All() {
		if match(d) {
			all = append(all, shown(c, d))
		}
	}

	return all
}

// disable takes true to disable and false to enable [V].
func disable(c *nexportsim.Call) sim.Response {
	return change(c, func(d sim.Doc) *sim.Response {
		d["disabled"] = nexportsim.Is(c.In, "disabled")

		return nil
	})
}

func setStatus(c *nexportsim.Call) sim.Response {
	return change(c, func(d sim.Doc) *sim.Response {
		status := nexportsim.Text(c.In, "status")

		switch {
		case nexportsim.Is(d, "disabled") && c.Switch("subscription-disabled-writes") == "refuse":
			return new(c.Refuse(http.StatusUnprocessableEntity, "The subscription is disabled"))
		case status == "":
			status = DefaultStatus
		case status != DefaultStatus && !slices.Contains(Statuses, status):
			return new(c.NotFound("Subscription or Subscription Status not found"))
		}

		d["status"] = status

		return nil
	})
}

func change(c *nexportsim.Call, with func(sim.Doc) *sim.Response) sim.Response {
	id := nexportsim.Text(c.In, "subscription_id")

	d, ok := c.Docs(nexportsim.Subscriptions, "").Find(func(d sim.Doc) bool { return d["subscription_id"] == id })
	if !ok {
		return c.NotFound("Entity not found")
	}

	if refused := with(d); refused != nil {
		return *refused
	}

	c.Docs(nexportsim.Subscriptions, "").Put(nexportsim.Text(d, "user_id")+"/"+nexportsim.Text(d, "org_id"), d)

	return c.One("subscription", shown(c, d))
}
