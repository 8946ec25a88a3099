// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package autotask

import (
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// secret is the attribute of the credentials that must not be seen.
const secret = "secret"

// NewIntegration returns jumpcloud_autotask_integration.
func NewIntegration() resource.Resource {
	return psa.NewIntegration[model, integration](psa.Autotask, integrationSchema, secret, "Secret (password) of the Autotask API user")
}

func integrationSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Connects JumpCloud with Autotask, a PSA: tenants are mapped to companies and contracts, usage updates contracts, and alerts become tickets.\n\n" +
			"JumpCloud verifies the credentials with Autotask before it stores them, and never shows the secret. After an import the " +
			"first update records the configured credentials without sending them. Deleting the integration disconnects Autotask: " +
			"tickets and billing quantities are no longer updated.",
		Attributes: map[string]schema.Attribute{
			"username": kit.RequiredString("Username of the Autotask API user.", stringvalidator.LengthAtLeast(1)),
		},
	}
}

// NewSettings returns jumpcloud_autotask_settings.
func NewSettings() resource.Resource { return psa.NewTypedSettings(psa.Autotask) }
