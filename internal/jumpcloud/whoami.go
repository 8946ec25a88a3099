// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Administrator is an element of the provider's list of administrators. Examples of the
// contract have _id where its schema has id (evidence: transport 6.1).
type Administrator struct {
	ID            string   `json:"id"`
	LegacyID      string   `json:"_id"`
	Email         string   `json:"email"`
	FirstName     string   `json:"firstname"`
	LastName      string   `json:"lastname"`
	RoleID        string   `json:"role"`
	RoleName      string   `json:"roleName"`
	RoleIDs       []string `json:"roles"`     // nil where the service knows one role only
	RoleNames     []string `json:"roleNames"` // of all roles
	APIAccess     bool     `json:"apiKeyAllowed"`
	MultiFactor   bool     `json:"enableMultiFactor"`
	Registered    bool     `json:"registered"`
	Suspended     bool     `json:"suspended"`
	Organizations float64  `json:"organizationAccessTotal"`
	Key           struct {
		Prefix  string `json:"prefix"`
		Expires string `json:"expireAt"`
	} `json:"apiKeyHash"`

	ProviderID string `json:"provider"` // in answers of API version 1 only
}

// Identifier is the id, under whichever name it came.
func (a Administrator) Identifier() string { return cmp.Or(a.ID, a.LegacyID) }

// Role is the name of the role; of several, the first.
func (a Administrator) Role() string {
	if a.RoleName == "" && len(a.RoleNames) > 0 {
		return a.RoleNames[0]
	}

	return a.RoleName
}

// Has tells whether one of the roles has that name.
func (a Administrator) Has(role string) bool {
	return a.Role() == role || slices.Contains(a.RoleNames, role)
}

// AdministratorListing is the list of the provider's administrators, which has no single
// GET (evidence: people 1.3).
func (p *Portal) AdministratorListing(ctx context.Context) (collections.Listing[Administrator], error) {
	route, err := p.Own(ctx, "administrators")

	return collections.Listing[Administrator]{Route: route, Sort: SortID, ID: Administrator.Identifier}, err
}

// Kinds of credentials.
const (
	KindAdministrator  = "administrator"
	KindServiceAccount = "service_account"
)

// Identity is who the credential in use belongs to.
type Identity struct {
	Kind       string
	ID         string
	Name       string // an administrator's e-mail address, a service account's name
	Role       string
	RoleID     string
	ProviderID string
	Expires    string // RFC 3339; "" where the service tells none
}

// ErrUnknownIdentity says that the service does not tell whose credential is in use.
var ErrUnknownIdentity = errors.New("the service does not tell whose credential is in use")

// identified is what came of asking who one is.
type identified struct {
	who Identity
	err error
}

var (
	whoamiFact = collections.NewFact[identified]()
	expiryTold = collections.NewFact[bool]() // that the credential ends soon
)

// Whoami tells whose credential is in use. It is asked once; a refusal is kept too, so
// that the many errors of one run cost no more than one.
func (p *Portal) Whoami(ctx context.Context) (Identity, error) {
	a, err := whoamiFact.Learn(ctx, p.client, "", func(ctx context.Context) (identified, error) {
		who, err := p.whoami(ctx)
		if err != nil && ctx.Err() != nil {
			return identified{}, err
		}

		return identified{who, err}, nil
	})
	if err != nil {
		return Identity{}, err
	}

	return a.who, a.err
}

func (p *Portal) whoami(ctx context.Context) (Identity, error) {
	if p.client.Pending() != nil {
		return Identity{}, p.client.Pending()
	}

	if p.client.IsServiceAccount() {
		return p.serviceAccount(ctx)
	}

	// Undocumented; the vendor's PowerShell module finds the provider with it (evidence: transport 2.5).
	self, err := collections.Get[Administrator](ctx, p.V1("users", "getSelf"))
	if err == nil && self.Email != "" {
		return self.identity(), nil
	}

	listing, listErr := p.AdministratorListing(ctx)
	if listErr != nil {
		return self.identity(), fmt.Errorf("%w: %w", ErrUnknownIdentity, listErr)
	}

	all, listErr := collections.All(ctx, listing)
	if listErr != nil {
		return self.identity(), fmt.Errorf("%w: %w", ErrUnknownIdentity, listErr)
	}

	var found []Administrator

	for _, a := range all {
		if a.Identifier() == self.Identifier() || self.Identifier() == "" && p.client.HasKeyPrefix(a.Key.Prefix) {
			found = append(found, a)
		}
	}

	if len(found) != 1 {
		return self.identity(), ErrUnknownIdentity
	}

	return found[0].identity(), nil
}

