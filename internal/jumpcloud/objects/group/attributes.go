// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"
	"errors"
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Sudo is what an edge of a device and its users says of their rights there (GraphAttribute-Sudo).
type Sudo struct {
	Enabled         bool `json:"enabled"`
	WithoutPassword bool `json:"withoutPassword"`
}

// attributes are what hangs on an edge.
type attributes struct {
	Sudo Sudo `json:"sudo"`
}

// sudo is what an edge says; one that says nothing gives no rights.
func (c connection) sudo() Sudo {
	if c.Attributes.Sudo == nil {
		return Sudo{}
	}

	return *c.Attributes.Sudo
}

// FindSudo refreshes one edge with its rights. The error matches [rest.ErrNotFound] where there
// is no such edge.
func (e Edges) FindSudo(ctx context.Context, t *jumpcloud.Tenant, id string) (Sudo, error) {
	c, err := collections.Lookup(ctx, e.listing(t), id)

	return c.sudo(), e.explain(ctx, t, err)
}

// AddSudo adds an edge with rights; one that is there already gets them, and loses others.
func (e Edges) AddSudo(ctx context.Context, t *jumpcloud.Tenant, id string, want Sudo) error {
	body := operation{ID: id, Op: "add", Type: e.To}
	if want != (Sudo{}) {
		body.Attributes = &attributes{want}
	}

	err := e.setSudo(ctx, t, body, want)
	if !errors.Is(err, rest.ErrConflict) {
		return err
	}

	now, err := e.sudoNow(ctx, t, id)
	if err != nil || now == want {
		return err
	}

	return e.ChangeSudo(ctx, t, id, want)
}

// ChangeSudo changes the rights of an edge.
func (e Edges) ChangeSudo(ctx context.Context, t *jumpcloud.Tenant, id string, want Sudo) error {
	body := operation{ID: id, Op: "update", Type: e.To, Attributes: &attributes{want}}

	return e.explain(ctx, t, e.setSudo(ctx, t, body, want))
}

func (e Edges) setSudo(ctx context.Context, t *jumpcloud.Tenant, body operation, want Sudo) error {
	if other, _, ok := e.mirrored(body.ID); ok {
		defer collections.Drop(other.route(t))
	}

	return collections.Ensure(ctx, e.route(t), body, func(ctx context.Context) (bool, error) {
		now, err := e.sudoNow(ctx, t, body.ID)
		if errors.Is(err, rest.ErrNotFound) {
			return false, nil
		}

		return now == want, err
	})
}

// sudoNow asks the service for the rights of one edge.
func (e Edges) sudoNow(ctx context.Context, t *jumpcloud.Tenant, id string) (Sudo, error) {
	for c, err := range collections.Each(ctx, e.listing(t)) {
		if err != nil {
			return Sudo{}, e.explain(ctx, t, err)
		}

		if c.To.ID == id {
			return c.sudo(), nil
		}
	}

	return Sudo{}, rest.NotFound(http.MethodGet, e.route(t).Path(), "the list holds no edge to "+id)
}
