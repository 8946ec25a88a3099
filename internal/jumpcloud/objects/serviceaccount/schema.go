// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package serviceaccount

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringdefault"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

const replaces = " The API changes no service account, so changing it replaces the account and ends all its credentials."

func resourceSchema() schema.Schema {
	replace := []planmodifier.String{stringplanmodifier.RequiresReplace()}
	keep := []planmodifier.String{stringplanmodifier.UseStateForUnknown()}

	return schema.Schema{
		MarkdownDescription: "Manages a service account: an identity with which automation calls the API. It sees all organizations of the " +
			"provider, or the one of a tenant, and may do what its role allows.\n\n" +
			"The API makes no account without a credential, whose secret it tells once. That secret is thrown away unless " +
			"`store_secret_in_state` says otherwise: get one that leaves no trace with the ephemeral resource " +
			"`jumpcloud_service_account_credential`, which also rotates.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				MarkdownDescription: "ID of the service account, 24 hexadecimal digits.", Computed: true, PlanModifiers: keep,
			},
			"name": schema.StringAttribute{
				MarkdownDescription: "Service Account Name." + replaces,
				Required:            true,
				Validators:          []validator.String{kit.VisibleName()},
				PlanModifiers:       replace,
			},
			"role_id": tenancy.KeyID("Role: ID of the role, 24 hexadecimal digits; see `jumpcloud_role` and the data source `jumpcloud_roles`." + replaces),
			"auth_type": schema.StringAttribute{
				MarkdownDescription: "Kind of its credentials: `CLIENT_SECRET` (default), for OAuth, or `API_KEY`." + replaces,
				Optional:            true,
				Computed:            true,
				Default:             stringdefault.StaticString(clientSecret),
				Validators:          []validator.String{kit.OneOf("kind of credentials", clientSecret, apiKey)},
				PlanModifiers:       replace,
			},
			"lifetime": schema.StringAttribute{
				MarkdownDescription: "How long the first credential lives: " + tidyList(lifetimes) + ". Defaults to `30 Days`." + replaces,
				Optional:            true,
				Computed:            true,
				Validators:          []validator.String{kit.OneOf("lifetime", lifetimes...)},
				PlanModifiers: []planmodifier.String{
					stringplanmodifier.UseStateForUnknown(), stringplanmodifier.RequiresReplaceIf(another, replaces, replaces),
				},
			},
			"store_secret_in_state": schema.BoolAttribute{
				MarkdownDescription: "Whether to keep the first credential's secret in state, where everybody who can read the state finds it. " +
					"Left out or `false`: the secret is kept nowhere, and one that is in state leaves it. Set to true later, it stores nothing, " +
					"since JumpCloud tells a secret once.",
				Optional: true,
			},
			"credential_id": schema.StringAttribute{
				MarkdownDescription: "ID of the first credential; after an import, of the oldest that there is.", Computed: true, PlanModifiers: keep,
			},
			"client_id": schema.StringAttribute{
				MarkdownDescription: "Client ID of the first credential. Null for an API key.", Computed: true, PlanModifiers: keep,
			},
			"secret": schema.StringAttribute{
				MarkdownDescription: "Client secret or API key of the first credential, if `store_secret_in_state` is true; else null. Null after " +
					"an import, since JumpCloud tells it once.",
				Computed:      true,
				Sensitive:     true,
				PlanModifiers: keep,
			},
		},
	}
}

// another tells that a lifetime which the service told is to be another one. Where it told
// none, such as of an account that was made elsewhere, nothing can be compared.
func another(_ context.Context, req planmodifier.StringRequest, resp *stringplanmodifier.RequiresReplaceIfFuncResponse) {
	resp.RequiresReplace = !req.StateValue.IsNull() && !req.ConfigValue.IsNull()
}
