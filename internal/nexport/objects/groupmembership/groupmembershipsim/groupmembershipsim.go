// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package groupmembershipsim simulates memberships in groups, which the API creates and
// removes and never shows.
package groupmembershipsim

import (
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

var switches = []sim.Switch{
	{
		Name: "membership-duplicate", Default: "refuse", Values: []string{"refuse", "accept"},
		About: "whether a membership that exists fails the whole call: a shared text of failures names duplicates",
	},
	{
		Name: "membership-absent", Default: "refuse", Values: []string{"refuse", "accept"},
		About: "whether the removal of a membership that does not exist fails the whole call",
	},
}

// Register adds the operations and switches to a world.
func Register(w *nexportsim.World) {
	w.Switches.Define(switches...)
	w.Handle(nexportsim.Operation{
		Name: "CreateMembership", Method: http.MethodPost, Needs: []string{"group_ids", "user_id"}, Write: true, Do: create,
	})
	w.Handle(nexportsim.Operation{
		Name: "RemoveMembership", Method: http.MethodPost, Takes: []string{"group_ids", "user_id", "membership_ids"}, Write: true, Do: remove,
	})
}

func key(user, group string) string { return user + "/" + group }

// create is atomic, and wants a subscription of the user in each group's organization [V].
func create(c *nexportsim.Call) sim.Response {
	user, groups := nexportsim.Text(c.In, "user_id"), nexportsim.Texts(c.In, "group_ids")
	docs := c.Docs(nexportsim.Memberships, "")

	for _, id := range groups {
		if _, ok := c.Entry(id, nexportsim.Group); !ok {
			return c.NotFound("Entity not found")
		}

		if _, subscribed := c.Docs(nexportsim.Subscriptions, "").Get(key(user, c.OrganizationOf(id))); !subscribed {
			return c.Refuse(http.StatusUnprocessableEntity, "The user has no subscription in the group's organization")
		}

		if _, there := docs.Get(key(user, id)); there && c.Switch("membership-duplicate") == "refuse" {
			return c.NotFound("Entity not found or duplicate")
		}
	}

	for _, id := range groups {
		docs.Put(key(user, id), sim.Doc{"user_id": user, "group_id": id})
	}

	return nexportsim.Done()
}

// remove is atomic [V].
func remove(c *nexportsim.Call) sim.Response {
	user, groups := nexportsim.Text(c.In, "user_id"), nexportsim.Texts(c.In, "group_ids")
	docs := c.Docs(nexportsim.Memberships, "")

	for _, id := range groups {
		if _, there := docs.Get(key(user, id)); !there && c.Switch("membership-absent") == "refuse" {
			return c.NotFound("Entity not found")
		}
	}

	for _, id := range groups {
		docs.Remove(key(user, id))
	}

	return nexportsim.Done()
}
