// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package providersettings

import (
	"encoding/json"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// What destroying settings means, which the API cannot delete.
const (
	keep    = "keep"
	restore = "restore"
)

type model struct {
	ID               types.String  `tfsdk:"id"`
	Name             types.String  `tfsdk:"name"`
	Contact          *contactModel `tfsdk:"contact"`
	AllowMFAOverride types.Bool    `tfsdk:"allow_mfa_override"`
	RequireAdminMFA  types.Bool    `tfsdk:"require_admin_mfa"`
	OnDestroy        types.String  `tfsdk:"on_destroy"`
	Original         types.String  `tfsdk:"original"`
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
	m.OnDestroy = kit.StringOr(m.OnDestroy, keep)

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

// keepOriginal adds what now holds of the managed members to what was noted before. One that
// has no value now is noted as null.
func (m *model) keepOriginal(want, now collections.Members) error {
	noted := collections.Members{}

	if err := m.decodeOriginal(&noted); err != nil {
		return err
	}

	now = collections.Overlay(without(want), collections.Pick(want, now))
	raw, err := json.Marshal(collections.Overlay(now, noted))
	m.Original = types.StringValue(string(raw))

	return err
}

// original is what can be restored, and the names of what had no value.
func (m model) original() (noted collections.Members, unknown []string, err error) {
	all := collections.Members{}
	if err := m.decodeOriginal(&all); err != nil {
		return nil, nil, err
	}

	noted = collections.Pick(all, all) // leaves nulls out

	return noted, collections.Paths(collections.Missing(all, noted)), nil
}

func (m model) decodeOriginal(noted *collections.Members) error {
	if s := m.Original.ValueString(); s != "" {
		if err := json.Unmarshal([]byte(s), noted); err != nil {
			return fmt.Errorf("original in state is not JSON: %w", err)
		}
	}

	return nil
}

// without is a body's shape with no values.
func without(body collections.Members) collections.Members {
	all := collections.Members{}

	for name, v := range body {
		all[name] = nil
		if nested, ok := v.(collections.Members); ok {
			all[name] = without(nested)
		}
	}

	return all
}
