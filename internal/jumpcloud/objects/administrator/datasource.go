// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
)

type oneModel struct {
	ID                types.String `tfsdk:"id"`
	Email             types.String `tfsdk:"email"`
	FirstName         types.String `tfsdk:"first_name"`
	LastName          types.String `tfsdk:"last_name"`
	Role              types.String `tfsdk:"role"`
	RoleID            types.String `tfsdk:"role_id"`
	Roles             types.Set    `tfsdk:"roles"`
	RoleIDs           types.Set    `tfsdk:"role_ids"`
	APIAccess         types.Bool   `tfsdk:"api_access"`
	MultiFactor       types.Bool   `tfsdk:"multi_factor"`
	Registered        types.Bool   `tfsdk:"registered"`
	Suspended         types.Bool   `tfsdk:"suspended"`
	APIKeyExpiresAt   types.String `tfsdk:"api_key_expires_at"`
	OrganizationCount types.Int64  `tfsdk:"organization_count"`
}

func (m *oneModel) fromAPI(a jumpcloud.Administrator) {
	m.ID, m.Email = types.StringValue(a.Identifier()), types.StringValue(a.Email)
	m.FirstName, m.LastName = types.StringValue(a.FirstName), types.StringValue(a.LastName)
	m.Role, m.RoleID = types.StringValue(a.Role()), types.StringValue(a.RoleID)
	m.APIAccess, m.MultiFactor = types.BoolValue(a.APIAccess), types.BoolValue(a.MultiFactor)
	m.Registered, m.Suspended = types.BoolValue(a.Registered), types.BoolValue(a.Suspended)
	m.Roles, m.RoleIDs = kit.StringSet(allOf(a.RoleNames, a.Role())), kit.StringSet(allOf(a.RoleIDs, a.RoleID))
	m.OrganizationCount = types.Int64Value(int64(a.Organizations))
	m.APIKeyExpiresAt = types.StringNull()

	if a.Key.Expires != "" {
		m.APIKeyExpiresAt = types.StringValue(a.Key.Expires)
	}
}

// allOf are all roles, or the one that a service without several roles shows.
func allOf(several []string, one string) []string {
	if len(several) == 0 && one != "" {
		return []string{one}
	}

	return several
}

func attributes() map[string]schema.Attribute {
	return map[string]schema.Attribute{
		"id":                 schema.StringAttribute{MarkdownDescription: "Administrator ID.", Computed: true},
		"email":              schema.StringAttribute{MarkdownDescription: "Administrator Email.", Computed: true},
		"first_name":         schema.StringAttribute{MarkdownDescription: "First Name.", Computed: true},
		"last_name":          schema.StringAttribute{MarkdownDescription: "Last Name.", Computed: true},
		"role":               schema.StringAttribute{MarkdownDescription: "Role: its name; of several, the main one's.", Computed: true},
		"role_id":            schema.StringAttribute{MarkdownDescription: "ID of the role; of several, the main one's.", Computed: true},
		"roles":              schema.SetAttribute{MarkdownDescription: "Names of all roles.", ElementType: types.StringType, Computed: true},
		"role_ids":           schema.SetAttribute{MarkdownDescription: "IDs of all roles.", ElementType: types.StringType, Computed: true},
		"api_access":         schema.BoolAttribute{MarkdownDescription: "API Access: whether the administrator may have an API key.", Computed: true},
		"multi_factor":       schema.BoolAttribute{MarkdownDescription: "Multi-Factor Authentication: whether it is needed to log in.", Computed: true},
		"registered":         schema.BoolAttribute{MarkdownDescription: "Whether the invitation was accepted.", Computed: true},
		"suspended":          schema.BoolAttribute{MarkdownDescription: "Whether the administrator is suspended.", Computed: true},
		"api_key_expires_at": schema.StringAttribute{MarkdownDescription: "When the API key expires, RFC 3339; null without a key or an end.", Computed: true},
		"organization_count": schema.Int64Attribute{MarkdownDescription: "How many organizations the administrator sees.", Computed: true},
	}
}

// NewDataSource returns the data source jumpcloud_provider_administrator.
func NewDataSource() datasource.DataSource {
	all := attributes()
	all["id"] = schema.StringAttribute{
		MarkdownDescription: "Administrator ID, 24 hexadecimal digits. Exactly one of `id` and `email` is given.",
		Optional:            true,
		Computed:            true,
		Validators:          []validator.String{stringvalidator.ExactlyOneOf(path.MatchRoot("id"), path.MatchRoot("email")), tenancy.ValidID()},
	}
	all["email"] = schema.StringAttribute{
		MarkdownDescription: "Administrator Email, whatever its case.",
		Optional:            true,
		Computed:            true,
	}

	return kit.NewDataSource(object, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads one administrator of the provider, by `id` or by `email`.",
		Attributes:          all,
	}, lookOne)
}

