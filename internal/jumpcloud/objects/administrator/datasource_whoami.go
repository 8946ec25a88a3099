// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator

import (
	"context"
	"errors"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type whoamiModel struct {
	Kind              types.String `tfsdk:"kind"`
	ID                types.String `tfsdk:"id"`
	Name              types.String `tfsdk:"name"`
	Role              types.String `tfsdk:"role"`
	RoleID            types.String `tfsdk:"role_id"`
	ProviderID        types.String `tfsdk:"provider_id"`
	ProviderName      types.String `tfsdk:"provider_name"`
	OrganizationCount types.Int64  `tfsdk:"organization_count"`
	ExpiresAt         types.String `tfsdk:"expires_at"`
}

// NewWhoamiDataSource returns the data source jumpcloud_whoami.
func NewWhoamiDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_whoami", Title: "Credential in Use"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads whose credential is in use and what it reaches. JumpCloud documents no call that tells this of an API key, so it " +
			"asks the one of JumpCloud's own PowerShell module, and else looks for the key's beginning among the administrators. A service " +
			"account is looked for in the list of service accounts.",
		Attributes: map[string]schema.Attribute{
			"kind":          kit.ShownString("Kind: `administrator` or `service_account`."),
			"id":            kit.ShownString("ID of the administrator or service account."),
			"name":          kit.ShownString("E-mail address of the administrator, or name of the service account."),
			"role":          kit.ShownString("Role: its name."),
			"role_id":       kit.ShownString("ID of the role."),
			"provider_id":   kit.ShownString("ID of the provider; null where the credential belongs to one organization alone."),
			"provider_name": kit.ShownString("Name of the provider; null where the credential belongs to one organization alone."),
			"organization_count": schema.Int64Attribute{
				MarkdownDescription: "How many organizations the credential reaches.",
				Computed:            true,
			},
			"expires_at": kit.ShownString("When the credential expires, RFC 3339; null where JumpCloud tells no end."),
		},
	}, lookWhoami)
}

func lookWhoami(ctx context.Context, p *jumpcloud.Portal, m *whoamiModel) error {
	who, err := p.Whoami(ctx)
	if err != nil {
		return err
	}

	m.Kind, m.ID, m.Name = types.StringValue(who.Kind), types.StringValue(who.ID), types.StringValue(who.Name)
	m.Role, m.RoleID, m.ExpiresAt = text(who.Role), text(who.RoleID), text(who.Expires)

	switch provider, err := p.Provider(ctx); {
	case err == nil:
		m.ProviderID, m.ProviderName = types.StringValue(provider.ID), types.StringValue(provider.Name)
	case !errors.Is(err, jumpcloud.ErrNoProvider):
		return err
	}

	reach, err := p.Reach(ctx)
	if err != nil {
		return err
	}

	m.OrganizationCount = types.Int64Value(int64(len(reach)))

	return nil
}

// text is null where the service tells nothing.
func text(s string) types.String {
	if s == "" {
		return types.StringNull()
	}

	return types.StringValue(s)
}
