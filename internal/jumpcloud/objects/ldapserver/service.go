// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package ldapserver manages an organization's LDAP server and its Samba domains
// (/api/v2/ldapservers).
package ldapserver

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns jumpcloud_ldap_server, jumpcloud_ldap_samba_domain and their data sources.
func Service() kit.Service {
	return kit.Service{
		Group:     "Directories",
		Calls:     calls,
		Resources: []func() resource.Resource{NewResource, NewDomainResource},
		DataSources: []func() datasource.DataSource{
			NewDataSource, NewListDataSource, NewDomainDataSource, NewDomainListDataSource,
		},
	}
}
