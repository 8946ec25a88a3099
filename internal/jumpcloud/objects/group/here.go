// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// here returns an error where an object is not in the organization. It stays silent on
// what cannot be told: unknown ids, and lists that may not be read.
func here(ctx context.Context, t *jumpcloud.Tenant, r Ref) error {
	k := kinds[r.Type]
	if k.collection == "" || r.ID == "" || t.Client().MadeHere(r.ID) || listed(ctx, t, r) {
		return nil
	}

	// The list is as old as this process; what was made since by another is asked for.
	if _, err := collections.Get[named](ctx, r.route(t)); !errors.Is(err, rest.ErrNotFound) {
		return nil // only a clear no is one
	}

	mine := tenancy.Name(ctx, t.Client(), t.ID(), nil)

	if owner := ownerOf(ctx, t, r); owner != "" {
		return fmt.Errorf("%s %s belongs to organization %s, not to %s. Objects can be joined within one organization only. %s",
			k.noun, r.ID, owner, mine, k.find)
	}

	return fmt.Errorf("organization %s has no %s %s. Ids are valid within one organization only. %s", mine, k.noun, r.ID, k.find)
}

// listed tells whether an object is in its list, or the list may not be read, which decides
// nothing.
func listed(ctx context.Context, t *jumpcloud.Tenant, r Ref) bool {
	// This provider writes no object of version 1, so nothing drops the snapshot of a list
	// there, of which a look-up reads no more than it needs.
	if kinds[r.Type].old {
		_, err := collections.Lookup(ctx, existing(t, r.Type), r.ID)

		return !errors.Is(err, rest.ErrNotFound)
	}

	all, err := collections.AllOnce(ctx, existing(t, r.Type))

	return err != nil || slices.ContainsFunc(all, func(n named) bool { return n.ID == r.ID })
}

// searched bounds in how many organizations an object is looked for, for the sake of an
// error's words.
const searched = 20

func ownerOf(ctx context.Context, t *jumpcloud.Tenant, r Ref) string {
	all, err := t.Client().Portal().Reach(ctx)
	if err != nil {
		return ""
	}

	for _, o := range all[:min(searched, len(all))] {
		if o.ID == t.ID() || t.Client().Allow(o.ID) != nil {
			continue
		}

		if _, err := collections.Get[named](ctx, r.route(t.Client().Tenant(o.ID))); err == nil {
			return fmt.Sprintf("%q (%s)", o.Name, o.ID)
		}
	}

	return ""
}
