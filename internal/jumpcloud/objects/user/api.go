// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user

import (
	"context"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// user is a user as the API returns it (systemuserreturn). Of a member that is not there
// nothing is known: lists and older users lack some.
type user map[string]any

func (u user) text(name string) string {
	s, _ := u[name].(string)

	return s
}

// id is the user's, which version 1 of the API calls _id.
func (u user) id() string { return u.text("_id") }

func (u user) username() string { return u.text("username") }

func (u user) email() string { return u.text("email") }

// listing is the list of all users of an organization.
func listing(t *jumpcloud.Tenant) collections.Listing[user] {
	return collections.Listing[user]{
		Route:  t.V1("systemusers"),
		Sort:   jumpcloud.SortID,
		ID:     user.id,
		Single: func(ctx context.Context, id string) (user, error) { return get(ctx, t, id) },
	}
}

func get(ctx context.Context, t *jumpcloud.Tenant, id string) (user, error) {
	return collections.Get[user](ctx, t.V1("systemusers", id))
}

// resolve finds a user by username or email: field is the wire's name for it. It asks for the
// one first, and reads the whole list only where that finds none: letter case may differ, and
// the error names what is similar.
func resolve(ctx context.Context, t *jumpcloud.Tenant, field, want string) (user, error) {
	one := listing(t)
	one.Route = one.Route.With("filter", field+":$eq:"+want)

	found, err := collections.All(ctx, one)
	if err == nil && len(found) == 1 && strings.EqualFold(found[0].text(field), want) {
		return found[0], nil
	}

	all, err := collections.All(ctx, listing(t))
	if err != nil {
		return nil, err
	}

	candidates := make([]kit.Candidate, 0, len(all))

	for _, u := range all {
		name := u.text(field)
		if strings.EqualFold(name, want) {
			name = want
		}

		candidates = append(candidates, kit.Candidate{ID: u.id(), Name: name})
	}

	match, err := kit.Resolve("user", want, candidates)
	if err != nil {
		return nil, err
	}

	return collections.Lookup(ctx, listing(t), match.ID)
}
