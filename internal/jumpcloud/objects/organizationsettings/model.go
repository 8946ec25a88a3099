// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsettings

import (
	"maps"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/original"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type model struct {
	values
	original.Settings

	OrganizationID types.String `tfsdk:"organization_id"`
}

// values are the settings that can be set.
type values struct {
	ContactName                 types.String `tfsdk:"contact_name"`
	ContactEmail                types.String `tfsdk:"contact_email"`
	EmailDisclaimer             types.String `tfsdk:"email_disclaimer"`
	PasswordCompliance          types.String `tfsdk:"password_compliance"`
	PasswordPolicy              types.Object `tfsdk:"password_policy"`
	UserPasswordExpirationDays  types.Int64  `tfsdk:"system_user_password_expiration_in_days"`
	UserPortal                  types.Object `tfsdk:"user_portal"`
	NewUserStates               types.Object `tfsdk:"new_system_user_state_defaults"`
	SystemUserDefaults          types.Object `tfsdk:"system_user_defaults"`
	TrustedAppConfig            types.Object `tfsdk:"trusted_app_config"`
	SystemUsersCanEdit          types.Bool   `tfsdk:"system_users_can_edit"`
	DisableLDAP                 types.Bool   `tfsdk:"disable_ldap"`
	DisableUM                   types.Bool   `tfsdk:"disable_um"`
	DuplicateLDAPGroups         types.Bool   `tfsdk:"duplicate_ldap_groups"`
	EnableManagedUID            types.Bool   `tfsdk:"enable_managed_uid"`
	DisableGoogleLogin          types.Bool   `tfsdk:"disable_google_login"`
	DeviceIdentificationEnabled types.Bool   `tfsdk:"device_identification_enabled"`
}

// nested are the settings that are objects.
func (m *values) nested() []struct {
	wire  string
	group group
	at    *types.Object
} {
	return []struct {
		wire  string
		group group
		at    *types.Object
	}{
		{"passwordPolicy", passwordPolicy, &m.PasswordPolicy},
		{"userPortal", userPortal, &m.UserPortal},
		{"newSystemUserStateDefaults", newUserStates, &m.NewUserStates},
		{"systemUserDefaults", systemUserDefaults, &m.SystemUserDefaults},
		{"trustedAppConfig", trustedAppConfig, &m.TrustedAppConfig},
	}
}

// toAPI is what is configured, and nothing else.
func (m values) toAPI() collections.Members {
	body := collections.Members{}

	put(body, "contactName", m.ContactName)
	put(body, "contactEmail", m.ContactEmail)
	put(body, "emailDisclaimer", m.EmailDisclaimer)
	put(body, "passwordCompliance", m.PasswordCompliance)
	put(body, "systemUserPasswordExpirationInDays", m.UserPasswordExpirationDays)
	put(body, "systemUsersCanEdit", m.SystemUsersCanEdit)
	put(body, "disableLdap", m.DisableLDAP)
	put(body, "disableUM", m.DisableUM)
	put(body, "duplicateLDAPGroups", m.DuplicateLDAPGroups)
	put(body, "enableManagedUID", m.EnableManagedUID)
	put(body, "disableGoogleLogin", m.DisableGoogleLogin)
	put(body, "deviceIdentificationEnabled", m.DeviceIdentificationEnabled)

	for _, n := range m.nested() {
		if below := n.group.toAPI(*n.at); len(below) > 0 {
			body[n.wire] = below
		}
	}

	return body
}

// fromAPI takes over what is managed; an import, which has no settings of Terraform's own
// yet, takes all.
func (m *model) fromAPI(organization collections.Members) {
	all := m.OnDestroy.IsNull()
	m.take(settingsOf(organization), all)

	if all {
		m.dropEmpty()
	}

	m.OnDestroy = kit.StringOr(m.OnDestroy, original.Keep)
}

// dropEmpty leaves out groups of which nothing is set: a configuration may have no empty one.
func (m *values) dropEmpty() {
	for _, n := range m.nested() {
		set := slices.ContainsFunc(slices.Collect(maps.Values(n.at.Attributes())), func(v attr.Value) bool { return !v.IsNull() })
		if !set {
			*n.at = types.ObjectNull(n.group.attrTypes())
		}
	}
}

// take reads what is managed, or all.
func (m *values) take(from collections.Members, all bool) {
	text(&m.ContactName, from["contactName"], all)
	text(&m.ContactEmail, from["contactEmail"], all)
	text(&m.EmailDisclaimer, from["emailDisclaimer"], all)
	text(&m.PasswordCompliance, from["passwordCompliance"], all)
	count(&m.UserPasswordExpirationDays, from["systemUserPasswordExpirationInDays"], all)
	yes(&m.SystemUsersCanEdit, from["systemUsersCanEdit"], all)
	yes(&m.DisableLDAP, from["disableLdap"], all)
	yes(&m.DisableUM, from["disableUM"], all)
	yes(&m.DuplicateLDAPGroups, from["duplicateLDAPGroups"], all)
	yes(&m.EnableManagedUID, from["enableManagedUID"], all)
	yes(&m.DisableGoogleLogin, from["disableGoogleLogin"], all)
	yes(&m.DeviceIdentificationEnabled, from["deviceIdentificationEnabled"], all)

	for _, n := range m.nested() {
		below, _ := from[n.wire].(collections.Members)
		*n.at = n.group.fromAPI(below, *n.at, all)
	}
}

func text(to *types.String, from any, all bool) {
	if v, ok := take(from, word).(types.String); ok && (all || !to.IsNull()) {
		*to = v
	}
}

func count(to *types.Int64, from any, all bool) {
	if v, ok := take(from, number).(types.Int64); ok && (all || !to.IsNull()) {
		*to = v
	}
}

func yes(to *types.Bool, from any, all bool) {
	if v, ok := take(from, boolean).(types.Bool); ok && (all || !to.IsNull()) {
		*to = v
	}
}
