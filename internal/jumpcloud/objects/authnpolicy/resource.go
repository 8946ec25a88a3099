// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy

import (
	"context"
	"errors"

	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

var object = kit.Object{Type: "jumpcloud_authn_policy", Title: "Access Policy", Keys: tenancy.Keys}

type policyResource struct {
	kit.Resource[*jumpcloud.Tenant]
}

// NewResource returns jumpcloud_authn_policy.
func NewResource() resource.Resource {
	r := &policyResource{kit.NewResource(object, tenancy.Tenant{}, resourceSchema, operations{})}
	r.Named(tenancy.NamesIn("access policy", listing, authnPolicy.candidate))
	r.FoundBy(tenancy.FindAll(listing, func(p authnPolicy) kit.Found { return tenancy.Found(p.ID, p.Name) }))

	return r
}

type operations struct{}

func (operations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *model) error {
	body, err := plan.toAPI(ctx)
	if err != nil {
		return err
	}

	if err := plan.permit(ctx, t, nil); err != nil {
		return err
	}

	p, err := create(ctx, t, plan.Name.ValueString(), plan.AllowDuplicate.ValueBool(), body)
	if err != nil {
		return err
	}

	return plan.fromAPI(ctx, p)
}

// permit decides again right before the write, when everything is known.
func (m model) permit(ctx context.Context, t *jumpcloud.Tenant, prior *model) error {
	if reasons := m.locksOut(); len(reasons) > 0 && (prior == nil || m.meets(*prior)) {
		return errors.New(lockoutText(m, "the organization", reasons))
	}

	_, err := check(ctx, t, m.references(ctx, prior))

	return err
}

func (operations) Read(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	p, err := collections.Lookup(ctx, listing(t), m.ID.ValueString())
	if errors.Is(err, rest.ErrNotFound) {
		p, err = get(ctx, t, m.ID.ValueString()) // a list that is not there says nothing of the policy
	}

	if err != nil {
		return err
	}

	return m.fromAPI(ctx, p)
}

func (operations) Update(ctx context.Context, t *jumpcloud.Tenant, plan *model, prior model) error {
	body, err := plan.changes(ctx, prior)
	if err != nil {
		return err
	}

	if err := plan.permit(ctx, t, &prior); err != nil {
		return err
	}

	// Only the guard changed, or a spelling: the service has nothing to do.
	if len(body) == 0 {
		return nil
	}

	p, err := change(ctx, t, plan.ID.ValueString(), body)
	if err != nil {
		return err
	}

	return plan.fromAPI(ctx, p)
}

func (operations) Delete(ctx context.Context, t *jumpcloud.Tenant, prior model) error {
	return remove(ctx, t, prior.ID.ValueString())
}
