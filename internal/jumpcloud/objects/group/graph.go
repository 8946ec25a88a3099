// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package group is what the objects around groups share: the graph that joins groups,
// policies and their targets, its wire types and calls, and the rules that sets of edges
// and single edges follow alike.
package group

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Types of the objects that the graph joins, as the wire spells them.
const (
	ActiveDirectory     = "active_directory"
	Application         = "application"
	Command             = "command"
	GSuite              = "g_suite"
	IDPRoutingPolicy    = "idp_routing_policy"
	LDAPServer          = "ldap_server"
	Office365           = "office_365"
	PasswordManagerItem = "password_manager_item"
	Policy              = "policy"
	PolicyGroup         = "policy_group"
	RADIUSServer        = "radius_server"
	System              = "system"
	SystemGroup         = "system_group"
	User                = "user"
	UserGroup           = "user_group"
)

// Types of groups, as lists of all groups show them (GroupType).
var Types = []string{PolicyGroup, SystemGroup, UserGroup}

// TargetTypes are what policies and policy groups can be associated with (evidence: groups 2.2).
var TargetTypes = []string{System, SystemGroup, User, UserGroup}

// SystemGroupTargetTypes are what device groups can be associated with (evidence: groups 2.3).
var SystemGroupTargetTypes = []string{Command, Policy, PolicyGroup, RADIUSServer, User, UserGroup}

// UserGroupTargetTypes are what user groups can be associated with (GraphOperation-UserGroup).
var UserGroupTargetTypes = []string{
	ActiveDirectory, Application, GSuite, IDPRoutingPolicy, LDAPServer, Office365, PasswordManagerItem, Policy, PolicyGroup, RADIUSServer,
	System, SystemGroup,
}

// SystemTargetTypes are what devices can be associated with (GraphOperation-System).
var SystemTargetTypes = []string{Command, Policy, PolicyGroup, User, UserGroup}

// connection is a direct edge (GraphConnection).
type connection struct {
	To struct {
		ID string `json:"id"`
	} `json:"to"`
	Attributes struct {
		Sudo *Sudo `json:"sudo"`
	} `json:"attributes"`
}

// operation changes one edge (GraphOperation): one at a time, answered without a body.
type operation struct {
	ID         string      `json:"id"`
	Op         string      `json:"op"`
	Type       string      `json:"type"`
	Attributes *attributes `json:"attributes,omitzero"`
}

// Edges are the direct edges of one object to objects of one type.
type Edges struct {
	Owner    Ref
	To       string // the type at the other end
	relation string
}

// Members are the edges of a group to its members.
func Members(group Ref) Edges {
	to := map[string]string{PolicyGroup: Policy, SystemGroup: System, UserGroup: User}[group.Type]

	return Edges{group, to, "members"}
}

// Associations are the edges of an object to targets of one type.
func Associations(owner Ref, to string) Edges { return Edges{owner, to, "associations"} }

// route is of version 2, which has the graph, also of what version 1 lists.
func (e Edges) route(t *jumpcloud.Tenant) collections.Route {
	return t.V2(kinds[e.Owner.Type].collection, e.Owner.ID, e.relation)
}

// listing is the list of the edges. It documents neither a sort nor a single GET.
func (e Edges) listing(t *jumpcloud.Tenant) collections.Listing[connection] {
	route := e.route(t)
	if e.relation == "associations" {
		route = route.With("targets", e.To)
	}

	return collections.Listing[connection]{Route: route, ID: func(c connection) string { return c.To.ID }}
}

// All returns the ids at the other end, from the snapshot that all refreshes share.
func (e Edges) All(ctx context.Context, t *jumpcloud.Tenant) ([]string, error) {
	all, err := collections.All(ctx, e.listing(t))
	if err != nil {
		return nil, e.explain(ctx, t, err)
	}

	ids := make([]string, 0, len(all))
	for _, c := range all {
		ids = append(ids, c.To.ID)
	}

	return tidy(ids), nil
}

// Now asks the service for the ids at the other end.
func (e Edges) Now(ctx context.Context, t *jumpcloud.Tenant) ([]string, error) {
	ids := []string{}

	for c, err := range collections.Each(ctx, e.listing(t)) {
		if err != nil {
			return nil, e.explain(ctx, t, err)
		}

		ids = append(ids, c.To.ID)
	}

	return tidy(ids), nil
}

