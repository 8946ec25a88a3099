// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyresult

import (
	"cmp"
	"context"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
)

// result is a PolicyResult (evidence: policies 5.1).
type result struct {
	ID         string `json:"id"`
	PolicyID   string `json:"policyID"`
	SystemID   string `json:"systemID"`
	UserID     string `json:"userObjectId"`
	State      string `json:"state"`
	Success    bool   `json:"success"`
	ExitStatus int64  `json:"exitStatus"`
	StartedAt  string `json:"startedAt"`
	EndedAt    string `json:"endedAt"`
	Detail     string `json:"detail"`
	StdErr     string `json:"stdErr"`
	StdOut     string `json:"stdOut"`
}

func listing(route collections.Route, sort string) collections.Listing[result] {
	return collections.Listing[result]{Route: route, Sort: sort, ID: func(r result) string { return r.ID }}
}

func get(ctx context.Context, t *jumpcloud.Tenant, id string) (result, error) {
	return collections.Get[result](ctx, t.V2("policyresults", id))
}

// statuses reads the latest result of each device. That there is one a device is the
// support articles' word, not the contract's (evidence: policies 5.2); of several the latest counts.
func statuses(ctx context.Context, t *jumpcloud.Tenant, policyID string) ([]result, error) {
	all, err := collections.All(ctx, listing(t.V2("policies", policyID, "policystatuses"), jumpcloud.SortID))
	if err != nil {
		return nil, err
	}

	slices.SortStableFunc(all, func(a, b result) int {
		return cmp.Or(cmp.Compare(a.StartedAt, b.StartedAt), cmp.Compare(a.ID, b.ID))
	})

	latest := map[string]result{}

	for _, r := range all {
		who := r.SystemID + "/" + r.UserID
		if who == "/" {
			who = r.ID
		}

		latest[who] = r
	}

	return slices.DeleteFunc(all, func(r result) bool {
		last, ok := latest[r.SystemID+"/"+r.UserID]

		return ok && last.ID != r.ID
	}), nil
}

// policy is what a list of policies tells that matters here.
type policy struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Template struct {
		Name string `json:"name"`
	} `json:"template"`
}

func policies(ctx context.Context, t *jumpcloud.Tenant) ([]policy, error) {
	return collections.All(ctx, collections.Listing[policy]{
		Route: t.V2("policies"), Sort: jumpcloud.SortID, ID: func(p policy) string { return p.ID },
	})
}

// policiesOf lists the policies that are direct members of the policy group with that exact
// name; "" means all policies.
func policiesOf(ctx context.Context, t *jumpcloud.Tenant, name string) ([]policy, error) {
	all, err := policies(ctx, t)
	if err != nil || name == "" {
		return all, err
	}

	g, err := group.Resolve(ctx, t, group.PolicyGroup, types.StringNull(), types.StringValue(name))
	if err != nil {
		return nil, err
	}

	members, err := group.Members(g).All(ctx, t)
	if err != nil {
		return nil, err
	}

	return slices.DeleteFunc(all, func(p policy) bool { return !slices.Contains(members, p.ID) }), nil
}
