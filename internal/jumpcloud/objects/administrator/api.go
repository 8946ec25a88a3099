// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// administratorBody is the object as POST takes it: the e-mail address and one of role
// and roleName are required, what is null is left to the service (evidence: people 1.1).
type administratorBody struct {
	Email       string `json:"email"`
	FirstName   string `json:"firstname"`
	LastName    string `json:"lastname"`
	RoleID      string `json:"role,omitempty"`
	RoleName    string `json:"roleName,omitempty"`
	BindNoOrgs  bool   `json:"bindNoOrgs"`
	APIAccess   bool   `json:"apiKeyAllowed"`
	MultiFactor *bool  `json:"enableMultiFactor,omitempty"`

	// These two are behind feature flags, and ignored where a provider lacks them (evidence: people 1.6).
	RoleIDs       []string `json:"roles,omitempty"`
	Organizations []string `json:"administratorOrganizations,omitempty"`
}

func create(ctx context.Context, p *jumpcloud.Portal, b administratorBody) (jumpcloud.Administrator, error) {
	listing, err := p.AdministratorListing(ctx)
	if err != nil {
		return jumpcloud.Administrator{}, err
	}

	if err := refuseTaken(ctx, listing, b.Email); err != nil {
		return jumpcloud.Administrator{}, err
	}

	made, err := collections.Create(ctx, collections.Creation[jumpcloud.Administrator]{
		List: listing, Body: b, Name: strings.ToLower(b.Email), Alone: true,
		Same: func(_ context.Context, a jumpcloud.Administrator) (bool, error) {
			return strings.EqualFold(a.Email, b.Email), nil
		},
	})

	// Which of the two says "taken" is not documented (evidence: people 1.1).
	if errors.Is(err, rest.ErrConflict) || errors.Is(err, rest.ErrInvalid) {
		return made, taken(ctx, listing, b.Email, err)
	}

	return made, err
}

// existsError is a refusal to create what is there already.
type existsError struct {
	error

	id string
}

// Error adds why a replacement cannot begin with its creation.
func (e *existsError) Error() string {
	return e.error.Error() + "\n\nJumpCloud takes an address once. If this creates a replacement before the old one is destroyed " +
		"(create_before_destroy), that cannot work: take it out, here and from what depends on this object, and import nothing"
}

// Unwrap gives the service's answer.
func (e *existsError) Unwrap() error { return e.error }

// ImportCandidates is the administrator that is there.
func (e *existsError) ImportCandidates() []string { return []string{e.id} }

// refuseTaken looks for the address in the listing of this run, and once more where it is
// there: this run may just have removed who had it. Nobody documents what the service does
// with an address that is taken.
func refuseTaken(ctx context.Context, l collections.Listing[jumpcloud.Administrator], email string) error {
	has := func(a jumpcloud.Administrator) bool { return strings.EqualFold(a.Email, email) }

	everybody, err := collections.AllOnce(ctx, l)
	if err != nil || !slices.ContainsFunc(everybody, has) {
		return err
	}

	collections.Drop(l.Route)

	if everybody, err = collections.All(ctx, l); err != nil {
		return err
	}

	if i := slices.IndexFunc(everybody, has); i >= 0 {
		a := everybody[i]

		return &existsError{fmt.Errorf("%s is an administrator of the provider already, with the role %q; nothing was sent", a.Email, a.Role()), a.Identifier()}
	}

	return nil
}

// taken adds who has the e-mail address, where somebody has it.
func taken(ctx context.Context, l collections.Listing[jumpcloud.Administrator], email string, refused error) error {
	for a, err := range collections.Each(ctx, l) {
		if err == nil && strings.EqualFold(a.Email, email) {
			return &existsError{refused, a.Identifier()}
		}
	}

	return refused
}

func get(ctx context.Context, p *jumpcloud.Portal, id string) (jumpcloud.Administrator, error) {
	listing, err := p.AdministratorListing(ctx)
	if err != nil {
		return jumpcloud.Administrator{}, err
	}

	return collections.Lookup(ctx, listing, id)
}

func all(ctx context.Context, p *jumpcloud.Portal) ([]jumpcloud.Administrator, error) {
	listing, err := p.AdministratorListing(ctx)
	if err != nil {
		return nil, err
	}

	return collections.All(ctx, listing)
}

// before lists the administrators as they were when this process began.
func before(ctx context.Context, p *jumpcloud.Portal) ([]jumpcloud.Administrator, error) {
	listing, err := p.AdministratorListing(ctx)
	if err != nil {
		return nil, err
	}

	return collections.AllOnce(ctx, listing)
}

// update goes through API version 1, since version 2 has none; the body is sparse, and the
// answer lacks registered and organizationAccessTotal (evidence: people 1.3). No organization
// is named: the administrator is the provider's.
func update(ctx context.Context, p *jumpcloud.Portal, id string, changes map[string]any) (jumpcloud.Administrator, error) {
	listing, err := p.AdministratorListing(ctx)
	if err != nil {
		return jumpcloud.Administrator{}, err
	}

	a, err := collections.Put[jumpcloud.Administrator](ctx, p.V1("users", id), changes)
	collections.Drop(listing.Route.Join(id))

	if errors.Is(err, rest.ErrGarbled) || err == nil && a.Identifier() == "" {
		return get(ctx, p, id)
	}

	if email, moves := changes["email"].(string); moves && (errors.Is(err, rest.ErrConflict) || errors.Is(err, rest.ErrInvalid)) {
		err = notMoved(ctx, listing, id, email, err)
	}

	return a, err
}

// notMoved says why an administrator cannot have another address, as far as that can be told.
func notMoved(ctx context.Context, l collections.Listing[jumpcloud.Administrator], id, email string, refused error) error {
	for a, err := range collections.Each(ctx, l) {
		if err == nil && strings.EqualFold(a.Email, email) && a.Identifier() != id {
			return fmt.Errorf("%w\n\n%s is the address of another administrator (%s), with the role %q", refused, email, a.Identifier(), a.Role())
		}
	}

	return fmt.Errorf("%w\n\nIf JumpCloud does not let this administrator's address be changed, invite them anew under the other one: "+
		"terraform apply -replace with this resource's address", refused)
}

func remove(ctx context.Context, p *jumpcloud.Portal, id string) error {
	route, err := p.Own(ctx, "administrators", id)
	if err != nil {
		return err
	}

	return collections.Delete(ctx, route)
}

// role is what an administrator's role is looked up by.
type role struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Custom bool   `json:"isCustom"`
}

// roles lists the provider's roles. The x-provider-id header is documented for this list
// and names whose custom roles are meant (evidence: transport 3.4). What this process writes to
// roles drops the listing; again lists them anew, for what another process wrote.
func roles(ctx context.Context, p *jumpcloud.Portal, again bool) ([]role, error) {
	provider, err := p.ProviderID(ctx)
	if err != nil {
		return nil, err
	}

	listing := collections.Listing[role]{
		Route: p.V2("roles").WithHeader("x-provider-id", provider), Sort: jumpcloud.SortID, ID: func(r role) string { return r.ID },
	}

	if again {
		collections.Drop(listing.Route)
	}

	return collections.All(ctx, listing)
}
