// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package alert manages what alerts do in the three vendors' PSA: whether they create
// tickets, and which (evidence: psa 5.1). The catalogue is JumpCloud's own: configurations
// belong to the provider and a vendor, exist always, and can only be changed.
package alert

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns the alert configurations of all vendors, their options and the catalogue.
func Service() kit.Service {
	return kit.Service{
		Group:     "PSA Integrations",
		Calls:     calls,
		Resources: []func() resource.Resource{NewAutotask, NewConnectWise, NewSyncro},
		DataSources: []func() datasource.DataSource{
			NewAutotaskOptions, NewConnectWiseOptions, NewSyncroOptions, NewCatalogue, NewConfigurations,
		},
	}
}
