// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package connectwise

import (
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// secret is the attribute of the credentials that must not be seen.
const secret = "private_key"

// NewIntegration returns jumpcloud_connectwise_integration.
func NewIntegration() resource.Resource {
	return psa.NewIntegration[model, integration](psa.ConnectWise, integrationSchema, secret, "Private key of the ConnectWise API member", "public_key")
}

func integrationSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Connects JumpCloud with ConnectWise, a PSA: tenants are mapped to companies and agreements, usage updates agreements, and alerts become tickets.\n\n" +
			"JumpCloud verifies the credentials with ConnectWise before it stores them, and never shows the secret. After an import the " +
			"first update records the configured credentials without sending them. Deleting the integration disconnects ConnectWise: " +
			"tickets and billing quantities are no longer updated.",
		Attributes: map[string]schema.Attribute{
			"url": kit.RequiredString("URL of the ConnectWise site, such as `https://na.myconnectwise.net`. A slash at its end makes no difference.",
				stringvalidator.LengthAtLeast(1)),
			"company_id": kit.RequiredString("Company ID: the name of your company as you log in to ConnectWise.", stringvalidator.LengthAtLeast(1)),
			"public_key": psa.HiddenAttribute("Public key of the ConnectWise API member."),
		},
	}
}

// NewSettings returns jumpcloud_connectwise_settings.
func NewSettings() resource.Resource { return psa.NewTypedSettings(psa.ConnectWise) }
