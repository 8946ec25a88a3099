// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// reference is one id by which a policy names another object of its organization.
type reference struct {
	at   path.Path
	in   string // the member that has it, for texts
	kind kind
	id   string
}

// kind is what a policy can name.
type kind struct {
	noun    string
	listing func(*jumpcloud.Tenant) collections.Listing[thing]
}

var (
	anIPList      = kind{"IP list", things(func(t *jumpcloud.Tenant) collections.Route { return t.V2("iplists") })}
	aUserGroup    = kind{"user group", things(func(t *jumpcloud.Tenant) collections.Route { return t.V2("usergroups") })}
	anApplication = kind{"application", things(func(t *jumpcloud.Tenant) collections.Route { return t.V1("applications") })}
)

// thing is as much of an object as tells that it is there. Version 1 calls its id _id.
type thing struct {
	ID       string `json:"id"`
	LegacyID string `json:"_id"`
}

func things(route func(*jumpcloud.Tenant) collections.Route) func(*jumpcloud.Tenant) collections.Listing[thing] {
	return func(t *jumpcloud.Tenant) collections.Listing[thing] {
		return collections.Listing[thing]{
			Route: route(t), Sort: jumpcloud.SortID, ID: func(o thing) string { return cmp.Or(o.ID, o.LegacyID) },
			Single: func(ctx context.Context, id string) (thing, error) {
				return collections.Get[thing](ctx, route(t).Join(id))
			},
		}
	}
}

// references are the known ids that the policy names and that prior, where there is one,
// did not name in the same place: what is there already is not this plan's business.
func (m model) references(ctx context.Context, prior *model) []reference {
	all := m.everyReference(ctx)
	if prior == nil {
		return all
	}

	before := prior.everyReference(ctx)

	return slices.DeleteFunc(all, func(r reference) bool {
		return slices.ContainsFunc(before, func(b reference) bool { return b.in == r.in && b.id == r.id })
	})
}

func (m model) everyReference(ctx context.Context) []reference {
	var all []reference

	// What cannot be read as JSON was refused by the validator.
	if tree, err := m.Conditions.JSON(ctx); err == nil {
		for _, id := range named(ipAddressIn, tree) {
			all = append(all, reference{path.Root("conditions"), ipAddressIn, anIPList, id})
		}
	}

	targets := path.Root("targets")

	for _, name := range []string{"inclusions", "exclusions"} {
		if set, ok := within(m.Targets, "user_groups", name).(types.Set); ok {
			at := targets.AtName("user_groups").AtName(name)
			for _, id := range ordered(set) {
				all = append(all, reference{at.AtSetValue(types.StringValue(id)), "user_groups." + name, aUserGroup, id})
			}
		}
	}

	if set, ok := within(m.Targets, "excluded_applications").(types.Set); ok {
		at := targets.AtName("excluded_applications")
		for _, id := range ordered(set) {
			all = append(all, reference{at.AtSetValue(types.StringValue(id)), "excluded_applications", anApplication, id})
		}
	}

	// Nobody documents what the id of a portal or of LDAP would be.
	if set, ok := within(m.Targets, "resources").(types.Set); ok {
		for _, e := range set.Elements() {
			if r, ok := e.(types.Object); ok && text(r, "type") == application && text(r, "id") != "" {
				all = append(all, reference{targets.AtName("resources").AtSetValue(e), "resources", anApplication, text(r, "id")})
			}
		}
	}

	return all
}

func text(o types.Object, name string) string {
	s, _ := o.Attributes()[name].(types.String)

	return s.ValueString()
}

// check looks the referenced objects up, those of a kind in one listing. What the listing
// lacks is asked for alone, since this run may have made it a moment ago. The error tells
// what the organization does not have; refused are the kinds that the credential may not read.
func check(ctx context.Context, t *jumpcloud.Tenant, references []reference) (refused []string, err error) {
	var errs []error

	for _, r := range references {
		if slices.Contains(refused, r.kind.noun+"s") {
			continue
		}

		listing := r.kind.listing(t)

		_, err := collections.Lookup(ctx, listing, r.id)
		if errors.Is(err, rest.ErrNotFound) {
			_, err = listing.Single(ctx, r.id)
		}

		switch {
		case errors.Is(err, rest.ErrNotFound):
			errs = append(errs, r.missing(ctx, t))
		case errors.Is(err, rest.ErrForbidden):
			refused = append(refused, r.kind.noun+"s")
		case err != nil:
			return refused, err
		}
	}

	return refused, errors.Join(errs...)
}

// missing is the error of an id that the organization does not have. It is worded anew,
// since the missing object is not the policy.
func (r reference) missing(ctx context.Context, t *jumpcloud.Tenant) error {
	return &kit.AttributeError{Path: r.at, Err: fmt.Errorf(
		"%s names %s, and %s has no such %s: a policy can use those of its own organization only",
		r.in, r.id, tenancy.Name(ctx, t.Client(), t.ID(), nil), r.kind.noun)}
}
