// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package psa holds what the three PSA vendors' objects share: the integration itself,
// its settings, and the lists in which names are looked up (evidence: psa 1, 2, 3). Each vendor
// has a folder below this one. All of it belongs to the provider, not to an organization.
package psa

import (
	"context"
	"fmt"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
)

// Vendor is a maker of PSA software. Each has a path family of its own.
type Vendor struct {
	Type  string // in paths and in the list of integrations
	Title string // as people write it

	advice string // what to check when credentials are rejected
}

// The vendors that JumpCloud integrates with.
var (
	ConnectWise = Vendor{
		"connectwise", "ConnectWise",
		"Check the API member's keys and its security role (Companies, Agreements, Additions: Inquire and Edit).",
	}
	Autotask = Vendor{"autotask", "Autotask", "Check the API user's name, its secret, and that the user is active."}
	Syncro   = Vendor{"syncro", "Syncro", "Check the subdomain, and that the API token exists and has permissions."}
)

// Types are the vendors' types.
var Types = []string{Autotask.Type, ConnectWise.Type, Syncro.Type}

// VendorOf is the vendor of a type, or an error for a type that this provider does not know.
func VendorOf(of string) (Vendor, error) {
	for _, v := range []Vendor{Autotask, ConnectWise, Syncro} {
		if v.Type == of {
			return v, nil
		}
	}

	return Vendor{}, fmt.Errorf("the service has an integration of type %q, which this provider does not know", of)
}

// Of is a route of one of the vendor's integrations.
func (v Vendor) Of(p *jumpcloud.Portal, integrationID string, segments ...string) collections.Route {
	return p.V2("integrations", v.Type, integrationID).Join(segments...)
}

// Integration is an element of the provider's list of integrations.
type Integration struct {
	ID   string `json:"integrationId"`
	Type string `json:"type"`
}

// Integrations is the list of the provider's integrations of all vendors.
func Integrations(ctx context.Context, p *jumpcloud.Portal) (collections.Listing[Integration], error) {
	route, err := p.Own(ctx, "integrations")

	return collections.Listing[Integration]{Route: route, ID: func(i Integration) string { return i.ID }}, err
}

// IntegrationIDs returns the ids of the vendor's integrations.
func (v Vendor) IntegrationIDs(ctx context.Context, p *jumpcloud.Portal) ([]string, error) {
	all, err := listed(ctx, p)

	ids := []string{}

	for _, i := range all {
		if i.Type == v.Type {
			ids = append(ids, i.ID)
		}
	}

	return ids, err
}

func listed(ctx context.Context, p *jumpcloud.Portal) ([]Integration, error) {
	listing, err := Integrations(ctx, p)
	if err != nil {
		return nil, err
	}

	return collections.All(ctx, listing)
}
