// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa

import (
	"encoding/json"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

func (m *settingsModel) managed() map[string]bool {
	return map[string]bool{ticketing: !m.AutomaticTicketing.IsNull()}
}

func (m *settingsModel) forget(name string) {
	if name == ticketing {
		m.OriginalAutomaticTicketing = types.BoolNull()
	}
}

func (m *settingsModel) note(name string) {
	if name == ticketing {
		m.OriginalAutomaticTicketing = types.BoolUnknown()
	}
}

func (m *settingsModel) unnoted() bool { return m.OriginalAutomaticTicketing.IsUnknown() }

// knew is what a destroyed resource knew, which comes first: since then, it has changed things.
func knew(known string) settingsBody {
	var b settingsBody

	_ = json.Unmarshal([]byte(known), &b) // "" is nothing

	return b
}

func (m *settingsModel) keepOriginal(s Settings, known string) {
	if !m.OriginalAutomaticTicketing.IsUnknown() {
		return
	}

	m.OriginalAutomaticTicketing = types.BoolValue(s.AutomaticTicketing)
	if b := knew(known); b.AutomaticTicketing != nil {
		m.OriginalAutomaticTicketing = types.BoolValue(*b.AutomaticTicketing)
	}
}

func (m *settingsModel) original() settingsBody {
	return settingsBody{AutomaticTicketing: boolPointer(m.OriginalAutomaticTicketing)}
}

func (m *typedSettingsModel) managed() map[string]bool {
	all := m.settingsModel.managed()
	all[companyTypes] = !m.CompanyTypes.IsNull()

	return all
}

func (m *typedSettingsModel) forget(name string) {
	m.settingsModel.forget(name)

	if name == companyTypes {
		m.OriginalCompanyTypeIDs = types.SetNull(types.Int64Type)
	}
}

func (m *typedSettingsModel) note(name string) {
	m.settingsModel.note(name)

	if name == companyTypes {
		m.OriginalCompanyTypeIDs = types.SetUnknown(types.Int64Type)
	}
}

func (m *typedSettingsModel) unnoted() bool {
	return m.settingsModel.unnoted() || m.OriginalCompanyTypeIDs.IsUnknown()
}

func (m *typedSettingsModel) keepOriginal(s Settings, known string) {
	m.settingsModel.keepOriginal(s, known)

	if !m.OriginalCompanyTypeIDs.IsUnknown() {
		return
	}

	if b := knew(known); b.CompanyTypeIDs != nil {
		s.CompanyTypeIDs = b.CompanyTypeIDs
	}

	ids := []attr.Value{}
	for _, id := range sorted(s.CompanyTypeIDs) {
		ids = append(ids, types.Int64Value(id))
	}

	m.OriginalCompanyTypeIDs = types.SetValueMust(types.Int64Type, ids)
}

func (m *typedSettingsModel) original() settingsBody {
	b := m.settingsModel.original()
	if m.OriginalCompanyTypeIDs.IsNull() {
		return b
	}

	b.CompanyTypeIDs = []int64{}

	for _, e := range m.OriginalCompanyTypeIDs.Elements() {
		if id, ok := e.(types.Int64); ok {
			b.CompanyTypeIDs = append(b.CompanyTypeIDs, id.ValueInt64())
		}
	}

	return b
}
