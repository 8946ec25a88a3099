// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplist

import (
	"context"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
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

func listing(t *jumpcloud.Tenant) jumpcloud.Listing[ipList] {
	return jumpcloud.Listing[ipList]{
		Route:  t.V2("iplists"),
		Sort:   jumpcloud.SortID,
		ID:     func(l ipList) string { return l.ID },
		Single: func(ctx context.Context, id string) (ipList, error) { return get(ctx, t, id) },
	}
}

func create(ctx context.Context, t *jumpcloud.Tenant, b ipListBody) (ipList, error) {
	return jumpcloud.Create(ctx, jumpcloud.Creation[ipList]{
		List: listing(t), Body: b, Name: b.Name,
		Same: func(_ context.Context, l ipList) (bool, error) { return b.describes(l), nil },
	})
}

func get(ctx context.Context, t *jumpcloud.Tenant, id string) (ipList, error) {
	return jumpcloud.Get[ipList](ctx, t.V2("iplists", id))
}

func replace(ctx context.Context, t *jumpcloud.Tenant, id string, b ipListBody) (ipList, error) {
	return jumpcloud.Replace[ipList](ctx, t.V2("iplists", id), b)
}

func remove(ctx context.Context, t *jumpcloud.Tenant, id string) error {
	return jumpcloud.Delete(ctx, t.V2("iplists", id))
}

// describes tells whether l is what the body asks for.
func (b ipListBody) describes(l ipList) bool {
	return b.Name == l.Name && b.Description == l.Description && sameEntries(b.IPs, l.IPs)
}
