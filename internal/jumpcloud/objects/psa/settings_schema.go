// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa

import (
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework-validators/setvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/boolplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/setplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// maxCompanyTypes is how many the contract lets a request hold [S].
const maxCompanyTypes = 150

// NewSettings returns the settings of a vendor that has no company types.
func NewSettings(v Vendor) resource.Resource { return newSettings[settingsModel](v, settingsSchema) }

// NewTypedSettings returns the settings of a vendor that has company types.
func NewTypedSettings(v Vendor) resource.Resource {
	return newSettings[typedSettingsModel](v, typedSettingsSchema)
}

func typedSettingsSchema(v Vendor) schema.Schema {
	s := settingsSchema(v)
	s.Attributes["company_types"] = schema.SetAttribute{
		MarkdownDescription: fmt.Sprintf("Company types: the kinds of %s companies that the integration is for, each by its exact name "+
			"or its id, at most %d. They are checked at plan. Empty means none; left out, they stay as they are.", v.Title, maxCompanyTypes),
		ElementType: types.StringType,
		Optional:    true,
		Computed:    true,
		Validators: []validator.Set{
			setvalidator.SizeAtMost(maxCompanyTypes), setvalidator.ValueStringsAre(kit.VisibleName()),
		},
		PlanModifiers: []planmodifier.Set{setplanmodifier.UseStateForUnknown()},
	}
	s.Attributes["original_company_type_ids"] = schema.SetAttribute{
		MarkdownDescription: "IDs of the company types that were set before Terraform managed them; null where they are left out, and after an import.",
		ElementType:         types.Int64Type,
		Computed:            true,
		PlanModifiers:       []planmodifier.Set{setplanmodifier.UseStateForUnknown()},
	}

	return s
}

func settingsSchema(v Vendor) schema.Schema {
	return schema.Schema{
		MarkdownDescription: fmt.Sprintf("Manages the settings of a %s integration. They exist as long as the integration does: creating "+
			"this resource takes them over, and destroying it does what `on_destroy` says.", v.Title),
		Attributes: map[string]schema.Attribute{
			"integration_id": kit.RequiresReplace(kit.RequiredString(fmt.Sprintf("ID of the %s integration, a UUID. Changing it replaces the settings.", v.Title),
				tenancy.ValidUUID())),
			"automatic_ticketing": schema.BoolAttribute{
				MarkdownDescription: fmt.Sprintf("Automatic ticketing: whether alerts create tickets in %s. Left out, it stays as it is.", v.Title),
				Optional:            true,
				Computed:            true,
				PlanModifiers:       []planmodifier.Bool{boolplanmodifier.UseStateForUnknown()},
			},
			"on_destroy": kit.DefaultString(keep, "What destroying means, since the API cannot delete settings: `keep` (default) leaves them as "+
				"they are, `restore` sets what is configured back to the `original_…` values. Nothing can be restored after an import.",
				kit.OneOf("choice", keep, restore)),
			"original_automatic_ticketing": schema.BoolAttribute{
				MarkdownDescription: "Automatic ticketing as it was before Terraform managed it; null where it is left out, and after an import.",
				Computed:            true,
				PlanModifiers:       []planmodifier.Bool{boolplanmodifier.UseStateForUnknown()},
			},
		},
	}
}
