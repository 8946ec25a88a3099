// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package serviceaccount

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Kinds of credentials.
const (
	clientSecret = "CLIENT_SECRET"
	apiKey       = "API_KEY"
)

// lifetimes are what the service takes (evidence: people 4.1).
var lifetimes = []string{"30 Days", "60 Days", "90 Days", "365 Days"}

// account is a service account as the API returns it: bare, or wrapped in serviceAccount.
type account struct {
	ID          string       `json:"objectId"`
	Name        string       `json:"name"`
	RoleID      string       `json:"roleId"`
	AuthType    string       `json:"authType"`
	Credentials []authConfig `json:"authConfigList"`
}

// UnmarshalJSON finds the account in whichever wrapping: a single one is documented bare, and
// comes wrapped (evidence: people 4.1).
func (a *account) UnmarshalJSON(data []byte) error {
	type plain account

	var answer struct {
		plain

		Wrapped *plain `json:"serviceAccount"`
	}

	err := json.Unmarshal(data, &answer)
	*a = account(answer.plain)

	if answer.Wrapped != nil {
		*a = account(*answer.Wrapped)
	}

	return err
}

// authConfig is a credential in an answer. The secret is there once, in the answer that makes it.
type authConfig struct {
	AuthType     string      `json:"authType"`
	ClientSecret *credential `json:"clientSecretConfig"`
	APIKey       *credential `json:"apiKeyConfig"`
}

type credential struct {
	ID           string    `json:"objectId"`
	ClientID     string    `json:"clientId"`
	ClientSecret string    `json:"clientSecret"`
	APIKey       string    `json:"apiKey"`
	Lifetime     string    `json:"lifetime"`
	CreatedAt    time.Time `json:"createdAt"`
	ExpiresAt    time.Time `json:"expiresAt"`
}

// secret is the one of the two that the credential has.
func (c credential) secret() string { return c.ClientSecret + c.APIKey }

func (c authConfig) credential() credential {
	switch {
	case c.ClientSecret != nil:
		return *c.ClientSecret
	case c.APIKey != nil:
		return *c.APIKey
	}

	return credential{}
}

// credentials are those of the account, the oldest first.
func (a account) credentials() []credential {
	var all []credential

	for _, c := range a.Credentials {
		if c := c.credential(); c.ID != "" {
			all = append(all, c)
		}
	}

	slices.SortStableFunc(all, func(a, b credential) int { return a.CreatedAt.Compare(b.CreatedAt) })

	return all
}

// authConfigBody asks for a credential.
type authConfigBody struct {
	AuthType     string        `json:"authType"`
	ClientSecret *lifetimeBody `json:"clientSecretConfig,omitzero"`
	APIKey       *lifetimeBody `json:"apiKeyConfig,omitzero"`
}

type lifetimeBody struct {
	Lifetime string `json:"lifetime"`
}

func newAuthConfig(kind, lifetime string) authConfigBody {
	if kind == apiKey {
		return authConfigBody{AuthType: kind, APIKey: &lifetimeBody{lifetime}}
	}

	return authConfigBody{AuthType: kind, ClientSecret: &lifetimeBody{lifetime}}
}

type accountBody struct {
	Name       string         `json:"name"`
	RoleID     string         `json:"roleId"`
	AuthConfig authConfigBody `json:"authConfig"`
}

func listing(p *jumpcloud.Portal) collections.Listing[account] {
	return collections.Listing[account]{
		Route:  p.V2("service-accounts"),
		ID:     func(a account) string { return a.ID },
		Single: func(ctx context.Context, id string) (account, error) { return get(ctx, p, id) },
	}
}

func get(ctx context.Context, p *jumpcloud.Portal, id string) (account, error) {
	return collections.Get[account](ctx, p.V2("service-accounts", id))
}

func create(ctx context.Context, p *jumpcloud.Portal, b accountBody) (account, error) {
	a, err := collections.Create(ctx, collections.Creation[account]{
		List: listing(p), Body: b, Name: b.Name,
		Same: func(_ context.Context, a account) (bool, error) { return a.Name == b.Name && a.RoleID == b.RoleID, nil },
	})
	if errors.Is(err, rest.ErrNotFound) {
		err = fmt.Errorf("%w\n\nA tenant without the capability for service accounts answers like this. Ask JumpCloud whether the plan "+
			"includes them, and look for Service Accounts in the console", err)
	}

	if errors.Is(err, rest.ErrInvalid) && strings.Contains(strings.ToLower(err.Error()), "role") {
		err = &kit.AttributeError{Path: path.Root("role_id"), Err: fmt.Errorf("%w\n\nThe role was %s: data \"jumpcloud_roles\" has the ids of "+
			"the provider's roles by name", err, b.RoleID)}
	}

	return a, err
}

// addCredential makes a credential. What was made without its answer being heard is taken back:
// nobody knows its secret.
func addCredential(ctx context.Context, p *jumpcloud.Portal, a account, lifetime string) (credential, error) {
	route := p.V2("service-accounts", a.ID, "auth-config")

	type body struct {
		AuthConfig authConfigBody `json:"authConfig"`
	}

	type answer struct {
		AuthConfig authConfig `json:"authConfig"`
	}

	made, err := collections.Post[answer](ctx, route, body{newAuthConfig(a.AuthType, lifetime)})
	c := made.AuthConfig.credential()

	if err == nil && c.secret() == "" {
		err = errors.New("the answer tells no secret")
	} else if err != nil && !errors.Is(err, rest.ErrUnclear) {
		return c, err
	}

	if err == nil {
		p.Client().Redact(c.secret())

		return c, nil
	}

	now, lookErr := get(ctx, p, a.ID)
	if lookErr != nil {
		return c, fmt.Errorf("%w\n\nA credential may have been made all the same, and whether it was could not be found out: %w", err, lookErr)
	}

	known := ids(a.credentials())

	for _, made := range now.credentials() {
		if slices.Contains(known, made.ID) {
			continue
		}

		if left := removeCredential(ctx, p, a.ID, made.ID); left != nil {
			return c, fmt.Errorf("%w\n\nThe credential %s was made, nobody has heard its secret, and it could not be taken back: delete it in the "+
				"JumpCloud console. %w", err, made.ID, left)
		}
	}

	return c, fmt.Errorf("%w\n\nA credential whose secret got lost was taken back, if there was one. Try again", err)
}

// removeCredential takes a credential away; one that is gone is a success.
func removeCredential(ctx context.Context, p *jumpcloud.Portal, account, id string) error {
	err := collections.Delete(ctx, p.V2("service-accounts", account, "auth-config", id))
	if errors.Is(err, rest.ErrNotFound) {
		return nil
	}

	return err
}

// tidyList names things in a text.
func tidyList(all []string) string { return "`" + strings.Join(all, "`, `") + "`" }
