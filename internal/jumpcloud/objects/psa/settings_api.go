// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa

import (
	"context"
	"errors"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Settings are an integration's settings. Syncro has no company types.
type Settings struct {
	CompanyTypeIDs     []int64 `json:"companyTypeIds"`
	AutomaticTicketing bool    `json:"automaticTicketing"`
}

// settingsBody is what PATCH is to change; what is nil stays as it is.
type settingsBody struct {
	CompanyTypeIDs     []int64 `json:"companyTypeIds,omitzero"`
	AutomaticTicketing *bool   `json:"automaticTicketing,omitzero"`
}

func settingsRoute(p *jumpcloud.Portal, v Vendor, integrationID string) collections.Route {
	return v.Of(p, integrationID, "settings")
}

// GetSettings reads an integration's settings.
func GetSettings(ctx context.Context, p *jumpcloud.Portal, v Vendor, integrationID string) (Settings, error) {
	return collections.Get[Settings](ctx, settingsRoute(p, v, integrationID))
}

// SettingsOnce reads an integration's settings, and again only once they were written.
func SettingsOnce(ctx context.Context, p *jumpcloud.Portal, v Vendor, integrationID string) (Settings, error) {
	return collections.GetOnce[Settings](ctx, settingsRoute(p, v, integrationID))
}

// patchSettings changes what the body has. Where nobody knows whether the service acted,
// the settings are read: if they are as wanted, that is all that was asked for.
func patchSettings(ctx context.Context, p *jumpcloud.Portal, v Vendor, integrationID string, b settingsBody) (Settings, error) {
	if b.AutomaticTicketing == nil && b.CompanyTypeIDs == nil {
		return GetSettings(ctx, p, v, integrationID)
	}

	s, err := collections.Patch[Settings](ctx, settingsRoute(p, v, integrationID), b)
	if !errors.Is(err, rest.ErrUnclear) {
		return s, err
	}

	there, readErr := GetSettings(ctx, p, v, integrationID)
	if readErr == nil && b.holds(there) {
		return there, nil
	}

	return s, err
}

// holds tells whether settings have what the body asks for.
func (b settingsBody) holds(s Settings) bool {
	if b.AutomaticTicketing != nil && *b.AutomaticTicketing != s.AutomaticTicketing {
		return false
	}

	return b.CompanyTypeIDs == nil || slices.Equal(sorted(b.CompanyTypeIDs), sorted(s.CompanyTypeIDs))
}

func sorted(ids []int64) []int64 { return slices.Compact(slices.Sorted(slices.Values(ids))) }
