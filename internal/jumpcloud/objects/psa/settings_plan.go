// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type settingsResource[M any, F settingsForm[M]] struct {
	kit.Resource[*jumpcloud.Portal]

	vendor Vendor
}

// ModifyPlan resolves company types, so that a name that none has fails here.
func (r *settingsResource[M, F]) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() {
		return
	}

	var m, prior, none, config M

	resp.Diagnostics.Append(req.Plan.Get(ctx, &m)...)
	resp.Diagnostics.Append(req.Config.Get(ctx, &config)...)

	if !req.State.Raw.IsNull() {
		resp.Diagnostics.Append(req.State.Get(ctx, &prior)...)
	}

	r.planOriginals(ctx, F(&m), F(&config), req, resp)
	resp.Diagnostics.Append(resp.Plan.Set(ctx, &m)...)

	p, keys, ok := r.Client(ctx, req.Plan.GetAttribute)
	if !ok || resp.Diagnostics.HasError() || F(&m).common().IntegrationID.IsUnknown() {
		return
	}

	if !r.Alone(ctx, settingsOperations[M, F]{r.vendor}.what(F(&m)), req, resp) {
		resp.Diagnostics.AddAttributeError(path.Root("integration_id"), "Same Settings Twice", fmt.Sprintf("Another resource of this configuration "+
			"manages the settings of the %s integration %s. There is one set of them: write one resource.", r.vendor.Title, F(&m).common().IntegrationID))

		return
	}

	planSettings(p, r.vendor, F(&m).common().IntegrationID.ValueString(), leavesTypes[M](F(&m), F(&prior)))

	if req.Plan.Raw.Equal(req.State.Raw) {
		return
	}

	_, err := toAPI(ctx, p, r.vendor, F(&m), none)
	if err == nil && req.State.Raw.IsNull() {
		err = r.vendor.planIntegration(ctx, p, F(&m).common().IntegrationID.ValueString())
	}

	if err != nil {
		r.Report(ctx, &resp.Diagnostics, "Plan", keys, AtIntegration(err))
	}
}

// managedKey holds in private state which settings the configuration had when it was planned.
const managedKey = "managed"

// planOriginals notes what a setting was before it was managed: null once it is not, so that
// what Terraform has given up is not restored. Of an import, nobody knows what was before.
func (r *settingsResource[M, F]) planOriginals(ctx context.Context, m, config F, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	var before map[string]bool

	if raw, diags := req.Private.GetKey(ctx, managedKey); len(raw) > 0 && !diags.HasError() {
		_ = json.Unmarshal(raw, &before) // unreadable is unknown
	}

	now := config.managed()
	for name, is := range now {
		switch {
		case !is:
			m.forget(name)
		case req.State.Raw.IsNull() || before != nil && !before[name]:
			m.note(name)
		}
	}

	resp.Diagnostics.Append(keepManaged(ctx, resp.Private, now)...)
}

// Create takes the settings over. It keeps what is managed itself: what a plan has kept is
// there for an update, and not for a creation.
func (r *settingsResource[M, F]) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	r.Resource.Create(ctx, req, resp)

	var config M

	if diags := req.Config.Get(ctx, &config); !resp.State.Raw.IsNull() && !diags.HasError() {
		resp.Diagnostics.Append(keepManaged(ctx, resp.Private, F(&config).managed())...)
	}
}

// privateState is the framework's type, which cannot be named.
type privateState interface {
	SetKey(ctx context.Context, key string, value []byte) diag.Diagnostics
}

func keepManaged(ctx context.Context, private privateState, managed map[string]bool) diag.Diagnostics {
	raw, err := json.Marshal(managed)
	if err != nil {
		return diag.Diagnostics{diag.NewErrorDiagnostic("Unable to Write State", err.Error())}
	}

	return private.SetKey(ctx, managedKey, raw)
}
