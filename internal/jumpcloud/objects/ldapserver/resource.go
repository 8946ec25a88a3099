// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package ldapserver

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var object = kit.Object{Type: "jumpcloud_ldap_server", Title: "LDAP Server", Keys: tenancy.Keys}

type serverResource struct {
	kit.Resource[*jumpcloud.Tenant]
}

// NewResource returns jumpcloud_ldap_server.
func NewResource() resource.Resource {
	r := &serverResource{kit.NewResource(object, tenancy.Tenant{}, resourceSchema, operations{})}
	r.FoundBy(tenancy.FindAll(listing, func(s ldapServer) kit.Found { return tenancy.Found(s.ID, s.Name) }))

	return r
}

// ModifyPlan finds the server that is going to be adopted, and refuses a setting that two
// resources have.
func (r *serverResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)
	r.planServer(ctx, req, resp)
	r.Apart(ctx, req, resp)
}

func (r *serverResource) planServer(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() || !req.State.Raw.IsNull() {
		return
	}

	var id types.String

	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root("id"), &id)...)

	t, keys, ok := r.Client(ctx, resp.Plan.GetAttribute)
	if !ok || id.IsUnknown() {
		return
	}

	s, err := adopt(ctx, t, id.ValueString())
	if err != nil {
		r.Report(ctx, &resp.Diagnostics, "Plan", keys, err)

		return
	}

	resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root("id"), s.ID)...)
}

type operations struct{}

// Create adopts the server that exists, since the API can make none (evidence: directories 1.1).
func (operations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *model) error {
	now, err := adopt(ctx, t, plan.ID.ValueString())
	if err != nil {
		return err
	}

	return save(ctx, t, plan, now)
}

func (operations) Read(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	return kit.Fill(m.fromAPI)(collections.Lookup(ctx, listing(t), m.ID.ValueString()))
}

func (operations) Update(ctx context.Context, t *jumpcloud.Tenant, plan *model, prior model) error {
	return save(ctx, t, plan, ldapServer{
		ID: prior.ID.ValueString(), Name: prior.Name.ValueString(), UserLockoutAction: prior.UserLockoutAction.ValueString(),
		UserPasswordExpirationAction: prior.UserPasswordExpirationAction.ValueString(),
	})
}

// Delete forgets the server, since the API cannot delete one.
func (operations) Delete(ctx context.Context, _ *jumpcloud.Tenant, prior model) error {
	kit.Warn(ctx, "LDAP Server Left As It Is", fmt.Sprintf(
		"LDAP server %q (%s) is no longer managed by Terraform and keeps its settings: the API cannot delete one.",
		prior.Name.ValueString(), prior.ID.ValueString()))

	return nil
}

// save changes what the plan wants to differ, and nothing where nothing does.
func save(ctx context.Context, t *jumpcloud.Tenant, plan *model, now ldapServer) error {
	body := plan.toAPI(now)
	if body == (ldapServerBody{}) {
		plan.fromAPI(now)

		return nil
	}

	return kit.Fill(plan.fromAPI)(change(ctx, t, now.ID, body))
}

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Manages the settings of an organization's LDAP server. The server exists by itself: creating this resource " +
			"adopts it, and destroying it leaves the server as it is.",
		Attributes: map[string]schema.Attribute{
			"id":                              tenancy.AdoptedID("LDAP server"),
			"name":                            kit.KeptString("Name of the LDAP server. JumpCloud's to set."),
			"user_lockout_action":             tenancy.AdoptedAction("User lockout: what happens in LDAP to a user who is locked out", actions),
			"user_password_expiration_action": tenancy.AdoptedAction("Password expiration: what happens in LDAP to a user whose password expired", actions),
		},
	}
}
