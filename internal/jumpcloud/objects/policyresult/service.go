// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package policyresult reads what devices report about policies (/api/v2/policyresults,
// …/policystatuses), of one policy and of many organizations at once.
package policyresult

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns the data sources of policy results, statuses and compliance.
func Service() kit.Service {
	return kit.Service{
		Group:       "Policies",
		Calls:       calls,
		DataSources: []func() datasource.DataSource{NewComplianceDataSource, NewResultsDataSource, NewStatusesDataSource},
	}
}
