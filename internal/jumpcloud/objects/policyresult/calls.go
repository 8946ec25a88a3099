// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyresult

// calls are the operations that each type may send.
var calls = map[string][]string{
	"data.jumpcloud_policy_compliance": {},
	"data.jumpcloud_policy_results":    {},
	"data.jumpcloud_policy_statuses":   {},
}
