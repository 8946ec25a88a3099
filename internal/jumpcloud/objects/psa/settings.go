// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

func newSettings[M any, F settingsForm[M]](v Vendor, s func(Vendor) schema.Schema) resource.Resource {
	object := kit.Object{
		Type: "jumpcloud_" + v.Type + "_settings", Title: v.Title + " Settings",
		Keys: []kit.Key{{Name: "integration_id", Form: tenancy.UUID}}, Remembers: []string{"original_automatic_ticketing"},
	}

	r := &settingsResource[M, F]{kit.NewResource(object, tenancy.Portal{}, func() schema.Schema { return s(v) }, settingsOperations[M, F]{v}), v}
	r.FoundBy(v.finder("integration_id"))

	return r
}

type settingsOperations[M any, F settingsForm[M]] struct{ vendor Vendor }

// what names the settings among what a run takes over.
func (o settingsOperations[M, F]) what(m F) string {
	return o.vendor.Type + " settings " + m.common().IntegrationID.ValueString()
}

// Create takes the settings over: it notes what they are and changes what is configured.
// They are in state even if that fails, since a second look would find the change.
func (o settingsOperations[M, F]) Create(ctx context.Context, p *jumpcloud.Portal, plan *M) error {
	form := F(plan)
	id := form.common().IntegrationID.ValueString()

	defer beginSettings(p, o.vendor, id)()

	end, err := collections.Turn(ctx, p.Client(), o.what(form))
	if err != nil {
		return err
	}
	defer end()

	there, err := GetSettings(ctx, p, o.vendor, id)
	if err != nil {
		return o.vendor.Absent(ctx, p, id, err)
	}

	known, ok := Take(ctx, p, o.what(form))
	if !ok {
		return fmt.Errorf("another resource of this configuration has just taken over the settings of integration %s: there is one set of them", id)
	}

	form.keepOriginal(there, known)

	var none M

	return o.patch(ctx, p, plan, none)
}

// Read reads the settings.
func (o settingsOperations[M, F]) Read(ctx context.Context, p *jumpcloud.Portal, m *M) error {
	id := F(m).common().IntegrationID.ValueString()

	there, err := GetSettings(ctx, p, o.vendor, id)
	if err != nil {
		return o.vendor.Absent(ctx, p, id, err)
	}

	return fromAPI[M](ctx, p, o.vendor, F(m), there)
}

// Update sends what has changed and nothing else. What is managed from now on is noted first.
func (o settingsOperations[M, F]) Update(ctx context.Context, p *jumpcloud.Portal, plan *M, prior M) error {
	id := F(plan).common().IntegrationID.ValueString()

	defer beginSettings(p, o.vendor, id)()

	if F(plan).unnoted() {
		there, err := GetSettings(ctx, p, o.vendor, id)
		if err != nil {
			return err
		}

		F(plan).keepOriginal(there, "")
	}

	return o.patch(ctx, p, plan, prior)
}

// Delete keeps the settings or sets them back, unless another resource of this run has
// taken them over.
func (o settingsOperations[M, F]) Delete(ctx context.Context, p *jumpcloud.Portal, prior M) error {
	form := F(&prior)
	body := form.original()

	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}

	end, err := collections.Turn(ctx, p.Client(), o.what(form))
	if err != nil {
		return err
	}
	defer end()

	taken := Leave(ctx, p, o.what(form), string(raw))
	if form.common().OnDestroy.ValueString() != restore {
		return nil
	}

	id := form.common().IntegrationID.ValueString()

	switch {
	case taken:
		kit.Warn(ctx, "Settings Have Moved", fmt.Sprintf("Another resource of this run manages the settings of integration %s, so they were left as they are.", id))

		return nil
	case body.CompanyTypeIDs == nil && body.AutomaticTicketing == nil:
		kit.Warn(ctx, "Settings Were Not Restored", "What the settings were before is not known: they were imported, or none is configured. They stay as they are.")

		return nil
	}

	defer beginSettings(p, o.vendor, id)()

	_, err = patchSettings(ctx, p, o.vendor, id, body)

	return o.vendor.Absent(ctx, p, id, err)
}

func (o settingsOperations[M, F]) patch(ctx context.Context, p *jumpcloud.Portal, plan *M, prior M) error {
	form := F(plan)

	body, err := toAPI(ctx, p, o.vendor, form, prior)
	if err != nil {
		return err
	}

	there, err := patchSettings(ctx, p, o.vendor, form.common().IntegrationID.ValueString(), body)
	if err != nil {
		return err
	}

	return fromAPI[M](ctx, p, o.vendor, form, there)
}
