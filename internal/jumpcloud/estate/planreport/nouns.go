// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package planreport

import (
	"fmt"
	"strings"
)

// nouns are what people call the objects whose type does not say it.
var nouns = map[string][2]string{
	"jumpcloud_authn_policy":                    {"conditional access policy", "conditional access policies"},
	"jumpcloud_iplist":                          {"IP list", "IP lists"},
	"jumpcloud_organization":                    {"tenant", "tenants"},
	"jumpcloud_system_group":                    {"device group", "device groups"},
	"jumpcloud_system_group_association":        {"device group association", "device group associations"},
	"jumpcloud_system_group_membership":         {"device group membership", "device group memberships"},
	"jumpcloud_provider_administrator":          {"administrator", "administrators"},
	"jumpcloud_administrator_organization_link": {"administrator link", "administrator links"},
	"jumpcloud_connectwise_mapping":             {"ConnectWise mapping", "ConnectWise mappings"},
	"jumpcloud_autotask_mapping":                {"Autotask mapping", "Autotask mappings"},
	"jumpcloud_syncro_mapping":                  {"Syncro mapping", "Syncro mappings"},
	"jumpcloud_ldap_server":                     {"LDAP server", "LDAP servers"},
	"jumpcloud_organization_settings":           {"settings", "settings"},
	"jumpcloud_provider_settings":               {"provider settings", "provider settings"},
	"jumpcloud_user_group":                      {"user group", "user groups"},
}

// noun is what an object of the type is called, in singular or plural.
func noun(kind string, n int) string {
	if words, ok := nouns[kind]; ok {
		if n == 1 {
			return words[0]
		}

		return words[1]
	}

	word := strings.ReplaceAll(strings.TrimPrefix(kind, "jumpcloud_"), "_", " ")

	switch {
	case n == 1:
		return word
	case strings.HasSuffix(word, "y") && !strings.HasSuffix(word, "ey"):
		return word[:len(word)-1] + "ies"
	case strings.HasSuffix(word, "s"):
		return word
	}

	return word + "s"
}

func count(n int, kind string) string { return fmt.Sprintf("%d %s", n, noun(kind, n)) }
