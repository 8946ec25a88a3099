// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud

import (
	"context"
	"errors"
	"fmt"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
)

var (
	owner       = collections.NewFact[string]()
	lookedAgain = collections.NewFact[bool]()   // whether an organization is reached, by its id
	seesAll     = collections.NewFact[string]() // why nobody can tell, or ""
)

// UsesKey tells an API key from the client id and secret of a service account.
func (c *Client) UsesKey() bool { return c.config.APIKey != "" }

// Owner returns the id of the provider that the credential belongs to, and asks for it only
// where that is wanted; "" where it is not known.
func (p *Portal) Owner(ctx context.Context, ask bool) string {
	if id := p.client.config.ProviderID; id != "" || p.client.Pending() != nil {
		return id
	}

	if ask {
		// Whoever needs the provider is told why there is none.
		id, err := owner.Learn(ctx, p.client, "", func(ctx context.Context) (string, error) {
			provider, err := p.Provider(ctx)
			if err != nil && ctx.Err() != nil {
				return "", err
			}

			return provider.ID, nil
		})
		if err != nil {
			return ""
		}

		return id
	}

	known, err := p.client.provider.Get(ctx, func(context.Context) (Provider, error) {
		return Provider{}, errors.New("nobody has asked for it yet")
	})
	if err != nil {
		return ""
	}

	return known.ID
}

// Providers returns the configured provider id, or "", and the providers that the credential sees.
func (p *Portal) Providers(ctx context.Context) (configured string, seen []Provider, err error) {
	if p.client.Pending() != nil {
		return "", nil, p.client.Pending()
	}

	if p.client.config.ProviderID == "" {
		return "", nil, nil
	}

	seen, err = collections.GetOnce[[]Provider](ctx, p.V2("providers"))

	return p.client.config.ProviderID, seen, err
}

// LookAgain tells whether the credential reaches an organization now. [Portal.Reach] is what
// was there when the process began, and another process may have made one since, such as that
// of a second provider block. An answer is kept for as long as the client lives, so ask only
// about what is missing from Reach.
func (p *Portal) LookAgain(ctx context.Context, id string) (there bool, err error) {
	return lookedAgain.Learn(ctx, p.client, id, func(ctx context.Context) (bool, error) {
		listing, err := p.OrganizationListing(ctx)
		if err != nil {
			return among(ctx, ownOrganizations(p), id)
		}

		return among(ctx, listing, id)
	})
}

// among lists afresh, whatever snapshot there is.
func among[T any](ctx context.Context, l collections.Listing[T], id string) (bool, error) {
	for o, err := range collections.Each(ctx, l) {
		if err != nil {
			return false, err
		}

		if l.ID(o) == id {
			return true, nil
		}
	}

	return false, nil
}

// link is an organization that an administrator was given one by one (evidence: people 2.1).
type link struct {
	Organization string `json:"organization"`
}

// SeesAll returns an error that says why nobody can tell whether the listing of organizations
// is all that the provider has. No call says so. A witness does: an administrator with no
// links, who is thus not limited to some organizations, and who sees exactly as many as the
// listing has. Where links are kept for those who see all, too, there is no witness.
func (p *Portal) SeesAll(ctx context.Context) error {
	reason, err := seesAll.Learn(ctx, p.client, "", func(ctx context.Context) (string, error) {
		all, err := p.Organizations(ctx)
		if err != nil {
			return "", err
		}

		listing, err := p.AdministratorListing(ctx)
		if err != nil {
			return "", err
		}

		administrators, err := collections.All(ctx, listing)
		if err != nil {
			return "", fmt.Errorf("the administrators, who see how many organizations there are, cannot be listed: %w", err)
		}

		for _, a := range administrators {
			if len(all) == 0 || int(a.Organizations) != len(all) {
				continue
			}

			limited, err := p.limited(ctx, a.Identifier())
			if err != nil {
				return "", err
			}

			if !limited {
				return "", nil
			}
		}

		return "no administrator is known to see all organizations and to see exactly the " +
			fmt.Sprint(len(all)) + " that this credential lists, so it may be limited to some", nil
	})
	if err == nil && reason != "" {
		return errors.New(reason)
	}

	return err
}

// limited tells whether an administrator was given organizations one by one.
func (p *Portal) limited(ctx context.Context, administrator string) (bool, error) {
	links := collections.Listing[link]{
		Route: p.V2("administrators", administrator, "organizationlinks"), ID: func(l link) string { return l.Organization },
	}

	for _, err := range collections.Each(ctx, links) {
		return true, err
	}

	return false, nil
}
