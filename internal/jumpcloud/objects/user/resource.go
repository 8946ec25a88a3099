// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user

import (
	"context"
	"errors"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

type userResource struct {
	kit.Resource[*jumpcloud.Tenant]
}

// NewResource returns jumpcloud_user.
func NewResource() resource.Resource {
	r := &userResource{kit.NewResource(object, tenancy.Tenant{}, resourceSchema, operations{})}
	r.Named(names()...)
	r.FoundBy(tenancy.FindAll(listing, func(u user) kit.Found { return tenancy.Found(u.id(), u.username()) }))

	return r
}

// ModifyPlan refuses what the service is known to refuse, and the destruction of a user who is
// not to be destroyed.
func (r *userResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	if t, _, ok := r.Client(ctx, resp.Plan.GetAttribute); ok && !resp.Diagnostics.HasError() && !req.Plan.Raw.IsNull() {
		planManager(ctx, t, req, resp)
	}

	if resp.Diagnostics.HasError() || req.State.Raw.IsNull() {
		return
	}

	var prior, plan model

	resp.Diagnostics.Append(req.State.Get(ctx, &prior)...)

	if req.Plan.Raw.IsNull() {
		if prior.DeletionPolicy.ValueString() == prevent {
			resp.Diagnostics.AddAttributeError(path.Root("deletion_policy"), "User Is Not to Be Destroyed", refusal(prior))
		}

		return
	}

	resp.Diagnostics.Append(resp.Plan.Get(ctx, &plan)...)

	// Another organization is a destruction here and a new user there, and so is one that is not known yet.
	if prior.DeletionPolicy.ValueString() == prevent && !prior.OrganizationID.IsNull() && !plan.OrganizationID.Equal(prior.OrganizationID) {
		resp.Diagnostics.AddAttributeError(path.Root("deletion_policy"), "User Is Not to Be Destroyed", refusal(prior))
	}

	t, _, ok := r.Client(ctx, resp.Plan.GetAttribute)
	if !ok || resp.Diagnostics.HasError() || plan.State.ValueString() != staged || prior.State.ValueString() == staged {
		return
	}

	// State may not have been watched so far. Who cannot be read is the service's to refuse.
	now, err := collections.Lookup(ctx, listing(t), prior.ID.ValueString())
	if state := now.text("state"); err == nil && state != staged {
		resp.Diagnostics.AddAttributeError(path.Root("state"), "No Way Back to STAGED", fmt.Sprintf(
			"User %q is %s, and the API takes ACTIVATED and SUSPENDED alone for a user who exists. Suspend the user instead.",
			prior.Username.ValueString(), state))
	}
}

// planManager checks that a new manager is a user of the organization. Who cannot be listed is
// the service's to refuse.
func planManager(ctx context.Context, t *jumpcloud.Tenant, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	at := path.Root("manager_id")

	var id, before types.String

	resp.Diagnostics.Append(resp.Plan.GetAttribute(ctx, at, &id)...)

	if !req.State.Raw.IsNull() {
		resp.Diagnostics.Append(req.State.GetAttribute(ctx, at, &before)...)
	}

	if id.ValueString() == "" || id.Equal(before) || t.Client().MadeHere(id.ValueString()) {
		return
	}

	if _, err := collections.LookupOnce(ctx, listing(t), id.ValueString()); errors.Is(err, rest.ErrNotFound) {
		resp.Diagnostics.AddAttributeError(at, "Not in This Organization", fmt.Sprintf("organization %s has no user %s. Ids are valid within one "+
			"organization only. The data source jumpcloud_users has the ids by username and by email.",
			tenancy.Name(ctx, t.Client(), t.ID(), nil), id.ValueString()))
	}
}

func refusal(m model) string {
	return fmt.Sprintf("deletion_policy of user %q (%s) is prevent. To suspend or delete the user, set it to suspend or delete and apply "+
		"that first. To keep the user and only stop managing it, use a removed block with destroy = false.",
		m.Username.ValueString(), m.ID.ValueString())
}

type operations struct{}

func (operations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *model) error {
	return kit.Fill(plan.fromAPI)(create(ctx, t, *plan))
}

func (operations) Read(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	return kit.Fill(m.fromAPI)(collections.Lookup(ctx, listing(t), m.ID.ValueString()))
}

// Update sends what changes and nothing else, and nothing where only what is Terraform's changes.
func (operations) Update(ctx context.Context, t *jumpcloud.Tenant, plan *model, prior model) error {
	now, err := get(ctx, t, plan.ID.ValueString())
	if err != nil {
		return err
	}

	changes, err := plan.changes(prior, now)
	if err != nil {
		return err
	}

	if len(changes) > 0 {
		if now, err = update(ctx, t, plan.ID.ValueString(), changes); err != nil {
			return held(ctx, t, *plan, changes, err)
		}
	}

	plan.fromAPI(now)

	return nil
}

// Delete does what the deletion policy says. To suspend somebody who is suspended already takes
// no request.
func (operations) Delete(ctx context.Context, t *jumpcloud.Tenant, prior model) error {
	id := prior.ID.ValueString()

	switch kit.StringOr(prior.DeletionPolicy, suspend).ValueString() {
	case prevent:
		return &kit.AttributeError{Path: path.Root("deletion_policy"), Err: fmt.Errorf("%s", refusal(prior))}
	case remove:
		return destroy(ctx, t, id)
	}

	now, err := get(ctx, t, id)
	if err != nil {
		return err
	}

	if now.text("state") != suspended {
		if _, err = update(ctx, t, id, collections.Members{"state": suspended}); err != nil {
			return err
		}
	}

	kit.Warn(ctx, fmt.Sprintf("User Was Suspended: %q", prior.Username.ValueString()), fmt.Sprintf("User %q (%s) is suspended and not managed any more. Nothing of the user was deleted, "+
		"and the user still counts for the bill. A new jumpcloud_user with this username is refused: import this one instead.",
		prior.Username.ValueString(), id))

	return nil
}
