// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"
	"errors"
	"slices"
	"sync"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"golang.org/x/sync/errgroup"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Set is an attribute that says which edges an object has. Null leaves them alone; any
// other value means these and no others.
type Set struct {
	Attribute string
	Edges     Edges
}

// Read returns what the attribute is now. One that is null is not watched. An import, which
// knows no configuration, reads every set.
func (s Set) Read(ctx context.Context, t *jumpcloud.Tenant, now types.Set) (types.Set, error) {
	if now.IsNull() && !kit.Importing(ctx) {
		return now, nil
	}

	all, err := s.Edges.All(ctx, t)
	if err != nil {
		return now, err
	}

	return kit.StringSet(all), nil
}

// Fill adds the edges of an object that has just been made, whose id no plan knew.
func (s Set) Fill(ctx context.Context, t *jumpcloud.Tenant, want types.Set) error {
	if !want.IsNull() {
		claimSet(t, s.Edges, kit.Strings(want))
	}

	return s.each(ctx, kit.Strings(want), func(ctx context.Context, id string) error { return s.Edges.Add(ctx, t, id) })
}

// Change sends the difference to what the service holds now, additions first, so that no
// device is without its policies in between.
func (s Set) Change(ctx context.Context, t *jumpcloud.Tenant, want, prior types.Set) error {
	if want.IsNull() || want.Equal(prior) {
		return nil
	}

	now, err := s.Edges.Now(ctx, t)
	if err != nil {
		return err
	}

	wanted := tidy(kit.Strings(want))
	missing := slices.DeleteFunc(slices.Clone(wanted), func(id string) bool { return slices.Contains(now, id) })
	surplus := slices.DeleteFunc(now, func(id string) bool { return slices.Contains(wanted, id) })

	if err := s.each(ctx, missing, func(ctx context.Context, id string) error { return s.Edges.Add(ctx, t, id) }); err != nil {
		return err
	}

	return s.empty(ctx, t, surplus)
}

// empty removes these edges; one that is not there is a success.
func (s Set) empty(ctx context.Context, t *jumpcloud.Tenant, ids []string) error {
	return s.each(ctx, ids, func(ctx context.Context, id string) error {
		if err := s.Edges.Remove(ctx, t, id); !errors.Is(err, rest.ErrNotFound) {
			return err
		}

		return nil
	})
}

// inFlight is how many edges of one set are changed at a time; the client's pace bounds
// all of them together.
const inFlight = 8

// each does something for every id. After the first failure no other is begun; the errors
// of those under way belong to their elements.
func (s Set) each(ctx context.Context, ids []string, do func(context.Context, string) error) error {
	var (
		errs  []error
		mu    sync.Mutex
		group errgroup.Group
	)

	group.SetLimit(inFlight)

	for _, id := range ids {
		group.Go(func() error {
			mu.Lock()
			failed := len(errs) > 0
			mu.Unlock()

			if failed {
				return nil
			}

			err := do(ctx, id)
			if err != nil {
				mu.Lock()
				defer mu.Unlock()

				errs = append(errs, &kit.AttributeError{Path: s.at(id), Err: err})
			}

			return err
		})
	}

	_ = group.Wait() // all of the errors are told, not only the first

	return errors.Join(errs...)
}

func (s Set) at(id string) path.Path {
	return path.Root(s.Attribute).AtSetValue(types.StringValue(id))
}
