// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy

import (
	"context"
	"errors"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// authnPolicy is the object as the API returns it.
type authnPolicy struct {
	ID          string         `json:"id"`
	Name        string         `json:"name"`
	Description string         `json:"description"`
	Disabled    bool           `json:"disabled"`
	MonitorOnly bool           `json:"monitorOnly"`
	Type        string         `json:"type"`
	Targets     targets        `json:"targets"`
	Effect      effect         `json:"effect"`
	Conditions  map[string]any `json:"conditions"`
}

// UnmarshalJSON keeps every digit of the numbers in conditions and filters.
func (p *authnPolicy) UnmarshalJSON(data []byte) error {
	type plain authnPolicy

	return anyjson.Unmarshal(data, (*plain)(p))
}

type targets struct {
	Users                *userTarget      `json:"users,omitempty"`
	UserGroups           *groupTarget     `json:"userGroups,omitempty"`
	UserAttributes       *attributeTarget `json:"userAttributes,omitempty"`
	Resources            []resourceTarget `json:"resources,omitempty"`
	ExcludedApplications []string         `json:"excludedApplications,omitempty"`
}

type userTarget struct {
	Inclusions []string `json:"inclusions,omitempty"`
}

type groupTarget struct {
	Inclusions []string `json:"inclusions,omitempty"`
	Exclusions []string `json:"exclusions,omitempty"`
}

type attributeTarget struct {
	Inclusions []attributeFilter `json:"inclusions,omitempty"`
	Exclusions []attributeFilter `json:"exclusions,omitempty"`
}

type attributeFilter struct {
	Field    string `json:"field"`
	Operator string `json:"operator"`
	Value    any    `json:"value"`
}

type resourceTarget struct {
	Type string `json:"type"`
	ID   string `json:"id,omitempty"`
}

type effect struct {
	Action             string         `json:"action"`
	Obligations        *obligations   `json:"obligations,omitempty"`
	CustomErrorMessage *customMessage `json:"custom_error_message,omitempty"`
}

type obligations struct {
	MFA              *mfa              `json:"mfa,omitempty"`
	MFAFactors       []mfaFactor       `json:"mfaFactors,omitempty"`
	UserVerification *userVerification `json:"userVerification,omitempty"`
}

type mfa struct {
	Required bool `json:"required"`
}

type mfaFactor struct {
	Type string `json:"type"`
}

type userVerification struct {
	Requirement string `json:"requirement"`
}

type customMessage struct {
	Enabled       bool      `json:"enabled"`
	Message       string    `json:"message"`
	PrimaryHelp   *helpLink `json:"primary_help,omitempty"`
	SecondaryHelp *helpLink `json:"secondary_help,omitempty"`
}

type helpLink struct {
	Text string `json:"text"`
	URL  string `json:"url"`
}

// candidate is what a name can mean.
func (p authnPolicy) candidate() kit.Candidate { return kit.Candidate{ID: p.ID, Name: p.Name} }

func listing(t *jumpcloud.Tenant) collections.Listing[authnPolicy] {
	return collections.Listing[authnPolicy]{
		Route:  t.V2("authn", "policies"),
		Sort:   jumpcloud.SortID,
		ID:     func(p authnPolicy) string { return p.ID },
		Single: func(ctx context.Context, id string) (authnPolicy, error) { return get(ctx, t, id) },
	}
}

// create posts a body that has every member worth sending.
func create(ctx context.Context, t *jumpcloud.Tenant, name string, allowTwin bool, body map[string]any) (authnPolicy, error) {
	return collections.Create(ctx, collections.Creation[authnPolicy]{
		List: listing(t), Body: body, Name: name, NameOf: func(p authnPolicy) string { return p.Name }, AllowTwin: allowTwin,
		Same: func(_ context.Context, p authnPolicy) (bool, error) { return carries(p, body), nil },
	})
}

func get(ctx context.Context, t *jumpcloud.Tenant, id string) (authnPolicy, error) {
	return collections.Get[authnPolicy](ctx, t.V2("authn", "policies", id))
}

// change sends only the members that differ: PATCH leaves the others alone.
func change(ctx context.Context, t *jumpcloud.Tenant, id string, body map[string]any) (authnPolicy, error) {
	p, err := collections.Patch[authnPolicy](ctx, t.V2("authn", "policies", id), body)
	if errors.Is(err, rest.ErrGarbled) {
		return get(ctx, t, id)
	}

	return p, err
}

func remove(ctx context.Context, t *jumpcloud.Tenant, id string) error {
	return collections.Delete(ctx, t.V2("authn", "policies", id))
}
