// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package billing

// calls are the operations that each type may send.
var calls = map[string][]string{
	"data.jumpcloud_billing_contract": {
		"GET /api/v2/providers/{provider_id}/billing/contract",
	},
	"data.jumpcloud_billing_details": {
		"GET /api/v2/providers/{provider_id}/billing/details",
	},
	"data.jumpcloud_invoice": {
		"GET /api/v2/providers/{provider_id}/invoices/{ID}",
	},
	"data.jumpcloud_invoices": {
		"GET /api/v2/providers/{provider_id}/invoices",
	},
}
