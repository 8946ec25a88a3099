// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package office365

import (
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/types"
)

// actions are what Microsoft 365 does with a user who is locked out or whose password expired.
var actions = []string{"suspend", "maintain"}

type model struct {
	OrganizationID               types.String `tfsdk:"organization_id"`
	ID                           types.String `tfsdk:"id"`
	Name                         types.String `tfsdk:"name"`
	UserLockoutAction            types.String `tfsdk:"user_lockout_action"`
	UserPasswordExpirationAction types.String `tfsdk:"user_password_expiration_action"`
	GroupsEnabled                types.Bool   `tfsdk:"groups_enabled"`
	DefaultDomainID              types.String `tfsdk:"default_domain_id"`
	DefaultDomain                types.String `tfsdk:"default_domain"`
}

// toAPI is what the plan wants to differ from what there is.
func (m model) toAPI(now office365) office365Body {
	b := office365Body{
		Name:                         differing(m.Name, now.Name),
		UserLockoutAction:            differing(m.UserLockoutAction, now.UserLockoutAction),
		UserPasswordExpirationAction: differing(m.UserPasswordExpirationAction, now.UserPasswordExpirationAction),
	}

	if !m.GroupsEnabled.IsUnknown() && !m.GroupsEnabled.IsNull() && m.GroupsEnabled.ValueBool() != now.GroupsEnabled {
		enabled := m.GroupsEnabled.ValueBool()
		b.GroupsEnabled = &enabled
	}

	if id := differing(m.DefaultDomainID, now.domainID()); id != nil {
		b.DefaultDomain = &defaultDomain{ID: *id}
	}

	return b
}

// differing is the wanted text where it is known and not what there is, else nil.
func differing(want types.String, now string) *string {
	text := want.ValueString()
	if want.IsNull() || want.IsUnknown() || text == now {
		return nil
	}

	return &text
}

func (m *model) fromAPI(o office365) {
	m.ID = types.StringValue(o.ID)
	m.Name = types.StringValue(o.Name)
	m.UserLockoutAction = types.StringValue(o.UserLockoutAction)
	m.UserPasswordExpirationAction = types.StringValue(o.UserPasswordExpirationAction)
	m.GroupsEnabled = types.BoolValue(o.GroupsEnabled)
	m.DefaultDomainID = types.StringValue(o.domainID())
	m.DefaultDomain = types.StringValue("")

	if o.DefaultDomain != nil {
		m.DefaultDomain = types.StringValue(o.DefaultDomain.Domain)
	}
}

// stored is the directory that a state describes.
func (m model) stored() office365 {
	return office365{
		ID: m.ID.ValueString(), Name: m.Name.ValueString(), UserLockoutAction: m.UserLockoutAction.ValueString(),
		UserPasswordExpirationAction: m.UserPasswordExpirationAction.ValueString(), GroupsEnabled: m.GroupsEnabled.ValueBool(),
		DefaultDomain: &defaultDomain{ID: m.DefaultDomainID.ValueString(), Domain: m.DefaultDomain.ValueString()},
	}
}

type domainModel struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	Office365ID    types.String `tfsdk:"office365_id"`
	ID             types.String `tfsdk:"id"`
	Domain         types.String `tfsdk:"domain"`
	Default        types.Bool   `tfsdk:"default"`
}

// fromAPI keeps the spelling of a domain, whose case says nothing.
func (m *domainModel) fromAPI(d domain) {
	m.ID = types.StringValue(d.ID)
	m.Default = types.BoolValue(d.Default)

	if !strings.EqualFold(m.Domain.ValueString(), d.Domain) {
		m.Domain = types.StringValue(d.Domain)
	}
}

type ruleModel struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	Office365ID    types.String `tfsdk:"office365_id"`
	ID             types.String `tfsdk:"id"`
	BuiltIn        types.String `tfsdk:"built_in"`
	Direction      types.String `tfsdk:"direction"`
}

func (m ruleModel) toAPI() translationRuleBody {
	return translationRuleBody{BuiltIn: m.BuiltIn.ValueString(), Direction: m.Direction.ValueString()}
}

func (m *ruleModel) fromAPI(r translationRule) {
	m.ID = types.StringValue(r.ID)
	m.BuiltIn = types.StringValue(r.BuiltIn)
	m.Direction = types.StringValue(r.Direction)
}