// IsServiceAccount tells whether the credential is one of a service account.
func (c *Client) IsServiceAccount() bool {
	const keyPrefix = "jcs_" // evidence: transport 2.3

	return c.config.APIKey == "" || strings.HasPrefix(c.config.APIKey, keyPrefix)
}

// HasKeyPrefix tells whether the API key in use begins with what the service shows of one.
func (c *Client) HasKeyPrefix(prefix string) bool {
	return prefix != "" && strings.HasPrefix(c.config.APIKey, prefix)
}

func (a Administrator) identity() Identity {
	return Identity{
		Kind: KindAdministrator, ID: a.Identifier(), Name: a.Email, Role: a.Role(), RoleID: a.RoleID,
		ProviderID: a.ProviderID, Expires: a.Key.Expires,
	}
}

// account is an element of the list of service accounts (evidence: people 4.1).
type account struct {
	ID         string `json:"objectId"`
	Name       string `json:"name"`
	ProviderID string `json:"providerId"`
	RoleID     string `json:"roleId"`
	RoleName   string `json:"roleName"`
	Expires    string `json:"expiresAt"`
	Auth       []struct {
		Key struct {
			Prefix  string `json:"apiKeyPrefix"`
			Expires string `json:"expiresAt"`
		} `json:"apiKeyConfig"`
		Secret struct {
			ClientID string `json:"clientId"`
			Expires  string `json:"expiresAt"`
		} `json:"clientSecretConfig"`
	} `json:"authConfigList"`
}

func (p *Portal) serviceAccount(ctx context.Context) (Identity, error) {
	for a, err := range collections.Each(ctx, collections.Listing[account]{Route: p.V2("service-accounts")}) {
		if err != nil {
			return Identity{Kind: KindServiceAccount}, fmt.Errorf("%w: %w", ErrUnknownIdentity, err)
		}

		for _, auth := range a.Auth {
			who := Identity{
				Kind: KindServiceAccount, ID: a.ID, Name: a.Name, Role: a.RoleName, RoleID: a.RoleID, ProviderID: a.ProviderID,
			}

			switch config := p.client.config; {
			case config.ClientID != "" && auth.Secret.ClientID == config.ClientID:
				who.Expires = cmp.Or(auth.Secret.Expires, a.Expires)

				return who, nil
			case config.ClientID == "" && p.client.HasKeyPrefix(auth.Key.Prefix):
				who.Expires = cmp.Or(auth.Key.Expires, a.Expires)

				return who, nil
			}
		}
	}

	return Identity{Kind: KindServiceAccount}, ErrUnknownIdentity
}

// ExpiresSoon tells when the credential in use ends, where that is so soon that people
// want to know (see [Config]). It answers once for each client, and asks the service only
// where a warning is wanted at all.
func (p *Portal) ExpiresSoon(ctx context.Context) (who Identity, at time.Time, soon bool) {
	within := p.client.config.ExpiryWarning
	if within <= 0 || !p.client.Ready() {
		return who, at, false
	}

	first := false

	expiryTold.Keep(p.client, "", func() bool {
		first = true

		return true
	})

	if !first {
		return who, at, false
	}

	who, err := p.Whoami(ctx)
	if err != nil {
		return who, at, false // a credential that is refused says so itself
	}

	at, err = time.Parse(time.RFC3339, who.Expires)

	return who, at, err == nil && time.Until(at) < within
}

// NeededScopes returns, for an answer of 403, the scopes of which the caller needs one.
func NeededScopes(err error) []string {
	var e *rest.Error
	if !errors.As(err, &e) || !errors.Is(err, rest.ErrForbidden) {
		return nil
	}

	return Scopes(e.Method, e.Path)
}
