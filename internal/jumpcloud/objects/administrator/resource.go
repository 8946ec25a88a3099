// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator

import (
	"context"
	"errors"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var object = kit.Object{Type: "jumpcloud_provider_administrator", Title: "Provider Administrator", Keys: tenancy.Keys, Unmanaged: []string{"additional_role_ids"}}

type administratorResource struct {
	kit.Resource[*jumpcloud.Portal]
}

// NewResource returns jumpcloud_provider_administrator.
func NewResource() resource.Resource {
	r := &administratorResource{kit.NewResource(object, tenancy.Portal{}, resourceSchema, operations{})}
	r.Named(kit.Names[*jumpcloud.Portal]{
		Noun: "administrator", Attribute: "email", Loses: "The password, the MFA and the API key of that person are lost.",
	})
	r.FoundBy(kit.Finder[*jumpcloud.Portal]{Find: find})

	return r
}

type operations struct{}

func (operations) Create(ctx context.Context, p *jumpcloud.Portal, plan *model) error {
	if err := mainRole(ctx, p, plan); err != nil {
		return err
	}

	a, err := create(ctx, p, plan.toAPI())
	if err != nil {
		return err
	}

	// No error: that would have Terraform replace the administrator. The next plan shows it.
	if missing := notTaken(plan.roleIDs(), a); missing != "" {
		kit.Warn(ctx, fmt.Sprintf("Additional Roles Not Taken: %q", plan.Email.ValueString()), missing)
	}

	plan.fromList(a) // POST answers with what the list shows

	return saveOrganizations(ctx, p, plan)
}

func (operations) Read(ctx context.Context, p *jumpcloud.Portal, m *model) error {
	a, err := get(ctx, p, m.ID.ValueString())
	ledgerOf(p).read(m.ID.ValueString())

	if err != nil {
		return err
	}

	m.fromList(a)
	m.rolesFromAPI(a, kit.Importing(ctx))

	if !m.OrganizationAccess.IsNull() {
		return readOrganizations(ctx, p, m)
	}

	// An import: how somebody was created cannot be read, but who does not see every
	// organization was surely not given all of them.
	m.OrganizationAccess = types.StringValue(accessAll)

	if o, err := p.Organizations(ctx); err == nil && int(a.Organizations) < len(o) {
		m.OrganizationAccess = types.StringValue(accessSelected)
	}

	return readOrganizations(ctx, p, m)
}

func (operations) Update(ctx context.Context, p *jumpcloud.Portal, plan *model, prior model) error {
	if err := mainRole(ctx, p, plan); err != nil {
		return err
	}

	if err := save(ctx, p, plan, prior); err != nil || plan.OrganizationIDs.IsNull() || plan.OrganizationIDs.Equal(prior.OrganizationIDs) {
		return err
	}

	return saveOrganizations(ctx, p, plan)
}

func save(ctx context.Context, p *jumpcloud.Portal, plan *model, prior model) error {
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

	if missing := notTaken(plan.roleIDs(), a); missing != "" && changes["roles"] != nil {
		return &kit.AttributeError{Path: path.Root("additional_role_ids"), Err: errors.New(missing)}
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
