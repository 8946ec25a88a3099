// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"context"
	"errors"
	"fmt"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// organizationBody is the object as POST and PUT take it. A seat cap is sent only when
// there is one: POST answers 400 to the member where the credential lacks the billing
// scope, and the API documents no value that means "unlimited" (evidence: organizations 3.1, 3.2).
type organizationBody struct {
	Name           string `json:"name"`
	MaxSystemUsers *int64 `json:"maxSystemUsers,omitzero"`
}

func create(ctx context.Context, p *jumpcloud.Portal, b organizationBody, alone bool) (jumpcloud.Organization, error) {
	listing, err := p.OrganizationListing(ctx)
	if err != nil {
		return jumpcloud.Organization{}, err
	}

	return collections.Create(ctx, collections.Creation[jumpcloud.Organization]{
		List: listing, Body: b, Name: b.Name, Alone: alone,
		// Every plan has looked for twins, the one within the apply too; a refusal is explained.
		NameOf: func(o jumpcloud.Organization) string { return o.Name }, AllowTwin: true,
		Same: func(_ context.Context, o jumpcloud.Organization) (bool, error) { return b.describes(o), nil },
	})
}

// find finds an organization. That it is in no listing means that it is gone only where the
// listing is surely all that the provider has.
func find(ctx context.Context, p *jumpcloud.Portal, id string) (jumpcloud.Organization, error) {
	o, err := p.Organization(ctx, id)
	if !errors.Is(err, rest.ErrNotFound) {
		return o, err
	}

	there, lookErr := p.LookAgain(ctx, id)

	switch {
	case lookErr != nil:
		return o, cannotTell(id, lookErr)
	case there:
		return o, fmt.Errorf("organization %s was missing from one listing and is in the next: plan again", id)
	}

	if unknown := p.SeesAll(ctx); unknown != nil {
		return o, fmt.Errorf("organization %s is not, or no longer, among those that the credential reaches, so nobody can tell whether it "+
			"exists; it stays in state: %w. Give the administrator access to it again, use a credential that sees it, or, if it is gone, "+
			"take it out of state (terraform state rm)", id, saysNothing(unknown))
	}

	return o, err
}

func cannotTell(id string, err error) error {
	return fmt.Errorf("organizations cannot be listed, so nobody can tell whether organization %s exists; it stays in state: %w. "+
		"Check that the credential belongs to the organization's provider", id, saysNothing(err))
}

// saysNothing is an error of a list. That a list is not there says nothing of what it would hold.
func saysNothing(err error) error {
	if errors.Is(err, rest.ErrNotFound) {
		return errors.New(err.Error())
	}

	return err
}

func update(ctx context.Context, p *jumpcloud.Portal, id string, b organizationBody) (jumpcloud.Organization, error) {
	route, err := p.Own(ctx, "organizations", id)
	if err != nil {
		return jumpcloud.Organization{}, err
	}

	o, err := collections.Put[jumpcloud.Organization](ctx, route, b)
	if errors.Is(err, rest.ErrGarbled) {
		return p.Organization(ctx, id) // the write dropped the snapshot, so this is fresh
	}

	return o, err
}

func (b organizationBody) describes(o jumpcloud.Organization) bool {
	return b.Name == o.Name && (b.MaxSystemUsers == nil || o.MaxSystemUsers != nil && *b.MaxSystemUsers == *o.MaxSystemUsers)
}

// contents counts what lives in an organization.
type contents struct{ users, devices, policies int }

// count asks for one element of each list; the total comes with it. A list of policies
// need not tell its total, so that one is read whole.
func count(ctx context.Context, t *jumpcloud.Tenant) (contents, error) {
	var (
		c   contents
		err error
	)

	if c.users, err = total(ctx, t.V1("systemusers")); err != nil {
		return c, err
	}

	if c.devices, err = total(ctx, t.V1("systems")); err != nil {
		return c, err
	}

	type named struct {
		ID string `json:"id"`
	}

	for _, err := range collections.Each(ctx, collections.Listing[named]{Route: t.V2("policies"), Sort: jumpcloud.SortID}) {
		if err != nil {
			return c, err
		}

		c.policies++
	}

	return c, nil
}

func total(ctx context.Context, r collections.Route) (int, error) {
	answer, err := collections.Get[struct {
		TotalCount int `json:"totalCount"`
	}](ctx, r.With("limit", "1"))

	return answer.TotalCount, err
}

func (c contents) String() string {
	return fmt.Sprintf("users %d, devices %d, policies %d", c.users, c.devices, c.policies)
}
