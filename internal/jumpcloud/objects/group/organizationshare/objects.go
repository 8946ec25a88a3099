// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationshare

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
)

// segments are the types of objects that can be shared, by what paths call them.
var segments = map[string]string{
	group.ActiveDirectory: "activedirectories", group.Application: "applications", group.GSuite: "g_suites",
	group.PolicyGroup: "policygroups", group.SystemGroup: "systemgroups", group.UserGroup: "usergroups",
}

// Types that can be shared, and of these the ones that the portal lists, with the organizations
// that each is shared with. Of groups it lists neither (evidence: groups 3.1, 3.3).
var (
	objectTypes = []string{group.ActiveDirectory, group.Application, group.GSuite, group.PolicyGroup, group.SystemGroup, group.UserGroup}
	listedTypes = []string{group.ActiveDirectory, group.Application, group.GSuite}
)

// object is a directory or an application that can be shared.
type object struct{ ID, Name string }

// UnmarshalJSON finds id and name, which each type calls otherwise.
func (o *object) UnmarshalJSON(data []byte) error {
	var v struct {
		ID           string `json:"id"`
		LegacyID     string `json:"_id"`
		Domain       string `json:"domain"`
		Name         string `json:"name"`
		DisplayName  string `json:"displayName"`
		DisplayLabel string `json:"displayLabel"`
	}

	err := json.Unmarshal(data, &v)
	o.ID, o.Name = cmp.Or(v.ID, v.LegacyID), cmp.Or(v.DisplayLabel, v.DisplayName, v.Name, v.Domain)

	return err
}

// objects lists what of a listed type can be shared.
func objects(ctx context.Context, p *jumpcloud.Portal, of string) ([]object, error) {
	route, err := p.Own(ctx, segments[of])
	if err != nil {
		return nil, err
	}

	return collections.All(ctx, collections.Listing[object]{Route: route, Sort: jumpcloud.SortID, ID: func(o object) string { return o.ID }})
}

// organizationOf is the organization at the other end of a share: of a directory a connection
// of the graph, of an application a bare id.
type organizationOf struct{ ID string }

// UnmarshalJSON takes either form.
func (o *organizationOf) UnmarshalJSON(data []byte) error {
	if json.Unmarshal(data, &o.ID) == nil {
		return nil
	}

	var connection struct {
		To struct {
			ID string `json:"id"`
		} `json:"to"`
	}

	err := json.Unmarshal(data, &connection)
	o.ID = connection.To.ID

	return err
}

// organizations is the list of those that an object of a listed type is shared with.
func organizations(ctx context.Context, p *jumpcloud.Portal, of, id string) (collections.Listing[organizationOf], error) {
	route, err := p.Own(ctx, segments[of], id, "associations")

	return collections.Listing[organizationOf]{Route: route, Whole: true, ID: func(o organizationOf) string { return o.ID }}, err
}

// sharedWith returns the ids of the organizations that an object is shared with, sorted. For a group it
// asks all organizations that the provider block allows, which costs a listing of groups for each.
func sharedWith(ctx context.Context, p *jumpcloud.Portal, of, id string) ([]string, error) {
	var ids []string

	if slices.Contains(listedTypes, of) {
		list, err := organizations(ctx, p, of, id)
		if err != nil {
			return nil, err
		}

		all, err := collections.All(ctx, list)
		for _, o := range all {
			ids = append(ids, o.ID)
		}

		slices.Sort(ids)

		return ids, err
	}

	all, err := sharedGroups(ctx, p, of)
	for _, g := range all {
		if g.ID == id {
			ids = append(ids, g.organization)
		}
	}

	slices.Sort(ids)

	return ids, err
}

// sharedGroup is a group as an organization shows it that another shares it with.
type sharedGroup struct {
	group.Whole

	organization string
}

// sharedGroups finds the groups of a type that are shared with organizations which the
// credential reaches and the provider block allows.
func sharedGroups(ctx context.Context, p *jumpcloud.Portal, of string) ([]sharedGroup, error) {
	reached, err := p.Reach(ctx)
	if err != nil {
		return nil, err
	}

	reached = slices.DeleteFunc(slices.Clone(reached), func(o jumpcloud.Organization) bool { return p.Client().Allow(o.ID) != nil })

	lists, err := collections.Parallel(ctx, reached, func(ctx context.Context, o jumpcloud.Organization) ([]group.Whole, error) {
		return collections.All(ctx, group.Groups(p.Client().Tenant(o.ID), of))
	})

	var all []sharedGroup

	for i, o := range reached {
		for _, g := range lists[i] {
			if g.SharedWith(p.Client().Tenant(o.ID)) {
				all = append(all, sharedGroup{g, o.ID})
			}
		}
	}

	return all, err
}

// missing returns an error where the portal lists the objects of a type and not this one.
// It stays silent on what cannot be told.
func missing(ctx context.Context, p *jumpcloud.Portal, of, id string) error {
	if !slices.Contains(listedTypes, of) {
		return nil
	}

	all, err := objects(ctx, p, of)
	if err != nil {
		return nil //nolint:nilerr // who may not list them can still share them
	}

	if slices.ContainsFunc(all, func(o object) bool { return o.ID == id }) {
		return nil
	}

	return fmt.Errorf("no %s that can be shared has the id %s. Only what belongs to the primary organization can be; the data source "+
		"jumpcloud_shareable_objects lists it", group.Noun(of), id)
}
