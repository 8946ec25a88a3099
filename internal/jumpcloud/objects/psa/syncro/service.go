// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package syncro manages Syncro integrations: credentials and settings, and the companies
// and billing schedules that tenants are mapped to (evidence: psa 1.1, 3.1).
package syncro

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns the integration, its settings and the look-ups.
func Service() kit.Service {
	return kit.Service{
		Group:     "PSA Integrations",
		Calls:     calls,
		Resources: []func() resource.Resource{NewIntegration, NewSettings},
		DataSources: []func() datasource.DataSource{
			func() datasource.DataSource { return psa.NewCompanies(psa.Syncro) },
			NewBillingOptions,
		},
	}
}
