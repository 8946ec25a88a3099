// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package providersettings

import (
	"context"
	"errors"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

type providerModel struct {
	ID                  types.String  `tfsdk:"id"`
	Name                types.String  `tfsdk:"name"`
	Type                types.String  `tfsdk:"type"`
	DisallowOrgCreation types.Bool    `tfsdk:"disallow_org_creation"`
	AllowMFAOverride    types.Bool    `tfsdk:"allow_mfa_override"`
	RequireAdminMFA     types.Bool    `tfsdk:"require_admin_mfa"`
	Contact             *contactModel `tfsdk:"contact"`
}

func (m *providerModel) fromAPI(p provider) {
	m.ID = types.StringValue(p.ID)
	m.Name = types.StringPointerValue(p.Name)
	m.Type = types.StringPointerValue(p.Type)
	m.DisallowOrgCreation = types.BoolPointerValue(p.DisallowOrgCreation)
	m.AllowMFAOverride = types.BoolPointerValue(p.Settings.AllowMFAOverride)
	m.RequireAdminMFA = types.BoolPointerValue(p.Settings.RequireAdminMFA)
	m.Contact = &contactModel{Name: types.StringPointerValue(p.Contact.Name), Email: types.StringPointerValue(p.Contact.Email)}
}

func attributes(id schema.Attribute) map[string]schema.Attribute {
	return map[string]schema.Attribute{
		"id":   id,
		"name": schema.StringAttribute{MarkdownDescription: "Provider name.", Computed: true},
		"type": schema.StringAttribute{
			MarkdownDescription: "Kind of provider: `MSP` (managed service provider) or `OU` (organizational units of one company).",
			Computed:            true,
		},
		"disallow_org_creation": schema.BoolAttribute{
			MarkdownDescription: "Whether JumpCloud refuses to create organizations for this provider.",
			Computed:            true,
		},
		"allow_mfa_override": schema.BoolAttribute{MarkdownDescription: "Allow MFA override (`allowMfaOverride`).", Computed: true},
		"require_admin_mfa": schema.BoolAttribute{
			MarkdownDescription: "Require MFA for administrators: whether every administrator must use multi-factor authentication.",
			Computed:            true,
		},
		"contact": schema.SingleNestedAttribute{
			MarkdownDescription: "Contact: the person whom JumpCloud writes to.",
			Computed:            true,
			Attributes: map[string]schema.Attribute{
				"name":  schema.StringAttribute{MarkdownDescription: "Name of the contact.", Computed: true},
				"email": schema.StringAttribute{MarkdownDescription: "E-mail address of the contact.", Computed: true},
			},
		},
	}
}

// NewDataSource returns the data source jumpcloud_provider.
func NewDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_provider", Title: "Provider"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads a provider (MSP): the one that the credential belongs to, unless `id` names another.",
		Attributes: attributes(schema.StringAttribute{
			MarkdownDescription: "Provider ID, 24 hexadecimal digits. Defaults to the provider that the credential belongs to.",
			Optional:            true,
			Computed:            true,
			Validators:          []validator.String{tenancy.ValidID()},
		}),
	}, lookOne)
}

func lookOne(ctx context.Context, p *jumpcloud.Portal, m *providerModel) error {
	id := m.ID.ValueString()
	given := id != ""

	if !given {
		own, err := p.ProviderID(ctx)
		if err != nil {
			return err
		}

		id = own
	}

	found, err := get(ctx, p, id)
	if given && errors.Is(err, rest.ErrNotFound) {
		return &kit.AttributeError{Path: path.Root("id"), Err: err}
	}

	if err != nil {
		return err
	}

	m.fromAPI(found)

	return nil
}

type listModel struct {
	Providers []providerModel `tfsdk:"providers"`
	IDs       types.List      `tfsdk:"ids"`
}

// NewListDataSource returns the data source jumpcloud_providers.
func NewListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_providers", Title: "Providers"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads the providers (MSPs) that the credential sees: normally one, and none with the key of a single organization.",
		Attributes: map[string]schema.Attribute{
			"providers": schema.ListNestedAttribute{
				MarkdownDescription: "Providers, in the service's order.",
				Computed:            true,
				NestedObject: schema.NestedAttributeObject{
					Attributes: attributes(schema.StringAttribute{MarkdownDescription: "Provider ID.", Computed: true}),
				},
			},
			"ids": kit.ShownList("Provider IDs, in the same order."),
		},
	}, lookAll)
}

func lookAll(ctx context.Context, p *jumpcloud.Portal, m *listModel) error {
	all, err := collections.All(ctx, listing(p))
	if err != nil {
		return err
	}

	m.Providers = []providerModel{}
	ids := []string{}

	for _, found := range all {
		var one providerModel
		one.fromAPI(found)

		m.Providers = append(m.Providers, one)
		ids = append(ids, found.ID)
	}

	m.IDs = kit.StringList(ids)

	return nil
}
