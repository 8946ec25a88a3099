// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package billing reads what the provider pays for: details, contract and invoices
// (/api/v2/providers/{provider_id}/billing and …/invoices).
package billing

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns the data sources of billing.
func Service() kit.Service {
	return kit.Service{
		Group: "Provider",
		Calls: calls,
		DataSources: []func() datasource.DataSource{
			NewDetailsDataSource, NewContractDataSource, NewInvoicesDataSource, NewInvoiceDataSource,
		},
	}
}
