// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package usergroup

import (
	"context"
	"errors"
	"reflect"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var _ resource.ResourceWithValidateConfig = (*userGroupResource)(nil)

var object = kit.Object{Type: "jumpcloud_user_group", Title: "User Group", Keys: tenancy.Keys, Unmanaged: []string{
	"sudo_enabled", "sudo_without_password", "ldap_groups", "posix_groups", "samba_enabled", "radius_reply",
	"membership_method", "member_query", "member_query_exemptions", "member_suggestions_notify",
}, Moved: []kit.Moved{
	{Type: "jumpcloud_user_group"},  // nfernal, agilize, heyjobs and their relatives
	{Type: "jumpcloud_usergroup"},   // Spotnana-Tech, techjavelin
	{Type: "snjumpcloud_usergroup"}, // Spotnana-Tech before it was renamed
}}

type userGroupResource struct {
	kit.Resource[*jumpcloud.Tenant]
}

// NewResource returns jumpcloud_user_group.
func NewResource() resource.Resource {
	r := &userGroupResource{kit.NewResource(object, tenancy.Tenant{}, resourceSchema, operations{})}
	r.Named(group.Names(group.UserGroup))
	r.FoundBy(group.Finder(group.UserGroup))

	return r
}

// ModifyPlan checks the members, and says what it means to take over what was not managed before.
func (r *userGroupResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)
	group.RefuseShared(ctx, group.UserGroup, r, req, resp)

	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() {
		return
	}

	planPassword(ctx, req, resp)

	t, _, ok := r.Client(ctx, resp.Plan.GetAttribute)
	if !ok {
		return
	}

	planMembers(ctx, t, req, resp)

	if !resp.Diagnostics.HasError() {
		planTakingOver(ctx, t, req, resp)
	}
}

type operations struct{}

func (operations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *model) error {
	body, dsl, err := plan.toAPI(ctx, model{}, group.Whole{MembershipMethod: group.Static})
	if err != nil {
		return err
	}

	g, err := group.Create(ctx, t, group.UserGroup, dsl, plan.AllowDuplicateName.ValueBool(), body)
	if err != nil {
		return err
	}

	plan.ID = types.StringValue(g.ID)

	// Found again in a short list after a lost answer: what was planned stands until the
	// next refresh, which reads the rest.
	if g.MembershipMethod != "" {
		err = plan.fromAPI(ctx, g, false)
	}

	return errors.Join(err, users(g.ID).Fill(ctx, t, plan.UserIDs))
}

func (operations) Read(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	g, err := group.Refresh(ctx, t, ref(m.ID))
	if err != nil {
		return err
	}

	group.WarnOfFlags(ctx, ref(m.ID), g)

	// Who owns the members is a choice that an import cannot make: they may be a query's.
	if !m.UserIDs.IsNull() {
		if m.UserIDs, err = users(g.ID).Read(ctx, t, m.UserIDs); err != nil {
			return err
		}
	}

	return m.fromAPI(ctx, g, kit.Importing(ctx))
}

// Update changes the members after the group, whose query may have decided over them. It sends
// nothing where the group is what it should be.
func (o operations) Update(ctx context.Context, t *jumpcloud.Tenant, plan *model, prior model) error {
	if err := o.save(ctx, t, plan, prior); err != nil {
		return err
	}

	return users(plan.ID.ValueString()).Change(ctx, t, plan.UserIDs, prior.UserIDs)
}

// save reads the group first: PUT replaces everything, and what is not managed here must not
// get lost.
func (operations) save(ctx context.Context, t *jumpcloud.Tenant, plan *model, prior model) error {
	now, err := group.Get(ctx, t, ref(plan.ID))
	if err != nil {
		return err
	}

	body, dsl, err := plan.toAPI(ctx, prior, now)
	if err != nil {
		return err
	}

	if reflect.DeepEqual(body, now.Body()) && plan.MemberQuery.Equal(prior.MemberQuery) {
		return plan.fromAPI(ctx, now, false)
	}

	g, err := group.Replace(ctx, t, ref(plan.ID), dsl, body)
	if err != nil {
		return err
	}

	return plan.fromAPI(ctx, g, false)
}

func (operations) Delete(ctx context.Context, t *jumpcloud.Tenant, prior model) error {
	return group.Delete(ctx, t, ref(prior.ID), group.Owned{Set: users(prior.ID.ValueString()), IDs: prior.UserIDs})
}
