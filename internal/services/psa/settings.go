// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework-validators/setvalidator"
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/boolplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/setplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringdefault"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tenancy"
)

// maxCompanyTypes is how many the contract lets a request hold [S].
const maxCompanyTypes = 150

// NewSettings returns the settings of a vendor that has no company types.
func NewSettings(v Vendor) resource.Resource { return newSettings[settingsModel](v, settingsSchema(v)) }

// NewTypedSettings returns the settings of a vendor that has company types.
func NewTypedSettings(v Vendor) resource.Resource {
	s := settingsSchema(v)
	s.Attributes["company_types"] = schema.SetAttribute{
		MarkdownDescription: fmt.Sprintf("Company types: the kinds of %s companies that the integration is for, each by its exact name "+
			"or its id, at most %d. They are checked at plan. Empty means none; left out, they stay as they are.", v.Title, maxCompanyTypes),
		ElementType: types.StringType,
		Optional:    true,
		Computed:    true,
		Validators: []validator.Set{
			setvalidator.SizeAtMost(maxCompanyTypes), setvalidator.ValueStringsAre(stringvalidator.LengthAtLeast(1)),
		},
		PlanModifiers: []planmodifier.Set{setplanmodifier.UseStateForUnknown()},
	}
	s.Attributes["original_company_type_ids"] = schema.SetAttribute{
		MarkdownDescription: "IDs of the company types that were set before Terraform managed the settings; null after an import.",
		ElementType:         types.Int64Type,
		Computed:            true,
		PlanModifiers:       []planmodifier.Set{setplanmodifier.UseStateForUnknown()},
	}

	return newSettings[typedSettingsModel](v, s)
}

func settingsSchema(v Vendor) schema.Schema {
	return schema.Schema{
		MarkdownDescription: fmt.Sprintf("Manages the settings of a %s integration. They exist as long as the integration does: creating "+
			"this resource takes them over, and destroying it does what `on_destroy` says.", v.Title),
		Attributes: map[string]schema.Attribute{
			"integration_id": schema.StringAttribute{
				MarkdownDescription: fmt.Sprintf("ID of the %s integration, a UUID. Changing it replaces the settings.", v.Title),
				Required:            true,
				Validators:          []validator.String{tenancy.ValidUUID()},
				PlanModifiers:       []planmodifier.String{stringplanmodifier.RequiresReplace()},
			},
			"automatic_ticketing": schema.BoolAttribute{
				MarkdownDescription: fmt.Sprintf("Automatic ticketing: whether alerts create tickets in %s. Left out, it stays as it is.", v.Title),
				Optional:            true,
				Computed:            true,
				PlanModifiers:       []planmodifier.Bool{boolplanmodifier.UseStateForUnknown()},
			},
			"on_destroy": schema.StringAttribute{
				MarkdownDescription: "What destroying means, since the API cannot delete settings: `keep` (default) leaves them as they are, " +
					"`restore` sets them back to the `original_…` values. Nothing can be restored after an import.",
				Optional:   true,
				Computed:   true,
				Default:    stringdefault.StaticString(keep),
				Validators: []validator.String{kit.OneOf("choice", keep, restore)},
			},
			"original_automatic_ticketing": schema.BoolAttribute{
				MarkdownDescription: "Automatic ticketing as it was before Terraform managed the settings; null after an import.",
				Computed:            true,
				PlanModifiers:       []planmodifier.Bool{boolplanmodifier.UseStateForUnknown()},
			},
		},
	}
}

type settingsResource[M any, F settingsForm[M]] struct {
	kit.Resource[*jumpcloud.Portal, M]

	vendor Vendor
}

func newSettings[M any, F settingsForm[M]](v Vendor, s schema.Schema) resource.Resource {
	object := kit.Object{
		Type: "jumpcloud_" + v.Type + "_settings", Title: v.Title + " Settings",
		Keys: []kit.Key{{Name: "integration_id", Form: tenancy.UUID}},
	}

	return &settingsResource[M, F]{kit.NewResource(object, tenancy.Portal{}, s, settingsOperations[M, F]{v}), v}
}

// ModifyPlan resolves company types, so that a name that none has fails here.
func (r *settingsResource[M, F]) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() {
		return
	}

	var m, prior, none M

	resp.Diagnostics.Append(req.Plan.Get(ctx, &m)...)

	if !req.State.Raw.IsNull() {
		resp.Diagnostics.Append(req.State.Get(ctx, &prior)...)
	}

	p, keys, ok := r.Client(ctx, req.Plan.GetAttribute)
	if !ok || resp.Diagnostics.HasError() || F(&m).common().IntegrationID.IsUnknown() {
		return
	}

	planSettings(ctx, p, r.vendor, F(&m).common().IntegrationID.ValueString(), leavesTypes[M](F(&m), F(&prior)))

	if req.Plan.Raw.Equal(req.State.Raw) {
		return
	}

	if _, err := toAPI(ctx, p, r.vendor, F(&m), none); err != nil {
		r.Report(ctx, &resp.Diagnostics, "Plan", keys, err)
	}
}

type settingsOperations[M any, F settingsForm[M]] struct{ vendor Vendor }

// Create takes the settings over: it notes what they are and changes what is configured.
func (o settingsOperations[M, F]) Create(ctx context.Context, p *jumpcloud.Portal, plan *M) error {
	form := F(plan)

	defer beginSettings(ctx, p, o.vendor, form.common().IntegrationID.ValueString())()

	there, err := GetSettings(ctx, p, o.vendor, form.common().IntegrationID.ValueString())
	if err != nil {
		return err
	}

	form.keepOriginal(there)

	var none M

	return o.patch(ctx, p, plan, none)
}

// Read reads the settings.
func (o settingsOperations[M, F]) Read(ctx context.Context, p *jumpcloud.Portal, m *M) error {
	there, err := GetSettings(ctx, p, o.vendor, F(m).common().IntegrationID.ValueString())
	if err != nil {
		return err
	}

	return fromAPI[M](ctx, p, o.vendor, F(m), there)
}

// Update sends what has changed and nothing else.
func (o settingsOperations[M, F]) Update(ctx context.Context, p *jumpcloud.Portal, plan *M, prior M) error {
	defer beginSettings(ctx, p, o.vendor, F(plan).common().IntegrationID.ValueString())()

	return o.patch(ctx, p, plan, prior)
}

// Delete keeps the settings or sets them back.
func (o settingsOperations[M, F]) Delete(ctx context.Context, p *jumpcloud.Portal, prior M) error {
	form := F(&prior)
	if form.common().OnDestroy.ValueString() != restore {
		return nil
	}

	if form.common().OriginalAutomaticTicketing.IsNull() {
		kit.Warn(ctx, "Settings Were Not Restored", "The settings were imported, so what they were before is not known. They stay as they are.")

		return nil
	}

	_, err := patchSettings(ctx, p, o.vendor, form.common().IntegrationID.ValueString(), form.original())

	return err
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
