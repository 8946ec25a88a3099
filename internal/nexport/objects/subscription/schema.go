// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package subscription

import (
	"github.com/hashicorp/terraform-plugin-framework-validators/mapvalidator"
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/booldefault"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/scope"
)

func resourceSchema() schema.Schema {
	id := func(description string) schema.StringAttribute {
		return schema.StringAttribute{
			MarkdownDescription: description + " Changing it disables this subscription and makes another.",
			Required:            true,
			Validators:          []validator.String{scope.ValidID()},
			PlanModifiers:       []planmodifier.String{stringplanmodifier.RequiresReplace()},
		}
	}

	return schema.Schema{
		MarkdownDescription: scope.Experimental + "Manages a user's subscription to an organization. **The API cannot delete subscriptions: a destroy disables " +
			"the subscription.** A create enables a disabled one again, with a warning.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				MarkdownDescription: "ID of the subscription, a UUID.",
				Computed:            true,
				PlanModifiers:       []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
			},
			"organization_id": id("ID of the organization."),
			"user_id":         id("ID of the user."),
			"enabled": schema.BoolAttribute{
				MarkdownDescription: "Whether the subscription is enabled. The API has this the other way round, as a flag that disables. Defaults to `true`.",
				Optional:            true,
				Computed:            true,
				Default:             booldefault.StaticBool(true),
			},
			"status": schema.StringAttribute{
				MarkdownDescription: "Subscription status, one of those that the installation has defined. Left alone when left out; one that is removed " +
					"here is set to the default status.",
				Optional:   true,
				Validators: []validator.String{stringvalidator.LengthAtLeast(1)},
			},
			"custom_profile_fields": schema.MapAttribute{
				MarkdownDescription: "Values of custom profile fields by the fields' keys, as text; times are in UTC. Only those named here are managed; one " +
					"that is removed here is set to an empty text.",
				ElementType: types.StringType,
				Optional:    true,
				Validators:  []validator.Map{mapvalidator.SizeAtLeast(1), mapvalidator.KeysAre(stringvalidator.LengthAtLeast(1))},
			},
		},
	}
}
