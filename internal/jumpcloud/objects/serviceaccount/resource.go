// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package serviceaccount

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var object = kit.Object{Type: "jumpcloud_service_account", Title: "Service Account", Keys: tenancy.Keys}

type accountResource struct {
	kit.Resource[*jumpcloud.Portal]
}

// NewResource returns jumpcloud_service_account.
func NewResource() resource.Resource {
	r := &accountResource{kit.NewResource(object, tenancy.Portal{}, resourceSchema, operations{})}
	r.Named(kit.Names[*jumpcloud.Portal]{
		Noun: "service account", Loses: "All its credentials end with it, and whatever logs in with them is shut out.",
	})
	r.FoundBy(tenancy.FindAllOfPortal(
		func(_ context.Context, p *jumpcloud.Portal) (collections.Listing[account], error) {
			return listing(p), nil
		},
		func(a account) kit.Found { return tenancy.Found(a.ID, a.Name) },
	))

	return r
}

// ModifyPlan takes a secret out of state that is not to be there any more, and says that one that
// was not kept cannot be had.
func (r *accountResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	plan, prior, ok := kit.Planned[model](ctx, req, resp)
	if !ok || req.State.Raw.IsNull() || replaced(plan, prior) {
		return
	}

	at := path.Root("store_secret_in_state")

	switch {
	case plan.StoreSecretInState.Equal(prior.StoreSecretInState):
	case !plan.StoreSecretInState.ValueBool():
		resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root("secret"), types.StringNull())...)
	case prior.Secret.IsNull():
		resp.Diagnostics.AddAttributeWarning(at, fmt.Sprintf("Secret Cannot Be Had: %q", plan.Name.ValueString()), "JumpCloud tells a secret once, when it makes the credential, and this one "+
			"was not kept: secret stays null. Use the ephemeral resource "+credentialType+" to get a new credential, or replace the account.")
	}
}

// replaced tells that a plan makes the account anew, whose secret is told. The framework does not
// say so: it asks the schema apart.
func replaced(plan, prior model) bool {
	return !plan.Name.Equal(prior.Name) || !plan.RoleID.Equal(prior.RoleID) || !plan.AuthType.Equal(prior.AuthType) ||
		!prior.Lifetime.IsNull() && !plan.Lifetime.Equal(prior.Lifetime)
}

type operations struct{}

func (operations) Create(ctx context.Context, p *jumpcloud.Portal, plan *model) error {
	if plan.Lifetime.IsUnknown() {
		plan.Lifetime = types.StringValue(lifetimes[0])
	}

	a, err := create(ctx, p, accountBody{
		plan.Name.ValueString(), plan.RoleID.ValueString(), newAuthConfig(plan.AuthType.ValueString(), plan.Lifetime.ValueString()),
	})
	if err != nil {
		return err
	}

	kind := plan.AuthType
	plan.fromAPI(a)
	plan.AuthType, plan.Secret = kind, types.StringNull()

	if !plan.StoreSecretInState.ValueBool() {
		return nil
	}

	for _, c := range a.credentials() {
		if secret := c.secret(); secret != "" {
			p.Client().Redact(secret)
			plan.Secret = types.StringValue(secret)
		}
	}

	if plan.Secret.IsNull() {
		kit.Warn(ctx, fmt.Sprintf("Secret Got Lost: %q", plan.Name.ValueString()), "The service account was made, and the answer with its secret was not heard. Nobody can read it "+
			"again: get a credential with the ephemeral resource jumpcloud_service_account_credential, or taint this one to make another.")
	}

	return nil
}

func (operations) Read(ctx context.Context, p *jumpcloud.Portal, m *model) error {
	return kit.Fill(m.fromAPI)(collections.Lookup(ctx, listing(p), m.ID.ValueString()))
}

// Update has nothing to send: what the API could change replaces the account.
func (operations) Update(context.Context, *jumpcloud.Portal, *model, model) error { return nil }

func (operations) Delete(ctx context.Context, p *jumpcloud.Portal, prior model) error {
	return collections.Delete(ctx, p.V2("service-accounts", prior.ID.ValueString()))
}
