// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package ldapserver

import (
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// actions are what the LDAP server does with a user who is locked out or whose password expired.
var actions = []string{"disable", "remove"}

type model struct {
	OrganizationID               types.String `tfsdk:"organization_id"`
	ID                           types.String `tfsdk:"id"`
	Name                         types.String `tfsdk:"name"`
	UserLockoutAction            types.String `tfsdk:"user_lockout_action"`
	UserPasswordExpirationAction types.String `tfsdk:"user_password_expiration_action"`
}

// toAPI is what the plan wants to differ from what there is.
func (m model) toAPI(now ldapServer) ldapServerBody {
	var b ldapServerBody

	if action := m.UserLockoutAction.ValueString(); action != now.UserLockoutAction {
		b.UserLockoutAction = action
	}

	if action := m.UserPasswordExpirationAction.ValueString(); action != now.UserPasswordExpirationAction {
		b.UserPasswordExpirationAction = action
	}

	return b
}

func (m *model) fromAPI(s ldapServer) {
	m.ID = types.StringValue(s.ID)
	m.Name = types.StringValue(s.Name)
	m.UserLockoutAction = types.StringValue(s.UserLockoutAction)
	m.UserPasswordExpirationAction = types.StringValue(s.UserPasswordExpirationAction)
}

type domainModel struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	LDAPServerID   types.String `tfsdk:"ldap_server_id"`
	ID             types.String `tfsdk:"id"`
	Name           types.String `tfsdk:"name"`
	SID            types.String `tfsdk:"sid"`
}

func (m domainModel) toAPI() sambaDomainBody {
	return sambaDomainBody{Name: m.Name.ValueString(), SID: m.SID.ValueString()}
}

func (m *domainModel) fromAPI(d sambaDomain) {
	m.ID = types.StringValue(d.ID)
	m.Name = types.StringValue(d.Name)
	m.SID = types.StringValue(d.SID)
}
