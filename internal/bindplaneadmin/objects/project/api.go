// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package project

import (
	"context"
	"errors"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// create makes a project in the organization of a place. Ids tell no birth, so what is there
// before is listed.
func create(ctx context.Context, c *bindplaneadmin.Client, at bindplaneadmin.Place, name string, allowTwin bool) (bindplaneadmin.Project, error) {
	defer at.Forget()

	route := at.In(c.V1("projects"))

	return collections.Create(ctx, collections.Creation[bindplaneadmin.Project]{
		List: at.Listing(), At: &route, Body: map[string]string{"displayName": name},
		Name: name, NameOf: displayName, AllowTwin: allowTwin, Alone: !allowTwin, Before: true,
		Same: func(_ context.Context, p bindplaneadmin.Project) (bool, error) {
			return bindplaneadmin.Same(displayName(p), name), nil
		},
	})
}

func displayName(p bindplaneadmin.Project) string { return p.Metadata.DisplayName }

// remove deletes a project. Nobody documents what is answered where there is none, as after
// an answer that was lost: what no list holds any more is gone whatever the refusal.
func remove(ctx context.Context, c *bindplaneadmin.Client, id string) error {
	defer c.Forget()

	err := collections.Delete(ctx, c.V1("projects", id))
	if err == nil || errors.Is(err, rest.ErrNotFound) {
		return err
	}

	c.Forget()

	if _, _, gone := c.FindProject(ctx, id); errors.Is(gone, rest.ErrNotFound) {
		return gone
	}

	return err
}
