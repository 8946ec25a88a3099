// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package providersettings

import (
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/original"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type model struct {
	original.Settings

	ID               types.String  `tfsdk:"id"`
	Name             types.String  `tfsdk:"name"`
	Contact          *contactModel `tfsdk:"contact"`
	AllowMFAOverride types.Bool    `tfsdk:"allow_mfa_override"`
	RequireAdminMFA  types.Bool    `tfsdk:"require_admin_mfa"`
}

type contactModel struct {
	Name  types.String `tfsdk:"name"`
	Email types.String `tfsdk:"email"`
}

// toAPI is what is configured, and nothing else.
func (m model) toAPI() collections.Members {
	body, settings, contact := collections.Members{}, collections.Members{}, collections.Members{}

	text(body, "name", m.Name)
	yes(settings, "allowMfaOverride", m.AllowMFAOverride)
	yes(settings, "requireAdminMFA", m.RequireAdminMFA)

	if m.Contact != nil {
		text(contact, "name", m.Contact.Name)
		text(contact, "email", m.Contact.Email)
	}

	if len(settings) > 0 {
		body["settings"] = settings
	}

	if len(contact) > 0 {
		body["contact"] = contact
	}

	return body
}

func text(body collections.Members, name string, v types.String) {
	if !v.IsNull() && !v.IsUnknown() {
		body[name] = v.ValueString()
	}
}

func yes(body collections.Members, name string, v types.Bool) {
	if !v.IsNull() && !v.IsUnknown() {
		body[name] = v.ValueBool()
	}
}

// fromAPI takes over what is managed; an import, which has no settings of Terraform's own
// yet, takes all.
func (m *model) fromAPI(p provider) {
	all := m.OnDestroy.IsNull()

	m.ID = types.StringValue(p.ID)
	m.OnDestroy = kit.StringOr(m.OnDestroy, original.Keep)

	if all {
		m.Contact = &contactModel{}
	}

	if all || !m.Name.IsNull() {
		m.Name = types.StringPointerValue(p.Name)
	}

	if m.Contact != nil {
		if all || !m.Contact.Name.IsNull() {
			m.Contact.Name = types.StringPointerValue(p.Contact.Name)
		}

		if all || !m.Contact.Email.IsNull() {
			m.Contact.Email = types.StringPointerValue(p.Contact.Email)
		}
	}

	if all || !m.AllowMFAOverride.IsNull() {
		m.AllowMFAOverride = types.BoolPointerValue(p.Settings.AllowMFAOverride)
	}

	if all || !m.RequireAdminMFA.IsNull() {
		m.RequireAdminMFA = types.BoolPointerValue(p.Settings.RequireAdminMFA)
	}
}
