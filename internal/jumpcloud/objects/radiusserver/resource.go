// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package radiusserver

import (
	"context"
	"errors"
	"reflect"

	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var object = kit.Object{Type: "jumpcloud_radius_server", Title: "RADIUS Server", Keys: tenancy.Keys, Hidden: kit.HiddenSecret(secret)}

type radiusServerResource struct {
	kit.Resource[*jumpcloud.Tenant]
}

// NewResource returns jumpcloud_radius_server.
func NewResource() resource.Resource {
	r := &radiusServerResource{kit.NewResource(object, tenancy.Tenant{}, resourceSchema, operations{})}
	r.Named(tenancy.NamesIn("RADIUS server", listing, radiusServer.candidate))
	r.FoundBy(tenancy.FindAll(listing, func(s radiusServer) kit.Found { return tenancy.Found(s.ID, s.Name) }))

	return r
}

// ModifyPlan asks for the shared secret of a new server.
func (r *radiusServerResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() {
		return
	}

	var config resourceModel

	resp.Diagnostics.Append(req.Config.Get(ctx, &config)...)

	if s := config.secret(); req.State.Raw.IsNull() && !s.Given() {
		resp.Diagnostics.AddAttributeError(s.Path(), "Missing Shared Secret", "A new RADIUS server needs its shared secret: set "+
			"shared_secret_wo with shared_secret_wo_version, or shared_secret. Only one that was imported goes without.")
	}
}

type operations struct{}

func (operations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *resourceModel) error {
	shared := plan.secret().Value()
	t.Client().Redact(shared)

	return kit.Fill(plan.fromAPI)(create(ctx, t, plan.toPost(shared), plan.AllowDuplicateName.ValueBool()))
}

func (operations) Read(ctx context.Context, t *jumpcloud.Tenant, m *resourceModel) error {
	return kit.Fill(m.fromAPI)(collections.Lookup(ctx, listing(t), m.ID.ValueString()))
}

// Update sends nothing where only what Terraform knows has changed, such as a secret that an
// import could not know.
func (operations) Update(ctx context.Context, t *jumpcloud.Tenant, plan *resourceModel, prior resourceModel) error {
	shared, rotates := plan.secret().Value(), plan.secret().Changed(prior.secret())
	t.Client().Redact(shared)

	if !rotates && reflect.DeepEqual(plan.toPut(""), prior.toPut("")) {
		return nil
	}

	if !rotates {
		stored, err := storedSecret(ctx, t, plan)
		if err != nil {
			return err
		}

		shared = stored
	}

	return kit.Fill(plan.fromAPI)(replace(ctx, t, plan.ID.ValueString(), plan.toPut(shared)))
}

func (operations) Delete(ctx context.Context, t *jumpcloud.Tenant, prior resourceModel) error {
	return remove(ctx, t, prior.ID.ValueString())
}

// storedSecret is the secret that the server has, so that a change of another setting
// rotates nothing, and the configured one where the service shows none: PUT requires it
// (evidence: radius 1.3).
func storedSecret(ctx context.Context, t *jumpcloud.Tenant, plan *resourceModel) (string, error) {
	s, err := get(ctx, t, plan.ID.ValueString())
	if err != nil {
		return "", err
	}

	t.Client().Redact(s.SharedSecret)

	configured := plan.secret()

	switch {
	case s.SharedSecret != "":
		return s.SharedSecret, nil
	case configured.Value() != "":
		return configured.Value(), nil
	}

	return "", &kit.AttributeError{Path: configured.Path(), Err: errors.New("JumpCloud changes a RADIUS server only as a whole, its " +
		"shared secret included, and does not show the one that it has. Set shared_secret_wo with shared_secret_wo_version, or shared_secret")}
}
