// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var (
	_ resource.ResourceWithConfigure   = (*administratorResource)(nil)
	_ resource.ResourceWithImportState = (*administratorResource)(nil)
	_ resource.ResourceWithIdentity    = (*administratorResource)(nil)
	_ resource.ResourceWithModifyPlan  = (*administratorResource)(nil)
)

var object = kit.Object{Type: "jumpcloud_provider_administrator", Title: "Provider Administrator", Keys: tenancy.Keys}

type administratorResource struct {
	kit.Resource[*jumpcloud.Portal]
}

// NewResource returns jumpcloud_provider_administrator.
func NewResource() resource.Resource {
	r := &administratorResource{kit.NewResource(object, tenancy.Portal{}, resourceSchema(), operations{})}
	r.FoundBy(kit.Finder[*jumpcloud.Portal]{Find: find})

	return r
}

type operations struct{}

func (operations) Create(ctx context.Context, p *jumpcloud.Portal, plan *model) error {
	a, err := create(ctx, p, plan.toAPI())
	if err != nil {
		return err
	}

	plan.fromList(a) // POST answers with what the list shows

	return nil
}

func (operations) Read(ctx context.Context, p *jumpcloud.Portal, m *model) error {
	a, err := get(ctx, p, m.ID.ValueString())
	ledgerOf(p).read(m.ID.ValueString())

	if err != nil {
		return err
	}

	m.fromList(a)

	if !m.OrganizationAccess.IsNull() {
		return nil
	}

	// An import: how somebody was created cannot be read, but who does not see every
	// organization was surely not given all of them.
	m.OrganizationAccess = types.StringValue(accessAll)

	if o, err := p.Organizations(ctx); err == nil && int(a.Organizations) < len(o) {
		m.OrganizationAccess = types.StringValue(accessSelected)
	}

	return nil
}

func (operations) Update(ctx context.Context, p *jumpcloud.Portal, plan *model, prior model) error {
	role, roleID := plan.Role, plan.RoleID
	plan.Registered = prior.Registered // which the answer lacks

	changes := plan.changes(prior)
	if len(changes) == 0 {
		plan.keep(prior) // another spelling of the address, or what is Terraform's own

		return nil
	}

	a, err := update(ctx, p, plan.ID.ValueString(), changes)
	if err != nil {
		return err
	}

	plan.fromAPI(a)

	// Whether this run has renamed the role before or after this answer says nothing.
	if !role.IsUnknown() && roleID.ValueString() == a.RoleID && a.RoleID != "" {
		plan.Role = role
	}

	return nil
}

func (operations) Delete(ctx context.Context, p *jumpcloud.Portal, prior model) error {
	return remove(ctx, p, prior.ID.ValueString())
}
