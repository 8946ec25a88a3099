// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator

import (
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// What an administrator is created with.
const (
	accessAll      = "all"
	accessSelected = "selected"
)

type model struct {
	ID                 types.String `tfsdk:"id"`
	Email              types.String `tfsdk:"email"`
	FirstName          types.String `tfsdk:"first_name"`
	LastName           types.String `tfsdk:"last_name"`
	Role               types.String `tfsdk:"role"`
	RoleID             types.String `tfsdk:"role_id"`
	AdditionalRoleIDs  types.Set    `tfsdk:"additional_role_ids"`
	OrganizationAccess types.String `tfsdk:"organization_access"`
	OrganizationIDs    types.Set    `tfsdk:"organization_ids"`
	APIAccess          types.Bool   `tfsdk:"api_access"`
	MultiFactor        types.Bool   `tfsdk:"multi_factor"`
	AllowLockout       types.Bool   `tfsdk:"allow_lockout"`
	Registered         types.Bool   `tfsdk:"registered"`
	Suspended          types.Bool   `tfsdk:"suspended"`
	APIKeyExpiresAt    types.String `tfsdk:"api_key_expires_at"`
}

func (m model) toAPI() administratorBody {
	b := administratorBody{
		Email: m.Email.ValueString(), FirstName: m.FirstName.ValueString(), LastName: m.LastName.ValueString(),
		RoleName: m.Role.ValueString(), BindNoOrgs: m.OrganizationAccess.ValueString() == accessSelected,
		APIAccess: m.APIAccess.ValueBool(), MultiFactor: kit.BoolPointer(m.MultiFactor),
		RoleIDs: m.roleIDs(), Organizations: sorted(m.OrganizationIDs),
	}

	if b.RoleName == "" {
		b.RoleID = m.RoleID.ValueString()
	}

	return b
}

// changes are the members of a sparse PUT that bring prior to what m wants. A role that
// only got another name is the same role.
func (m model) changes(prior model) map[string]any {
	all := map[string]any{}
	texts := map[string][2]types.String{"firstname": {m.FirstName, prior.FirstName}, "lastname": {m.LastName, prior.LastName}}

	if !strings.EqualFold(m.Email.ValueString(), prior.Email.ValueString()) {
		texts["email"] = [2]types.String{m.Email, prior.Email}
	}

	if m.RoleID.IsUnknown() || m.RoleID.ValueString() == "" || !m.RoleID.Equal(prior.RoleID) {
		texts["roleName"] = [2]types.String{m.Role, prior.Role}
	}

	for name, v := range texts {
		if !v[0].IsUnknown() && !v[0].IsNull() && !v[0].Equal(v[1]) {
			all[name] = v[0].ValueString()
		}
	}

	for name, v := range map[string][2]types.Bool{
		"apiKeyAllowed": {m.APIAccess, prior.APIAccess}, "enableMultiFactor": {m.MultiFactor, prior.MultiFactor},
	} {
		if !v[0].IsUnknown() && !v[0].IsNull() && !v[0].Equal(v[1]) {
			all[name] = v[0].ValueBool()
		}
	}

	if ids := m.roleIDs(); ids != nil && !slices.Equal(ids, prior.roleIDs()) {
		all["roles"] = ids
	}

	return all
}

// roleIDs are the ids of all roles, the main one first, or nil where further ones are not managed.
func (m model) roleIDs() []string {
	if m.AdditionalRoleIDs.IsNull() || m.AdditionalRoleIDs.IsUnknown() {
		return nil
	}

	return append([]string{m.RoleID.ValueString()}, sorted(m.AdditionalRoleIDs)...)
}

// sorted are the texts of a set, which has no order: a request should not change from run to run.
func sorted(set types.Set) []string {
	all := kit.Strings(set)
	slices.Sort(all)

	return all
}

// asksNothing tells whether a configuration and its plan ask for nothing else than what is
// there: the letter case of the address makes no difference.
func (m model) asksNothing(config, prior model) bool {
	return m.Email.Equal(prior.Email) && m.FirstName.Equal(prior.FirstName) && m.LastName.Equal(prior.LastName) &&
		m.Role.Equal(prior.Role) && m.RoleID.Equal(prior.RoleID) && m.AdditionalRoleIDs.Equal(prior.AdditionalRoleIDs) &&
		m.OrganizationAccess.Equal(prior.OrganizationAccess) && m.OrganizationIDs.Equal(prior.OrganizationIDs) &&
		m.APIAccess.Equal(prior.APIAccess) && agrees(config.MultiFactor, prior.MultiFactor) && m.AllowLockout.Equal(prior.AllowLockout)
}

// keep fills in what a plan leaves open from what was there before.
func (m *model) keep(prior model) {
	for now, before := range map[*types.String]types.String{
		&m.Role: prior.Role, &m.RoleID: prior.RoleID, &m.APIKeyExpiresAt: prior.APIKeyExpiresAt,
	} {
		if now.IsUnknown() {
			*now = before
		}
	}

	for now, before := range map[*types.Bool]types.Bool{
		&m.MultiFactor: prior.MultiFactor, &m.Suspended: prior.Suspended,
	} {
		if now.IsUnknown() {
			*now = before
		}
	}
}

func (m *model) fromAPI(a jumpcloud.Administrator) {
	m.ID = types.StringValue(a.Identifier())

	// Nobody documents whether the service keeps the case of an address.
	if !strings.EqualFold(m.Email.ValueString(), a.Email) {
		m.Email = types.StringValue(a.Email)
	}

	m.FirstName = types.StringValue(a.FirstName)
	m.LastName = types.StringValue(a.LastName)
	m.Role = types.StringValue(a.Role())
	m.APIAccess = types.BoolValue(a.APIAccess)
	m.MultiFactor = types.BoolValue(a.MultiFactor)
	m.Suspended = types.BoolValue(a.Suspended)
	m.APIKeyExpiresAt = types.StringNull()

	if a.RoleID != "" {
		m.RoleID = types.StringValue(a.RoleID)
	} else if m.RoleID.IsUnknown() {
		m.RoleID = types.StringNull() // generated configuration could not have ""
	}

	if a.Key.Expires != "" {
		m.APIKeyExpiresAt = types.StringValue(a.Key.Expires)
	}

	// This one is Terraform's own; an import begins with the default.
	m.AllowLockout = kit.BoolOr(m.AllowLockout, false)
}

// fromList adds what the list alone tells.
func (m *model) fromList(a jumpcloud.Administrator) {
	m.fromAPI(a)
	m.Registered = types.BoolValue(a.Registered)
}

// rolesFromAPI shows the roles beside the main one, where they are managed or imported. A
// service that knows one role only shows none.
func (m *model) rolesFromAPI(a jumpcloud.Administrator, importing bool) {
	if m.AdditionalRoleIDs.IsNull() && (!importing || a.RoleIDs == nil) {
		m.AdditionalRoleIDs = types.SetNull(types.StringType)

		return
	}

	further := slices.DeleteFunc(slices.Clone(a.RoleIDs), func(id string) bool { return id == a.RoleID })
	m.AdditionalRoleIDs = kit.StringSet(further)
}
