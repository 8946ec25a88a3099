// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package syncro

import (
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// secret is the attribute of the credentials that must not be seen.
const secret = "api_token"

// NewIntegration returns jumpcloud_syncro_integration.
func NewIntegration() resource.Resource {
	return psa.NewIntegration[model, integration](psa.Syncro, integrationSchema, secret, "API token of Syncro")
}

func integrationSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Connects JumpCloud with Syncro, a PSA: tenants are mapped to companies and billing schedules, and alerts become tickets.\n\n" +
			"JumpCloud verifies the credentials with Syncro before it stores them, and never shows the secret. After an import the " +
			"first update records the configured credentials without sending them. Deleting the integration disconnects Syncro: " +
			"tickets and billing quantities are no longer updated.",
		Attributes: map[string]schema.Attribute{
			"subdomain": kit.RequiredString("Subdomain of the Syncro account: `examplemsp` of `https://examplemsp.syncromsp.com`.",
				stringvalidator.LengthAtLeast(1)),
		},
	}
}

// NewSettings returns jumpcloud_syncro_settings.
func NewSettings() resource.Resource { return psa.NewSettings(psa.Syncro) }
