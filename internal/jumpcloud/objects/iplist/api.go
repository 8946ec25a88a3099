// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplist

import (
	"context"
	"errors"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// ipList is the object as the API returns it.
type ipList struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	Description string   `json:"description"`
	IPs         []string `json:"ips"`
}

// ipListBody is the object as POST and PUT take it. PUT replaces the whole list, so no
// member is left out: an empty value is how one is cleared.
type ipListBody struct {
	Name        string   `json:"name"`
	Description string   `json:"description"`
	IPs         []string `json:"ips"`
}

// ipListPatch is the object as PATCH takes it: a member that is left out is kept.
type ipListPatch struct {
	Name        *string   `json:"name,omitzero"`
	Description *string   `json:"description,omitzero"`
	IPs         *[]string `json:"ips,omitzero"`
}

// candidate is what a name can mean.
func (l ipList) candidate() kit.Candidate { return kit.Candidate{ID: l.ID, Name: l.Name} }

func listing(t *jumpcloud.Tenant) collections.Listing[ipList] {
	return collections.Listing[ipList]{
		Route:  t.V2("iplists"),
		Sort:   jumpcloud.SortID,
		ID:     func(l ipList) string { return l.ID },
		Single: func(ctx context.Context, id string) (ipList, error) { return get(ctx, t, id) },
	}
}

func create(ctx context.Context, t *jumpcloud.Tenant, b ipListBody, allowTwin bool) (ipList, error) {
	return collections.Create(ctx, collections.Creation[ipList]{
		List: listing(t), Body: b, Name: b.Name, NameOf: func(l ipList) string { return l.Name }, AllowTwin: allowTwin,
		Same: func(_ context.Context, l ipList) (bool, error) { return b.describes(l), nil },
	})
}

func get(ctx context.Context, t *jumpcloud.Tenant, id string) (ipList, error) {
	return collections.Get[ipList](ctx, t.V2("iplists", id))
}

// update sends what changes, so that a list of hundreds of addresses is not sent again to
// rename it. When the outcome is not what was wanted, since the answer got lost or somebody
// else changed another member meanwhile, the whole is sent, which may be repeated.
func update(ctx context.Context, t *jumpcloud.Tenant, id string, b, prior ipListBody) (ipList, error) {
	route := t.V2("iplists", id)

	l, err := collections.Patch[ipList](ctx, route, b.since(prior))
	if err != nil && !errors.Is(err, rest.ErrUnclear) || err == nil && b.describes(l) {
		return l, err
	}

	return collections.Replace[ipList](ctx, route, b)
}

func remove(ctx context.Context, t *jumpcloud.Tenant, id string) error {
	return explain(ctx, t, id, collections.Delete(ctx, t.V2("iplists", id)))
}

// since has the members that differ from prior.
func (b ipListBody) since(prior ipListBody) ipListPatch {
	var p ipListPatch

	if b.Name != prior.Name {
		p.Name = &b.Name
	}

	if b.Description != prior.Description {
		p.Description = &b.Description
	}

	if !slices.Equal(b.IPs, prior.IPs) {
		p.IPs = &b.IPs
	}

	return p
}

// same tells whether two bodies are one request.
func (b ipListBody) same(other ipListBody) bool {
	return b.Name == other.Name && b.Description == other.Description && slices.Equal(b.IPs, other.IPs)
}

// describes tells whether l is what the body asks for. Nobody documents whether the
// service trims texts.
func (b ipListBody) describes(l ipList) bool {
	return kit.SameText(b.Name, l.Name) && kit.SameText(b.Description, l.Description) && sameEntries(b.IPs, l.IPs)
}
