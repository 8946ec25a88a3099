// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package groupsim

import "github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"

var switches = []sim.Switch{
	{
		Name: "group-name-unique", Default: "on", Values: []string{"on", "off"},
		About: "whether a second group of one kind and name in an organization is a 409, as the vendor's CLI expects",
	},
	{
		Name: "group-name-blank", Default: "refuse", Values: []string{"refuse", "accept"},
		About: "whether the name of a group, which is required, may be blank",
	},
	{
		Name: "group-text", Default: "keep", Values: []string{"keep", "trim"},
		About: "whether a group's name and description are kept as they are sent, or lose outer white space",
	},
	{
		Name: "group-list-shape", Default: "short", Values: []string{"short", "whole"},
		About: "whether lists of system and user groups leave out membershipMethod, memberQuery and attributes, as a third party's " +
			"fake of the service does for user groups, or show what the contract documents",
	},
	{
		Name: "group-membership-method-default", Default: "STATIC", Values: []string{"STATIC", "NOTSET"},
		About: "the membershipMethod of a group that is created without one",
	},
	{
		Name: "group-exemption-organization", Default: "as-sent", Values: []string{"as-sent", "own"},
		About: "whether an exemption of a query that is sent without organizationId stays without, or gets the id of the group's organization",
	},
	{
		Name: "group-patch", Default: "accept", Values: []string{"accept", "refuse"},
		About: "whether a group can be changed with PATCH, which older published documents have and today's do not",
	},
	{
		Name: "group-delete-answer", Default: "object", Values: []string{"object", "empty"},
		About: "whether deleting a group answers 200 with the group or 204: both are documented",
	},
	{
		Name: "group-delete-in-use", Default: "allow", Values: []string{"allow", "refuse"},
		About: "whether a group that has members or associations can be deleted; its edges go with it",
	},
	{
		Name: "user-group-ldap-default", Default: "name", Values: []string{"name", "none"},
		About: "whether a user group without attributes.ldapGroups gets one that has its name; perpetual differences of other clients say so",
	},
	{
		Name: "user-group-posix-change", Default: "refuse", Values: []string{"refuse", "accept"},
		About: "whether attributes.posixGroups of a user group can be changed; a third party's fake refuses it",
	},
	{
		Name: "graph-unknown-object", Default: "invalid", Values: []string{"invalid", "not-found"},
		About: "whether members and associations of an object that does not exist are a 400 (a third party's fake) or a 404",
	},
	{
		Name: "graph-unknown-target", Default: "refuse", Values: []string{"refuse", "not-found", "accept"},
		About: "what adding an edge to an object that the organization does not have is: a 400, a 404, or a 204 that does nothing",
	},
	{
		Name: "graph-association-twice", Default: "conflict", Values: []string{"conflict", "accept"},
		About: "whether adding an association that is there is a 409, as it is for members, or a 204",
	},
	{
		Name: "graph-absent-type", Default: "none",
		Values: []string{"none", Command, Policy, PolicyGroup, RADIUSServer, System, SystemGroup, User, UserGroup},
		About: "a type that the tenant's service does not know as a target of associations: reading and changing them is a 400; the vendor's " +
			"CLI found that some pairs of types are one, and which tenants lack what is not documented",
	},
	{
		Name: "graph-remove-missing", Default: "not-found", Values: []string{"not-found", "accept"},
		About: "whether removing an edge that is not there is a 404 (a third party's fake) or a 204",
	},
	{
		Name: "share-twice", Default: "accept", Values: []string{"accept", "conflict"},
		About: "whether sharing a directory or an application again with one organization is a 204 that changes nothing or a 409, which is " +
			"documented for groups only",
	},
	{
		Name: "share-remove-missing", Default: "not-found", Values: []string{"not-found", "accept"},
		About: "whether ending a share that is not there is a 404, as of other edges, or a 204",
	},
	{
		Name: "shared-group-shown", Default: "yes", Values: []string{"yes", "no"},
		About: "whether an organization shows the groups that are shared with it, under their ids and with their owner in organizationObjectId",
	},
	{
		Name: "shared-group-change", Default: "refuse", Values: []string{"refuse", "accept"},
		About: "whether a group can be changed and deleted in an organization that it is shared with: a 403, or done to its owner's group",
	},
}
