// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user

import (
	"context"
	"maps"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
)

// user is the object as the API returns it. What the service does not show is nil.
type user struct {
	ID          nexport.Text  `json:"user_id"`
	Login       nexport.Text  `json:"login"`
	OwnerOrgID  *nexport.Text `json:"owner_org_id"`
	FirstName   *nexport.Text `json:"first_name"`
	MiddleName  *nexport.Text `json:"middle_name"`
	LastName    *nexport.Text `json:"last_name"`
	Email       *nexport.Text `json:"email"`
	TitlePrefix *nexport.Text `json:"title_prefix"`
	Nickname    *nexport.Text `json:"nickname"`
}

func (u user) id() string { return u.ID.String() }

// carries tells whether a user has what was sent, as far as the service shows it.
func (u user) carries(body collections.Members) bool {
	for name, now := range map[string]*nexport.Text{
		"owner_org_id": u.OwnerOrgID, "first_name": u.FirstName, "middle_name": u.MiddleName, "last_name": u.LastName,
		"email": u.Email, "title_prefix": u.TitlePrefix, "nickname": u.Nickname,
	} {
		if sent, ok := body[name].(string); ok && now != nil && !strings.EqualFold(now.String(), sent) {
			return false
		}
	}

	return true
}

// search lists users whose login, name or email holds a term, by last name [V]. Everybody
// does so with an empty one [I].
func search(c *nexport.Client, term string) collections.Listing[user] {
	return collections.Listing[user]{Route: c.Admin("GetUsers").With("search_term", term), ID: user.id}
}

// get reads a user by user_id or login.
func get(ctx context.Context, c *nexport.Client, by, value string) (user, error) {
	return collections.Get[user](ctx, c.Admin("GetUser").With(by, value))
}

// create relies on the service to refuse a login that is taken.
func create(ctx context.Context, c *nexport.Client, body collections.Members) (user, error) {
	login, _ := body["login"].(string)
	at := c.Admin("CreateUser")

	defer c.Forget()

	return collections.Create(ctx, collections.Creation[user]{
		List: search(c, login), At: &at, Body: body, Name: login, NameOf: func(u user) string { return u.Login.String() },
		AllowTwin: true, Before: true,
		Same: func(_ context.Context, u user) (bool, error) {
			return strings.EqualFold(u.Login.String(), login) && u.carries(body), nil
		},
	})
}

// edit sets the members that body has, which may be sent twice.
func edit(ctx context.Context, c *nexport.Client, id string, body collections.Members) error {
	sent := maps.Clone(body)
	sent["user_id"] = id

	return c.Change(ctx, "EditUser", sent, func(ctx context.Context) (bool, error) {
		now, err := get(ctx, c, "user_id", id)

		return err == nil && now.carries(body), err
	})
}

// contact is whatever contact information a user has, as text: none of its names is
// documented.
func contact(ctx context.Context, c *nexport.Client, id string) (map[string]string, error) {
	all, err := collections.Get[map[string]any](ctx, c.Admin("GetUserContactInformation").With("user_id", id))
	texts := map[string]string{}

	for name, v := range all {
		if text, ok := v.(string); ok && text != "" {
			texts[name] = text
		}
	}

	return texts, err
}