func lookOne(ctx context.Context, p *jumpcloud.Portal, m *oneModel) error {
	found, err := all(ctx, p)
	if err != nil {
		return err
	}

	var emails []string

	for _, a := range found {
		if a.Identifier() == m.ID.ValueString() || m.ID.IsNull() && strings.EqualFold(a.Email, m.Email.ValueString()) {
			email := m.Email
			m.fromAPI(a)

			if !email.IsNull() {
				m.Email = email
			}

			return nil
		}

		emails = append(emails, a.Email)
	}

	return fmt.Errorf("%s", nearest.Unknown("administrator of the provider", m.ID.ValueString()+m.Email.ValueString(), emails))
}

type listModel struct {
	Role           types.String        `tfsdk:"role"`
	Administrators map[string]oneModel `tfsdk:"administrators"`
	IDByEmail      types.Map           `tfsdk:"id_by_email"`
}

// NewListDataSource returns the data source jumpcloud_provider_administrators.
func NewListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_provider_administrators", Title: "Provider Administrators"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads the administrators of the provider, all or those of one role.",
		Attributes: map[string]schema.Attribute{
			"role": schema.StringAttribute{
				MarkdownDescription: "Keeps administrators with a role of this name.",
				Optional:            true,
			},
			"administrators": schema.MapNestedAttribute{
				MarkdownDescription: "Administrators by e-mail address in lower case.",
				Computed:            true,
				NestedObject:        schema.NestedAttributeObject{Attributes: attributes()},
			},
			"id_by_email": schema.MapAttribute{
				MarkdownDescription: "Administrator IDs by e-mail address in lower case.",
				ElementType:         types.StringType,
				Computed:            true,
			},
		},
	}, lookAll)
}

func lookAll(ctx context.Context, p *jumpcloud.Portal, m *listModel) error {
	found, err := all(ctx, p)
	if err != nil {
		return err
	}

	m.Administrators = map[string]oneModel{}
	ids := map[string]string{}

	for _, a := range found {
		if !m.Role.IsNull() && !a.Has(m.Role.ValueString()) {
			continue
		}

		var one oneModel
		one.fromAPI(a)

		m.Administrators[strings.ToLower(a.Email)] = one
		ids[strings.ToLower(a.Email)] = a.Identifier()
	}

	m.IDByEmail = kit.StringMap(ids)

	return nil
}

type linksModel struct {
	AdministratorID  types.String `tfsdk:"administrator_id"`
	OrganizationID   types.String `tfsdk:"organization_id"`
	OrganizationIDs  types.Set    `tfsdk:"organization_ids"`
	AdministratorIDs types.Set    `tfsdk:"administrator_ids"`
}

// NewLinksDataSource returns the data source jumpcloud_administrator_organization_links.
func NewLinksDataSource() datasource.DataSource {
	set := func(description string) schema.Attribute {
		return schema.SetAttribute{MarkdownDescription: description, ElementType: types.StringType, Computed: true}
	}

	return kit.NewDataSource(kit.Object{
		Type: "jumpcloud_administrator_organization_links", Title: "Administrator Organization Links",
	}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads which organizations an administrator is linked with, or which administrators an organization is.",
		Attributes: map[string]schema.Attribute{
			"administrator_id": schema.StringAttribute{
				MarkdownDescription: "Administrator ID. Exactly one of it and `organization_id` is given.",
				Optional:            true,
				Validators: []validator.String{
					stringvalidator.ExactlyOneOf(path.MatchRoot("administrator_id"), path.MatchRoot("organization_id")), tenancy.ValidID(),
				},
			},
			"organization_id": schema.StringAttribute{
				MarkdownDescription: "Organization ID.",
				Optional:            true,
				Validators:          []validator.String{tenancy.ValidID()},
			},
			"organization_ids":  set("IDs of the organizations that are linked; the one of `organization_id` alone where that is given."),
			"administrator_ids": set("IDs of the administrators that are linked; the one of `administrator_id` alone where that is given."),
		},
	}, lookLinks)
}

func lookLinks(ctx context.Context, p *jumpcloud.Portal, m *linksModel) error {
	listing := linksOf(p, m.AdministratorID.ValueString())
	if m.AdministratorID.IsNull() {
		listing = collections.Listing[link]{
			Route: p.V2("organizations", m.OrganizationID.ValueString(), "administratorlinks"),
			ID:    func(l link) string { return l.Administrator },
		}
	}

	found, err := collections.All(ctx, listing)
	if err != nil {
		return err
	}

	var organizations, administrators []string

	for _, l := range found {
		organizations, administrators = append(organizations, l.Organization), append(administrators, l.Administrator)
	}

	if m.AdministratorID.IsNull() {
		organizations = []string{m.OrganizationID.ValueString()}
	} else {
		administrators = []string{m.AdministratorID.ValueString()}
	}

	m.OrganizationIDs, m.AdministratorIDs = kit.StringSet(organizations), kit.StringSet(administrators)

	return nil
}
