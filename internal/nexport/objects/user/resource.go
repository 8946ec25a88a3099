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
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/scope"
)

var object = kit.Object{Type: "nexport_user", Title: "User", Keys: []kit.Key{scope.Key("id")}, Hidden: []string{"password_wo_version"}}

type userResource struct {
	kit.Resource[*nexport.Client]
}

// NewResource returns nexport_user.
func NewResource() resource.Resource {
	r := &userResource{kit.NewResource(object, scope.Site, resourceSchema, operations{})}
	r.FoundBy(kit.Finder[*nexport.Client]{Find: findAll})

	return r
}

func findAll(ctx context.Context, c *nexport.Client, _ kit.Asked) ([]kit.Found, error) {
	all, err := collections.All(ctx, search(c, ""))

	found := make([]kit.Found, 0, len(all))
	for _, u := range all {
		found = append(found, kit.Found{Keys: map[string]string{"id": u.id()}, Name: u.Login.String()})
	}

	return found, err
}

// ModifyPlan refuses what the API cannot do: a new user without a password, another password
// of one who exists, and another owner without another login.
func (r *userResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)
	scope.Fixed(ctx, req, resp, "user", "login", "owner_organization_id")

	if req.Plan.Raw.IsNull() || resp.Diagnostics.HasError() {
		return
	}

	var (
		secret         types.String
		before, after  types.Int64
		login, oldName types.String
	)

	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root("password_wo"), &secret)...)
	resp.Diagnostics.Append(resp.Plan.GetAttribute(ctx, path.Root("password_wo_version"), &after)...)
	resp.Diagnostics.Append(resp.Plan.GetAttribute(ctx, path.Root("login"), &login)...)

	if !req.State.Raw.IsNull() {
		resp.Diagnostics.Append(req.State.GetAttribute(ctx, path.Root("password_wo_version"), &before)...)
		resp.Diagnostics.Append(req.State.GetAttribute(ctx, path.Root("login"), &oldName)...)
	}

	fresh := req.State.Raw.IsNull() || !login.Equal(oldName)

	switch {
	case fresh && secret.IsNull():
		resp.Diagnostics.AddAttributeError(path.Root("password_wo"), "Missing Password",
			"A new user needs a password: set password_wo and password_wo_version.")
	case !fresh && !before.IsNull() && !after.IsNull() && !after.Equal(before):
		resp.Diagnostics.AddAttributeError(path.Root("password_wo_version"), "NexPort Cannot Change This",
			"The API has no call that changes a password: it is set when the user is made. Change it in NexPort's console, and set the version back here.")
	}
}

type operations struct{}

func (operations) Create(ctx context.Context, c *nexport.Client, plan *resourceModel) error {
	c.Redact(plan.Password.ValueString())

	u, err := create(ctx, c, plan.toCreate())
	if scope.Missing(err) && !errors.As(err, new(*collections.ExistsError)) {
		err = scope.Told(err, fmt.Sprintf("What was sent: owner_organization_id %s, login %q. NexPort says the same of an organization that is not there and of a "+
			"login that is taken.", plan.OwnerOrganizationID.ValueString(), plan.Login.ValueString()))
	}

	if err != nil {
		return err
	}

	plan.ID = types.StringValue(u.id())

	// Warnings, since an error would have Terraform make another user, whom NexPort refuses.
	now, err := get(ctx, c, "user_id", u.id())
	ignored := now.lacks(plan.toCreate())

	switch who := plan.Login.ValueString(); {
	case err != nil:
		kit.Warn(ctx, fmt.Sprintf("User Not Read: %q", who), "The user was created, as "+u.id()+", and is in state. Nobody knows whether NexPort took all that "+
			"was sent; the next plan reads it: "+err.Error())
	case len(ignored) > 0:
		kit.Warn(ctx, fmt.Sprintf("User Not Complete: %q", who), "The user was created, as "+u.id()+", and is in state. The next plan shows what is missing: "+
			nexport.Ignored("CreateUser", ignored...).Error())
	}

	return nil
}

func (operations) Read(ctx context.Context, c *nexport.Client, m *resourceModel) error {
	return kit.Fill(m.fromAPI)(get(ctx, c, "user_id", m.ID.ValueString()))
}

func (o operations) Update(ctx context.Context, c *nexport.Client, plan *resourceModel, prior resourceModel) error {
	if now := plan.toEdit(); len(collections.Differing(now, prior.toEdit())) > 0 {
		return kit.Fill(plan.fromAPI)(edit(ctx, c, plan.ID.ValueString(), now))
	}

	return o.Read(ctx, c, plan)
}

// Delete forgets the user: the API deletes none.
func (operations) Delete(ctx context.Context, _ *nexport.Client, prior resourceModel) error {
	kit.Warn(ctx, "User Not Deleted", "The API cannot delete users: "+prior.Login.ValueString()+" ("+prior.ID.ValueString()+") stays in NexPort and "+
		"Terraform forgets it. Disable or delete the user in NexPort's console; until then the login stays taken.")

	return nil
}
