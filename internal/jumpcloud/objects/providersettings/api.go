// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package providersettings

import (
	"context"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
)

// provider is a provider as the API returns it. What a service of an older date leaves out
// stays nil (evidence: organizations 2.1).
type provider struct {
	ID                  string  `json:"id"`
	Name                *string `json:"name"`
	Type                *string `json:"type"`
	DisallowOrgCreation *bool   `json:"disallowOrgCreation"`
	Settings            struct {
		AllowMFAOverride *bool `json:"allowMfaOverride"`
		RequireAdminMFA  *bool `json:"requireAdminMFA"`
	} `json:"settings"`
	Contact struct {
		Name  *string `json:"name"`
		Email *string `json:"email"`
	} `json:"contact"`
}

func get(ctx context.Context, p *jumpcloud.Portal, id string) (provider, error) {
	return collections.Get[provider](ctx, p.V2("providers", id))
}

// listing is the list of the providers that the credential sees. It documents no paging
// (evidence: lists 1.2).
func listing(p *jumpcloud.Portal) collections.Listing[provider] {
	return collections.Listing[provider]{Route: p.V2("providers"), Whole: true, ID: func(v provider) string { return v.ID }}
}
