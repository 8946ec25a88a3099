// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package offboarding

import (
	"context"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
)

// organization is what v1 tells of one; it takes no x-org-id (evidence: organizations 4.1).
type organization struct {
	DisplayName string `json:"displayName"`
	AccountType string `json:"accountType"`
	Settings    struct {
		PendingDelete bool `json:"pendingDelete"`
	} `json:"settings"`
}

func get(ctx context.Context, t *jumpcloud.Tenant) (organization, error) {
	return collections.Get[organization](ctx, t.Client().Portal().V1("organizations", t.ID()))
}

// total asks for one element of a v1 list; the total comes with it.
func total(ctx context.Context, r collections.Route) (int64, error) {
	answer, err := collections.Get[struct {
		TotalCount int64 `json:"totalCount"`
	}](ctx, r.With("limit", "1"))

	return answer.TotalCount, err
}

// policies counts them page by page: a v2 list need not tell its total.
func policies(ctx context.Context, t *jumpcloud.Tenant) (int64, error) {
	type named struct {
		ID string `json:"id"`
	}

	var n int64

	for _, err := range collections.Each(ctx, collections.Listing[named]{Route: t.V2("policies"), Sort: jumpcloud.SortID}) {
		if err != nil {
			return 0, err
		}

		n++
	}

	return n, nil
}

type integration struct {
	ID   string `json:"integrationId"`
	Type string `json:"type"`
}

// mapping joins an organization with a company of a PSA. One without a company is an
// organization that is not mapped (evidence: psa 4.1).
type mapping struct {
	integration integration

	Organization struct {
		ID string `json:"id"`
	} `json:"organization"`
	Company *struct {
		ID   string `json:"id"`
		Name string `json:"name"`
	} `json:"company"`
}

// mappings are those of the organization, in all integrations of the provider.
func mappings(ctx context.Context, t *jumpcloud.Tenant) ([]mapping, error) {
	p := t.Client().Portal()

	route, err := p.Own(ctx, "integrations")
	if err != nil {
		return nil, err
	}

	all := []mapping{}

	for i, err := range collections.Each(ctx, collections.Listing[integration]{Route: route}) {
		if err != nil {
			return nil, err
		}

		list := collections.Listing[mapping]{Route: p.V2("integrations", i.Type, i.ID, "mappings")}

		for m, err := range collections.Each(ctx, list) {
			if err != nil {
				return nil, err
			}

			if m.Organization.ID == t.ID() && m.Company != nil && m.Company.ID != "" {
				m.integration = i
				all = append(all, m)
			}
		}
	}

	return all, nil
}
