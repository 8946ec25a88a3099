// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

const (
	writeOnly = "_wo"
	version   = "_wo_version"
)

// Secret is the secret of an integration, which the service never shows.
type Secret = kit.Secret

// SecretAttributes are the three attributes of a secret; label is the console's.
func SecretAttributes(name, label string) map[string]schema.Attribute {
	return kit.SecretAttributes(name,
		fmt.Sprintf("%s, kept in state: for Terraform before 1.11 and OpenTofu before 1.11. "+
			"A new integration needs one of `%s` and `%s`; one that was imported goes without. JumpCloud never shows it, so a change made elsewhere goes unnoticed.",
			label, name, name+writeOnly),
		fmt.Sprintf("%s, never kept in state or plan. Sent at creation and whenever `%s` changes, and only then.", label, name+version))
}

// HiddenAttribute is a credential that no read shows, and that an imported integration goes
// without.
func HiddenAttribute(description string) schema.StringAttribute {
	return kit.OptionalString(description+" JumpCloud never shows it, so a change made elsewhere goes unnoticed. A new integration "+
		"needs it; one that was imported goes without.", stringvalidator.LengthAtLeast(1))
}

// wantCredentials refuses a new integration without its credentials. An imported one goes
// without: Terraform would write null for them into a configuration that it generates.
func wantCredentials(ctx context.Context, name string, hidden []string, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() || !req.State.Raw.IsNull() {
		return
	}

	given := func(attribute string) bool {
		var v types.String

		resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root(attribute), &v)...)

		return !v.IsNull()
	}

	if !given(name) && !given(name+writeOnly) {
		resp.Diagnostics.AddAttributeError(path.Root(name+writeOnly), "Missing Credentials", fmt.Sprintf(
			"A new integration needs its credentials: set %s with %s, or %s. Only one that was imported goes without.", name+writeOnly, name+version, name))
	}

	for _, attribute := range hidden {
		if !given(attribute) {
			resp.Diagnostics.AddAttributeError(path.Root(attribute), "Missing Credentials", fmt.Sprintf(
				"A new integration needs its credentials: set %s. Only one that was imported goes without.", attribute))
		}
	}
}
