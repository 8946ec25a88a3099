// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package subscription

import (
	"github.com/hashicorp/terraform-plugin-framework-validators/mapvalidator"
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/scope"
)

func resourceSchema() schema.Schema {
	id := func(description string) schema.StringAttribute {
		return kit.RequiresReplace(kit.RequiredString(description+" Changing it disables this subscription and makes another.", scope.ValidID()))
	}

	return schema.Schema{
		MarkdownDescription: scope.Experimental + "Manages a user's subscription to an organization. **The API cannot delete subscriptions: a destroy disables " +
			"the subscription.** A create enables a disabled one again, with a warning.",
		Attributes: map[string]schema.Attribute{
			"id":              kit.KeptString("ID of the subscription, a UUID."),
			"organization_id": id("ID of the organization."),
			"user_id":         id("ID of the user."),
			"enabled": kit.DefaultBool(true, "Whether the subscription is enabled. The API has this the other way round, as a flag that disables. "+
				"Defaults to `true`."),
			"status": kit.OptionalString("Subscription status, one of those that the installation has defined. Left alone when left out; one that "+
				"is removed here is set to the default status.", stringvalidator.LengthAtLeast(1)),
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
