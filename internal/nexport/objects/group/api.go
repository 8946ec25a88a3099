// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"
	"errors"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// group is what a creation answers and what the directory shows, which is less than what a
// group consists of.
type group struct {
	nexport.Entry

	Created nexport.Text `json:"group_id"` // of the answer to a creation
}

func (g group) id() string {
	if g.Created != "" {
		return g.Created.String()
	}

	return g.ID.String()
}

// named lists what is below a parent with a text in the short name; all where it is "".
func named(c *nexport.Client, parent, short string) collections.Listing[group] {
	return collections.Listing[group]{Route: c.Directory(parent, "", short, false).Route, ID: group.id}
}

// get finds a group below its parent: by its short name, as far as that is known, then among
// everything, since somebody may have given it another one.
func get(ctx context.Context, c *nexport.Client, parent, short, id string) (group, error) {
	g, err := collections.Lookup(ctx, named(c, parent, short), id)
	if short != "" && errors.Is(err, rest.ErrNotFound) {
		return collections.Lookup(ctx, named(c, parent, ""), id)
	}

	return g, err
}

// create relies on the service to refuse a short name that is taken: it is unique within
// the system [V].
func create(ctx context.Context, c *nexport.Client, body collections.Members) (group, error) {
	text := func(name string) string { s, _ := body[name].(string); return s }
	at := c.Admin("CreateGroup")

	defer c.Forget()

	return collections.Create(ctx, collections.Creation[group]{
		List: named(c, text("parent_id"), text("short_name")), At: &at, Body: body,
		Name: text("short_name"), NameOf: func(g group) string { return g.ShortName.String() }, AllowTwin: true, Before: true,
		Same: func(_ context.Context, g group) (bool, error) {
			return g.ShortName.String() == text("short_name") && g.Name.String() == text("name"), nil
		},
	})
}
