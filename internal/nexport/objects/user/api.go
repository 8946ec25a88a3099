// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/scope"
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

// lacks are the attributes in which a user differs from what was sent, sorted, as far as the
// service shows them. Nobody documents whether it keeps the case of letters in an email
// address [U], so one in another case is no difference; in ids it means the same.
func (u user) lacks(body collections.Members) []string {
	all := []string{}

	for name, now := range map[string]*nexport.Text{
		"owner_org_id": u.OwnerOrgID, "first_name": u.FirstName, "middle_name": u.MiddleName, "last_name": u.LastName,
		"email": u.Email, "title_prefix": u.TitlePrefix, "nickname": u.Nickname,
	} {
		sent, ok := body[name].(string)

		switch {
		case !ok || now == nil || now.String() == sent:
		case name != "owner_org_id" && name != "email":
			all = append(all, name)
		case !strings.EqualFold(now.String(), sent):
			all = append(all, strings.Replace(name, "owner_org_id", "owner_organization_id", 1))
		}
	}

	slices.Sort(all)

	return all
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
			return strings.EqualFold(u.Login.String(), login) && len(u.lacks(body)) == 0, nil
		},
	})
}

// edit sets the members that body has, which may be sent twice. After a lost answer only
// what is there to the letter was done: a change may be one of the case of letters alone.
// What the service ignored is an error.
func edit(ctx context.Context, c *nexport.Client, id string, body collections.Members) (user, error) {
	sent := maps.Clone(body)
	sent["user_id"] = id

	err := c.Change(ctx, "EditUser", sent, func(ctx context.Context) (bool, error) {
		now, err := get(ctx, c, "user_id", id)

		if err != nil || len(now.lacks(body)) > 0 {
			return false, err
		}

		return now.Email == nil || now.Email.String() == body["email"], nil
	})
	if scope.Missing(err) {
		err = scope.Told(err, "What was sent: user_id "+id+", the id of this user.")
	}

	if err != nil {
		return user{}, err
	}

	now, err := get(ctx, c, "user_id", id)
	if ignored := now.lacks(body); len(ignored) > 0 {
		err = nexport.Ignored("EditUser", ignored...)
	}

	return now, err
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
