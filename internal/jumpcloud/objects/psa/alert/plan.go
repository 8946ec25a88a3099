// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package alert

import (
	"context"
	"errors"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

func at(name string) path.Path { return path.Root(name) }

// ModifyPlan resolves the alert and the labels, so that what the PSA does not have fails
// here, and says when no ticket can come of it. Without an integration of the vendor
// nothing can be looked up; the same run may be about to make it.
func (r *alertResource[M, F]) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() {
		return
	}

	var plan, prior, config M

	resp.Diagnostics.Append(resp.Plan.Get(ctx, &plan)...)
	resp.Diagnostics.Append(req.Config.Get(ctx, &config)...)

	isNew := req.State.Raw.IsNull()
	if !isNew {
		resp.Diagnostics.Append(req.State.Get(ctx, &prior)...)
	}

	p, keys, ok := r.Client(ctx, req.Plan.GetAttribute)
	if !ok || resp.Diagnostics.HasError() {
		return
	}

	now, err := r.which(ctx, p, F(&plan), F(&prior))
	replaced := !isNew && !F(&plan).common().AlertID.Equal(F(&prior).common().AlertID)

	if replaced {
		resp.RequiresReplace = append(resp.RequiresReplace, at("alert"))
	} else if !isNew {
		settle[M](F(&plan), F(&config), F(&prior), now)
	}

	resp.Diagnostics.Append(resp.Plan.Set(ctx, &plan)...)

	if id := F(&plan).common().AlertID.ValueString(); err == nil && id != "" &&
		!r.Alone(ctx, operations[M, F]{r.vendor}.what(id), req, resp) {
		resp.Diagnostics.AddAttributeError(at("alert"), "Same Alert Twice", fmt.Sprintf("Another resource of this configuration manages the alert "+
			"%s in %s. It has one configuration there: write one resource.", F(&plan).common().Alert, r.vendor.Title))

		return
	}

	if err == nil && !req.Plan.Raw.Equal(req.State.Raw) {
		err = r.check(ctx, p, F(&plan), now, F(&prior))
	}

	if err != nil {
		r.Report(ctx, &resp.Diagnostics, "Plan", keys, err)

		return
	}

	if F(&plan).common().CreateTickets.ValueBool() && r.silent(ctx, p) {
		resp.Diagnostics.AddAttributeWarning(at("create_tickets"), "Automatic Ticketing Is Off", fmt.Sprintf(
			"automatic_ticketing is off in %s, so this alert creates no tickets, unless this run turns it on: see jumpcloud_%s_settings.",
			r.vendor.Title, r.vendor.Type))
	}
}

// which finds the alert that is planned. One that is spelled as before is the one it was.
func (r *alertResource[M, F]) which(ctx context.Context, p *jumpcloud.Portal, m, prior F) (*configuration, error) {
	b := m.common()

	if b.Alert.Equal(prior.common().Alert) {
		b.AlertID = prior.common().AlertID
	} else {
		b.AlertID = types.StringUnknown()
	}

	if b.Alert.IsUnknown() {
		return nil, nil //nolint:nilnil // nothing is known, and nothing is wrong
	}

	found, err := operations[M, F]{r.vendor}.alert(ctx, p, b.Alert.ValueString())

	switch {
	case errors.Is(err, rest.ErrNotFound):
		return nil, nil //nolint:nilnil // no integration yet
	case err != nil && !b.AlertID.IsUnknown():
		return nil, nil //nolint:nilnil // the refresh has found it by its id; its name may be another by now
	case err != nil:
		return nil, err
	}

	b.AlertID = types.StringValue(found.AlertID)

	return &found, nil
}

// check resolves labels without sending anything.
func (r *alertResource[M, F]) check(ctx context.Context, p *jumpcloud.Portal, m F, now *configuration, prior F) error {
	if now == nil {
		return nil
	}

	all, err := readOptions(ctx, p, r.vendor)
	if err != nil {
		return err
	}

	_, err = toAPI[M](m, *now, all, prior)

	return err
}

// settle plans what the configuration leaves out: it stays as it is.
func settle[M any, F form[M]](m, config, prior F, now *configuration) {
	b := m.common()

	b.OriginalConfiguration = prior.common().OriginalConfiguration
	if !b.OriginalConfiguration.IsNull() {
		b.OriginalConfiguration = original[M, F](managed[M](config), now, b.OriginalConfiguration)
	}

	if config.common().DueDays.IsNull() {
		b.DueDays = prior.common().DueDays
	}

	fields, given, before := m.fields(), config.fields(), prior.fields()

	for i, f := range fields {
		if given[i].value.IsNull() {
			*f.value = *before[i].value
		}
	}

	m.settle(config, prior)
}

// silent tells that automatic ticketing is off in every integration of the vendor. Where
// nobody can tell, it is not said. Settings are read again once this run has written them.
func (r *alertResource[M, F]) silent(ctx context.Context, p *jumpcloud.Portal) bool {
	listing, err := psa.Integrations(ctx, p)
	if err != nil {
		return false
	}

	integrations, err := collections.All(ctx, listing)
	off := false

	for _, i := range integrations {
		if i.Type != r.vendor.Type {
			continue
		}

		s, err := psa.SettingsOnce(ctx, p, r.vendor, i.ID)
		if err != nil || s.AutomaticTicketing {
			return false
		}

		off = true
	}

	return off && err == nil
}
