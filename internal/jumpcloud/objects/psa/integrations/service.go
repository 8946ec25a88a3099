// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package integrations lists the PSA integrations of all vendors, and what went wrong when
// they were synchronised (evidence: psa 1.1, 4.5).
package integrations

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns the data sources.
func Service() kit.Service {
	return kit.Service{
		Group: "PSA Integrations",
		Calls: calls,
		DataSources: []func() datasource.DataSource{
			NewIntegration, NewIntegrations, NewSyncErrors,
		},
	}
}