// Find refreshes one edge: many of one object share one listing. The error matches
// [rest.ErrNotFound] where there is no such edge.
func (e Edges) Find(ctx context.Context, t *jumpcloud.Tenant, id string) error {
	_, err := collections.Lookup(ctx, e.listing(t), id)

	return e.explain(ctx, t, err)
}

// Add adds an edge; one that is there already is a success ([cli] for members).
func (e Edges) Add(ctx context.Context, t *jumpcloud.Tenant, id string) error {
	err := e.change(ctx, t, "add", id, true)
	if errors.Is(err, rest.ErrConflict) {
		return nil
	}

	return err
}

// Remove removes an edge. The error matches [rest.ErrNotFound] where it, or its owner, is
// not there: a service hides what a credential may not see in the same way.
func (e Edges) Remove(ctx context.Context, t *jumpcloud.Tenant, id string) error {
	return e.explain(ctx, t, e.change(ctx, t, "remove", id, false))
}

func (e Edges) change(ctx context.Context, t *jumpcloud.Tenant, op, id string, wanted bool) error {
	// A write drops the snapshots of its own side; the other side lists the same edge.
	if other, _, ok := e.mirrored(id); ok {
		defer collections.Drop(other.route(t))
	}

	return collections.Ensure(ctx, e.route(t), operation{ID: id, Op: op, Type: e.To}, func(ctx context.Context) (bool, error) {
		now, err := e.Now(ctx, t)

		return slices.Contains(now, id) == wanted, err
	})
}

// sides are the types that list their associations themselves, the one that comes first
// giving an edge its name.
var sides = []string{PolicyGroup, Policy, SystemGroup, UserGroup, System}

// mirrored is the edge to id as the other end sees it: an association of two such types is one
// edge that both sides list and change (evidence: groups 2.3).
func (e Edges) mirrored(id string) (other Edges, otherID string, ok bool) {
	if e.relation != "associations" || !slices.Contains(sides, e.Owner.Type) || !slices.Contains(sides, e.To) {
		return e, id, false
	}

	return Associations(Ref{e.To, id}, e.Owner.Type), e.Owner.ID, true
}

// explain translates a not-found in disguise: the graph answers 400, not 404, for an
// object that is gone (evidence: groups 2.4).
func (e Edges) explain(ctx context.Context, t *jumpcloud.Tenant, err error) error {
	if !errors.Is(err, rest.ErrInvalid) {
		return err
	}

	if _, gone := collections.Lookup(ctx, existing(t, e.Owner.Type), e.Owner.ID); errors.Is(gone, rest.ErrNotFound) {
		return gone
	}

	return err
}

// Reach asks which objects are reached from one through any path: what is the last
// segment of a traversal, such as systems.
func Reach(ctx context.Context, t *jumpcloud.Tenant, from Ref, what string) ([]string, error) {
	ids := []string{}

	all := collections.Listing[named]{Route: from.route(t).Join(what), ID: func(n named) string { return n.ID }}
	for n, err := range collections.Each(ctx, all) {
		if err != nil {
			return nil, err
		}

		ids = append(ids, n.ID)
	}

	return tidy(ids), nil
}

// tidy sorts, and drops what overlapping pages show twice.
func tidy(ids []string) []string {
	slices.Sort(ids)

	return slices.Compact(ids)
}

// Forms of a target's type as part of an import id.
var (
	TargetType            = TypeForm(TargetTypes, SystemGroup)
	SystemGroupTargetType = TypeForm(SystemGroupTargetTypes, Policy)
	SystemTargetType      = TypeForm(SystemTargetTypes, User)
	UserGroupTargetType   = TypeForm(UserGroupTargetTypes, Application)
)

// TypeForm is the form of a key that is one of these types.
func TypeForm(types []string, example string) kit.Form {
	return kit.Form{
		Pattern: regexp.MustCompile("^(" + strings.Join(types, "|") + ")$"),
		Words:   "one of " + strings.Join(types, ", "),
		Example: example,
	}
}
